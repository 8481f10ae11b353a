"""Search: the index of words and that of meaning.

Revision: 0003
"""

revision = "0003"
down_revision: str | None = "0002"


def upgrade() -> None:
    """Makes the tables."""
