"""What the record keeps, as tables: machine readings are only ever added to, the rest is drawn from them anew.

`versions` holds each reading of an article as the machine made it. `articles`, `statements` and what hangs on them are
the projection: the newest version with the editors' corrections applied, as Datasette or SQL may read it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
)


class Utc(TypeDecorator[datetime]):
    """An aware time in UTC; SQLite keeps none of the zone, so it is given back here."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a time in the record needs its zone")
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData()


def _of_article(**options: Any) -> Column[str]:
    return Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, **options)


def _of_statement(**options: Any) -> Column[int]:
    return Column("statement", Integer, ForeignKey("statements.key", ondelete="CASCADE"), nullable=False, **options)


articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("url", Text, index=True),
    Column("outlet", Text, index=True),
    Column("headline", Text),
    Column("byline", Text),  # names joined by "; ", one by one in `bylines`
    Column("section", Text, index=True),
    Column("language", Text),
    Column("published_from", Date, index=True),
    Column("published_to", Date),
    Column("published_basis", Text),
    Column("origin", Text, nullable=False),
    Column("version", Integer, nullable=False),  # the newest in `versions`
    Column("digest", Text, nullable=False, index=True),  # of its printed words
    Column("story", Text, nullable=False, index=True),  # the id of the first of the articles that print the same copy
    Column("added_at", Utc, nullable=False),
    Column("retracted", Boolean, nullable=False, server_default=false()),
    Column("hidden", Boolean, nullable=False, server_default=false()),
)

versions = Table(
    "versions",
    metadata,
    _of_article(primary_key=True),
    Column("number", Integer, primary_key=True),  # from 1
    Column("digest", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("reading", Text, nullable=False),  # the contract's object as JSON, without the text
    Column("model", Text, nullable=False),
    Column("quoth", Text, nullable=False),
    Column("read_at", Utc, nullable=False),
)

origins = Table(
    "origins",
    metadata,
    Column("bytes", Text, primary_key=True),  # SHA-256 of what an origin held: the same bytes need not be read again
    _of_article(index=True),
)

bylines = Table(
    "bylines",
    metadata,
    _of_article(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
)

collections = Table(
    "collections",
    metadata,
    _of_article(primary_key=True),
    Column("name", Text, primary_key=True, index=True),
)

speakers = Table(
    "speakers",
    metadata,
    _of_article(primary_key=True),
    Column("number", Integer, primary_key=True),  # the contract's id, within the article
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("role", Text),
    Column("anonymity", Text),
)

statements = Table(
    "statements",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),  # the contract's
    _of_article(index=True),
    Column("position", Integer, nullable=False),  # in the contract's list
    Column("quote", Text, nullable=False),
    Column("speaker", Text),  # names joined by " and ", one by one in `statement_speakers`
    Column("role", Text),
    Column("kind", Text),
    Column("cue", Text),
    Column("mention", Text),
    Column("part", Text, nullable=False),  # of the page: headline, standfirst, body, caption
    Column("manner", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("prompt", Text),
    Column("said_from", Date, index=True),
    Column("said_to", Date),
    Column("words_confidence", Float, nullable=False),
    Column("speaker_confidence", Float),
    Column("when_confidence", Float),
    Column("review", Text, nullable=False, index=True),
    Column("reviewed_by", Text),
    Column("reviewed_at", Utc),
    Column("retracted", Boolean, nullable=False, server_default=false()),  # it, its article or its speaker
    Column("hidden", Boolean, nullable=False, server_default=false()),  # likewise, for legal reasons
    Column("utterance", Text, nullable=False, index=True),  # the id of the first statement of this thing said
    UniqueConstraint("article", "position"),
    sqlite_autoincrement=True,
)

statement_speakers = Table(
    "statement_speakers",
    metadata,
    _of_statement(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("number", Integer, nullable=False),  # of `speakers`, in the same article
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("role", Text),
    Index("ix_statement_speakers_folded", "folded", "statement"),
)

topics = Table(
    "topics",
    metadata,
    _of_statement(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Index("ix_topics_folded", "folded", "statement"),
)

steps = Table(
    "steps",
    metadata,
    _of_statement(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Index("ix_steps_folded", "folded", "statement"),
)

requests = Table(
    "requests",
    metadata,
    _of_article(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("asked", Text, nullable=False),  # the speaker's name
    Column("by", Text),
    Column("outcome", Text, nullable=False),
)

bands = Table(
    "story_bands",
    metadata,
    _of_article(primary_key=True),
    Column("band", Integer, primary_key=True),
    Column("hash", BigInteger, nullable=False, index=True),
)

copies = Table(
    "copies",  # pairs of articles, the lesser id first, that may print the same copy
    metadata,
    _of_article(primary_key=True),
    Column("copy", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("likeness", Float, nullable=False),  # probability
)
