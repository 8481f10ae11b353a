"""How a claimed quotation stands to a text: word for word, cut with marks, in another house style, altered, not there.

Nothing here says whether words are true or false, only whether and how they stand in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from quoth.domain import Span
from quoth.variants.aligning import Alignment, Edit, find, nearest
from quoth.variants.negation import is_negation, negations
from quoth.variants.wording import Wording, wording

GAP = "\0"  # stands in a text's words where its own ellipsis or bracket does; never equal to a word
LONGEST_CUT = 120  # words that a marked cut may leave out
SHORT_CUT = 4
LEAST_SAME = 0.6  # of the claim's words, in order: else the wording is another one
FEWEST_SAME = 3
BEFORE = 6  # words of its sentence that are looked at before a quotation for a negation
MARKS = "\"'“‘„‚«‹»›"
EDGES = "\"'“”‘’„‚«»‹›`´ \t\n.,;:!?…-–—()"


class Likeness(StrEnum):
    """How the claimed words stand to those of a text, nearest first."""

    VERBATIM = "verbatim"
    EDITED = "verbatim with ellipsis or brackets"
    HOUSE_STYLE = "same words in another house style"
    ALTERED = "altered"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the words: what the text has, what the claim has instead; either may be empty."""

    edit: Edit
    text: str
    claim: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found of a claim in a text."""

    likeness: Likeness
    span: Span | None = None  # of the text: from the first to the last word that answers the claim
    changes: tuple[Change, ...] = ()  # in order, those that are the same among them, so that all can be shown
    share: float = 0.0  # of the claim's words that stand in the text, in order
    negation: str | None = None  # what is to be called out about a "not"; None: nothing


def compare(claim: str, text: str) -> Comparison:
    """The nearest thing to the claim that the text has. Spans are code points of `text`."""
    said, there = wording(claim), wording(text)
    if not said.words:
        return Comparison(Likeness.NOT_FOUND)
    return _exact(said, there) or _cut(said, there) or _near(said, there) or Comparison(Likeness.NOT_FOUND)


def _exact(said: Wording, there: Wording) -> Comparison | None:
    if said.is_edited:
        return None
    forms = _forms(there)
    at = find(said.forms, forms)
    if at is None:
        return None
    places = _spans(there)
    span = Span(places[at].start, places[at + len(said.forms) - 1].end)
    as_printed = _letters(said.text) == _letters(span.of(there.text)) and not _other_marks(said.text, there.text)
    likeness = Likeness.VERBATIM if as_printed else Likeness.HOUSE_STYLE
    same = (Change(Edit.SAME, span.of(there.text), said.text.strip(EDGES)),)
    return Comparison(likeness, span, same, 1.0, _before(there, at))


def _cut(said: Wording, there: Wording) -> Comparison | None:
    """The claim's runs in order, with no more between them than a marked cut may leave out."""
    forms, spans = _forms(there), _spans(there)
    found = _runs(said, forms)
    if not said.is_edited or found is None:
        return None
    cuts = [forms[end:start] for (_, end), (start, _) in pairwise(found)]
    if any(negations(cut) and len(cut) <= SHORT_CUT for cut in cuts):
        return None  # what was cut is the "not" itself: the words are altered
    span = Span(spans[found[0][0]].start, spans[found[-1][1] - 1].end)
    dropped = "a negation stands in what was left out" if any(map(negations, cuts)) else _before(there, found[0][0])
    return Comparison(Likeness.EDITED, span, tuple(_cuts(said, there, found)), 1.0, dropped)


def _runs(said: Wording, forms: list[str]) -> list[tuple[int, int]] | None:
    """Where each run stands; the first run's every place is tried, since its words may stand earlier too."""
    first = [word.form for word in said.runs[0]]
    start = find(first, forms)
    while start is not None:
        found = [(start, start + len(first))]
        for run in said.runs[1:]:
            words = [word.form for word in run]
            at = find(words, forms, found[-1][1], found[-1][1] + LONGEST_CUT + len(words))
            if at is None:
                break
            found.append((at, at + len(words)))
        else:
            return found
        start = find(first, forms, start + 1)
    return None


