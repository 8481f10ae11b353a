"""What is kept of dossiers: entries with their dossier, pairs that found each other, decisions, and who is known."""

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
    Column("authority", Text, index=True),  # who it is in the authority file
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
    Column("sure", Boolean, nullable=False),  # whether it is certain of any statement that this speaker made it
    Column("authority", Text, index=True),  # by name and office; null: nobody in the authority file
    Column("dossier", Text, nullable=False, index=True),  # its group; not public without a row in `dossiers`
    Column("probability", Float, nullable=False),
    Column("like", Integer),  # the entry that it is most like in its dossier
    Column("reason", Text, nullable=False),  # what it shares with that; without a name, which may be forgotten
    Column("decided_by", Text, nullable=False),  # machine, editor
    UniqueConstraint("article", "number"),
    sqlite_autoincrement=True,
)

keys = Table(
    "dossier_keys",  # of every entry, but for dossiers of many only of some that stand for the others
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

may_be = Table(
    "dossier_may_be",  # statements whose speaker is uncertain, by who it may be
    metadata,
    Column("statement", Integer, ForeignKey("statements.key", ondelete="CASCADE"), primary_key=True),
    _of_entry("entry", index=True),
)

decisions = Table(
    "dossier_decisions",  # only ever added to; undone ones stay
    metadata,
    Column("id", Integer, primary_key=True),
    Column("what", Text, nullable=False),  # same, apart, name, alias, private, open
    Column("said", Text),  # the name or alias
    Column("by", Text, nullable=False),
    Column("at", Utc, nullable=False),
    Column("why", Text),
    Column("undone_by", Text),
    Column("undone_at", Utc),
    sqlite_autoincrement=True,
)

decided = Table(
    "dossier_decided",  # of which entries a decision is, by their signs
    metadata,
    Column("decision", Integer, ForeignKey("dossier_decisions.id", ondelete="CASCADE"), primary_key=True),
    Column("sign", Text, primary_key=True, index=True),
    Column("is_other", Boolean, nullable=False),  # whom the rest are the same as, or apart from
)

authorities = Table(
    "authorities",
    metadata,
    Column("id", Text, primary_key=True),  # of Wikidata, else made from name and description
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("description", Text),
    Column("wikidata", Text),
    Column("by", Text, nullable=False),
    Column("at", Utc, nullable=False),
)

authority_names = Table(
    "authority_names",
    metadata,
    Column("authority", Text, ForeignKey("authorities.id", ondelete="CASCADE"), primary_key=True),
    Column("name", Text, primary_key=True),
)

authority_keys = Table(
    "authority_keys",
    metadata,
    Column("authority", Text, ForeignKey("authorities.id", ondelete="CASCADE"), primary_key=True),
    Column("block", Text, primary_key=True, index=True),
)

authority_offices = Table(
    "authority_offices",
    metadata,
    Column("authority", Text, ForeignKey("authorities.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    Column("start", Date),
    Column("end", Date),
)
