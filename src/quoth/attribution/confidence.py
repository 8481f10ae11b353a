"""How likely a statement's words are a statement with these ends: a logistic curve over what the tagger was sure of."""

from __future__ import annotations

import math
from dataclasses import dataclass

from quoth.attribution.link import Draft


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the logistic curve, fitted on dev by training/calibrate.py and kept in weights/settings.json."""

    intercept: float = 2.0
    content: float = 4.0
    cue: float = 0.5
    link: float = 0.3
    no_cue: float = -1.0


def evidence(draft: Draft) -> tuple[float, float, float, float]:
    """What the curve weighs: mean log-probability of content and cue tags, that of the links, and whether no cue is."""
    content = min(run.certainty for run in draft.content)
    cue = draft.cue.certainty if draft.cue is not None else 0.0
    return content, cue, max(draft.link, -10.0), float(draft.cue is None)


def words_confidence(draft: Draft, calibration: Calibration) -> float:
    """A probability, rounded to two decimals."""
    content, cue, link, no_cue = evidence(draft)
    total = (
        calibration.intercept
        + calibration.content * content
        + calibration.cue * cue
        + calibration.link * link
        + calibration.no_cue * no_cue
    )
    return round(1 / (1 + math.exp(-max(-50.0, min(50.0, total)))), 2)
