"""Which articles a query picks for exports and feeds: as they may be shown, in one order, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Select, func, select

from quoth.record import showing
from quoth.record.corrected import Corrected
from quoth.record.dossiers.privacy import by_no_private, private_names
from quoth.record.kept import by_code_points
from quoth.record.search import Query, selected
from quoth.record.search.selecting import visible
from quoth.record.tables import articles, statements


@dataclass(frozen=True, slots=True)
class Picked:
    """An article as it may be shown, and the ids of its statements that were picked; None: all that stand."""

    corrected: Corrected
    ids: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Fresh:
    """One utterance in the article that brought it first, and when that was added (UTC)."""

    picked: Picked
    added_at: datetime


def picked(connection: Connection, query: Query | None, *, public: bool = False) -> Iterator[Picked]:
    """Every article that has a statement the query selects, by id in code points; None: every article.

    `public`: without the private persons in them, whose words and names are blacked out.
    """
    if connection.dialect.name == "postgresql":  # else each query would see what was added since the last
        connection.execution_options(isolation_level="REPEATABLE READ")
    if query is None:
        for each in showing.corrected_readings(connection):
            yield Picked(_public(connection, each) if public else each)
        return
    pairs = _shown(select(statements.c.article, statements.c.id), connection, query)
    order = by_code_points(connection, statements.c.article)
    rows = connection.execute(pairs.order_by(order, statements.c.position), execution_options={"yield_per": 1000})
    for article, group in groupby(rows, key=attrgetter("article")):
        ids = frozenset(row.id for row in group)
        done = showing.corrected(connection, article, hidden=False)
        if done is not None and public:
            done = _public(connection, done)
            ids &= {*done.ids}
        if done is not None and ids:
            yield Picked(done, ids)


def _public(connection: Connection, done: Corrected) -> Corrected:
    return showing.without_speakers(done, private_names(connection, done.reading.article.id))


def newest(connection: Connection, query: Query, limit: int) -> list[Fresh]:
    """The utterances that the query selects, each as the article that was added first has it, the newest first.

    For the public: without private persons.
    """
    order = by_code_points(connection, articles.c.id)
    nth = func.row_number().over(
        partition_by=statements.c.utterance, order_by=(articles.c.added_at, order, statements.c.position)
    )
    columns = select(
        statements.c.id, statements.c.article, statements.c.position, articles.c.added_at, nth.label("nth")
    )
    public = columns.join(articles, articles.c.id == statements.c.article).where(by_no_private(connection))
    each = _shown(public, connection, query).subquery()
    found = (
        select(each.c.id, each.c.article, each.c.added_at)
        .where(each.c.nth == 1)
        .order_by(each.c.added_at.desc(), by_code_points(connection, each.c.article), each.c.position)
        .limit(limit)
    )
    return list(_fresh(connection, connection.execute(found).all()))


def _fresh(connection: Connection, rows: Any) -> Iterator[Fresh]:
    done: dict[str, Corrected | None] = {}
    for row in rows:
        if row.article not in done:
            found = showing.corrected(connection, row.article, hidden=False)
            done[row.article] = None if found is None else _public(connection, found)
        article = done[row.article]
        if article is not None and row.id in article.ids:
            yield Fresh(Picked(article, frozenset({row.id})), row.added_at)


def _shown(columns: Select[Any], connection: Connection, query: Query) -> Select[Any]:
    """Of what the query selects only what may be shown; what was rejected only where the query asks for states."""
    keys = selected(visible(query), connection.dialect.name)
    return columns.where(statements.c.key.in_(keys), ~statements.c.hidden)
