"""The statements nearest in meaning: by their bits first, the best of those by their vectors, then by the filters.

A filter that leaves few statements is asked first and only their vectors are looked at; otherwise vectors come first,
as many as it takes to be left with enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, bindparam, select, text

from quoth.record.search import matching, shelves
from quoth.record.search.holding import Held, holds
from quoth.record.search.meanings import AT_ONCE, BLOCK
from quoth.record.search.query import Not, Query
from quoth.record.search.selecting import Candidate, only_shown
from quoth.record.search.tables import blocks, meanings
from quoth.record.search.vectors import WORDS, Bits, Floats, bit_string, bits, distances, unpacked

Numbers = npt.NDArray[np.int64]

FEW = 30_000  # statements that a filter may leave to be asked first
RESCORED = (1_000, 4_000, 32_000)  # vectors that are compared in full, until enough of them pass the filters
RESCORED_OF_FEW = 2_000
ENOUGH = 100  # that pass: with so many the nearest ten are among them


@dataclass(frozen=True, slots=True)
class Near:
    """A statement and how alike it is: 1 for the same."""

    candidate: Candidate
    likeness: float


def nearest(connection: Connection, sought: Floats, query: Query, floor: float) -> list[Near]:
    """Those that the query selects, nearest first, none below `floor`: all of them where they are few."""
    few = _few(connection, query)
    if few is not None:
        found = _by_bits(connection, sought, RESCORED_OF_FEW, few)
        return _selected(connection, _by_vectors(connection, sought, found, floor), query)
    passed: list[Near] = []
    for count in RESCORED[0 if _excludes_only(query) else 1 :]:
        found = _by_bits(connection, sought, count, None)
        near = _by_vectors(connection, sought, found, floor)
        passed = _selected(connection, near, query)
        if len(passed) >= ENOUGH or len(near) < len(found) or len(found) < count:
            break  # enough; or whatever else there is lies below the floor; or there is nothing else
    return passed


def _excludes_only(query: Query) -> bool:
    """Whether the query leaves nearly everything."""
    return all(isinstance(one, Not) for one in query.conditions)


def _few(connection: Connection, query: Query) -> Numbers | None:
    """The numbers of the vectors of what the query selects; None where that is much."""
    if _excludes_only(query):
        return None
    found = (
        _meant_postgresql(connection, query) if connection.dialect.name == "postgresql" else _meant(connection, query)
    )
    if found is None or len(found) > FEW:
        return None
    return np.unique(np.array([number for number in found if number is not None], dtype=np.int64))


def _meant(connection: Connection, query: Query) -> Sequence[int | None] | None:
    values = {"sought": matching.fts5(query), "most": FEW + 1}
    if (connection.scalar(text(COUNTED), values) or 0) > FEW:
        return None
    return connection.scalars(text(MEANT), values).all()


def _meant_postgresql(connection: Connection, query: Query) -> Sequence[int | None] | None:
    """Likewise; to count them all would take as long as to look for the vectors first."""
    rest, shown = only_shown(query)
    if shelves.estimate(connection, rest, shown) > FEW:
        return None
    shelves.with_index(connection)
    told = text(f"{shelves.everywhere('meaning', shown)} LIMIT :most")
    found = connection.scalars(told, {"sought": matching.tsquery(rest), "most": FEW + 1}).all()
    connection.execute(text("SET LOCAL enable_seqscan = on"))
    return found


COUNTED = "SELECT count(*) FROM (SELECT 1 FROM search_terms WHERE search_terms MATCH :sought LIMIT :most)"
MEANT = """
    SELECT meaning FROM (SELECT rowid AS found FROM search_terms WHERE search_terms MATCH :sought LIMIT :most)
    CROSS JOIN search ON place = found"""


# ---- by their bits


def _by_bits(connection: Connection, sought: Floats, count: int, among: Numbers | None) -> Numbers:
    """The numbers of the `count` vectors whose bits differ least, of all or of those `among` which they must be."""
    if connection.dialect.name == "postgresql":
        return _by_bits_postgresql(connection, sought, count, among)
    numbers, far = _distances(connection, bits(sought[None])[0])
    if among is not None:
        places = np.searchsorted(numbers, among)
        places = places[places < len(numbers)]
        places = places[np.isin(numbers[places], among)]
        numbers, far = numbers[places], far[places]
    if len(numbers) <= count:
        return numbers
    return numbers[np.argpartition(far, count)[:count]]


def _distances(connection: Connection, sought: Bits) -> tuple[Numbers, npt.NDArray[np.uint16]]:
    """Of every vector the number, ascending, and in how many bits it differs."""
    numbers, far, packed = list[Numbers](), list[npt.NDArray[np.uint16]](), 0
    for row in connection.execute(select(blocks).order_by(blocks.c.number)):
        far.append(distances(np.frombuffer(row.bits, dtype=np.uint64).reshape(-1, WORDS), sought))
        numbers.append(np.arange(row.number * BLOCK, (row.number + 1) * BLOCK, dtype=np.int64))
        packed = (row.number + 1) * BLOCK
    query = select(meanings.c.number, meanings.c.vector).where(meanings.c.number >= packed)
    rows = connection.execute(query.order_by(meanings.c.number)).all()
    if rows:
        far.append(distances(bits(unpacked([row.vector for row in rows])), sought))
        numbers.append(np.array([row.number for row in rows], dtype=np.int64))
    if not numbers:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.uint16)
    return np.concatenate(numbers), np.concatenate(far)


def _by_bits_postgresql(connection: Connection, sought: Floats, count: int, among: Numbers | None) -> Numbers:
    """Likewise, by PostgreSQL's own bit strings: an exact walk over a million takes a tenth of a second."""
    inside = "" if among is None else "WHERE number = ANY(:among)"
    nearest_first = f"""
        SELECT number FROM meaning_bits {inside} ORDER BY bit_count(bits # CAST(:sought AS bit(384))) LIMIT :most"""
    values = {"sought": bit_string(sought), "most": count}
    if among is not None:
        values["among"] = among.tolist()
    found = list(connection.scalars(text(nearest_first), values))
    return np.sort(np.array(found, dtype=np.int64))


