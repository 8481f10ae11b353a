"""PostgreSQL's index of words, kept in shelves: at most 24,000 statements published in one quarter of a year.

GIN answers with all that matches at once and cannot begin at the newest: a frequent word with two frequent filters
takes it half a second among a million statements. So each term bears the number of its shelf, a shelf is asked as if it
were all there is, and the newest shelves are asked first, until what is left must be older than what was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from heapq import nlargest
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, text

from quoth.record.search import matching
from quoth.record.search.candidates import Candidate
from quoth.record.search.query import Query

MOST = 24_000  # statements on a shelf
AT_ONCE = 16  # shelves, once it is clear that the newest are not enough

ON_SHELF = "CAST(replace(:sought, '@', {shelf} || '@') AS tsquery)"
"""The query as one shelf understands it: `matching.tsquery` leaves @ where the number goes."""


def shelf_for(connection: Connection, day: int, first: int, count: int) -> int:
    """The shelf for `count` statements of that day (0: unknown) from that place on; a new one where it is full."""
    values = {"quarter": quarter(day), "count": count, "first": first, "last": first + count - 1, "most": MOST}
    found = connection.scalar(ADD_TO_SHELF, values)
    return int(found if found is not None else connection.execute(NEW_SHELF, values).scalar_one())


def quarter(day: int) -> int:
    """The quarter of a year that a day lies in, counted on; 0 for the unknown day."""
    if not day:
        return 0
    told = date.fromordinal(day)
    return told.year * 4 + (told.month - 1) // 3


ADD_TO_SHELF = text("""
    UPDATE search_shelves
    SET first = least(first, :first), last = greatest(last, :last), statements = statements + :count
    WHERE number = (
        SELECT number FROM search_shelves
        WHERE quarter = :quarter AND statements + :count <= :most ORDER BY number DESC LIMIT 1)
    RETURNING number""")
NEW_SHELF = text("""
    INSERT INTO search_shelves (quarter, first, last, statements)
    VALUES (:quarter, :first, :last, :count) RETURNING number""")


def newest(
    connection: Connection, query: Query, shown: bool, bottom: int, top: int, limit: int | None
) -> list[Candidate]:
    """The selected statements at places from `bottom` to `top`, the newest first, at most so many."""
    values = {"sought": matching.tsquery(query), "bottom": bottom, "top": top, "most": limit}
    shelves = connection.execute(text(SHELVES), values).all()
    found: list[tuple[int, int]] = []
    done, size = 0, 1
    with_index(connection)
    while done < len(shelves):
        some = [row.number for row in shelves[done : done + size]]
        done, size = done + len(some), min(2 * size, AT_ONCE)
        found += _on_shelves(connection, some, shown, values)
        if limit is not None and len(found) >= limit:
            found = nlargest(limit, found, key=itemgetter(0))
            if done < len(shelves) and found[-1][0] > shelves[done].last:
                break
    return [Candidate(*row) for row in connection.execute(text(SHOWN), {"keys": [key for _, key in found]})]


def estimate(connection: Connection, query: Query, shown: bool) -> float:
    """About how many statements the query selects: what three shelves hold of it, taken for all."""
    shelves = connection.execute(text("SELECT number, statements FROM search_shelves ORDER BY last")).all()
    some = shelves[len(shelves) // 6 :: max(1, len(shelves) // 3)][:3]
    asked = sum(row.statements for row in some)
    if not asked:
        return 0.0
    with_index(connection)
    counted = text(COUNTED.format(matching=matching_on("shelf.number", shown)))
    values = {"sought": matching.tsquery(query), "shelves": [row.number for row in some]}
    held = connection.scalar(counted, values) or 0
    return float(held * sum(row.statements for row in shelves) / asked)


def with_index(connection: Connection) -> None:
    """Makes PostgreSQL use the index, of which it thinks little before it has seen statistics."""
    connection.execute(text("SET LOCAL enable_seqscan = off"))


def _on_shelves(
    connection: Connection, some: Sequence[int], shown: bool, values: dict[str, Any]
) -> list[tuple[int, int]]:
    told = NEWEST_ON_SHELVES.format(matching=matching_on("shelf.number", shown))
    rows = connection.execute(text(told), values | {"shelves": list(some)})
    return [(row.place, row.statement) for row in rows]


def matching_on(shelf: str, shown: bool) -> str:
    """The condition that a row of `search`, of the shelf of that number, is selected; of those that are shown, or all.

    There is an index of those that are shown, and a small one of the others.
    """
    terms = f"search.terms @@ {ON_SHELF.format(shelf=shelf)}"
    return f"search.shown AND {terms}" if shown else f"((search.shown AND {terms}) OR (NOT search.shown AND {terms}))"


SHELVES = "SELECT number, last FROM search_shelves WHERE last >= :bottom AND first <= :top ORDER BY last DESC"
NEWEST_ON_SHELVES = """
    SELECT place, statement FROM unnest(CAST(:shelves AS integer[])) AS shelf(number) CROSS JOIN LATERAL (
        SELECT place, statement FROM search WHERE {matching} AND place BETWEEN :bottom AND :top
        ORDER BY place DESC LIMIT :most
    ) AS found"""
COUNTED = """
    SELECT sum(found.held) FROM unnest(CAST(:shelves AS integer[])) AS shelf(number) CROSS JOIN LATERAL (
        SELECT count(*) AS held FROM search WHERE {matching}
    ) AS found"""
SHOWN = """
    SELECT place, key, id, article, position, utterance, words, stems FROM search JOIN statements ON key = statement
    WHERE statement = ANY(:keys) ORDER BY place DESC"""
EVERYWHERE = """
    SELECT found.{column} FROM search_shelves CROSS JOIN LATERAL (
        SELECT {column} FROM search WHERE {matching}
    ) AS found"""


def everywhere(column: str, shown: bool) -> str:
    """SQL for that column of every row of `search` that :sought selects, one shelf after the other."""
    return EVERYWHERE.format(column=column, matching=matching_on("search_shelves.number", shown))
