"""Two runs of one ancestry as one: python training/blend.py RUN RUN --out FOLDER (a model soup, Wortsman et al. 2022)

Writes last.pt with the mean of their weights, to be exported.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=Path, nargs=2)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    one, other = (torch.load(run / "last.pt", weights_only=True) for run in given.runs)
    given.out.mkdir(parents=True, exist_ok=True)
    both = {part: mean(one[part], other[part]) for part in ("network", "average")}
    torch.save(other | both | {"optimizer": {}}, given.out / "last.pt")


def mean(one: dict[str, Tensor], other: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: (value + other[name]) / 2 for name, value in one.items()}


if __name__ == "__main__":
    main()