# ---- by their vectors, and by the filters


def _by_vectors(connection: Connection, sought: Floats, numbers: Numbers, floor: float) -> dict[int, float]:
    """By number how alike each vector is, the nearest first; those below the floor are left out."""
    likeness: dict[int, float] = {}
    for some in batched(numbers.tolist(), AT_ONCE):
        query = select(meanings.c.number, meanings.c.vector).where(meanings.c.number.in_(some))
        rows = connection.execute(query).all()
        near = unpacked([row.vector for row in rows]) @ sought
        likeness |= {row.number: round(float(one), 4) for row, one in zip(rows, near, strict=True) if one >= floor}
    return dict(sorted(likeness.items(), key=lambda one: (-one[1], one[0])))


def _selected(connection: Connection, likeness: dict[int, float], query: Query) -> list[Near]:
    """The statements that carry these vectors and that the query selects, in that order; no more than enough."""
    passed: list[Near] = []
    for some in batched(likeness, AT_ONCE):
        found = (Near(one, likeness[number]) for number, one in _carrying(connection, some, query))
        passed += sorted(found, key=lambda one: -one.likeness)
        if len(passed) >= ENOUGH:
            break
    return passed


def _carrying(connection: Connection, numbers: Sequence[int], query: Query) -> Iterator[tuple[int, Candidate]]:
    """The statements with these vectors that the query selects.

    SQLite's index of words would make a list of all that the filters select, which may be nearly everything; so there
    each statement's own terms are looked at.
    """
    if connection.dialect.name == "postgresql":
        rest, shown = only_shown(query)
        passing = {"numbers": list(numbers), "sought": matching.tsquery(rest)}
        for row in connection.execute(text(POSTGRESQL + shelves.matching_on("search.shelf", shown)), passing):
            yield row[-1], Candidate(*row[:-1])
        return
    for row in connection.execute(SQLITE, {"numbers": list(numbers)}):
        *told, number, facts = row
        one = Candidate(*told)
        if holds(query, Held(one.words.split(), one.stems.split(), facts.split())):
            yield number, one


SHOWN = "SELECT place, key, id, article, position, utterance, words, stems, meaning"
SQLITE = text(f"{SHOWN}, facts FROM search JOIN statements ON key = statement WHERE meaning IN :numbers")
SQLITE = SQLITE.bindparams(bindparam("numbers", expanding=True))
POSTGRESQL = f"{SHOWN} FROM search JOIN statements ON key = statement WHERE meaning = ANY(:numbers) AND "

One = TypeVar("One")


def batched(many: Iterable[One], size: int) -> Iterator[list[One]]:
    """In lists of that size, the last one shorter; itertools has it from Python 3.12 on."""
    left = iter(many)
    while some := list(islice(left, size)):
        yield some
