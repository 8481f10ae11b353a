"""Draws the projection of one article anew: what search, counts and Datasette read."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, delete, insert, select, update

from quoth.domain import Reading
from quoth.record import dossiers, quoted, rows, tables, variants
from quoth.record.corrected import Corrected
from quoth.record.notices import Flags
from quoth.record.search.indexing import index
from quoth.record.stories import join


def project(connection: Connection, done: Corrected, article: Flags, statements: Sequence[Flags]) -> None:
    """Replaces what the projection holds of this article; its row in `articles` must exist.

    What was rejected is drawn after the statements that stand. `statements`: flags of each, in that order.
    """
    id_, everything = done.reading.article.id, done.everything
    about = rows.article_row(done.reading) | _marks(article)
    connection.execute(update(tables.articles).where(tables.articles.c.id == id_).values(about))
    clear(connection, id_)
    _insert(connection, tables.bylines, rows.byline_rows(done.reading))
    _insert(connection, tables.speakers, rows.speaker_rows(done.reading))
    _insert(connection, tables.requests, rows.request_rows(done.reading))
    drawn = zip(rows.statement_rows(everything), statements, strict=True)
    _insert(connection, tables.statements, [row | _marks(flags) for row, flags in drawn])
    _hang(connection, everything.reading)
    join(connection, done.reading.article)
    index(connection, everything.reading)
    keys = statement_keys(connection, id_)
    variants.join(connection, keys)
    dossiers.join(connection, done, keys)


def _hang(connection: Connection, reading: Reading) -> None:
    """What hangs on the statements that were just drawn."""
    pairs = list(zip(reading.statements, statement_keys(connection, reading.article.id), strict=True))
    who = [row for one, key in pairs for row in rows.statement_speaker_rows(reading, one, key)]
    _insert(connection, tables.statement_speakers, who)
    _insert(connection, tables.topics, [row for one, key in pairs for row in rows.topic_rows(one, key)])
    _insert(connection, tables.steps, [row for one, key in pairs for row in rows.step_rows(one, key)])
    quoted.index(connection, reading, [key for _, key in pairs])


def _marks(flags: Flags) -> rows.Row:
    return {"retracted": flags.retracted, "hidden": flags.hidden}


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
