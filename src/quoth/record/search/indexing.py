"""Puts an article's statements into the index, in the transaction that draws them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text

from quoth.domain import Article, NoticeKind, Review, Statement, StepKind
from quoth.record import tables
from quoth.record.rows import Drawn
from quoth.record.search.facts import Facts, label_term, stem_terms, word_terms
from quoth.record.search.meanings import numbers_of
from quoth.record.search.query import Calendar, Field, Label
from quoth.record.search.shelves import shelf_for
from quoth.record.search.tables import first_place, search
from quoth.record.search.tsvector import literal


@dataclass(frozen=True, slots=True)
class _Indexed:
    """The terms of one statement."""

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


def index(connection: Connection, article: Article, drawn: Sequence[Drawn]) -> None:
    """Puts the statements of an article that were just drawn into the index; those before went with their rows."""
    if not drawn:
        return
    indexed = list(_indexed(connection, article, drawn))
    published = article.published
    day = published.start.toordinal() if published else 0
    start = _next_place(connection, day)
    shelf = shelf_for(connection, day, start, len(indexed)) if _name(connection) == "postgresql" else None
    meant = numbers_of(connection, [one.row["quote"] for one in drawn])
    rows = [
        {"place": start + n, "statement": its.key, "spans": spans(its.statement), "meaning": meant[n]} | one.row(shelf)
        for n, (one, its) in enumerate(zip(indexed, drawn, strict=True))
    ]
    _insert(connection, rows)


def _insert(connection: Connection, rows: list[dict[str, Any]]) -> None:
    if _name(connection) == "postgresql":
        connection.execute(IN_SHELVES, {"rows": json.dumps(rows, ensure_ascii=False)})
    else:
        connection.execute(IN_COLUMNS, rows)


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


IN_COLUMNS = text("""
    INSERT INTO search (place, statement, spans, meaning, words, stems, facts)
    VALUES (:place, :statement, :spans, :meaning, :words, :stems, :facts)""")
IN_SHELVES = text("""
    INSERT INTO search (place, statement, spans, meaning, words, stems, shelf, shown, terms)
    SELECT place, statement, spans, meaning, words, stems, shelf, shown, CAST(terms AS tsvector)
    FROM json_to_recordset(CAST(:rows AS json)) AS given(
        place BIGINT, statement INTEGER, spans TEXT, meaning INTEGER, words TEXT, stems TEXT, shelf INTEGER,
        shown BOOLEAN, terms TEXT)""")


LAST_PLACE = select(func.max(search.c.place)).where(
    search.c.place.between(bindparam("first"), bindparam("last", type_=search.c.place.type))
)


def _next_place(connection: Connection, day: int) -> int:
    last = connection.scalar(LAST_PLACE, {"first": first_place(day), "last": first_place(day + 1) - 1})
    return first_place(day) if last is None else last + 1


# ---- the facts, of what was drawn


def _indexed(connection: Connection, article: Article, drawn: Sequence[Drawn]) -> Iterator[_Indexed]:
    shared = _article_facts(connection, article)
    for one in drawn:
        quote, shown = one.row["quote"], not one.row["hidden"] and one.row["review"] != Review.REJECTED.value
        yield _Indexed(word_terms(quote), stem_terms(quote), _facts(one, shared).terms(), shown)


COLLECTIONS = select(tables.collections.c.name).where(tables.collections.c.article == bindparam("its"))


def _article_facts(connection: Connection, article: Article) -> Facts:
    names = {
        Field.OUTLET: [article.outlet] if article.outlet else [],
        Field.SECTION: [article.section] if article.section else [],
        Field.BYLINE: list(article.byline),
    }
    published = article.published
    days = {Calendar.PUBLISHED: (published.start, published.end)} if published else {}
    collections = sorted(connection.scalars(COLLECTIONS, {"its": article.id}))
    return Facts(names, {Label.COLLECTION: collections}, days)


def _facts(one: Drawn, shared: Facts) -> Facts:
    row, speakers = one.row, one.speakers
    names = shared.names | {
        Field.BY: [who["name"] for who in speakers],
        Field.ROLE: [who["role"] for who in speakers if who["role"]],
        Field.ABOUT: [topic["name"] for topic in one.topics],
        Field.THROUGH: [step["name"] for step in one.steps if step["kind"] == StepKind.OUTLET.value],
    }
    labels = shared.labels | {
        Label.REVIEW: [row["review"]],
        Label.ACT: [row["act"]],
        Label.STATUS: [row["status"]],
        Label.MANNER: [row["manner"]],
        Label.KIND: [who["kind"] for who in speakers],
        Label.NOTICE: [kind for kind in (NoticeKind.RETRACTED, NoticeKind.HIDDEN) if row[kind]],
    }
    days = shared.days | ({Calendar.SAID: (row["said_from"], row["said_to"])} if row["said_from"] else {})
    return Facts(names, labels, days)
