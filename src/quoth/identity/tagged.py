"""What the tagger says of names and mentions: whose name it is, and which earlier mention a mention points to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quoth.domain import Span
from quoth.inference import Scores
from quoth.inference.scores import EDGES, ENTITIES, Link

INSIDE = EDGES.index("I")
LIKELY = 0.7
FARTHEST = -10.0  # log-probability: less is all the same


@dataclass(frozen=True, slots=True)
class Tagged:
    """The scores of one article's streams."""

    scores: tuple[Scores, ...]

    def points(self, mention: Span, earlier: Sequence[Span]) -> list[float] | None:
        """Log-probability that the mention points to each earlier one; None where no stream holds the mention."""
        for scores in self.scores:
            first, last = _pieces(scores, mention)
            if first < last:
                pointer = scores.pointer(Link.MENTION_TO_ANTECEDENT, first, last)
                return [max(FARTHEST, pointer.to(*_pieces(scores, span))) for span in earlier]
        return None

    def sorts(self, name: Span) -> tuple[float, ...] | None:
        """The probability that the words are in a name of each of ENTITIES, averaged over their pieces."""
        for scores in self.scores:
            first, last = _pieces(scores, name)
            if first < last:
                outside = np.exp(scores.entities[first:last, :, 0])
                return tuple(float(1 - share) for share in outside.mean(axis=0))
        return None

    def within(self, word: Span) -> bool:
        """Whether the word more likely than not stands inside of one body's name: "and" of "Oil and Gas Authority"."""
        for scores in self.scores:
            first, last = _pieces(scores, word)
            if first < last:
                inside = np.exp(scores.entities[first:last, ENTITIES.index("organisation"), INSIDE])
                return bool(inside.min() > LIKELY)
        return False


def _pieces(scores: Scores, span: Span) -> tuple[int, int]:
    """The pieces that the span covers, as [first, last); empty where the stream does not hold it."""
    offsets = scores.pieces.offsets
    first = bisect_right(offsets[:, 1], span.start)
    return first, max(first, bisect_left(offsets[:, 0], span.end))
