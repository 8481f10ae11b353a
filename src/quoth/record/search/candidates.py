"""A statement that a query selects, as both stores give it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quoth.record.search.tables import DAY_BITS, first_place

LAST_PLACE = first_place(date.max.toordinal() + 1) - 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """One statement that a query selects, with what it takes to rank it."""

    place: int
    key: int
    id: str
    article: str
    position: int
    utterance: str
    words: str  # its terms, as the index has them
    stems: str

    @property
    def day(self) -> int:
        return self.place >> DAY_BITS
