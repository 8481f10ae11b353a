"""Which entity tells each statement's route, in text order, each choice with those before it in view."""

from __future__ import annotations

import numpy as np

from quoth.routes.evidence import Evidence
from quoth.routes.weights import Model

SET = 0.5  # how likely what was told of a scene is at least: too few of the gold's are set so to learn it


def chosen(evidence: Evidence, model: Model) -> dict[int, int | None]:
    """For each statement the place of the likeliest entity; None where none is likely enough.

    What is carried on is as likely as that it goes on, times how likely it was of the statement before.
    """
    told: dict[int, int | None] = {}
    sure: dict[int, float] = {}
    for number in evidence.order:
        places = evidence.reach(number, told)
        told[number] = None
        if places:
            shares = model.shares([evidence.row(number, place, told) for place in places])
            for at, place in enumerate(places):
                origin = evidence.origin(number, place, told)
                shares[at] *= 1.0 if origin is None else sure[origin]
                if evidence.is_set(number, place):
                    shares[at] = max(shares[at], SET)
            best = int(np.argmax(shares))
            told[number] = places[best] if shares[best] >= model.threshold else None
            sure[number] = float(shares[best])
    return told
