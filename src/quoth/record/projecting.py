"""Draws the projection of one article anew: what search, counts and Datasette read."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, delete, insert, select, update

from quoth.domain import Reading
from quoth.record import rows, tables


def project(connection: Connection, reading: Reading) -> None:
    """Replaces what the projection holds of this article; its row in `articles` must exist."""
    id_ = reading.article.id
    connection.execute(update(tables.articles).where(tables.articles.c.id == id_).values(rows.article_row(reading)))
    clear(connection, id_)
    _insert(connection, tables.bylines, rows.byline_rows(reading))
    _insert(connection, tables.speakers, rows.speaker_rows(reading))
    _insert(connection, tables.requests, rows.request_rows(reading))
    _insert(connection, tables.statements, list(rows.statement_rows(reading)))
    keys = statement_keys(connection, id_)
    pairs = list(zip(reading.statements, keys, strict=True))
    _insert(
        connection,
        tables.statement_speakers,
        [row for one, key in pairs for row in rows.statement_speaker_rows(reading, one, key)],
    )
    _insert(connection, tables.topics, [row for one, key in pairs for row in rows.topic_rows(one, key)])
    _insert(connection, tables.steps, [row for one, key in pairs for row in rows.step_rows(one, key)])


def clear(connection: Connection, article: str) -> None:
    """Takes what the projection holds of the article out, but for its row in `articles`."""
    for table in (tables.bylines, tables.speakers, tables.requests, tables.statements):  # the rest hangs on statements
        connection.execute(delete(table).where(table.c.article == article))


def statement_keys(connection: Connection, article: str) -> list[int]:
    """The keys of the article's statements, in the contract's order."""
    found = (
        select(tables.statements.c.key)
        .where(tables.statements.c.article == article)
        .order_by(tables.statements.c.position)
    )
    return list(connection.scalars(found))


def _insert(connection: Connection, table: Table, new: Sequence[rows.Row]) -> None:
    if new:
        connection.execute(insert(table), new)
