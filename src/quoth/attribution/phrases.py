"""Scores of some paragraphs -> the phrases outside quotation marks that may name or stand for a speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from quoth.attribution.clause import SENTENCE_END
from quoth.attribution.decode import entities
from quoth.attribution.writing import PAPER
from quoth.domain import Span
from quoth.inference import Scores
from quoth.inference.tokens import QUOTE

# A name goes on with its age and a clause of who it is, up to the comma that closes them.
GOES_ON = re.compile(r",? who(?:se)? |, (?=\d{1,3}\b)")
COMMA_OR_STOP = re.compile(r"[,.;!?](?=\s|$)")
OWNER = re.compile(r"(?:his|her|their)\b(?= )", re.I)
# "A note, in capitals, was pinned to the seat": what speaks may be paper, which is no entity.
WRITTEN = re.compile(
    rf"(?:An?|The|His|Her|Their|One|Another) (?:[\w’'-]+ ){{0,3}}?{PAPER}\b"
    r"(?:, (?:in|of|from|by|on) [^,.;\n]{1,60},)?"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Pieces [first, last) are its head, without the clause behind it; paragraph: the one in which it stands."""

    span: Span
    first: int
    last: int
    paragraph: int


def phrases(text: str, paragraphs: Sequence[Span], scores: Scores) -> list[Phrase]:
    """The phrases in text order, each place once; of "her mother" also "her"."""
    found = {phrase.span: phrase for phrase in _written(text, paragraphs, scores)}
    found |= {phrase.span: phrase for phrase in _entities(text, paragraphs, scores)}
    return [found[span] for span in sorted(found, key=lambda span: (span.start, -span.end))]


def sentences(text: str, paragraph: Span) -> list[Span]:
    """The sentences of a paragraph."""
    out, start = [], paragraph.start
    for match in SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        out.append(Span(start, match.end()))
        start = match.end()
    if text[start : paragraph.end].strip():
        out.append(Span(start, paragraph.end))
    return [Span(one.end - len(one.of(text).lstrip()), one.end) for one in out]


def _entities(text: str, paragraphs: Sequence[Span], scores: Scores) -> Iterator[Phrase]:
    offsets, quote = scores.pieces.offsets, scores.pieces.features[:, QUOTE]
    for first, last in entities(scores):
        if quote[first]:
            continue
        place = int(scores.pieces.paragraph[first])
        start, end = int(offsets[first, 0]), int(offsets[last - 1, 1])
        yield Phrase(Span(start, _grown(text, end, paragraphs[place].end)), first, last, place)
        owner = OWNER.match(text, start, end)
        if owner is not None:
            yield Phrase(Span(*owner.span()), first, first + 1, place)


def _grown(text: str, end: int, stop: int) -> int:
    """The end of a phrase with the age and the relative clause that follow it."""
    for _ in range(2):
        more = GOES_ON.match(text, end, stop)
        closing = COMMA_OR_STOP.search(text, more.end(), stop) if more else None
        if closing is None:
            return end
        end = closing.end() if closing[0] == "," else closing.start()
    return end


def _written(text: str, paragraphs: Sequence[Span], scores: Scores) -> Iterator[Phrase]:
    """The papers that open a sentence."""
    offsets, quote = scores.pieces.offsets, scores.pieces.features[:, QUOTE]
    for place, paragraph in enumerate(paragraphs):
        for sentence in sentences(text, paragraph):
            paper = WRITTEN.match(text, sentence.start, sentence.end)
            if paper is None:
                continue
            inside = np.flatnonzero((offsets[:, 0] >= paper.start()) & (offsets[:, 1] <= paper.end()))
            if len(inside) and not quote[inside[0]]:
                yield Phrase(Span(*paper.span()), int(inside[0]), int(inside[-1]) + 1, place)
