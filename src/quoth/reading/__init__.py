"""In go origins (files, folders, URLs, feeds, archives, standard input), out come Articles, or why there is none."""

from quoth.domain import ReadOptions
from quoth.reading.origins import articles, read_now, unread
from quoth.reading.unread import Unread
from quoth.reading.visits import Memory, Visit

__all__ = ["Memory", "ReadOptions", "Unread", "Visit", "articles", "read_now", "unread"]
