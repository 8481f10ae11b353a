"""Score weights on gold: python training/evaluate.py [--weights FOLDER] [--gold ROWS]

Each line of a row's text is a body passage, as in the corpus; `make bench` measures the whole way through `quoth read`.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from examples import lines
from quoth import pipeline
from quoth.domain import Article, Part, Passage, Reading


def articles(gold: Path, share: float = 1.0) -> Iterator[Article]:
    rows = [json.loads(line) for line in gold.read_text(encoding="utf8").splitlines()]
    for row in rows[:: round(1 / share)]:
        passages = tuple(Passage(span, Part.BODY) for span in lines(row["text"]))
        yield Article(row["id"], str(gold), row["text"], passages)


def scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: the shared scorer is not there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=Path("src/quoth/weights"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/data/polnear/dev.jsonl"))
    parser.add_argument("--scorer", type=Path, default=Path("../shared/bench/score.py"))
    parser.add_argument("--share", type=float, default=1.0)
    given = parser.parse_args()
    score = scorer(given.scorer)
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
