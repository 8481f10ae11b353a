"""One statement as the terms that its place in the index holds: its words, their stems, and every fact about it.

A fact is a term too ("by=ruiz", "status=denied", "saidin=202403"), so the index alone answers a query with filters, as
fast with many as with one, and no filter has to be checked row by row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from quoth.record.search.days import carried
from quoth.record.search.query import Calendar, Field, Label
from quoth.record.search.terms import stem, words

EVERY = "any="  # the fact of every statement: a query of exclusions only needs something to take them from
APART = "="  # stands between two names of a field, so that a phrase does not run from one into the next


@dataclass(frozen=True, slots=True)
class Facts:
    """What is searched of one statement beside its words."""

    names: dict[Field, list[str]]
    labels: dict[Label, list[str]]
    days: dict[Calendar, tuple[date, date]]

    def terms(self) -> list[str]:
        """The terms of the index, in an order in which the words of a name stand together."""
        out = [EVERY]
        for field, names in self.names.items():
            out += _apart(field, names)
        out += [label_term(label, value) for label, values in self.labels.items() for value in dict.fromkeys(values)]
        for calendar, (start, end) in self.days.items():
            out += carried(calendar, start, end)
        return out


def _apart(field: Field, names: Iterable[str]) -> Iterator[str]:
    for n, name in enumerate(dict.fromkeys(names)):
        if n:
            yield APART
        yield from (name_term(field, word) for word in words(name))


def name_term(field: Field, word: str) -> str:
    """The term of one word in a field."""
    return f"{field}={word}"


def label_term(label: Label, value: str) -> str:
    """The term of a label: one for the whole value, however many words it has."""
    return f"{label}={'_'.join(words(value)) or value.encode('utf8').hex()}"


def word_terms(text: str) -> list[str]:
    """The terms of words as they are written."""
    return [f"={word}" for word in words(text)]


def stem_terms(text: str) -> list[str]:
    """The terms of words in any of their forms."""
    return [stem(word) for word in words(text)]
