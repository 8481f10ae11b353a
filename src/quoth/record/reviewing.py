"""Which statements should a person look at first? Those that the machine is least sure of."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, case, func, select

from quoth.domain import Review
from quoth.record.kept import by_code_points
from quoth.record.search import Query, selected
from quoth.record.search.query import Label, Labelled
from quoth.record.search.selecting import visible
from quoth.record.tables import statements


@dataclass(frozen=True, slots=True)
class ToReview:
    """A statement that waits for a person, and the lower of how sure its words and its speaker are."""

    statement: str
    article: str
    sure: float


def to_review(connection: Connection, query: Query, limit: int | None = None) -> list[ToReview]:
    """What the query selects, least certain first; only what nobody has looked at, unless it asks for a state."""
    if not any(query.wants(Labelled(Label.REVIEW, state.value)) for state in Review):
        query = query.also(Labelled(Label.REVIEW, Review.MACHINE.value))
    one = statements.c
    speaker = func.coalesce(one.speaker_confidence, one.words_confidence)
    sure = case((speaker < one.words_confidence, speaker), else_=one.words_confidence)
    keys = selected(visible(query), connection.dialect.name)
    order = (sure, by_code_points(connection, one.article), one.position)
    rows = connection.execute(select(one.id, one.article, sure).where(one.key.in_(keys)).order_by(*order).limit(limit))
    return [ToReview(*row) for row in rows]
