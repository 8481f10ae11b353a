"""A quotation behind a name and a colon, "Tran: “Where do they park?”": that speaker's, not that of the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quoth.attribution.found import Found
from quoth.attribution.quoting import manner
from quoth.domain import Manner, Span
from quoth.marks import Quoted

LABEL = re.compile(r"((?:[A-Z][\w.’'-]*[ \xa0]){0,3}[A-Z][\w.’'-]+):[ \xa0]+")


def labelled(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted], found: Sequence[Found]) -> list[Found]:
    """What was found, each labelled quotation taken out of a statement whose verb and speaker stand elsewhere."""
    out = list(found)
    for paragraph, label, piece in _lines(text, paragraphs, quoted):
        holder = next((one for one in out if any(span.overlaps(piece) for span in one.content)), None)
        if holder is not None and any(at is not None and paragraph.contains(at) for at in (holder.cue, holder.mention)):
            continue
        own = Found((piece,), None, label, Manner.DIRECT, holder.evidence if holder else None)
        if holder is not None:
            out.remove(holder)
            rest = tuple(span for span in holder.content if not paragraph.overlaps(span))
            if rest:
                out.append(replace(holder, content=rest, manner=manner(rest, quoted, text)))
        out.append(own)
    return out


def _lines(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> Iterator[tuple[Span, Span, Span]]:
    """Each paragraph that is a name, a colon and one quotation, with its name and its quotation."""
    for paragraph in paragraphs:
        label = LABEL.match(text, paragraph.start, paragraph.end)
        outer = [piece for piece in quoted if not piece.depth and paragraph.contains(piece.span)]
        if label is None or len(outer) != 1:
            continue
        rest = text[outer[0].span.end : paragraph.end]
        if outer[0].span.start == label.end() and not any(map(str.isalnum, rest)):
            yield paragraph, Span(*label.span(1)), outer[0].span
