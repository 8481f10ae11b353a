"""Whether a Query holds of one statement, told from its terms alone: what the index answers, one row at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.record.search.days import asked
from quoth.record.search.matching import phrase
from quoth.record.search.query import All, Condition, Dated, Either, Not, Query, Words
from quoth.record.search.terms import runs


@dataclass(frozen=True, slots=True)
class Held:
    """The terms of one statement, as the index has them."""

    words: Sequence[str]
    stems: Sequence[str]
    facts: Sequence[str]


def holds(query: Query, held: Held) -> bool:
    """Whether the query selects the statement."""
    return all(_holds(condition, held) for condition in query.conditions)


def _holds(condition: Condition, held: Held) -> bool:
    match condition:
        case All(parts):
            return all(_holds(part, held) for part in parts)
        case Either(parts):
            return any(_holds(part, held) for part in parts)
        case Not(part):
            return not _holds(part, held)
        case Dated(calendar, start, end):
            return not set(asked(calendar, start, end)).isdisjoint(held.facts)
    terms, prefix = phrase(condition)
    among = held.facts
    if isinstance(condition, Words):
        among = held.words if condition.exact else held.stems
    if len(terms) == 1 and not prefix:
        return terms[0] in among
    return any(True for _ in runs(among, terms, prefix))
