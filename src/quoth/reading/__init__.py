"""In go origins (files, folders, URLs, rows, standard input), out comes for each an Article or why there is none."""

from quoth.domain import ReadOptions
from quoth.reading.origins import articles

__all__ = ["ReadOptions", "articles"]
