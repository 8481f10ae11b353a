"""Quotations that stand alone: a paragraph in marks, and no verb beside it says whose words they are.

“I have seen worse.” on a line of its own, below the one that tells of its speaker, is said by that speaker. The tagger
leaves most of them open. In our training articles each of the 129 that it leaves is a statement; of the 11 in dev and a
quarter of PolNeAR's train none is, but they are subheads and scraps of copied articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from quoth.attribution.found import Found
from quoth.attribution.nearest import ASKS, CLOSING, Nearby
from quoth.attribution.quoting import manner
from quoth.domain import Span
from quoth.inference import Scores
from quoth.marks import DOUBLE, KIND, MARK, Quoted

MIN_COVERED = 0.5
LEAST_LETTERS = 2

Standing = tuple[int, tuple[Span, ...]]
"""A quotation that stands alone: the paragraph in which it begins, and its piece in each of its paragraphs."""


def with_standing(
    text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted], scores: Scores, found: Sequence[Found]
) -> list[Found]:
    """What was found, and a statement for each quotation that stands alone and in none of what was found."""
    carried = {before.span for before, piece in pairwise(p for p in quoted if not p.depth) if piece.continues}
    alone = [one for one in standing(text, paragraphs, quoted) if one[1][-1] not in carried]
    out = _answers_out(text, alone, found, quoted)
    open_ones = [one for one in alone if not _taken(text, one[1], out)]
    if not open_ones:
        return out
    out = [one for one in out if not _within(one, open_ones)]
    nearby = Nearby(text, paragraphs, quoted, scores)
    answering: Span | None = None
    for place, pieces in open_ones:
        mention = nearby.speaker(place, pieces, _before(out, pieces), answering)
        out.append(Found(pieces, None, mention, manner(pieces, quoted, text), None))
        answering = mention
    return out


def _answers_out(text: str, alone: Sequence[Standing], found: Sequence[Found], quoted: Sequence[Quoted]) -> list[Found]:
    """What was found, less the turns of somebody else that were taken for more of the same statement."""
    out = []
    for one in found:
        turns = [pieces for _, pieces in alone if pieces[0] in one.content[1:] and _another(text, one, pieces, found)]
        kept = tuple(span for span in one.content if not any(span in pieces for pieces in turns))
        out.append(replace(one, content=kept, manner=manner(kept, quoted, text)) if turns else one)
    return out


def _another(text: str, one: Found, pieces: Sequence[Span], found: Iterable[Found]) -> bool:
    """Whether it is an answer to what was asked, “You?” asked Hale. / “I was.”, or asks again who had an answer."""
    before = one.content[one.content.index(pieces[0]) - 1]
    if one.cue is not None and ASKS.search(one.cue.of(text)) and _is_question(text, before):
        return True
    turns = _before(found, one.content)
    answers = bool(turns) and _is_question(text, turns[-1].content[-1]) and turns[-1].mention is not None
    return answers and _is_question(text, pieces[-1])


def _is_question(text: str, span: Span) -> bool:
    return span.of(text).rstrip(CLOSING + " ,").endswith("?")


def standing(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> list[Standing]:
    """The quotations that stand alone, those that run over several paragraphs as one."""
    out: list[Standing] = []
    house = house_mark(text, quoted)
    for n, paragraph in enumerate(paragraphs):
        piece = _alone(text, paragraph, quoted)
        if piece is None or (_kind(text, piece) != house and not _heads(text, paragraphs, n)):
            continue
        if piece.continues and out and out[-1][0] + len(out[-1][1]) == n:
            out[-1] = (out[-1][0], (*out[-1][1], piece.span))
        else:
            out.append((n, (piece.span,)))
    return out


def house_mark(text: str, quoted: Sequence[Quoted]) -> str | None:
    """The kind of mark in which most quotations stand."""
    kinds = Counter(_kind(text, piece) for piece in quoted if not piece.depth)
    return max(kinds, key=kinds.__getitem__, default=None)


def _kind(text: str, piece: Quoted) -> str:
    mark = MARK.match(text, piece.span.start)
    return KIND.get(mark[0], DOUBLE) if mark else DOUBLE


def _heads(text: str, paragraphs: Sequence[Span], n: int) -> bool:
    """Whether the paragraph stands right above the next one, as over an entry of a live blog.

    Subheads in the middle of a report have a blank line below, and words in marks of another kind than the report's.
    """
    return n + 1 < len(paragraphs) and text.count("\n", paragraphs[n].end, paragraphs[n + 1].start) == 1


def _alone(text: str, paragraph: Span, quoted: Sequence[Quoted]) -> Quoted | None:
    """The quotation that is all of the paragraph."""
    outer = [piece for piece in quoted if not piece.depth and paragraph.contains(piece.span)]
    if len(outer) != 1:
        return None
    count = letters(outer[0].span.of(text))
    return outer[0] if count >= LEAST_LETTERS and count == letters(paragraph.of(text)) else None


def letters(words: str) -> int:
    """How many letters and digits there are."""
    return sum(map(str.isalnum, words))


def _taken(text: str, pieces: Sequence[Span], found: Iterable[Found]) -> bool:
    """Whether the first piece is a statement's words; one made inside the quotation does not take it."""
    first = pieces[0]
    shared = 0
    for one in found:
        if one.cue is not None and all(first.contains(span) for span in (*one.content, one.cue)):
            continue
        shared += sum(letters(text[max(a.start, first.start) : min(a.end, first.end)]) for a in one.content)
    return shared >= MIN_COVERED * letters(first.of(text))


def _within(one: Found, open_ones: Iterable[Standing]) -> bool:
    """Whether it is made of most of the words of a quotation that stands alone: a clause in it taken for its report."""
    return any(
        2 * sum(map(len, one.content)) >= sum(map(len, pieces))
        and all(any(p.contains(c) for p in pieces) for c in one.content)
        for _, pieces in open_ones
    )


def _before(found: Iterable[Found], pieces: Sequence[Span]) -> list[Found]:
    """The statements that begin before the quotation, in order."""
    return sorted(
        (one for one in found if one.content[0].start < pieces[0].start), key=lambda one: one.content[0].start
    )
