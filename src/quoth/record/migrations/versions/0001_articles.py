"""Articles with their versions, and the projection: who said what, in which words, when, about whom.

Revision: 0001
"""

import sqlalchemy as sa
from alembic import op

from quoth.record.tables import Utc

revision = "0001"
down_revision: str | None = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "articles",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("published_from", sa.Date(), nullable=True),
        sa.Column("published_to", sa.Date(), nullable=True),
        sa.Column("published_basis", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("added_at", Utc(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_articles_digest", "articles", ["digest"], unique=False)
    op.create_index("ix_articles_outlet", "articles", ["outlet"], unique=False)
    op.create_index("ix_articles_published_from", "articles", ["published_from"], unique=False)
    op.create_index("ix_articles_section", "articles", ["section"], unique=False)
    op.create_index("ix_articles_story", "articles", ["story"], unique=False)
    op.create_index("ix_articles_url", "articles", ["url"], unique=False)
    op.create_table(
        "bylines",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "position"),
    )
    op.create_index("ix_bylines_folded", "bylines", ["folded"], unique=False)
    op.create_table(
        "collections",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "name"),
    )
    op.create_index("ix_collections_name", "collections", ["name"], unique=False)
    op.create_table(
        "origins",
        sa.Column("bytes", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("bytes"),
    )
    op.create_index("ix_origins_article", "origins", ["article"], unique=False)
    op.create_table(
        "requests",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "position"),
    )
    op.create_table(
        "speakers",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("anonymity", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "number"),
    )
    op.create_index("ix_speakers_folded", "speakers", ["folded"], unique=False)
    op.create_table(
        "statements",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("cue", sa.Text(), nullable=True),
        sa.Column("mention", sa.Text(), nullable=True),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("manner", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("prompt", sa.Text(), nullable=True),
        sa.Column("said_from", sa.Date(), nullable=True),
        sa.Column("said_to", sa.Date(), nullable=True),
        sa.Column("words_confidence", sa.Float(), nullable=False),
        sa.Column("speaker_confidence", sa.Float(), nullable=True),
        sa.Column("when_confidence", sa.Float(), nullable=True),
        sa.Column("review", sa.Text(), nullable=False),
        sa.Column("utterance", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("article", "position"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_statements_article", "statements", ["article"], unique=False)
    op.create_index("ix_statements_id", "statements", ["id"], unique=False)
    op.create_index("ix_statements_review", "statements", ["review"], unique=False)
    op.create_index("ix_statements_said_from", "statements", ["said_from"], unique=False)
    op.create_index("ix_statements_utterance", "statements", ["utterance"], unique=False)
    op.create_table(
        "versions",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("quoth", sa.Text(), nullable=False),
        sa.Column("read_at", Utc(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "number"),
    )
    op.create_table(
        "statement_speakers",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["statement"], ["statements.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("statement", "position"),
    )
    op.create_index("ix_statement_speakers_folded", "statement_speakers", ["folded", "statement"], unique=False)
    op.create_table(
        "steps",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statements.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("statement", "position"),
    )
    op.create_index("ix_steps_folded", "steps", ["folded", "statement"], unique=False)
    op.create_table(
        "topics",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statements.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("statement", "position"),
    )
    op.create_index("ix_topics_folded", "topics", ["folded", "statement"], unique=False)