def _cuts(said: Wording, there: Wording, found: list[tuple[int, int]]) -> Iterator[Change]:
    spans = _spans(there)
    for n, (start, end) in enumerate(found):
        if n and found[n - 1][1] < start:
            yield Change(Edit.DROPPED, Span(spans[found[n - 1][1]].start, spans[start - 1].end).of(there.text), "")
        run = said.runs[n]
        words = Span(run[0].span.start, run[-1].span.end).of(said.text)
        yield Change(Edit.SAME, Span(spans[start].start, spans[end - 1].end).of(there.text), words)


def _near(said: Wording, there: Wording) -> Comparison | None:
    forms = _forms(there)
    best = nearest(said.forms, forms)
    if best is None or best.same < min(FEWEST_SAME, len(said.forms)) or best.same < LEAST_SAME * len(said.forms):
        return None
    spans = _spans(there)
    span = Span(spans[best.start].start, spans[best.end - 1].end) if best.end > best.start else None
    changes = tuple(_changes(said, there, best))
    return Comparison(Likeness.ALTERED, span, changes, best.same / len(said.forms), _turned(said, forms, best))


def _changes(said: Wording, there: Wording, best: Alignment) -> Iterator[Change]:
    words, spans = said.words, _spans(there)
    for step in best.steps:
        text = spans[step.text_start : step.text_end]
        claim = words[step.claim_start : step.claim_end]
        yield Change(
            step.edit,
            Span(text[0].start, text[-1].end).of(there.text) if text else "",
            Span(claim[0].span.start, claim[-1].span.end).of(said.text) if claim else "",
        )


def _turned(said: Wording, forms: list[str], best: Alignment) -> str | None:
    """What to say where the claim denies more or less often than the text does."""
    text, claim = negations(forms[best.start : best.end]), negations(said.forms)
    if claim < text:
        return "a negation was dropped"
    if claim > text:
        return "a negation was added"
    moved = any(
        negations(forms[step.text_start : step.text_end]) != negations(said.forms[step.claim_start : step.claim_end])
        for step in best.steps
        if step.edit is not Edit.SAME
    )
    return "a negation was moved" if moved else None


def _before(there: Wording, at: int) -> str | None:
    """What to say where a negation stands before the words in their sentence: the quotation begins behind it."""
    words = there.words
    real = [n for n, form in enumerate(_forms(there)) if form != GAP]
    place = real.index(at)
    for n in range(place - 1, max(place - 1 - BEFORE, -1), -1):
        between = there.text[words[n].span.end : words[n + 1].span.start]
        if re.search(r"[.!?;:…\n\[\]]", between):
            return None
        if is_negation(words[n].form):
            return f"“{words[n].span.of(there.text)}” stands before it in the same sentence"
    return None


def _forms(there: Wording) -> list[str]:
    """The words of the text, a mark where it has a gap itself."""
    out: list[str] = []
    for n, run in enumerate(there.runs):
        out += [GAP] * (n > 0) + [word.form for word in run]
    return out


def _spans(there: Wording) -> list[Span]:
    """The place of each of `_forms`; that of a gap is empty of words and stands between its neighbours."""
    out: list[Span] = []
    for n, run in enumerate(there.runs):
        if n and run and out:
            out.append(Span(out[-1].end, max(run[0].span.start, out[-1].end + 1)))
        out += [word.span for word in run]
    return out


def _other_marks(claim: str, text: str) -> bool:
    """Whether both stand in quotation marks, and the claim's are those of another house."""
    mark = claim.strip()[:1]
    return mark in MARKS and any(one in text for one in MARKS) and mark not in text


def _letters(text: str) -> str:
    """The text without the marks at its edges, line ends made spaces."""
    return text.strip(EDGES).replace("\n", " ")
