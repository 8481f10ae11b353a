"""What people say of a reading: written beside what the machine read, never instead of it."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.contract.naming import statement_ids
from quoth.domain import Notice, Reading, Review


@dataclass(frozen=True, slots=True)
class Editorial:
    """Ids, review states and notices, each in the order of the reading's own statements and speakers."""

    ids: tuple[str, ...]
    reviews: tuple[Review, ...]
    statements: tuple[tuple[Notice, ...], ...]
    speakers: tuple[tuple[Notice, ...], ...]
    article: tuple[Notice, ...] = ()


def unseen(reading: Reading) -> Editorial:
    """What is said of a reading that nobody has looked at."""
    count = len(reading.statements)
    ids = tuple(statement_ids(reading.article, reading.statements))
    return Editorial(ids, (Review.MACHINE,) * count, ((),) * count, ((),) * len(reading.speakers))
