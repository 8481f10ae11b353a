"""A Query as what the index understands: an expression of FTS5, or a tsquery."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.record.search.days import asked
from quoth.record.search.facts import EVERY, label_term, name_term
from quoth.record.search.query import All, Condition, Dated, Either, Labelled, Named, Not, Query, Words
from quoth.record.search.terms import stem
from quoth.record.search.tsvector import quoted


def fts5(query: Query) -> str:
    """The expression for MATCH; matches exactly the statements that the query selects."""
    return _fts5(All(query.conditions))


def tsquery(query: Query) -> str:
    """The text of a tsquery, each term behind an @: with a shelf's number before it, it matches what is selected."""
    return _tsquery(All(query.conditions))


def phrase(condition: Words | Named | Labelled) -> tuple[list[str], bool]:
    """The terms that must stand next to each other, and whether the last is only the beginning of one."""
    match condition:
        case Words(words, exact, prefix):
            return [f"={word}" if exact else stem(word) for word in words], prefix
        case Named(field, words, prefix):
            return [name_term(field, word) for word in words], prefix
        case Labelled(label, value):
            return [label_term(label, value)], False


def _fts5(condition: Condition) -> str:
    match condition:
        case All(parts):
            wanted = [_fts5(part) for part in parts if not isinstance(part, Not)] or [_fts5_phrase([EVERY], False)]
            unwanted = [f" NOT {_fts5(part.part)}" for part in parts if isinstance(part, Not)]
            return f"(({' AND '.join(wanted)}){''.join(unwanted)})"
        case Either(parts):
            return f"({' OR '.join(map(_fts5, parts))})"
        case Not():
            return _fts5(All((condition,)))
        case Dated(calendar, start, end):
            return f"({' OR '.join(_fts5_phrase([term], False) for term in asked(calendar, start, end))})"
    return _fts5_phrase(*phrase(condition))


def _fts5_phrase(terms: Iterable[str], prefix: bool) -> str:
    return f'"{" ".join(terms)}"{" *" * prefix}'


def _tsquery(condition: Condition) -> str:
    match condition:
        case All(parts):
            return f"({' & '.join(map(_tsquery, parts)) or _lexeme(EVERY)})"
        case Either(parts):
            return f"({' | '.join(map(_tsquery, parts))})"
        case Not(part):
            return f"({_lexeme(EVERY)} & !{_tsquery(part)})"
        case Dated(calendar, start, end):
            return f"({' | '.join(map(_lexeme, asked(calendar, start, end)))})"
    terms, prefix = phrase(condition)
    return f"({' <-> '.join(map(_lexeme, terms))}{':*' * prefix})"


def _lexeme(term: str) -> str:
    return quoted(f"@{term}")
