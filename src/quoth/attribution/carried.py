"""Quotations that run over paragraphs: the marks say which piece carries on which, and so whose words they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quoth.attribution.found import Found
from quoth.attribution.quoting import joined, manner
from quoth.domain import Span
from quoth.marks import Quoted


def carried_on(found: Sequence[Found], quoted: Sequence[Quoted], text: str) -> list[Found]:
    """The statements, each quotation that is carried on given whole to the one that began it.

    A piece with a verb of its own stays a statement of its own: “We lost. / “We will win,” she added.
    """
    out = list(found)
    outer = [piece for piece in quoted if not piece.depth]
    for before, piece in pairwise(outer):
        owner, given = _holder(out, before.span), _holder(out, piece.span)
        if not piece.continues or owner is None or owner is given or (given is not None and given.cue is not None):
            continue
        if given is not None:
            out.remove(given)
        more = given.content if given is not None else (piece.span,)
        content = joined([*owner.content, *more])
        out[out.index(owner)] = replace(owner, content=content, manner=manner(content, quoted, text))
    return out


def _holder(found: Sequence[Found], span: Span) -> Found | None:
    """The statement that the words of a quoted piece belong to; the one with a verb where there are two."""
    holders = [one for one in found if any(span.overlaps(content) for content in one.content)]
    return max(holders, key=lambda one: one.cue is not None, default=None)
