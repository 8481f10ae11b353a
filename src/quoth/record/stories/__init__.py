"""Articles in, stories out: which articles print the same copy, and which of their statements are one utterance."""

from quoth.record.stories.joining import join, join_new

__all__ = ["join", "join_new"]
