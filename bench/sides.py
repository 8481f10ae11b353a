"""The tools that are measured, and how each is run: one process of its own, by the clock of timed.py."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS_PYTHON = HERE / ".venv-peers" / "bin" / "python"


class SideError(Exception):
    """A tool gave no readings; the message is one line that says why."""


@dataclass(frozen=True, slots=True)
class Side:
    """A tool, the interpreter that has it, and the script that runs it."""

    name: str
    python: Path
    script: str


@dataclass(frozen=True, slots=True)
class Measure:
    """What one run of a side took, in CPU seconds of all its threads."""

    seconds: float
    words: int
    load_seconds: float  # from the start of loading until the first article was read
    skipped: int  # paragraphs or articles that the tool refused

    @property
    def words_per_second(self) -> float:
        return self.words / self.seconds


QUOTH = Side("quoth", Path(sys.executable), "quoth_side.py")
TEXTACY = Side("textacy", PEERS_PYTHON, "textacy_side.py")
PATTERNS = Side("patterns", Path(sys.executable), "pattern_side.py")
SIDES = (QUOTH, TEXTACY, PATTERNS)


def measure(side: Side, gold: Path, out: Path) -> Measure:
    """Run the side once over `gold`; its contract lines go to `out`. Raises SideError."""
    if not side.python.exists():
        raise SideError(f"{side.name}: no {side.python}; `make bench-peers` installs it (needs PyPI)")
    command = [str(side.python), str(HERE / side.script), str(gold), str(out)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        said = run.stderr.strip().splitlines() or [f"exit code {run.returncode}"]
        raise SideError(f"{side.name}: {said[-1]} (for all of it: {' '.join(command)})")
    return Measure(**json.loads(run.stdout.splitlines()[-1]))


def median(measures: Sequence[Measure]) -> Measure:
    """The measure of the middle round by its seconds; the lower of two middle ones."""
    middle = statistics.median_low(measure.seconds for measure in measures)
    return next(measure for measure in measures if measure.seconds == middle)
