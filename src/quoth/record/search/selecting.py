"""Which statements a Query selects, as conditions and queries of SQL for either store."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Select, TextClause, func, select, text

from quoth.domain import NoticeKind, Review
from quoth.record.search import matching, shelves
from quoth.record.search.candidates import LAST_PLACE, Candidate
from quoth.record.search.query import Label, Labelled, Not, Query
from quoth.record.search.tables import search
from quoth.record.tables import statements

__all__ = ["HIDDEN", "LAST_PLACE", "Candidate", "matches", "newest", "only_shown", "selected", "total", "visible"]

HIDDEN = Labelled(Label.NOTICE, NoticeKind.HIDDEN.value)
LEFT_OUT = (Labelled(Label.REVIEW, Review.REJECTED.value), HIDDEN)


def visible(query: Query) -> Query:
    """The query without what editors rejected or hid, unless it asks for that by name."""
    return query.also(*(Not(label) for label in LEFT_OUT if not query.wants(label)))


def only_shown(query: Query) -> tuple[Query, bool]:
    """Whether the query leaves out what is rejected and hidden, for which PostgreSQL has an index; then its rest."""
    left_out = tuple(map(Not, LEFT_OUT))
    if not all(one in query.conditions for one in left_out):
        return query, False
    return Query(tuple(one for one in query.conditions if one not in left_out)), True


def selected(query: Query, dialect: str) -> Select[tuple[int]]:
    """The keys of all the statements that the query selects, for use inside a further query of SQL."""
    keys = select(search.c.statement)
    if not query.conditions:
        return keys
    if dialect == "sqlite":
        return keys.where(matches(query, dialect))
    rest, shown = only_shown(query)
    places = f"search.place IN ({shelves.everywhere('place', shown)})"
    return keys.where(text(places).bindparams(sought=matching.tsquery(rest)))


def matches(query: Query, dialect: str) -> ColumnElement[bool] | TextClause:
    """Whether a row of `search` is selected; `selected` is faster where all of them are wanted."""
    if dialect == "postgresql":
        rest, shown = only_shown(query)
        return text(shelves.matching_on("search.shelf", shown)).bindparams(sought=matching.tsquery(rest))
    inside = "search.place IN (SELECT rowid FROM search_terms WHERE search_terms MATCH :sought)"
    return text(inside).bindparams(sought=matching.fts5(query))


def newest(connection: Connection, query: Query, bottom: int, top: int, limit: int | None) -> list[Candidate]:
    """The selected statements at places from `bottom` to `top`, the newest first, at most so many."""
    if connection.dialect.name == "postgresql":
        rest, shown = only_shown(query)
        return shelves.newest(connection, rest, shown, bottom, top, limit)
    most = -1 if limit is None else limit
    values = {"sought": matching.fts5(query), "bottom": bottom, "top": top, "most": most}
    return [Candidate(*row) for row in connection.execute(text(SQLITE), values)]


SQLITE = """
    WITH found AS MATERIALIZED (
        SELECT rowid AS place FROM search_terms
        WHERE search_terms MATCH :sought AND rowid BETWEEN :bottom AND :top ORDER BY rowid DESC LIMIT :most
    )
    SELECT found.place, key, id, article, position, utterance, words, stems
    FROM found CROSS JOIN search ON search.place = found.place CROSS JOIN statements ON key = statement"""


def total(connection: Connection, query: Query) -> tuple[int, int]:
    """How many utterances and articles the whole selection holds, however many: seconds for hundreds of thousands."""
    counts = select(func.count(statements.c.utterance.distinct()), func.count(statements.c.article.distinct()))
    row = connection.execute(counts.where(statements.c.key.in_(selected(query, connection.dialect.name)))).one()
    return row[0], row[1]
