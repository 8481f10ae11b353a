"""What the tagger says of one text: a tag distribution for each word piece, and where each piece points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from quoth.inference.tokens import Pieces

Floats = npt.NDArray[np.float32]

ROLES = ("mention", "cue", "content")
TAGS = ("O", *(f"{edge}-{role}" for role in ROLES for edge in "BIES"))
"""The tagger's output in order: outside, and each role's begin, inside, end and single piece."""

ENTITIES = ("person", "organisation", "place")
EDGES = "OBIES"
"""Of each kind of entity, apart from the others: whether a piece lies outside, begins, goes on, ends or is one."""

MIN_SHARED = 8  # a window says where a span points only if it holds that many of its pieces, or all of them


class Link(IntEnum):
    """What points to what; the tagger's output in order."""

    CONTENT_TO_CUE = 0
    CONTENT_TO_MENTION = 1
    CUE_TO_MENTION = 2
    MENTION_TO_ANTECEDENT = 3  # an earlier mention of the same person, body or place


@dataclass(frozen=True, slots=True)
class View:
    """What one window saw: pieces [start, end).

    pointers: float32[link, piece, 1 + piece], log-probabilities that a piece points to nothing (place 0) or to a piece.
    """

    start: int
    end: int
    pointers: Floats


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a span points. pieces: float32[piece], log-probabilities, -inf where no window saw both; none: float."""

    pieces: Floats
    none: float

    def to(self, first: int, last: int) -> float:
        """Log-probability that the span points into pieces [first, last)."""
        return float(np.logaddexp.reduce(self.pieces[first:last]))


@dataclass(frozen=True, slots=True)
class Scores:
    """What is said of a whole text, as log-probabilities.

    tags: float32[piece, tag] in the order of TAGS; entities: float32[piece, entity, edge], of ENTITIES and EDGES.
    """

    pieces: Pieces
    tags: Floats
    views: Sequence[View]
    entities: Floats

    def pointer(self, link: Link, first: int, last: int) -> Pointer:
        """Where the span of pieces [first, last) points by `link`; averaged over its pieces, best over windows."""
        best = np.full(len(self.pieces), -np.inf, dtype=np.float32)
        none = 0.0
        for view in self.views:
            start, end = max(first, view.start), min(last, view.end)
            if end - start < min(MIN_SHARED, last - first):
                continue
            mean = view.pointers[link, start - view.start : end - view.start].mean(axis=0)
            best[view.start : view.end] = np.maximum(best[view.start : view.end], mean[1:])
            none = min(none, float(mean[0]))
        return Pointer(best, none)
