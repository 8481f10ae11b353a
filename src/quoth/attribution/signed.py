"""Signed quotations: “We are ready.” — Commissioner Smith. The signature is the speaker; no verb says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quoth.attribution.found import Found
from quoth.domain import Manner, Span
from quoth.marks import Quoted

SIGNATURE = re.compile(r"\s*[-–—―]{1,2}\s*(?=[A-Z])([^.!?:;“”\"\n]{2,90}|(?:[^!?:;“”\"\n]{2,90}[^.!?:;“”\"\n]))\s*$")


def signed(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> list[Found]:
    """One statement for each quotation that ends its paragraph but for a signature, there or in the next one."""
    outer = [piece for piece in quoted if not piece.depth]
    last = {n: piece for n, paragraph in enumerate(paragraphs) for piece in outer if paragraph.contains(piece.span)}
    out = []
    for n, piece in last.items():
        name = _signature(text, piece.span.end, paragraphs[n].end)
        if name is None and piece.span.end == paragraphs[n].end and n + 1 < len(paragraphs):
            name = _signature(text, paragraphs[n + 1].start, paragraphs[n + 1].end)
        if name is not None and piece.closed:
            content = tuple(reversed([one.span for one in _carried(outer, piece)]))
            out.append(Found(content, None, name, Manner.DIRECT, None))
    return out


def _signature(text: str, start: int, end: int) -> Span | None:
    match = SIGNATURE.match(text, start, end) if start < end else None
    return Span(*match.span(1)) if match else None


def _carried(outer: Sequence[Quoted], piece: Quoted) -> Iterator[Quoted]:
    """The piece and those that it carries on, backwards."""
    place = outer.index(piece)
    yield outer[place]
    while outer[place].continues and place > 0:
        place -= 1
        yield outer[place]


def unsigned(found: Iterable[Found], signatures: Sequence[Found]) -> list[Found]:
    """What was found, less what lies across a signed quotation or takes its words or its signature."""
    taken = [span for one in signatures for span in (*one.content, one.mention) if span is not None]

    def stands(one: Found) -> bool:
        return not any(mine.overlaps(span) for mine in (*one.content, one.mention, one.cue) if mine for span in taken)

    return [one for one in found if stands(one)]
