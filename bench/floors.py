"""Whether the figures hold: floors.json says what is pinned, with its noise and on which corpus.

{"corpus": {"path": ..., "sha256": ...},
 "figures": {"quoth linked.joint": {"floor": 61.2, "noise": 0.3}},     floor null: not pinned yet
 "accepted": [{"reason": ..., "lowered": {"quoth linked.joint": [61.2, 60.4]}}]}
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

Figures = Mapping[str, float]
"""Name, such as "quoth linked.joint", to what was measured: F in percent, or a ratio of speeds."""

STEPS = 1000  # floors keep three decimals


class Outcome(StrEnum):
    """How a figure stands to its floor."""

    HOLDS = "holds"
    BELOW = "below its floor"
    UNPINNED = "not pinned yet"
    UNMEASURED = "pinned, but not measured"


@dataclass(frozen=True, slots=True)
class Floor:
    """What a figure may not fall below by more than its noise, in the figure's own unit."""

    floor: float | None
    noise: float

    def judge(self, measured: float | None) -> Outcome:
        """How `measured` stands to this floor; None: it was not measured."""
        if self.floor is None:
            return Outcome.UNPINNED
        if measured is None:
            return Outcome.UNMEASURED
        return Outcome.BELOW if measured < self.floor - self.noise else Outcome.HOLDS


@dataclass(frozen=True, slots=True)
class Lowered:
    """Floors that were given up on purpose, each with what it was and what it became."""

    reason: str
    lowered: Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Floors:
    """What is pinned, and on which corpus."""

    path: str  # of the corpus, in ../shared/data
    sha256: str
    figures: Mapping[str, Floor]
    accepted: tuple[Lowered, ...] = ()

    def judge(self, figures: Figures) -> dict[str, Outcome]:
        """The outcome of every figure that the floors name, in their order."""
        return {name: floor.judge(figures.get(name)) for name, floor in self.figures.items()}


def raised(floors: Floors, figures: Figures) -> Floors:
    """The floors with every null filled and every risen figure pinned; none is lowered."""
    pins = {
        name: replace(floor, floor=max(floor.floor or 0.0, at_most(figures[name])))
        for name, floor in floors.figures.items()
        if name in figures
    }
    return replace(floors, figures={**floors.figures, **pins})


def accepted(floors: Floors, figures: Figures, reason: str) -> Floors:
    """The floors at exactly what was measured, and the reason beside what was lowered."""
    now = {name: at_most(figures[name]) for name in floors.figures if name in figures}
    lowered = {
        name: (floor.floor, now[name])
        for name, floor in floors.figures.items()
        if floor.floor is not None and name in now and now[name] < floor.floor
    }
    pins = {name: replace(floor, floor=now.get(name, floor.floor)) for name, floor in floors.figures.items()}
    return replace(floors, figures=pins, accepted=(*floors.accepted, Lowered(reason, lowered)))


def at_most(measured: float) -> float:
    """The figure to three decimals, rounded down: rounded up, it would lie above what it was pinned from."""
    return math.floor(measured * STEPS) / STEPS


def digest(corpus: Path) -> str:
    """SHA-256 of the corpus, in hex."""
    return hashlib.sha256(corpus.read_bytes()).hexdigest()


def load(path: Path) -> Floors:
    """The floors of a floors.json. Raises OSError, ValueError or KeyError on one that is missing or damaged."""
    stored = json.loads(path.read_text(encoding="utf8"))
    return Floors(
        path=stored["corpus"]["path"],
        sha256=stored["corpus"]["sha256"],
        figures={name: Floor(**floor) for name, floor in stored["figures"].items()},
        accepted=tuple(
            Lowered(entry["reason"], {name: (was, now) for name, (was, now) in entry["lowered"].items()})
            for entry in stored["accepted"]
        ),
    )


def save(floors: Floors, path: Path) -> None:
    """Write the floors, one figure a line, so that a diff shows what moved."""
    figures = ",\n".join(
        f"    {json.dumps(name)}: {json.dumps({'floor': floor.floor, 'noise': floor.noise})}"
        for name, floor in floors.figures.items()
    )
    entries = [{"reason": entry.reason, "lowered": entry.lowered} for entry in floors.accepted]
    lines = ",\n".join(f"    {json.dumps(entry, ensure_ascii=False)}" for entry in entries)
    corpus = json.dumps({"path": floors.path, "sha256": floors.sha256})
    listed = f"[\n{lines}\n  ]" if lines else "[]"
    text = f'{{\n  "corpus": {corpus},\n  "figures": {{\n{figures}\n  }},\n  "accepted": {listed}\n}}\n'
    path.write_text(text, encoding="utf8")
