"""Puts many rows into a table by one statement."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Insert, Table, TextClause, insert, text

Row = dict[str, Any]


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Puts the rows, which all have the same columns, into the table.

    To a server they go as one value: row by row, their parameters would take as long as all that is done with them.
    """
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        told = json.dumps(rows, ensure_ascii=False, default=_written)
        connection.execute(_from_json(table, tuple(rows[0]), connection.dialect), {"rows": told})
    else:
        connection.execute(_insert(table), rows)


@cache
def _insert(table: Table) -> Insert:
    return insert(table)


@cache
def _from_json(table: Table, columns: tuple[str, ...], dialect: Dialect) -> TextClause:
    names = ", ".join(f'"{name}"' for name in columns)
    typed = ", ".join(f'"{name}" {table.c[name].type.compile(dialect)}' for name in columns)
    given = f"json_to_recordset(CAST(:rows AS json)) AS given({typed})"
    return text(f"INSERT INTO {table.name} ({names}) SELECT {names} FROM {given}")


def _written(value: object) -> str:
    """What JSON has no form for, as PostgreSQL reads it."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no value of a column")
