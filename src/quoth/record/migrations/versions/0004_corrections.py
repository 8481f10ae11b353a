"""Corrections, review, notices, and what was told to be forgotten.

Revision: 0004
"""

import sqlalchemy as sa
from alembic import op

from quoth.record.tables import Utc

revision = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    """Makes the tables, and the columns in which articles and statements show what is said of them."""
    _corrections()
    _notices()
    op.create_table(
        "forgotten",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", Utc(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_table("salts", sa.Column("salt", sa.LargeBinary(), nullable=False), sa.PrimaryKeyConstraint("salt"))
    for table in ("articles", "statements"):
        for flag in ("retracted", "hidden"):
            op.add_column(table, sa.Column(flag, sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("statements", sa.Column("reviewed_by", sa.Text(), nullable=True))
    op.add_column("statements", sa.Column("reviewed_at", Utc(timezone=True), nullable=True))


def _corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", Utc(timezone=True), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("undone_at", Utc(timezone=True), nullable=True),
        sa.Column("lost", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_corrections_article", "corrections", ["article"])
    op.create_index("ix_corrections_statement", "corrections", ["statement"])


def _notices() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=True),
        sa.Column("statement", sa.Text(), nullable=True),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("folded", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", Utc(timezone=True), nullable=False),
        sa.Column("proposed", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("lifted_by", sa.Text(), nullable=True),
        sa.Column("lifted_at", Utc(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notices_article", "notices", ["article"])
    op.create_index("ix_notices_folded", "notices", ["folded"])
    op.create_index("ix_notices_statement", "notices", ["statement"])
