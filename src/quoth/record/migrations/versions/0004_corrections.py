"""Corrections, review, notices, and what was told to be forgotten.

Revision: 0004
"""

revision = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    """Makes the tables."""
