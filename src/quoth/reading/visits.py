"""What is remembered of a page that was fetched before, and whether it is time to ask for it again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from quoth.domain import Skipped
from quoth.errors import ErrorKind

FIRST_WAIT = timedelta(hours=1)
LONGEST_WAIT = timedelta(days=30)
SETTLED = frozenset(ErrorKind) - {ErrorKind.REFUSED, ErrorKind.TIMEOUT}
"""Why a page held no article that time will not mend; only where the server did answer."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One address, as it was found when it was last asked for."""

    url: str
    fetched_at: datetime  # aware UTC
    status: int | None = None  # of the answer; None where there was none
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None  # of the bytes, by which the record recognises them; None of a listing
    words: str | None = None  # digest of what may hold statements: bytes change with every visit
    collection: str | None = None  # into which its articles went
    unchanged: int = 0  # times in a row that it had not changed
    reservation: str | None = None  # what the site reserves: "robots.txt", "tdm-reservation (header), policy ..."
    overridden: bool = False  # fetched and kept in spite of it
    skipped: Skipped | None = None  # why it yielded no article

    @property
    def is_settled(self) -> bool:
        """Whether it yielded an article, or never will as it is."""
        return self.skipped is None or (self.status is not None and self.skipped.kind in SETTLED)


class Memory(Protocol):
    """Where visits are remembered. The record is one."""

    def last_visit(self, url: str) -> Visit | None:
        """The last visit to the address, if any."""

    def note_visit(self, visit: Visit) -> None:
        """Remembers the visit in place of an earlier one to the address."""

    def forgets(self, *, url: str) -> bool:
        """Whether it was told to forget what stands at the address."""


class ShortMemory:
    """A memory that lasts as long as the process."""

    def __init__(self) -> None:
        self._visits: dict[str, Visit] = {}

    def last_visit(self, url: str) -> Visit | None:
        return self._visits.get(url)

    def note_visit(self, visit: Visit) -> None:
        self._visits[visit.url] = visit

    def forgets(self, *, url: str) -> bool:
        return False


def is_due(visit: Visit, now: datetime, changed_at: datetime | None) -> bool:
    """Whether a listed page should be asked for again, given when the listing says that it changed.

    Where the listing does not say, a page that stays as it is gets asked for less and less often: after an hour, two
    hours, four, and so on, so that a correction is found within the day and an old page is left in peace.
    """
    if changed_at is not None and changed_at <= now:
        return changed_at > visit.fetched_at
    wait = min(FIRST_WAIT * (1 << min(visit.unchanged, 10)), LONGEST_WAIT)
    return now >= visit.fetched_at + wait


def conditions(visit: Visit | None) -> dict[str, str]:
    """The headers that ask for the page only if it is another than at that visit."""
    if visit is None or not visit.is_settled:
        return {}
    told = {"If-None-Match": visit.etag, "If-Modified-Since": visit.last_modified}
    return {name: value for name, value in told.items() if value}


def repeated(visit: Visit, now: datetime) -> Visit:
    """The visit made again, with nothing new."""
    return replace(visit, fetched_at=now, unchanged=visit.unchanged + 1)
