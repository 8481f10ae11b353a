"""Views: the record as a person reads it in Datasette, DuckDB or psql, a line a quotation, a speaker, an outlet.

A later revision that renames or drops a column used here drops the view first and makes it again.

Revision: 0006
"""

from alembic import op

revision = "0006"
down_revision: str | None = "0005"

SHOWN = "NOT s.hidden AND s.review <> 'rejected'"
COUNTED = f"{SHOWN} AND NOT s.retracted AND s.act IN ('said', 'wrote') AND s.status = 'asserted'"

QUOTES = f"""
    CREATE VIEW quotes AS
    SELECT COALESCE(s.said_from, a.published_from) AS day, s.speaker, s.role, s.quote AS words, s.act, s.status,
           s.review, s.retracted, a.outlet, a.headline, a.url, a.published_from AS published, s.said_from, s.said_to,
           s.kind, s.manner, s.part, s.utterance, s.id AS statement, s.article
    FROM statements s JOIN articles a ON a.id = s.article
    WHERE {SHOWN}"""

# One line a name, since nobody has said yet which names are one person.
NAMED_SPEAKERS = f"""
    CREATE VIEW named_speakers AS
    SELECT MIN(p.name) AS name, MIN(p.kind) AS kind, COUNT(DISTINCT s.utterance) AS utterances,
           COUNT(DISTINCT s.article) AS appearances, MIN(COALESCE(s.said_from, a.published_from)) AS first_day,
           MAX(COALESCE(s.said_from, a.published_from)) AS last_day
    FROM statement_speakers p JOIN statements s ON s.key = p.statement JOIN articles a ON a.id = s.article
    WHERE p.kind IN ('person', 'organisation', 'document') AND {COUNTED}
    GROUP BY p.folded"""

OUTLETS = f"""
    CREATE VIEW outlets AS
    SELECT a.outlet, COUNT(DISTINCT a.id) AS articles, COUNT(DISTINCT a.story) AS stories,
           COUNT(DISTINCT s.utterance) AS utterances, MIN(a.published_from) AS first_day,
           MAX(a.published_from) AS last_day
    FROM articles a LEFT JOIN statements s ON s.article = a.id AND {COUNTED}
    WHERE NOT a.hidden
    GROUP BY a.outlet"""


def upgrade() -> None:
    """Makes the views."""
    for view in (QUOTES, NAMED_SPEAKERS, OUTLETS):
        op.execute(view)
