"""The Record: what every store of readings promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from quoth.domain import Reading
from quoth.record.planning import Kept

DEFAULT_COLLECTION = "news"


class Record(Protocol):
    """The store of many Readings. SQLite by default, PostgreSQL for a newsroom; both keep these promises.

    Threads: one Record may be used by several threads; each call takes a connection of its own.
    Processes: any number may read and write at once. Writers take turns, one article at a time; a reader sees each
    article before or after a change, never half of it.
    Durability: what a returned call has written survives kill -9 and power loss; a call that did not return has
    written all or nothing.
    Time: moments of the record (`added_at`, `read_at`) are aware UTC; days of the news are plain dates.
    Errors: RecordError, one line that names the record and says what to do. Nothing is half done after it.
    """

    def close(self) -> None:
        """Lets the connections go."""

    def recognise(self, bytes_digest: str, collection: str = DEFAULT_COLLECTION) -> str | None:
        """The id of the article that was kept with this digest of its bytes, which is then in that collection too."""

    def keep(self, reading: Reading, collection: str = DEFAULT_COLLECTION, bytes_digest: str | None = None) -> Kept:
        """Puts a reading on record, once, in that collection; what it held before stays readable as a version.

        `bytes_digest` is what `recognise` will know it by.
        """

    def reading(self, article: str, version: int | None = None) -> Reading | None:
        """The machine's reading of that article: of that version (from 1), or the newest. None where there is none."""

    def readings(self) -> Iterator[Reading]:
        """Every article's newest reading, by article id."""
