"""Articles in, stories out: which articles print the same copy, and which of their statements are one utterance."""

from quoth.record.stories.joining import join

__all__ = ["join"]
