"""Search: the index of words and facts, and the vectors of meaning.

Revision: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"

# The terms are made by quoth, one blank apart: the tokenizer has nothing to do but cut there. No rank of FTS5's own is
# used, so it need not keep how long each text is.
SQLITE = (
    "CREATE TABLE meaning_blocks (number INTEGER PRIMARY KEY, bits BLOB NOT NULL)",
    "ALTER TABLE search ADD COLUMN facts TEXT NOT NULL DEFAULT ''",
    """CREATE VIRTUAL TABLE search_terms USING fts5(
        words, stems, facts, content='search', content_rowid='place', columnsize=0, prefix='3 4',
        tokenize="ascii tokenchars '=_'")""",
    """CREATE TRIGGER search_in AFTER INSERT ON search BEGIN
        INSERT INTO search_terms(rowid, words, stems, facts) VALUES (new.place, new.words, new.stems, new.facts);
    END""",
    """CREATE TRIGGER search_out AFTER DELETE ON search BEGIN
        INSERT INTO search_terms(search_terms, rowid, words, stems, facts)
        VALUES ('delete', old.place, old.words, old.stems, old.facts);
    END""",
    """CREATE TRIGGER search_anew AFTER UPDATE OF words, stems, facts ON search BEGIN
        INSERT INTO search_terms(search_terms, rowid, words, stems, facts)
        VALUES ('delete', old.place, old.words, old.stems, old.facts);
        INSERT INTO search_terms(rowid, words, stems, facts) VALUES (new.place, new.words, new.stems, new.facts);
    END""",
)
POSTGRESQL = (
    """CREATE TABLE meaning_bits (
        number INTEGER PRIMARY KEY REFERENCES meanings (number) ON DELETE CASCADE, bits BIT(384) NOT NULL)""",
    """CREATE TABLE search_shelves (
        number SERIAL PRIMARY KEY, quarter INTEGER NOT NULL, first BIGINT NOT NULL, last BIGINT NOT NULL,
        statements INTEGER NOT NULL)""",
    "CREATE INDEX ix_search_shelves_quarter ON search_shelves (quarter)",
    "ALTER TABLE search ADD COLUMN shelf INTEGER NOT NULL",
    "ALTER TABLE search ADD COLUMN shown BOOLEAN NOT NULL",
    "ALTER TABLE search ADD COLUMN terms TSVECTOR NOT NULL",
    # Without a list of pending rows, which every search would have to read to its end.
    "CREATE INDEX ix_search_terms ON search USING gin (terms) WITH (fastupdate = off) WHERE shown",
    "CREATE INDEX ix_search_left_out ON search USING gin (terms) WITH (fastupdate = off) WHERE NOT shown",
)


def upgrade() -> None:
    """Makes the tables."""
    place = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "search",
        sa.Column("place", place, primary_key=True, autoincrement=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("stems", sa.Text(), nullable=False),
        sa.Column("meaning", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["statement"], ["statements.key"], ondelete="CASCADE"),
        sa.UniqueConstraint("statement"),
    )
    op.create_index("ix_search_meaning", "search", ["meaning"])
    op.create_table(
        "meanings",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("words", sa.Text(), nullable=False, unique=True),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
    )
    for line in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(line)
