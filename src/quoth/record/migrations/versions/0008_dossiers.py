"""Dossiers: the named speakers of each article, who of them is one person, what editors decided, and who is known.

Revision: 0008
"""

import sqlalchemy as sa
from alembic import op

from quoth.record.tables import Utc

revision = "0008"
down_revision: str | None = "0007"


def upgrade() -> None:
    """Makes the tables. Speakers of an older record get their dossiers when their article is read again."""
    op.create_table(
        "dossiers",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("authority", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_dossiers_authority", "dossiers", ["authority"])
    _entries()
    _of_entries()
    _decisions()
    _authorities()


def _entries() -> None:
    op.create_table(
        "dossier_entries",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sign", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("context", sa.Text(), nullable=False),
        sa.Column("sure", sa.Boolean(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=True),
        sa.Column("dossier", sa.Text(), nullable=False),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.Column("like", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("article", "number"),
        sqlite_autoincrement=True,
    )
    for column in ("sign", "folded", "authority", "dossier"):
        op.create_index(f"ix_dossier_entries_{column}", "dossier_entries", [column])


def _of_entries() -> None:
    op.create_table(
        "dossier_keys",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["dossier_entries.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "block"),
    )
    op.create_index("ix_dossier_keys_block", "dossier_keys", ["block"])
    for table in ("dossier_pairs", "dossier_doubts"):
        op.create_table(
            table,
            sa.Column("entry", sa.Integer(), nullable=False),
            sa.Column("other", sa.Integer(), nullable=False),
            sa.Column("probability", sa.Float(), nullable=False),
            sa.ForeignKeyConstraint(["entry"], ["dossier_entries.key"], ondelete="CASCADE"),
            sa.ForeignKeyConstraint(["other"], ["dossier_entries.key"], ondelete="CASCADE"),
            sa.PrimaryKeyConstraint("entry", "other"),
        )
        op.create_index(f"ix_{table}_other", table, ["other"])
    op.create_table(
        "dossier_may_be",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statements.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["entry"], ["dossier_entries.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("statement", "entry"),
    )
    op.create_index("ix_dossier_may_be_entry", "dossier_may_be", ["entry"])


def _decisions() -> None:
    op.create_table(
        "dossier_decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", Utc(timezone=True), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("undone_at", Utc(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "dossier_decided",
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.Column("sign", sa.Text(), nullable=False),
        sa.Column("is_other", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["decision"], ["dossier_decisions.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("decision", "sign"),
    )
    op.create_index("ix_dossier_decided_sign", "dossier_decided", ["sign"])


def _authorities() -> None:
    op.create_table(
        "authorities",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("wikidata", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", Utc(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    for table, column in (("authority_names", "name"), ("authority_keys", "block")):
        op.create_table(
            table,
            sa.Column("authority", sa.Text(), nullable=False),
            sa.Column(column, sa.Text(), nullable=False),
            sa.ForeignKeyConstraint(["authority"], ["authorities.id"], ondelete="CASCADE"),
            sa.PrimaryKeyConstraint("authority", column),
        )
    op.create_index("ix_authority_keys_block", "authority_keys", ["block"])
    op.create_table(
        "authority_offices",
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["authority"], ["authorities.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("authority", "position"),
    )
