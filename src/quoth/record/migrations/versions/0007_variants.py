"""Variants: the runs of words by which quotations find each other, and the pairs that do.

Revision: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision: str | None = "0006"


def upgrade() -> None:
    """Makes the tables. Statements of an older record get their prints when their article is read again."""
    op.create_table(
        "wording_prints",
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statements.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hash", "statement"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_wording_prints_statement", "wording_prints", ["statement"])
    op.create_table(
        "variants",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("other", sa.Integer(), nullable=False),
        sa.Column("likeness", sa.Text(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statements.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other"], ["statements.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("statement", "other"),
    )
    op.create_index("ix_variants_other", "variants", ["other"])
