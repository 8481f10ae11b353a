"""How sure it is who speaks: the share of right answers among those that were found in the same way."""

from __future__ import annotations

import json
import math
from functools import lru_cache
from importlib.resources import files

from quoth.identity.scene import Answer

THRESHOLD = 0.75
"""Below it no person is named, and candidates are listed."""
OTHERS_THRESHOLD = 0.2
"""The same for who is not named by name: nobody's reputation hangs on a description that is printed there."""


_used: dict[str, tuple[float, float]] = {}


def use(table: dict[str, list[float]] | None) -> None:
    """Tell by this table from now on, or by the stored one again: for cross-fitting."""
    _used.clear()
    if table is not None:
        _used.update({way: (row[0], row[1]) for way, row in table.items()})


def confidence(answer: Answer) -> float:
    """The probability that the answer is right, rounded to two decimals."""
    bias, slope = (_used or _learned()).get(answer.way, (1.0, 1.0))
    share = min(0.995, max(0.005, answer.share))
    return round(1.0 / (1.0 + math.exp(-(bias + slope * math.log(share / (1.0 - share))))), 2)


@lru_cache(maxsize=1)
def _learned() -> dict[str, tuple[float, float]]:
    stored = json.loads((files(__package__) / "calibration.json").read_text(encoding="utf8"))
    return {way: (row[0], row[1]) for way, row in stored.items()}
