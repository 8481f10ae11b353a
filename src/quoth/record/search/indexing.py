"""Puts an article's statements into the index, in the transaction that draws them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, func, select, text

from quoth.contract import quote
from quoth.domain import NoticeKind, Reading, Review, Statement, StepKind
from quoth.record import tables
from quoth.record.search.facts import Facts, label_term, stem_terms, word_terms
from quoth.record.search.meanings import link
from quoth.record.search.query import Calendar, Field, Label
from quoth.record.search.shelves import shelf_for
from quoth.record.search.tables import first_place, search
from quoth.record.search.tsvector import literal

Names = dict[int, list[str]]
"""By a statement's key."""


@dataclass(frozen=True, slots=True)
class _Indexed:
    """One statement with its terms."""

    key: int
    words: list[str]
    stems: list[str]
    facts: list[str]
    shown: bool  # neither rejected nor hidden

    def row(self, shelf: int | None) -> dict[str, Any]:
        """Its own columns; None: of SQLite, which has no shelves."""
        row = {"words": " ".join(self.words), "stems": " ".join(self.stems)}
        if shelf is None:
            return row | {"facts": " ".join(self.facts)}
        terms = literal(self.words, self.stems, self.facts, shelf=shelf)
        return row | {"terms": terms, "shelf": shelf, "shown": self.shown}


def index(connection: Connection, reading: Reading) -> None:
    """Puts the statements of an article that was just drawn into the index; those before went with their rows."""
    indexed = list(_indexed(connection, reading.article.id))
    if not indexed:
        return
    published = reading.article.published
    day = published.start.toordinal() if published else 0
    start = _next_place(connection, day)
    shelf = shelf_for(connection, day, start, len(indexed)) if _name(connection) == "postgresql" else None
    rows = [
        {"place": start + n, "statement": one.key, "spans": spans(statement)} | one.row(shelf)
        for n, (one, statement) in enumerate(zip(indexed, reading.statements, strict=True))
    ]
    connection.execute(text(INSERT[_name(connection)]), rows)
    quotes = (quote(reading.article.text, statement.content) for statement in reading.statements)
    link(connection, {one.key: said for one, said in zip(indexed, quotes, strict=True)})


def add_collection(connection: Connection, article: str, collection: str) -> None:
    """Makes the article's statements be found in that collection too."""
    term = label_term(Label.COLLECTION, collection)
    with_it = {
        "sqlite": "facts = facts || ' ' || :term",
        "postgresql": "terms = terms || CAST(shelf || '@' || :term AS tsvector)",
    }
    theirs = "statement IN (SELECT key FROM statements WHERE article = :article)"
    told = f"UPDATE search SET {with_it[_name(connection)]} WHERE {theirs}"
    connection.execute(text(told), {"term": term, "article": article})


def spans(statement: Statement) -> str:
    """Where the words stand in the article's text, as the table keeps it."""
    return " ".join(f"{span.start}-{span.end}" for span in statement.content)


def _name(connection: Connection) -> str:
    return connection.dialect.name


INSERT = {
    "sqlite": """
        INSERT INTO search (place, statement, spans, words, stems, facts)
        VALUES (:place, :statement, :spans, :words, :stems, :facts)""",
    "postgresql": """
        INSERT INTO search (place, statement, spans, words, stems, shelf, shown, terms)
        VALUES (:place, :statement, :spans, :words, :stems, :shelf, :shown, CAST(:terms AS tsvector))""",
}


def _next_place(connection: Connection, day: int) -> int:
    last = connection.scalar(
        select(func.max(search.c.place)).where(search.c.place.between(first_place(day), first_place(day + 1) - 1))
    )
    return first_place(day) if last is None else last + 1


# ---- the facts, read from the projection


def _indexed(connection: Connection, article: str) -> Iterator[_Indexed]:
    about = connection.execute(select(tables.articles).where(tables.articles.c.id == article)).one()
    shared = _article_facts(connection, about)
    speakers = _hanging(connection, article, tables.statement_speakers)
    topics = _hanging(connection, article, tables.topics)
    steps = _hanging(connection, article, tables.steps)
    statements = tables.statements
    query = select(statements).where(statements.c.article == article).order_by(statements.c.position)
    for row in connection.execute(query):
        facts = _facts(row, shared, speakers[row.key], topics[row.key], steps[row.key])
        shown = not row.hidden and row.review != Review.REJECTED.value
        yield _Indexed(row.key, word_terms(row.quote), stem_terms(row.quote), facts.terms(), shown)


def _hanging(connection: Connection, article: str, table: Table) -> dict[int, list[Row[Any]]]:
    """The rows that hang on the article's statements, by the statement's key."""
    statements = tables.statements
    query = (
        select(table)
        .join(statements, statements.c.key == table.c.statement)
        .where(statements.c.article == article)
        .order_by(table.c.statement, table.c.position)
    )
    out: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(query):
        out[row.statement].append(row)
    return out


def _article_facts(connection: Connection, about: Row[Any]) -> Facts:
    bylines = select(tables.bylines.c.name).where(tables.bylines.c.article == about.id)
    collections = select(tables.collections.c.name).where(tables.collections.c.article == about.id)
    names = {
        Field.OUTLET: [about.outlet] if about.outlet else [],
        Field.SECTION: [about.section] if about.section else [],
        Field.BYLINE: list(connection.scalars(bylines.order_by(tables.bylines.c.position))),
    }
    days = {Calendar.PUBLISHED: (about.published_from, about.published_to)} if about.published_from else {}
    return Facts(names, {Label.COLLECTION: sorted(connection.scalars(collections))}, days)


def _facts(
    row: Row[Any], shared: Facts, speakers: list[Row[Any]], topics: list[Row[Any]], steps: list[Row[Any]]
) -> Facts:
    names = shared.names | {
        Field.BY: [one.name for one in speakers],
        Field.ROLE: [one.role for one in speakers if one.role],
        Field.ABOUT: [one.name for one in topics],
        Field.THROUGH: [one.name for one in steps if one.kind == StepKind.OUTLET.value],
    }
    labels = shared.labels | {
        Label.REVIEW: [row.review],
        Label.ACT: [row.act],
        Label.STATUS: [row.status],
        Label.MANNER: [row.manner],
        Label.KIND: [one.kind for one in speakers],
        Label.NOTICE: [kind for kind in (NoticeKind.RETRACTED, NoticeKind.HIDDEN) if getattr(row, kind)],
    }
    days = shared.days | ({Calendar.SAID: (row.said_from, row.said_to)} if row.said_from else {})
    return Facts(names, labels, days)
