"""Score weights on gold: python training/evaluate.py [--weights FOLDER] [--gold ROWS]

Each line of a row's text is a body passage, as in the corpus; `make bench` measures the whole way through `quoth read`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))

from quoth import pipeline
from quoth.domain import Article, Reading
from rows import article
from scorer import load_scorer


def articles(gold: Path, share: float = 1.0) -> Iterator[Article]:
    rows = [json.loads(line) for line in gold.read_text(encoding="utf8").splitlines()]
    yield from map(article, rows[:: round(1 / share)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=Path("src/quoth/weights"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/data/polnear/dev.jsonl"))
    parser.add_argument("--share", type=float, default=1.0)
    given = parser.parse_args()
    score = load_scorer()
    tagger = pipeline.open_tagger(given.weights)
    readings = [
        pipeline.to_contract(one)
        for one in pipeline.read(articles(given.gold, given.share), tagger)
        if isinstance(one, Reading)
    ]
    by_id = {reading["article"]["id"]: reading for reading in readings}
    score.show(score.score(by_id, [row for row in score.load(given.gold) if row["id"] in by_id]))


if __name__ == "__main__":
    main()
