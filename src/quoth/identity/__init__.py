"""An article and its statements -> the statements with their speakers, and the speakers."""

from quoth.identity.resolve import identify

__all__ = ["identify"]
