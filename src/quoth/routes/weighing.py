"""How likely a phrase tells a step of a statement's route: learned weights of what can be seen of them."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from quoth.domain import StepKind

Weights = Mapping[str, float]


@lru_cache(maxsize=1)
def weights() -> Mapping[StepKind, Weights]:
    """The weights that training/fit_routes.py wrote, by kind of step."""
    found = json.loads(files("quoth.routes").joinpath("weights.json").read_text(encoding="utf8"))
    return {StepKind(kind): values for kind, values in found.items()}


def probability(features: Sequence[str], given: Weights) -> float:
    """The logistic function of the features' weights added up."""
    total = sum(given.get(name, 0.0) for name in features)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
