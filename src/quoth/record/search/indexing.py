"""Puts an article's statements into the index, in the transaction that draws them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, func, select, text

from quoth.contract import quote
from quoth.domain import NoticeKind, Reading, Statement, StepKind
from quoth.record import tables
from quoth.record.search.facts import Facts, label_term, stem_terms, word_terms
from quoth.record.search.meanings import link
from quoth.record.search.query import Calendar, Field, Label
from quoth.record.search.tables import first_place, search
from quoth.record.search.tsvector import literal, quoted

Names = dict[int, list[str]]
"""By a statement's key."""


@dataclass(frozen=True, slots=True)
class _Indexed:
    """One statement with its terms."""

    key: int
    words: list[str]
    stems: list[str]
    facts: list[str]

    def row(self, dialect: str) -> dict[str, Any]:
        words, stems = " ".join(self.words), " ".join(self.stems)
        if dialect == "postgresql":
            return {"words": words, "stems": stems, "terms": literal(self.words, self.stems, self.facts)}
        return {"words": words, "stems": stems, "facts": " ".join(self.facts)}


def index(connection: Connection, reading: Reading) -> None:
    """Puts the statements of an article that was just drawn into the index; those before went with their rows."""
    indexed = list(_indexed(connection, reading.article.id))
    start = _next_place(connection, reading)
    rows = [
        {"place": start + n, "statement": one.key, "spans": spans(statement), "meaning": None}
        | one.row(_name(connection))
        for n, (one, statement) in enumerate(zip(indexed, reading.statements, strict=True))
    ]
    if rows:
        connection.execute(_insert(_name(connection)), rows)
        quotes = (quote(reading.article.text, statement.content) for statement in reading.statements)
        link(connection, {one.key: said for one, said in zip(indexed, quotes, strict=True)})


def add_collection(connection: Connection, article: str, collection: str) -> None:
    """Makes the article's statements be found in that collection too."""
    term = label_term(Label.COLLECTION, collection)
    postgresql = _name(connection) == "postgresql"
    with_it = "terms = terms || CAST(:term AS tsvector)" if postgresql else "facts = facts || ' ' || :term"
    theirs = "statement IN (SELECT key FROM statements WHERE article = :article)"
    values = {"term": quoted(term) if postgresql else term, "article": article}
    connection.execute(text(f"UPDATE search SET {with_it} WHERE {theirs}"), values)


def spans(statement: Statement) -> str:
    """Where the words stand in the article's text, as the table keeps it."""
    return " ".join(f"{span.start}-{span.end}" for span in statement.content)


def _name(connection: Connection) -> str:
    return connection.dialect.name


def _insert(dialect: str) -> Any:
    column, value = OWN[dialect]
    return text(
        f"INSERT INTO search (place, statement, spans, meaning, words, stems, {column})"
        f" VALUES (:place, :statement, :spans, :meaning, :words, :stems, {value})"
    )


OWN = {"sqlite": ("facts", ":facts"), "postgresql": ("terms", "CAST(:terms AS tsvector)")}
"""The column that only this database has, and what goes into it."""


def _next_place(connection: Connection, reading: Reading) -> int:
    published = reading.article.published
    day = published.start.toordinal() if published else 0
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
        yield _Indexed(row.key, word_terms(row.quote), stem_terms(row.quote), facts.terms())


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
