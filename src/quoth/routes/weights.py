"""How likely an entity tells a statement's route: a logistic regression and a small forest, their weights learned."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from quoth.domain import StepKind

HOPELESS = 0.03  # what the regression finds less likely is not put to the forest
Floats = npt.NDArray[np.float64]
WAYS = ("beside", "carried", "else")
"""How an entity stands to a statement: in its sentence or one that sets its scene, carried on, or told elsewhere."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted trees: at each node the number that is asked and its limit, the next nodes, and a leaf's value."""

    asked: npt.NDArray[np.int64]  # [tree, node]
    limit: Floats
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    value: Floats
    base: float
    depth: int

    def logits(self, rows: Floats) -> Floats:
        """One number a row."""
        trees, lines = np.arange(len(self.asked)), np.arange(len(rows))[:, None]
        node = np.zeros((len(rows), len(trees)), dtype=np.int64)
        for _ in range(self.depth):
            goes_left = rows[lines, self.asked[trees, node]] <= self.limit[trees, node]
            node = np.where(goes_left, self.left[trees, node], self.right[trees, node])
        return np.asarray(self.base + self.value[trees, node].sum(axis=1))


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned for one kind of step: a line for each way, and one forest."""

    names: tuple[str, ...]  # of the numbers of a row
    lines: Floats  # [number, way]
    offsets: Floats  # [way]
    forest: Forest
    threshold: float

    def shares(self, rows: Sequence[Sequence[float]]) -> Floats:
        """For each row how likely it is that the entity tells the statement's route."""
        matrix = np.asarray(rows, dtype=np.float64)
        logits = matrix @ self.lines + self.offsets
        shares = _share(logits[np.arange(len(matrix)), ways_of(matrix, self.names)])
        hopeful = shares >= HOPELESS
        if hopeful.any():
            shares[hopeful] += _share(self.forest.logits(matrix[hopeful]))
        return np.asarray(shares / 2)


def ways_of(rows: Floats, names: tuple[str, ...]) -> npt.NDArray[np.int64]:
    """For each row the place of its way in WAYS: what stands in the sentence is beside it, whatever came before."""
    told = rows[:, _places(names)] > 0
    beside, carried = told[:, 0] | told[:, 1], told[:, 2] | told[:, 3]
    return np.where(beside, 0, np.where(carried, 1, 2))


@lru_cache(maxsize=8)
def _places(names: tuple[str, ...]) -> list[int]:
    """Where the numbers stand that tell the way."""
    return [names.index(name) for name in ("same sentence", "sets scene", "last is it", "speaker's last is it")]


def _share(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))))


@lru_cache(maxsize=1)
def learned() -> dict[StepKind, Model]:
    """The stored weights by kind of step."""
    stored = json.loads((files(__package__) / "weights.json").read_text(encoding="utf8"))
    return {StepKind(kind): model_of(told) for kind, told in stored.items()}


def model_of(told: Mapping[str, Any]) -> Model:
    """The model that was stored as JSON."""
    lines = np.array([line["weights"] for line in told["lines"]]).T
    offsets = np.array([line["offset"] for line in told["lines"]])
    return Model(tuple(told["names"]), lines, offsets, _forest(told["forest"]), told["threshold"])


def _forest(told: Mapping[str, Any]) -> Forest:
    """Trees are stored as lists of [asked, limit, left, right, value]; a leaf asks nothing and leads to itself."""
    size = max(len(tree) for tree in told["trees"])
    nodes = np.zeros((len(told["trees"]), size, 5))
    for place, tree in enumerate(told["trees"]):
        nodes[place, : len(tree)] = tree
    asked, left, right = (nodes[:, :, column].astype(np.int64) for column in (0, 2, 3))
    return Forest(asked, nodes[:, :, 1], left, right, nodes[:, :, 4], told["base"], told["depth"])
