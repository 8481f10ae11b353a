"""How often each speaker, outlet, month and so on occurs in all that a query selects."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, literal_column, select

from quoth.record.dossiers.privacy import public_voice
from quoth.record.notices import countable
from quoth.record.search.hits import Count
from quoth.record.search.query import Query
from quoth.record.search.selecting import selected
from quoth.record.tables import articles, collections, statement_speakers, statements, steps, topics

MOST_VALUES = 10
of_article = articles.c.id == statements.c.article


def facets(connection: Connection, query: Query) -> dict[str, tuple[Count, ...]]:
    """By field, its most frequent values with utterances and appearances; a field without values is left out."""
    dialect = connection.dialect.name
    counted = {"by": _counts(connection, query, *BY, public_voice(connection))}
    counted |= {name: _counts(connection, query, *_COLUMNS[name]) for name in _COLUMNS}
    counted["published"] = _counts(
        connection, query, _month(articles.c.published_from, dialect), statements.join(articles, of_article)
    )
    return {name: counts for name, counts in counted.items() if counts}


BY: tuple[ColumnElement[Any], FromClause] = (statement_speakers.c.name, statements.join(statement_speakers))
_COLUMNS: dict[str, tuple[ColumnElement[Any], FromClause]] = {
    "about": (topics.c.name, statements.join(topics)),
    "outlet": (articles.c.outlet, statements.join(articles, of_article)),
    "through": (
        steps.c.name,
        statements.join(steps, (steps.c.statement == statements.c.key) & (steps.c.kind == "outlet")),
    ),
    "section": (articles.c.section, statements.join(articles, of_article)),
    "collection": (collections.c.name, statements.join(collections, collections.c.article == statements.c.article)),
    "kind": (statements.c.kind, statements),
    "act": (statements.c.act, statements),
    "status": (statements.c.status, statements),
    "manner": (statements.c.manner, statements),
    "review": (statements.c.review, statements),
}


def _counts(
    connection: Connection, query: Query, value: ColumnElement[Any], among: FromClause, *which: ColumnElement[bool]
) -> tuple[Count, ...]:
    utterances = func.count(statements.c.utterance.distinct())
    counted = (
        select(value, utterances, func.count(statements.c.article.distinct()))
        .select_from(among)
        .where(statements.c.key.in_(selected(query, connection.dialect.name)), value.is_not(None), countable(), *which)
        .group_by(value)
        .order_by(utterances.desc(), value)
        .limit(MOST_VALUES)
    )
    return tuple(Count(*row) for row in connection.execute(counted))


def _month(day: ColumnElement[Any], dialect: str) -> ColumnElement[Any]:
    form: ColumnElement[str] = literal_column("'YYYY-MM'" if dialect == "postgresql" else "'%Y-%m'")
    return func.to_char(day, form) if dialect == "postgresql" else func.strftime(form, day)
