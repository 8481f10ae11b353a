"""Quotations in single marks that run over paragraphs: ‘We tried. / ‘We failed.’

One paragraph by itself cannot tell an opening mark that nothing closes from an apostrophe; two that begin alike can.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.domain import Span
from quoth.marks import ELISION, KIND, MARK, SINGLE, Quoted


def completed(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> tuple[Quoted, ...]:
    """The quoted pieces, and each paragraph that opens with a single mark and leaves it to the next to go on."""
    out = list(quoted)
    for n in range(len(paragraphs) - 2, -1, -1):
        mark = _opening(text, paragraphs[n])
        if mark is None or mark != _opening(text, paragraphs[n + 1]):
            continue
        following = _begun(out, paragraphs[n + 1])
        if following is None or _begun(out, paragraphs[n]) is not None:
            continue
        out = [replace(piece, depth=piece.depth + 1) if paragraphs[n].contains(piece.span) else piece for piece in out]
        out[out.index(following)] = replace(following, continues=True)
        out.append(Quoted(paragraphs[n], True, False, 0, False, len(mark)))
    return tuple(sorted(out, key=lambda piece: (piece.span.start, -piece.span.end)))


def _opening(text: str, paragraph: Span) -> str | None:
    """The single mark with which the paragraph opens."""
    mark = MARK.match(text, paragraph.start)
    single = mark is not None and KIND.get(mark[0]) == SINGLE and not ELISION.match(text, mark.end())
    return mark[0] if mark is not None and single else None


def _begun(quoted: Sequence[Quoted], paragraph: Span) -> Quoted | None:
    """The outer piece with which the paragraph begins."""
    return next((piece for piece in quoted if not piece.depth and piece.span.start == paragraph.start), None)
