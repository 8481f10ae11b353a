"""In go origins (files, folders, URLs, rows, standard input), out comes for each an Article or why there is none."""

from quoth.domain import ReadOptions
from quoth.reading.origins import articles, read_now, unread
from quoth.reading.unread import Unread

__all__ = ["ReadOptions", "Unread", "articles", "read_now", "unread"]
