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
Places = npt.NDArray[np.int64]
WAYS = ("beside", "carried", "else")
"""How an entity stands to a statement: in its sentence or one that sets its scene, carried on, or told elsewhere."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted trees in one row of nodes: the number that each asks and its limit, the next nodes, a leaf's value."""

    roots: Places  # the first node of each tree
    asked: Places
    limit: Floats
    left: Places
    right: Places
    value: Floats
    base: float
    depth: int

    def logits(self, rows: Floats) -> Floats:
        """One number a row."""
        # Flat `take` is several times as fast as indexing [tree, node], and this runs once a statement.
        flat, starts = rows.ravel(), np.repeat(np.arange(len(rows)) * rows.shape[1], len(self.roots))
        node = np.tile(self.roots, len(rows))
        for _ in range(self.depth):
            goes_left = flat.take(starts + self.asked.take(node)) <= self.limit.take(node)
            node = np.where(goes_left, self.left.take(node), self.right.take(node))
        return np.asarray(self.base + self.value.take(node).reshape(len(rows), -1).sum(axis=1))


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


def ways_of(rows: Floats, names: tuple[str, ...]) -> Places:
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
    roots = np.cumsum([0, *(len(tree) for tree in told["trees"])])[:-1]
    nodes = np.array([node for tree in told["trees"] for node in tree])
    nodes[:, 2:4] += np.repeat(roots, [len(tree) for tree in told["trees"]])[:, None]
    asked, left, right = (nodes[:, column].astype(np.int64) for column in (0, 2, 3))
    return Forest(roots, asked, nodes[:, 1].copy(), left, right, nodes[:, 4].copy(), told["base"], told["depth"])
