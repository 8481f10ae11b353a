"""What a search finds, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quoth.domain import Act, Notice, Span, Status


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of the article around a statement. All spans are code points of `text`, [start, end)."""

    text: str
    start: int  # where the stretch begins in the article's text
    statement: tuple[Span, ...]  # what of the statement's words is shown
    marks: tuple[Span, ...]  # what was sought, among them


@dataclass(frozen=True, slots=True)
class Days:
    """The days of something, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Hit:
    """One utterance that was found, shown as one of the articles that carry it has it."""

    statement: str  # the contract's id
    article: str
    quote: str
    speakers: tuple[str, ...]
    role: str | None
    kind: str | None
    manner: str
    act: str
    status: str
    review: str
    said: Days | None
    published: Days | None
    outlet: str | None
    headline: str | None
    url: str | None
    evidence: Evidence
    score: float  # by words: see ranking.py; by meaning: the cosine
    utterance: str
    appearances: int  # articles on record that carry it
    notices: tuple[Notice, ...] = ()

    @property
    def label(self) -> str:
        """What a reader must know of the words: that they were thought or done, do not stand, or are in doubt."""
        act = self.act if self.act in (Act.THOUGHT, Act.DID) else ""
        status = self.status if self.status != Status.ASSERTED else ""
        review = self.review if self.review == "rejected" else ""
        return ", ".join(word for word in (act, status, review) if word)


@dataclass(frozen=True, slots=True)
class Total:
    """How much there is: utterances, and the articles in which they appear."""

    utterances: int
    appearances: int
    exact: bool  # False: at least so many


@dataclass(frozen=True, slots=True)
class Count:
    """How often one value of a facet occurs."""

    value: str
    utterances: int
    appearances: int


@dataclass(frozen=True, slots=True)
class Page:
    """Some hits, best first."""

    hits: tuple[Hit, ...]
    total: Total | None  # None: by meaning, where everything is more or less near
    next: str | None  # the cursor of the page that follows; None on the last
    facets: dict[str, tuple[Count, ...]] | None = None  # by field, the most frequent values first
