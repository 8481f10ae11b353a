"""What is looked for, as values: words and facts that must hold of a statement, joined by and, or, not.

`parse` makes a Query from what a person typed; docs/record-search.md tells the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quoth.domain import Act, Manner, NoticeKind, Review, SpeakerKind, Status


class Field(StrEnum):
    """What a filter looks at whose value is a name or a description: its words must stand there next to each other."""

    BY = "by"  # who speaks
    ABOUT = "about"  # who or what is named in the words
    ROLE = "role"
    OUTLET = "outlet"  # who published
    THROUGH = "through"  # an outlet on the way from the mouth to the page
    BYLINE = "byline"
    SECTION = "section"


class Label(StrEnum):
    """What a filter looks at whose value is one of a few words, or for collections a whole name."""

    COLLECTION = "collection"
    REVIEW = "review"
    NOTICE = "notice"
    ACT = "act"
    STATUS = "status"
    MANNER = "manner"
    KIND = "kind"


class Calendar(StrEnum):
    """What a filter looks at whose value is a day or a range of days."""

    SAID = "said"
    PUBLISHED = "published"


VALUES: dict[Label, tuple[str, ...]] = {
    Label.REVIEW: tuple(Review),
    Label.NOTICE: (NoticeKind.RETRACTED, NoticeKind.HIDDEN),
    Label.ACT: tuple(Act),
    Label.STATUS: tuple(Status),
    Label.MANNER: tuple(Manner),
    Label.KIND: tuple(SpeakerKind),
}
"""What a label may be; a collection may be anything."""

FIELDS = (*Field, *Label, *Calendar)


@dataclass(frozen=True, slots=True)
class Words:
    """Words in the statement itself, next to each other and in this order."""

    words: tuple[str, ...]  # as terms.words gives them
    exact: bool  # as written, rather than in any of their forms
    prefix: bool = False  # the last is only the beginning of a word


@dataclass(frozen=True, slots=True)
class Named:
    """Words in a field, next to each other and in this order."""

    field: Field
    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label that the statement or its article bears."""

    label: Label
    value: str


@dataclass(frozen=True, slots=True)
class Dated:
    """Days that are at least partly those of the statement (said) or article (published); None leaves an end open."""

    calendar: Calendar
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition = Words | Named | Labelled | Dated | All | Either | Not


@dataclass(frozen=True, slots=True)
class Query:
    """A selection of statements: those of which every condition holds; without conditions, all of them."""

    conditions: tuple[Condition, ...] = ()

    def also(self, *conditions: Condition) -> Query:
        """The same with further conditions."""
        return Query(self.conditions + conditions)

    def sought(self) -> tuple[Words, ...]:
        """The words that a statement is found for, each once: what ranks it and what is marked in it."""
        found = (leaf for condition in self.conditions for leaf in _wanted(condition) if isinstance(leaf, Words))
        return tuple(dict.fromkeys(found))

    def wants(self, label: Labelled) -> bool:
        """Whether a condition asks for that label by name."""
        return any(leaf == label for condition in self.conditions for leaf in _wanted(condition))


def _wanted(condition: Condition) -> Iterator[Condition]:
    """The leaves that are not under a Not."""
    if isinstance(condition, All | Either):
        for part in condition.parts:
            yield from _wanted(part)
    elif not isinstance(condition, Not):
        yield condition
