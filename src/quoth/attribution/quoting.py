"""Exact bookkeeping of quotation marks above the tagger: whole quotations, and the manner."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.domain import Manner, Span
from quoth.marks import Quoted

# A run that covers this share of a quotation's words is that quotation.
MIN_COVERED = 0.5
LOOSE_ENDS = " \t\n\r\xa0,;"


def whole(text: str, span: Span, quoted: Sequence[Quoted]) -> Span:
    """The span with every quotation that it mostly covers taken whole, and every other one left out at its ends."""
    start, end = span.start, span.end
    for piece in quoted:
        if piece.depth or not piece.span.overlaps(Span(start, end)):
            continue
        inner_start, inner_end = piece.inner
        shared = min(end, inner_end) - max(start, inner_start)
        if shared >= MIN_COVERED * (inner_end - inner_start):
            start, end = min(start, piece.span.start), max(end, piece.span.end)
        elif start < piece.span.start < end < piece.span.end:
            end = piece.span.start
        elif piece.span.start < start < piece.span.end < end:
            start = piece.span.end
    return trimmed(text, start, end) or span


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space and commas at its ends; None when nothing is left."""
    while start < end and text[start] in LOOSE_ENDS:
        start += 1
    while end > start and text[end - 1] in LOOSE_ENDS:
        end -= 1
    return Span(start, end) if start < end else None


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in text order, those that overlap made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def manner(content: Sequence[Span], quoted: Sequence[Quoted], text: str) -> Manner:
    """Direct: all words of the content stand in quotation marks; indirect: none; mixed: part."""
    outer = [piece.span for piece in quoted if not piece.depth]
    words = sum(map(_letters, (span.of(text) for span in content)))
    inside = sum(
        _letters(text[max(a.start, b.start) : min(a.end, b.end)]) for a in content for b in outer if a.overlaps(b)
    )
    if not inside:
        return Manner.INDIRECT
    return Manner.DIRECT if inside == words else Manner.MIXED


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))
