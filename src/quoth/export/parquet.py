"""Parquet: typed columns, days as days and lists as lists, for pandas, DuckDB, R and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain, islice
from typing import BinaryIO

from quoth.errors import UsageError
from quoth.export.rows import COLUMNS, Row, rows
from quoth.record.picked import Picked

try:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter
except ModuleNotFoundError as error:
    raise UsageError("parquet needs one more package: pip install 'quoth[parquet]'") from error

TEXTS = frozenset({"words", "act", "status", "review", "manner", "before", "after", "statement", "article", "sha256"})
LISTS = frozenset({"person", "role", "kind", "route", "about", "notices"})
DAYS = frozenset({"said_from", "said_to", "published_from", "published_to"})
GROUP_ROWS = 10_000


def schema() -> pa.Schema:
    """The columns; texts that are always there, and lists, are never null."""
    return pa.schema([pa.field(name, _type(name), nullable=name not in TEXTS | LISTS) for name in COLUMNS])


def _type(name: str) -> pa.DataType:
    if name in DAYS:
        return pa.date32()
    return pa.list_(pa.string()) if name in LISTS else pa.string()


def write(picked: Iterable[Picked], out: BinaryIO, share: bool) -> None:
    """Writes the table, one row a statement, in groups of ten thousand."""
    table = chain.from_iterable(rows(one, share) for one in picked)
    with ParquetWriter(out, schema(), compression="zstd") as file:
        for group in _groups(table):
            columns = [asdict(row) for row in group]
            file.write_table(pa.Table.from_pylist(columns, schema()))


def _groups(table: Iterator[Row]) -> Iterator[list[Row]]:
    while group := list(islice(table, GROUP_ROWS)):
        yield group
