"""Finds by meaning: one page of the statements nearest to a vector, each utterance once."""

from __future__ import annotations

from sqlalchemy import Connection

from quoth.record.search.cursor import Cursor, Order, Window, read_cursor
from quoth.record.search.finding import FindOptions
from quoth.record.search.hits import Page
from quoth.record.search.loading import hits
from quoth.record.search.nearest import Near, nearest
from quoth.record.search.query import Query, Words
from quoth.record.search.selecting import LAST_PLACE, visible
from quoth.record.search.vectors import Floats

FLOOR = 0.3  # cosine; what lies farther has hardly a word of its subject in common


def find_alike(connection: Connection, sought: Floats, query: Query, options: FindOptions) -> Page:
    """One page of what the query selects, the nearest in meaning first. Raises QueryError for a strange cursor."""
    query, manner = visible(query), f"meaning {sought.tobytes().hex()[:64]} {options.all_copies}"
    last = read_cursor(options.after, query, manner).last if options.after else None
    near = nearest(connection, sought, query, FLOOR)
    shown = near if options.all_copies else _one_each(near)
    ordered = sorted(((_order(one), one) for one in shown), key=lambda pair: pair[0])
    left = [(order, one) for order, one in ordered if last is None or order > last]
    page = left[: options.limit]
    more = len(left) > options.limit
    return Page(
        hits=hits(connection, [(one.candidate, one.likeness) for _, one in page], query, query.sought()),
        total=None,
        next=Cursor(Window(LAST_PLACE, 0), page[-1][0]).written(query, manner) if more else None,
    )


def _order(near: Near) -> Order:
    one = near.candidate
    return -near.likeness, -one.day, one.article, one.position


def _one_each(near: list[Near]) -> list[Near]:
    """Of each utterance the nearest copy, of equals the one that was published first."""
    best: dict[str, Near] = {}
    for one in sorted(near, key=lambda one: (-one.likeness, one.candidate.place)):
        best.setdefault(one.candidate.utterance, one)
    return list(best.values())


def asked_by_meaning(query: Query) -> tuple[str, Query]:
    """What a query asks for, to be found by its meaning: its plain words and phrases, and what else must hold."""
    plain = tuple(one for one in query.conditions if isinstance(one, Words) and not one.prefix)
    rest = tuple(one for one in query.conditions if one not in plain)
    return " ".join(word for one in plain for word in one.words), Query(rest)
