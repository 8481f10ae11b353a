"""Draws the projection of one article anew: what search, counts and Datasette read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, select, update

from quoth.domain import Reading
from quoth.record import dossiers, quoted, rows, tables, variants
from quoth.record.corrected import Corrected
from quoth.record.notices import Flags
from quoth.record.putting import put
from quoth.record.search.indexing import index
from quoth.record.stories import join, join_new


@dataclass(frozen=True, slots=True)
class Flagged:
    """An article as it is to be drawn. What was rejected is drawn after the statements that stand."""

    done: Corrected
    article: Flags
    statements: Sequence[Flags]  # of each, in that order


def project(connection: Connection, told: Flagged) -> None:
    """Replaces what the projection holds of this article; its row in `articles` must exist."""
    article = told.done.reading.article
    about = rows.article_row(told.done.reading) | _marks(told.article)
    connection.execute(DRAWN_ANEW, about | {"its": article.id})
    clear(connection, article.id)
    drawn = _draw(connection, told)
    join(connection, article)
    _find(connection, told, drawn)


def project_new(connection: Connection, told: Flagged) -> None:
    """The same for an article of which the projection holds nothing but its row, with nothing marked."""
    drawn = _draw(connection, told)
    join_new(connection, told.done.reading.article)
    _find(connection, told, drawn)


def _draw(connection: Connection, told: Flagged) -> list[rows.Drawn]:
    done, everything = told.done, told.done.everything
    put(connection, tables.bylines, rows.byline_rows(done.reading))
    put(connection, tables.speakers, rows.speaker_rows(done.reading))
    put(connection, tables.requests, rows.request_rows(done.reading))
    flagged = zip(rows.statement_rows(everything), told.statements, strict=True)
    return _statements(connection, everything.reading, [row | _marks(flags) for row, flags in flagged])


def _find(connection: Connection, told: Flagged, drawn: Sequence[rows.Drawn]) -> None:
    """Makes what was drawn be found: by search, and as a variant of what others print."""
    article = told.done.reading.article
    index(connection, article, drawn)
    variants.join(connection, article, drawn)
    dossiers.join(connection, told.done, [one.key for one in drawn])


DRAWN_ANEW = update(tables.articles).where(tables.articles.c.id == bindparam("its"))


def _statements(connection: Connection, reading: Reading, new: Sequence[rows.Row]) -> list[rows.Drawn]:
    """Puts the statements and what hangs on them into their tables."""
    put(connection, tables.statements, new)
    keys = statement_keys(connection, reading.article.id) if new else []
    drawn = [
        rows.Drawn(
            row | {"key": key},
            one,
            rows.statement_speaker_rows(reading, one, key),
            rows.topic_rows(one, key),
            rows.step_rows(one, key),
        )
        for row, one, key in zip(new, reading.statements, keys, strict=True)
    ]
    put(connection, tables.statement_speakers, [row for one in drawn for row in one.speakers])
    put(connection, tables.topics, [row for one in drawn for row in one.topics])
    put(connection, tables.steps, [row for one in drawn for row in one.steps])
    quoted.index(connection, reading, keys)
    return drawn


def _marks(flags: Flags) -> rows.Row:
    return {"retracted": flags.retracted, "hidden": flags.hidden}


CLEAR = [
    delete(table).where(table.c.article == bindparam("its"))
    for table in (tables.bylines, tables.speakers, tables.requests, tables.statements)  # the rest hangs on statements
]
KEYS = (
    select(tables.statements.c.key)
    .where(tables.statements.c.article == bindparam("its"))
    .order_by(tables.statements.c.position)
)


def clear(connection: Connection, article: str) -> None:
    """Takes what the projection holds of the article out, but for its row in `articles`."""
    for one in CLEAR:
        connection.execute(one, {"its": article})


def statement_keys(connection: Connection, article: str) -> list[int]:
    """The keys of the article's statements, in the contract's order."""
    return list(connection.scalars(KEYS, {"its": article}))
