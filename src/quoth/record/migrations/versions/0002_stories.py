"""Stories: articles that print the same copy, and one utterance for what they all carry.

Revision: 0002
"""

revision = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    """Makes the tables."""
