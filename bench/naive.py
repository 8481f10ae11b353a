"""Whether a query selects a statement, told from the statement as it was made: nothing of the index is asked."""

from __future__ import annotations

from datetime import date

from generated import Told
from quoth.record.search.query import (
    All,
    Calendar,
    Condition,
    Dated,
    Either,
    Field,
    Label,
    Labelled,
    Named,
    Not,
    Query,
    Words,
)
from quoth.record.search.terms import stem


def selects(query: Query, one: Told) -> bool:
    """Whether it does; what was rejected never."""
    return one.review != "rejected" and all(_holds(condition, one) for condition in query.conditions)


def _holds(condition: Condition, one: Told) -> bool:
    match condition:
        case All(parts):
            return all(_holds(part, one) for part in parts)
        case Either(parts):
            return any(_holds(part, one) for part in parts)
        case Not(part):
            return not _holds(part, one)
        case Words(words, is_exact, prefix):
            return _in(words if is_exact else tuple(map(stem, words)), _plain(one.quote), not is_exact, prefix)
        case Named(field, words, prefix):
            return any(_in(words, _plain(name), False, prefix) for name in _names(field, one))
        case Labelled(label, value):
            return value in _labels(label, one)
        case Dated(calendar, start, end):
            day = one.article.published if calendar is Calendar.PUBLISHED else one.said
            return day is not None and (start or date.min) <= day <= (end or date.max)


def _plain(text: str) -> list[str]:
    return text.lower().strip("“.”").split()


def _in(words: tuple[str, ...], among: list[str], by_stem: bool, prefix: bool) -> bool:
    sought = f" {' '.join(words)}{'' if prefix else ' '}"
    return sought in f" {' '.join(map(stem, among) if by_stem else among)} "


def _names(field: Field, one: Told) -> list[str]:
    return {
        Field.BY: [one.speaker],
        Field.ROLE: [one.role],
        Field.ABOUT: list(one.about),
        Field.OUTLET: [one.article.outlet],
        Field.SECTION: [one.article.section],
        Field.BYLINE: [one.article.byline],
        Field.THROUGH: [one.through] if one.through else [],
    }[field]


def _labels(label: Label, one: Told) -> tuple[str, ...]:
    return {
        Label.COLLECTION: one.article.collections,
        Label.REVIEW: (one.review,),
        Label.NOTICE: (),
        Label.ACT: (one.act,),
        Label.STATUS: (one.status,),
        Label.MANNER: (one.manner,),
        Label.KIND: (one.kind,),
    }[label]
