"""Where a page ended, as a word that the next request hands back; nothing is remembered in between."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass

from quoth.errors import QueryError
from quoth.record.search.query import Query

Order = tuple[float, int, str, int]
"""What hits are sorted by, ascending: score and day with their signs turned, the article's id, the place in it."""


@dataclass(frozen=True, slots=True)
class Window:
    """The places among which hits are ranked; `bottom` None until it is known how far down they reach."""

    top: int
    bottom: int | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    """The window that was being shown, and the last hit that was."""

    window: Window
    last: Order

    def written(self, query: Query, manner: str) -> str:
        """As a word for a command line or an address."""
        value = [_mark(query, manner), self.window.top, self.window.bottom, *self.last]
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def read_cursor(written: str, query: Query, manner: str) -> Cursor:
    """The Cursor that was written. Raises QueryError where it is damaged or belongs to another query."""
    try:
        value = json.loads(base64.urlsafe_b64decode(written + "=" * (-len(written) % 4)))
        mark, top, bottom, score, day, article, position = value
        cursor = Cursor(Window(int(top), int(bottom)), (float(score), int(day), str(article), int(position)))
    except (ValueError, TypeError, binascii.Error) as error:
        raise QueryError(f"the cursor {written[:20]!r} is damaged; take it from the end of the page before") from error
    if mark != _mark(query, manner):
        raise QueryError("the cursor belongs to another query; give the same one, or leave the cursor out")
    return cursor


def _mark(query: Query, manner: str) -> str:
    return hashlib.sha256(f"{manner} {query!r}".encode("utf8", "surrogatepass")).hexdigest()[:8]
