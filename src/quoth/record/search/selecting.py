"""Which statements a Query selects, as conditions and queries of SQL for either store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, TextClause, func, select, text

from quoth.domain import NoticeKind, Review
from quoth.record.search import matching
from quoth.record.search.days import asked
from quoth.record.search.query import Calendar, Label, Labelled, Not, Query
from quoth.record.search.tables import DAY_BITS, first_place, search
from quoth.record.search.tsvector import quoted

LAST_PLACE = first_place(date.max.toordinal() + 1) - 1
NEWEST = (20_000, 200_000)  # places that PostgreSQL looks through first: its index cannot begin at the newest


@dataclass(frozen=True, slots=True)
class Candidate:
    """One statement that a query selects, with what it takes to rank it."""

    place: int
    key: int
    id: str
    article: str
    position: int
    utterance: str
    words: str  # its terms, as the index has them
    stems: str

    @property
    def day(self) -> int:
        return self.place >> DAY_BITS


HIDDEN = Labelled(Label.NOTICE, NoticeKind.HIDDEN.value)
LEFT_OUT = (Labelled(Label.REVIEW, Review.REJECTED.value), HIDDEN)


def visible(query: Query) -> Query:
    """The query without what editors rejected or hid, unless it asks for that by name."""
    return query.also(*(Not(label) for label in LEFT_OUT if not query.wants(label)))


def selected(query: Query, dialect: str) -> Select[tuple[int]]:
    """The keys of all the statements that the query selects, for use inside a further query of SQL."""
    keys = select(search.c.statement)
    return keys.where(matches(query, dialect)) if query.conditions else keys


def matches(query: Query, dialect: str) -> ColumnElement[bool] | TextClause:
    """Whether a row of `search` is selected."""
    if dialect == "postgresql":
        return text("search.terms @@ CAST(:sought AS tsquery)").bindparams(sought=matching.tsquery(query))
    inside = "search.place IN (SELECT rowid FROM search_terms WHERE search_terms MATCH :sought)"
    return text(inside).bindparams(sought=matching.fts5(query))


def newest(connection: Connection, query: Query, bottom: int, top: int, limit: int | None) -> list[Candidate]:
    """The selected statements at places from `bottom` to `top`, the newest first, at most so many."""
    bounds = {"bottom": bottom, "top": top, "most": -1 if limit is None else limit}
    if connection.dialect.name == "sqlite":
        return _candidates(connection, SQLITE, {"sought": matching.fts5(query)} | bounds)
    connection.execute(text("SET LOCAL enable_seqscan = off"))  # it thinks little of the index before an ANALYZE
    found = _newest_windowed(connection, query, bounds)
    connection.execute(text("SET LOCAL enable_seqscan = on"))
    return found


def _newest_windowed(connection: Connection, query: Query, bounds: dict[str, int]) -> list[Candidate]:
    """The same from the smallest stretch of days that holds enough."""
    sought, found = matching.tsquery(query), list[Candidate]()
    limit = bounds["most"] if bounds["most"] >= 0 else None
    top = bounds["top"]
    for count in (*NEWEST, None) if limit is not None else (None,):
        span = _newest_days(connection, count, top)
        windowed = sought if span is None else f"{sought} & {span}"
        found = _candidates(connection, POSTGRES, {"sought": windowed} | bounds | {"most": limit})
        if span is None or (limit is not None and len(found) == limit):
            break
    return found


SQLITE = """
    WITH found AS MATERIALIZED (
        SELECT rowid AS place FROM search_terms
        WHERE search_terms MATCH :sought AND rowid BETWEEN :bottom AND :top ORDER BY rowid DESC LIMIT :most
    )
    SELECT found.place, key, id, article, position, utterance, words, stems
    FROM found CROSS JOIN search ON search.place = found.place CROSS JOIN statements ON key = statement"""
# The rows are found before they are put in order: by itself PostgreSQL might walk down the places and test each one.
POSTGRES = """
    WITH found AS MATERIALIZED (
        SELECT place, statement, words, stems FROM search WHERE terms @@ CAST(:sought AS tsquery)
    ), newest AS MATERIALIZED (
        SELECT place, statement, words, stems FROM found
        WHERE place BETWEEN :bottom AND :top ORDER BY place DESC LIMIT :most
    )
    SELECT place, key, id, article, position, utterance, words, stems FROM newest JOIN statements ON key = statement
    ORDER BY place DESC"""


def _candidates(connection: Connection, sql: str, values: dict[str, Any]) -> list[Candidate]:
    return [Candidate(*row) for row in connection.execute(text(sql), values)]


def _newest_days(connection: Connection, count: int | None, top: int) -> str | None:
    """The condition that holds of at least the `count` newest statements up to `top`; None where it holds of all."""
    if count is None:
        return None
    below = select(search.c.place).where(search.c.place <= top).order_by(search.c.place.desc())
    place = connection.scalar(below.offset(count).limit(1))
    if place is None or place < first_place(1):
        return None
    end = min(top >> DAY_BITS, date.max.toordinal())
    stretch = asked(Calendar.PUBLISHED, date.fromordinal(place >> DAY_BITS), date.fromordinal(end))
    return f"({' | '.join(map(quoted, stretch))})"


def total(connection: Connection, query: Query) -> tuple[int, int]:
    """How many utterances and articles the whole selection holds, however many: seconds for hundreds of thousands."""
    from quoth.record.tables import statements

    counts = select(func.count(statements.c.utterance.distinct()), func.count(statements.c.article.distinct()))
    row = connection.execute(counts.where(statements.c.key.in_(selected(query, connection.dialect.name)))).one()
    return row[0], row[1]
