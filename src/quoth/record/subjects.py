"""Which article or statement is meant by what somebody types: an id, the beginning of one, or an address?"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from quoth.errors import UsageError
from quoth.reading.ids import article_id
from quoth.record import tables

FEWEST_LETTERS = 4
MOST_LISTED = 8


@dataclass(frozen=True, slots=True)
class Subject:
    """An article on record, or one of its statements."""

    article: str
    statement: str | None = None

    @property
    def id(self) -> str:
        """The id that names it."""
        return self.statement or self.article


def subject_of(connection: Connection, typed: str) -> Subject:
    """What is meant. Raises UsageError where nothing is, or several may be."""
    found = _exactly(connection, typed) or _beginning(connection, typed)
    if not found:
        raise UsageError(f"{typed}: no article or statement of that id or address is on record")
    if len(found) > 1:
        listed = ", ".join(sorted(one.id for one in found)[:MOST_LISTED])
        raise UsageError(f"{typed}: several ids begin so: {listed}; give more letters")
    return found[0]


def _exactly(connection: Connection, typed: str) -> list[Subject]:
    statements, articles = tables.statements.c, tables.articles.c
    row = connection.execute(select(statements.article, statements.id).where(statements.id == typed)).first()
    if row is not None:
        return [Subject(row.article, row.id)]
    ids = select(articles.id).where((articles.id == typed) | (articles.url == typed))
    found = list(connection.scalars(ids))
    if not found and "://" in typed:
        found = list(connection.scalars(select(articles.id).where(articles.id == article_id(typed, ""))))
    return [Subject(id_) for id_ in found]


def _beginning(connection: Connection, typed: str) -> list[Subject]:
    if len(typed) < FEWEST_LETTERS:
        return []
    statements, articles = tables.statements.c, tables.articles.c
    begin = select(statements.article, statements.id).where(statements.id.startswith(typed, autoescape=True))
    found = [Subject(row.article, row.id) for row in connection.execute(begin.limit(MOST_LISTED + 1))]
    ids = select(articles.id).where(articles.id.startswith(typed, autoescape=True)).limit(MOST_LISTED + 1)
    return found + [Subject(id_) for id_ in connection.scalars(ids)]
