"""The table that is searched: one row a statement, in an order in which the newest published stands last.

SQLite keeps the terms as text and FTS5's index over them in `search_terms`, which triggers keep in step; PostgreSQL
keeps them as a tsvector with a GIN index, see shelves.py.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from quoth.record.tables import metadata

search = Table(
    "search",
    metadata,
    # Day of publication and a running number, see `first_place`. BigInteger is no rowid on SQLite, Integer is.
    Column("place", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column(
        "statement", Integer, ForeignKey("statements.key", ondelete="CASCADE"), nullable=False, unique=True, index=False
    ),
    Column("spans", Text, nullable=False),  # of the words, in the article's text: "120-180 200-240"
    Column("words", Text, nullable=False),  # their terms, which rank it; the facts are beside them on SQLite
    Column("stems", Text, nullable=False),
    Column("meaning", Integer),  # the number of its vector in `meanings`
    Index("ix_search_meaning", "meaning"),
)

meanings = Table(
    "meanings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False, unique=True),  # a digest of what was embedded
    Column("vector", LargeBinary, nullable=False),  # see vectors.packed
)

blocks = Table(
    "meaning_blocks",  # SQLite only: the bits of 4,096 vectors, see meanings.py
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("bits", LargeBinary, nullable=False),
)

DAY_BITS = 24  # sixteen million statements a day


def first_place(day: int) -> int:
    """The first place of a day, which is told by its number in the calendar; 0 for articles of unknown day."""
    return day << DAY_BITS
