"""Gets machine readings back from the record as they were."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Row, select

from quoth.contract import from_contract
from quoth.domain import Reading
from quoth.record import tables


def readings(connection: Connection) -> Iterator[Reading]:
    """Every article's newest reading as the machine made it, by article id."""
    newest = tables.articles.join(
        tables.versions,
        (tables.versions.c.article == tables.articles.c.id) & (tables.versions.c.number == tables.articles.c.version),
    )
    query = select(tables.versions).select_from(newest).order_by(by_code_points(connection, tables.articles.c.id))
    for row in connection.execution_options(yield_per=100).execute(query):
        yield reading_of(row)


def reading(connection: Connection, article: str, number: int | None = None) -> Reading | None:
    """The article's reading of that number, or its newest; None where there is none."""
    query = select(tables.versions).where(tables.versions.c.article == article)
    if number is not None:
        query = query.where(tables.versions.c.number == number)
    row = connection.execute(query.order_by(tables.versions.c.number.desc()).limit(1)).first()
    return None if row is None else reading_of(row)


def reading_of(row: Row[tuple[object, ...]]) -> Reading:
    """The reading that a row of `versions` holds."""
    value = json.loads(row.reading)
    value["article"]["text"] = row.text
    return from_contract(value)


def by_code_points(connection: Connection, column: ColumnElement[str]) -> ColumnElement[str]:
    """The column as both stores put it in one order: PostgreSQL would follow the database's language."""
    return column.collate("C") if connection.dialect.name == "postgresql" else column
