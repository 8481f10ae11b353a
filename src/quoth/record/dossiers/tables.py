"""What is kept of dossiers: entries with their dossier, the pairs that found each other, and what editors decided."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Integer, Table, Text, UniqueConstraint, false

from quoth.record.tables import Utc, metadata

dossiers = Table(
    "dossiers",
    metadata,
    Column("id", Text, primary_key=True),  # made from the least of its entries
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("private", Boolean, nullable=False, server_default=false()),  # by an editor: in no list, feed, shared export
)


def _of_entry(name: str, **options: Any) -> Column[int]:
    return Column(name, Integer, ForeignKey("dossier_entries.key", ondelete="CASCADE"), primary_key=True, **options)


entries = Table(
    "dossier_entries",  # the named speakers of each article
    metadata,
    Column("key", Integer, primary_key=True),
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),  # of `speakers`, in the same article
    Column("sign", Text, nullable=False, index=True),  # digest of article and name, by which editors' decisions know it
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("role", Text),
    Column("outlet", Text),
    Column("published", Date),
    Column("context", Text, nullable=False),  # JSON: what of the article tells who it is
    Column("dossier", Text, index=True),  # null: found inside its article only
    Column("probability", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("decided_by", Text, nullable=False),  # machine, editor
    UniqueConstraint("article", "number"),
    sqlite_autoincrement=True,
)

keys = Table(
    "dossier_keys",
    metadata,
    _of_entry("entry"),
    Column("block", Text, primary_key=True, index=True),
)

pairs = Table(
    "dossier_pairs",  # entries that are not unlikely to be one, the lesser key first
    metadata,
    _of_entry("entry"),
    _of_entry("other", index=True),
    Column("probability", Float, nullable=False),
)

doubts = Table(
    "dossier_doubts",  # pairs of groups left apart, by an entry of each
    metadata,
    _of_entry("entry"),
    _of_entry("other", index=True),
    Column("probability", Float, nullable=False),
)

decisions = Table(
    "dossier_decisions",  # only ever added to; undone ones stay
    metadata,
    Column("id", Integer, primary_key=True),
    Column("what", Text, nullable=False),  # same, apart, name, alias, private, open
    Column("some", Text, nullable=False),  # JSON: signs of entries
    Column("others", Text, nullable=False),  # JSON: signs of the entries that these are the same as, or apart from
    Column("said", Text),  # the name or alias
    Column("by", Text, nullable=False),
    Column("at", Utc, nullable=False),
    Column("why", Text),
    Column("undone_by", Text),
    Column("undone_at", Utc),
    sqlite_autoincrement=True,
)
