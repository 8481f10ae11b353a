"""Who of several a pronoun or a description means: a softmax over features of each candidate, its weights learned."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

FEATURES = (
    "same sentence",
    "sentences since",
    "paragraphs since",
    "most recent",
    "recency",
    "last as subject",
    "last as modifier",
    "last in quotes",
    "spoke before",
    "spoke before, same paragraph",
    "spoke before, next paragraph",
    "spoke before, last sentence",
    "spoke before that",
    "share of mentions",
    "in first lines",
    "subject of last sentence",
    "subject of sentence",
    "gender told",
    "in own content",
    "only modifier",
    "unnamed",
    "noun told",
    "words told",
    "other noun told",
    "addressed before",
    "pointer",
    "pointer told",
    "nobody",
)  # fmt: skip
Floats = npt.NDArray[np.float64]
GROUPS = ("shared", "described")
_used: dict[str, Floats] = {}


def softmax(scores: Floats) -> Floats:
    """Shares that sum to 1."""
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum())


def use(weights: dict[str, dict[str, float]] | None) -> None:
    """Rank by these weights from now on, or by the stored ones again: for cross-fitting."""
    _used.clear()
    if weights is not None:
        _used.update({group: np.array([weights[group].get(name, 0.0) for name in FEATURES]) for group in GROUPS})


def shares(rows: Sequence[Sequence[float]], described: bool) -> Floats:
    """For each candidate, given by its features, the probability that it is meant."""
    weights = _used or learned()
    matrix = np.asarray(rows, dtype=np.float64)
    vector = weights["shared"] + (weights["described"] if described else 0.0)
    return softmax(matrix @ vector)


def hears_pointer() -> bool:
    """Whether the weights in use were learned with the tagger's pointer."""
    return bool((_used or learned())["shared"][FEATURES.index("pointer")])


@lru_cache(maxsize=1)
def learned() -> dict[str, Floats]:
    """The weights by group, in the order of FEATURES."""
    stored = json.loads((files(__package__) / "ranker.json").read_text(encoding="utf8"))
    return {group: np.array([stored[group].get(name, 0.0) for name in FEATURES]) for group in GROUPS}
