"""How likely a statement's words are a statement with these ends: a logistic curve over what the tagger was sure of."""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass

from quoth.attribution.link import Draft

PRINTED = 0.98  # a turn of a transcript or a signed quotation: no tagger was asked
LEAST_LINK = -10.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Log-probabilities, 0 for sure, of the tags of content, cue and mention and of the links; and two plain facts."""

    content: float
    cue: float
    mention: float
    link: float
    no_cue: float  # 1 where there is none
    quoted: float  # share of the content's word pieces that stand in quotation marks


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the curve, one for each of Evidence; fitted on dev by training/calibrate.py, kept in settings.json."""

    content: float = 4.0
    cue: float = 0.5
    mention: float = 0.5
    link: float = 0.3
    no_cue: float = -1.0
    quoted: float = 1.0
    intercept: float = 2.0


def evidence(draft: Draft) -> Evidence:
    """What the curve weighs."""
    return Evidence(
        content=min(run.certainty for run in draft.content),
        cue=draft.cue.certainty if draft.cue is not None else 0.0,
        mention=draft.mention.certainty if draft.mention is not None else 0.0,
        link=max(draft.link, LEAST_LINK),
        no_cue=float(draft.cue is None),
        quoted=draft.quoted,
    )


def confidence(given: Evidence | None, calibration: Calibration) -> float:
    """A probability, rounded to two decimals."""
    if given is None:
        return PRINTED
    *weights, intercept = astuple(calibration)
    total = intercept + sum(weight * value for weight, value in zip(weights, astuple(given), strict=True))
    return round(1 / (1 + math.exp(-max(-50.0, min(50.0, total)))), 2)
