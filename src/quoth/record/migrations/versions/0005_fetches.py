"""Fetches: what a polite second request needs to know.

Revision: 0005
"""

import sqlalchemy as sa
from alembic import op

from quoth.record.tables import Utc

revision = "0005"
down_revision: str | None = "0004"


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "fetches",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("fetched_at", Utc(timezone=True), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("bytes", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("article", sa.Text(), nullable=True),
        sa.Column("collection", sa.Text(), nullable=True),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("reservation", sa.Text(), nullable=True),
        sa.Column("overridden", sa.Boolean(), nullable=False),
        sa.Column("skipped", sa.Text(), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("url"),
    )
    op.create_index("ix_fetches_article", "fetches", ["article"], unique=False)
