"""What people keep on record: corrections, notices, and what is to stay forgotten. Only `forget` takes rows out."""

from __future__ import annotations

from datetime import date

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    Table,
    Text,
    TypeDecorator,
    false,
)

from quoth.record.tables import Utc, metadata

NO_DAY = date.min  # 0001-01-01; the column came to be when every notice had a day, and takes no null


class DayOrNone(TypeDecorator[date]):
    """A day, or None for one that is not known."""

    impl = Date
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> date:
        return NO_DAY if value is None else value

    def process_result_value(self, value: date | None, dialect: Dialect) -> date | None:
        return None if value == NO_DAY else value


corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("statement", Text, index=True),  # the contract's id; null where the article itself is corrected
    Column("what", Text, nullable=False),  # speaker, content, status, review, add, headline ...
    Column("said", Text, nullable=False),  # what it is now, to read
    Column("change", Text, nullable=False),  # the same as JSON, as `corrections.change_to_json` writes it
    Column("seen", Text),  # the statement as it stood, as JSON
    Column("by", Text, nullable=False),
    Column("at", Utc, nullable=False),
    Column("why", Text),
    Column("undone_by", Text),
    Column("undone_at", Utc),
    Column("lost", Text),  # why it does not fit the newest version of the article; null where it does
    sqlite_autoincrement=True,
)

notices = Table(
    "notices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), index=True),  # null for a speaker's
    Column("statement", Text, index=True),  # the contract's id; null where it is the article's
    Column("speaker", Text),  # the name; the notice holds for every speaker of that name who is not unnamed
    Column("folded", Text, index=True),
    Column("kind", Text, nullable=False),  # corrected, retracted, disputed, hidden
    Column("day", DayOrNone, nullable=False),
    Column("text", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Utc, nullable=False),
    Column("proposed", Boolean, nullable=False, server_default=false()),  # read from the publisher's own note
    Column("lifted_by", Text),
    Column("lifted_at", Utc),
    sqlite_autoincrement=True,
)

forgotten = Table(
    "forgotten",
    metadata,
    Column("digest", Text, primary_key=True),  # keyed SHA-256 of what is forgotten: nothing of it can be read here
    Column("what", Text, nullable=False),  # url, article, words, bytes, outlet, speaker
    Column("by", Text, nullable=False),
    Column("at", Utc, nullable=False),
    Column("reason", Text, nullable=False),
)

salts = Table(
    "salts",
    metadata,
    Column("salt", LargeBinary, primary_key=True),  # this record's own key to the digests in `forgotten`
)
