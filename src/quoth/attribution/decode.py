"""Tag distributions -> the runs of word pieces that are a mention, a cue or a piece of content.

The best path under the tag scheme's constraints (Viterbi 1967): a run begins with B, goes on with I, ends with E, or is
a single S; none crosses a paragraph's end, nor begins or ends inside a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from quoth.domain import Span
from quoth.inference import ROLES, TAGS, Scores
from quoth.inference.scores import EDGES, Floats
from quoth.inference.tokens import Pieces

FORBIDDEN = -1e4
# Added to the log-probability of "outside": swept -0.8 to 0.4 on dev for linked.joint (training/experiments.md).
OUTSIDE_BIAS = -0.3
# Most of what the tagger learnt from says nothing of entities, so it is shy of them: "Keith Tranter" has 0.45 outside.
ENTITY_BIAS = -1.2


@dataclass(frozen=True, slots=True)
class Run:
    """Word pieces [first, last) with one role. certainty: mean log-probability of its tags."""

    first: int
    last: int
    certainty: float

    def span(self, scores: Scores) -> Span:
        return Span(int(scores.pieces.offsets[self.first, 0]), int(scores.pieces.offsets[self.last - 1, 1]))


def runs(scores: Scores, bias: float = OUTSIDE_BIAS) -> Mapping[str, list[Run]]:
    """The runs of each role, in reading order.

    bias: below 0 finds more runs, above 0 fewer.
    """
    tags = scores.tags.copy()
    tags[:, 0] += bias
    path = _best_path(tags, scores.pieces, ROLE_STEPS)
    certainty = scores.tags[np.arange(len(path)), path]
    out: dict[str, list[Run]] = {role: [] for role in ROLES}
    for role, first, last in _cut(path, TAGS):
        out[role].append(Run(first, last, float(certainty[first:last].mean())))
    return out


def entities(scores: Scores, bias: float = ENTITY_BIAS) -> list[tuple[int, int]]:
    """The pieces [first, last) of each phrase that names a person, a body or a place, in reading order."""
    tags = scores.entities.max(axis=1)
    tags[:, 0] = scores.entities[:, :, 0].min(axis=1) + bias
    return [(first, last) for _, first, last in _cut(_best_path(tags, scores.pieces, ENTITY_STEPS), ENTITY_TAGS)]


@dataclass(frozen=True, slots=True)
class Steps:
    """Tag-by-tag matrices, 0 where a step is allowed, else FORBIDDEN: to the next word, inside one, to a paragraph."""

    to_word: Floats
    in_word: Floats
    to_paragraph: Floats

    def to(self, pieces: Pieces, n: int) -> Floats:
        """The matrix for the step to the n-th piece."""
        if pieces.paragraph[n] != pieces.paragraph[n - 1]:
            return self.to_paragraph
        return self.in_word if pieces.goes_on[n] else self.to_word


def _steps(names: Sequence[str]) -> Steps:
    inside = np.full((len(names), len(names)), FORBIDDEN, dtype=np.float32)
    across, within = inside.copy(), inside.copy()
    for n, left in enumerate(names):
        for m, right in enumerate(names):
            open_left, open_right = left[0] in "BI", right[0] in "IE"
            same_role = left[2:] == right[2:]
            if open_left == open_right and (same_role or not open_left):
                inside[n, m] = 0
                if open_left or left == right == "O":
                    within[n, m] = 0
            if not open_left and not open_right:
                across[n, m] = 0
    return Steps(inside, within, across)


ENTITY_TAGS = tuple(edge if edge == "O" else f"{edge}-entity" for edge in EDGES)
ROLE_STEPS, ENTITY_STEPS = _steps(TAGS), _steps(ENTITY_TAGS)


def _best_path(tags: Floats, pieces: Pieces, steps: Steps) -> list[int]:
    if not len(tags):
        return []
    score = tags[0] + steps.to_paragraph[0]
    back = np.zeros(tags.shape, dtype=np.int64)
    for n in range(1, len(tags)):
        reached = score[:, None] + steps.to(pieces, n)
        back[n] = reached.argmax(axis=0)
        score = reached.max(axis=0) + tags[n]
    path = [int((score + steps.to_paragraph[:, 0]).argmax())]
    for n in range(len(tags) - 1, 0, -1):
        path.append(int(back[n, path[-1]]))
    return path[::-1]


def _cut(path: Sequence[int], names: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    first = 0
    for n, tag in enumerate(path):
        edge, _, role = names[tag].partition("-")
        if edge in ("B", "S"):
            first = n
        if edge in ("E", "S"):
            yield role, first, n + 1
