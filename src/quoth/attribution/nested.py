"""Statements inside a statement's own words: "She told me, 'I quit.'" said by somebody who quotes somebody else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quoth.attribution.found import Found
from quoth.domain import Span
from quoth.marks import Quoted


def inner_paragraphs(outer: Iterable[Found], quoted: Sequence[Quoted]) -> list[Span]:
    """The words to be read once more: what stands between the marks of quotations that hold a quotation.

    Read by themselves, their inner marks are outer ones, and the tagger, which sees one level at a time, finds them.
    """
    contents = [span for one in outer for span in one.content]
    holders = [piece for piece in quoted if not piece.depth and any(span.contains(piece.span) for span in contents)]
    return [Span(*piece.inner) for piece in holders if _holds_another(piece, quoted)]


def _holds_another(piece: Quoted, quoted: Iterable[Quoted]) -> bool:
    return any(other.depth and piece.span.contains(other.span) for other in quoted)


def kept(inner: Iterable[Found], outer: Sequence[Found]) -> list[Found]:
    """The inner statements that somebody is said to have made, and that are less than the words they stand in."""
    contents = [span for one in outer for span in one.content]
    return [
        one
        for one in inner
        if one.cue is not None
        and all(any(holder.contains(span) and holder != span for holder in contents) for span in one.content)
    ]
