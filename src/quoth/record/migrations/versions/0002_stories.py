"""Stories: articles that print the same copy, and one utterance for what they all carry.

Revision: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    """Makes the tables."""
    article = sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE")
    op.create_table(
        "story_bands",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("band", sa.Integer(), nullable=False),
        sa.Column("hash", sa.BigInteger(), nullable=False),
        article,
        sa.PrimaryKeyConstraint("article", "band"),
    )
    op.create_index("ix_story_bands_hash", "story_bands", ["hash"])
    op.create_table(
        "copies",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("copy", sa.Text(), nullable=False),
        sa.Column("likeness", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["copy"], ["articles.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "copy"),
    )
    op.create_index("ix_copies_copy", "copies", ["copy"])
