"""How telling it is that two articles share a word: common words tell nothing, rare ones much."""

from __future__ import annotations

import math
from functools import lru_cache
from importlib.resources import files

STEM_LETTERS = 5
HEAD = "# articles"


def stem(word: str) -> str:
    """The beginning of a folded word: the same for Egypt and Egyptian, forecaster and forecasting."""
    return word[:STEM_LETTERS]


def rarity(stem_: str) -> float:
    """From 0, for what stands in every article, to 1, for what stands in fewer than the table has."""
    return _table().get(stem_, 1.0)


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    """By stem; common.tsv counts the articles that hold it (training/fit_dossiers.py --words says which)."""
    lines = (files(__package__) / "common.tsv").read_text(encoding="utf8").splitlines()
    articles = int(lines[0].removeprefix(HEAD))
    counts = {name: int(count) for name, count in (line.split("\t") for line in lines[1:])}
    most = math.log(articles / min(counts.values()))
    return {name: math.log(articles / count) / most for name, count in counts.items()}
