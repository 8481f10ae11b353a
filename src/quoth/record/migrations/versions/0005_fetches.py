"""Fetches: what a polite second request needs to know.

Revision: 0005
"""

revision = "0005"
down_revision: str | None = "0004"


def upgrade() -> None:
    """Makes the tables."""
