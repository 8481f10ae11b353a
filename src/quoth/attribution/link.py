"""Runs -> statements: which cue and which mention each piece of content points to."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from quoth.attribution.decode import Run
from quoth.inference import Link, Pointer, Scores
from quoth.inference.tokens import QUOTE

MIN_QUOTED = 0.5  # of its pieces: content that may stand in another paragraph than its cue
# Of several pieces of content, those that more likely than not point elsewhere are a neighbour's or nobody's: swept 0.2
# to 0.7 on a quarter of train, where linked.joint is best here (85.3 -> 85.7); dev 75.5 -> 75.8.
LEAST_SHARE = math.log(0.5)
OWN_PROSE = 4  # pieces: a quotation that follows so much of its own paragraph has a speaker there, not further up


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in word pieces.

    link: log-probability that content, cue and mention belong together; quoted: share of the content that stands in
    quotation marks.
    """

    content: tuple[Run, ...]
    cue: Run | None
    mention: Run | None
    link: float
    quoted: float


def drafts(scores: Scores, found: Mapping[str, Sequence[Run]]) -> list[Draft]:
    """One draft for each cue that some content points to, and one for each piece of content without a cue."""
    grouped: dict[int, list[Run]] = {}
    bare: list[tuple[Run, Sequence[Run]]] = []  # with the mentions that may be its speaker
    certainty: dict[Run, float] = {}
    for run in found["content"]:
        chosen, certainty[run] = _choose([scores.pointer(Link.CONTENT_TO_CUE, run.first, run.last)], found["cue"])
        if chosen is None:
            bare.append((run, found["mention"]))
        elif _same_paragraph(scores, run, found["cue"][chosen]):
            grouped.setdefault(chosen, []).append(run)
        elif _quoted(scores, run) >= MIN_QUOTED:
            if _prose_before(scores, run) < OWN_PROSE:
                grouped.setdefault(chosen, []).append(run)
            else:
                bare.append((run, [mention for mention in found["mention"] if _same_paragraph(scores, run, mention)]))
    out = [
        _draft(scores, _belonging(runs, certainty), found["cue"][cue], found["mention"], certainty)
        for cue, runs in grouped.items()
    ]
    return out + [_draft(scores, [run], None, mentions, certainty) for run, mentions in bare]


def _belonging(runs: list[Run], certainty: Mapping[Run, float]) -> list[Run]:
    """The pieces that surely enough point to their cue; all where none does."""
    return [run for run in runs if certainty[run] >= LEAST_SHARE] or runs


def _quoted(scores: Scores, run: Run) -> float:
    return float((scores.pieces.features[run.first : run.last, QUOTE] > 0).mean())


def _same_paragraph(scores: Scores, run: Run, other: Run) -> bool:
    """Reported speech without marks does not reach over a paragraph's end: what points there is a chance likeness."""
    return bool(scores.pieces.paragraph[run.first] == scores.pieces.paragraph[other.first])


def _prose_before(scores: Scores, run: Run) -> int:
    """How many pieces outside quotation marks stand before the run in its paragraph."""
    start = np.searchsorted(scores.pieces.paragraph, scores.pieces.paragraph[run.first])
    return int((scores.pieces.features[start : run.first, QUOTE] == 0).sum())


def _draft(
    scores: Scores, content: list[Run], cue: Run | None, mentions: Sequence[Run], certainty: Mapping[Run, float]
) -> Draft:
    pointers = [scores.pointer(Link.CONTENT_TO_MENTION, run.first, run.last) for run in content]
    if cue is not None:
        pointers.append(scores.pointer(Link.CUE_TO_MENTION, cue.first, cue.last))
    chosen, mention_certainty = _choose(pointers, mentions)
    mention = None if chosen is None else mentions[chosen]
    link = min(certainty[run] for run in content) + mention_certainty
    return Draft(tuple(content), cue, mention, link, sum(map(partial(_quoted, scores), content)) / len(content))


def _choose(pointers: Sequence[Pointer], goals: Sequence[Run]) -> tuple[int | None, float]:
    """The goal that the pointers agree on best, None for nothing, and the mean log-probability of that choice."""
    totals = [sum(pointer.to(goal.first, goal.last) for pointer in pointers) / len(pointers) for goal in goals]
    none = sum(pointer.none for pointer in pointers) / len(pointers)
    best = max(range(len(goals)), key=totals.__getitem__, default=None)
    if best is None or totals[best] < none:
        return None, none
    return best, totals[best]
