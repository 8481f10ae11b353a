"""Fit the ranker and the confidence of speakers: nice python training/identity.py [--write]

On shared/data/speakers/train.jsonl, gold statements. Weights are drawn to the ones in PRIOR, since 50 articles are few.
Prints who.* cross-fitted by article (each article told by weights that have not seen it), then with --write stores the
weights of all of them. Dev is not touched.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))

import numpy as np

from quoth import pipeline
from quoth.attribution import scored
from quoth.contract import to_contract
from quoth.domain import Article, Reading
from quoth.identity import confidence, ranker
from quoth.identity.resolve import resolved, told
from quoth.identity.scene import Scene
from quoth.identity.tagged import Tagged
from rows import article, statements
from scorer import load_scorer
from speakers import gold

PRIOR = {
    "same sentence": 0.3, "sentences since": -0.8, "paragraphs since": -0.4, "most recent": 0.3, "recency": 0.5,
    "last as subject": 0.5, "last as modifier": -0.7, "last in quotes": -0.7, "spoke before": 1.5,
    "spoke before, same paragraph": 0.5, "spoke before, next paragraph": 0.5, "spoke before, last sentence": 0.5,
    "spoke before that": 0.3, "share of mentions": 1.0, "subject of last sentence": 0.7, "subject of sentence": 0.7,
    "gender told": 0.5, "in own content": -1.0, "only modifier": -0.7, "noun told": 2.0, "words told": 1.0,
    "other noun told": -0.7,
}  # fmt: skip
FOLDS = 10
STEPS, RATE = 400, 0.05
TOWARDS_PRIOR, TOWARDS_SHARED = 0.3, 0.6
Weights = dict[str, dict[str, float]]
Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--tagger", action="store_true", help="with the tagger's word on names, as `quoth read` has it")
    given = parser.parse_args()
    rows, people = gold("train")
    found = {row["id"]: (article(row), statements(row)) for row in rows}
    if given.tagger:
        PRIOR["pointer"] = 1.0  # it has seen train; on half of dev it is worth 0.4 of who.name
        found = {id_: (*pair, _tagged(pair[0])) for id_, pair in found.items()}
    scenes = {id_: resolved(*pair) for id_, pair in found.items()}
    examples = [one for row in rows for one in _examples(row["id"], scenes[row["id"]], people[row["id"]])]
    print(f"{len(examples)} choices")
    weights, tables = _crossfit(rows, found, people, examples)
    if given.write:
        folder = Path(ranker.__file__).parent
        (folder / "ranker.json").write_text(json.dumps(weights, indent=1) + "\n", encoding="utf8")
        (folder / "calibration.json").write_text(json.dumps(tables, indent=1) + "\n", encoding="utf8")


def _tagged(article: Article) -> Tagged:
    """What the tagger says of the article's names and mentions."""
    tagger = pipeline.open_tagger(threads=1)
    return Tagged(tuple(stream.scores for stream in scored(article, tagger)))


def _examples(id_: str, scene: Scene, people: dict[int, Row]) -> list[tuple[str, np.ndarray, int, bool]]:
    """(article, features, place of the right candidate, described) of each choice whose right answer was there."""
    same = load_scorer().same_name
    out = []
    for choice in scene.choices:
        right = people[choice.number]
        places = [n for n, f in enumerate(choice.figures) if same(f.name, right["speaker"], right["kind"])]
        if places and right["speaker"] and len(choice.figures) > 1:
            out.append((id_, np.array(choice.rows), places[0], choice.described))
    return out


def fit(examples: Sequence[tuple[str, np.ndarray, int, bool]]) -> Weights:
    """Weights by gradient descent on the softmax loss, the described ones as an offset from the shared."""
    prior = np.array([PRIOR.get(name, 0.0) for name in ranker.FEATURES])
    shared, described = prior.copy(), np.zeros_like(prior)
    for _ in range(STEPS):
        steps = [TOWARDS_PRIOR * (shared - prior) * 10, TOWARDS_SHARED * described * 10]
        for _, rows, right, is_described in examples:
            share = ranker.softmax(rows @ (shared + described * is_described))
            share[right] -= 1.0
            slope = share @ rows
            steps[0] = steps[0] + slope
            steps[1] = steps[1] + slope * is_described
        shared, described = shared - RATE * steps[0] / 10, described - RATE * steps[1] / 10
    named = lambda vector: {name: round(float(v), 3) for name, v in zip(ranker.FEATURES, vector, strict=True)}  # noqa: E731
    return {"shared": named(shared), "described": named(described)}


def _crossfit(rows: Sequence[Row], found: Row, people: Row, examples: Sequence[Any]) -> tuple[Weights, Row]:
    """The weights and the table of all articles; prints who.* of articles told by those of the others."""
    folds = {row["id"]: n % FOLDS for n, row in enumerate(rows)}
    scenes = {}
    for fold in range(FOLDS):
        ranker.use(fit([one for one in examples if folds[one[0]] != fold]))
        scenes |= {row["id"]: resolved(*found[row["id"]]) for row in rows if folds[row["id"]] == fold}
    ranker.use(None)
    judged = {id_: _judged(scene, people[id_]) for id_, scene in scenes.items()}
    readings = {}
    for fold in range(FOLDS):
        confidence.use(_table([one for id_, ones in judged.items() if folds[id_] != fold for one in ones]))
        for row in rows:
            if folds[row["id"]] == fold:
                readings[row["id"]] = scenes[row["id"]]
        readings |= {id_: _contract(found[id_][0], scene) for id_, scene in scenes.items() if folds[id_] == fold}
    score = load_scorer()
    for threshold in (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9):
        kept = {id_: _cut(reading, threshold) for id_, reading in readings.items()}
        result = score.score(kept, rows, [people])
        cells = (
            f"{k[4:]} {100 * (v['f'] if isinstance(v, dict) else v):.1f}"
            for k, v in result.items()
            if k.startswith("who")
        )
        print(f"threshold {threshold}", *cells)
    print("calibration error", _error(readings, people))
    everything = [one for ones in judged.values() for one in ones]
    return fit(examples), _table(everything)


def _contract(article: Any, scene: Scene) -> Row:
    statements, cast = told(scene, 0.0)
    return to_contract(Reading(article, statements, "bench", cast))


def _cut(reading: Row, threshold: float) -> Row:
    """The reading as it would be with that threshold."""
    statements = []
    people = {one["id"] for one in reading["speakers"] if one["kind"] == "person"}
    for one in reading["statements"]:
        sure = one["confidence"]["speaker"]
        low = one["speakers"] and sure < (
            threshold if people & {*one["speakers"]} else min(threshold, confidence.OTHERS_THRESHOLD)
        )
        statements.append(one | {"speakers": [], "candidates": one["speakers"]} if low else one)
    return reading | {"statements": statements}


def _judged(scene: Scene, people: dict[int, Row]) -> list[tuple[str, float, bool]]:
    """How each answer was found, its share, and whether it is right."""
    same = load_scorer().same_name
    out = []
    for number, answer in scene.answers.items():
        right = people[number]
        if answer.figures:
            name = " and ".join(figure.name for figure in answer.figures)
            out.append((answer.way, answer.share, same(name, right["speaker"], right["kind"])))
    return out


def _table(judged: Sequence[tuple[str, float, bool]]) -> dict[str, list[float]]:
    """For each way a bias and a slope over the share's log odds; few cases are drawn to those of all."""
    ways = defaultdict(list)
    for way, share, right in judged:
        ways[way].append((math.log(min(0.995, max(0.005, share)) / (1 - min(0.995, max(0.005, share)))), right))
    mean = sum(right for _, _, right in judged) / len(judged)
    base = math.log(mean / (1 - mean))
    return {way: _two(cases, base) for way, cases in sorted(ways.items())}


def _two(cases: Sequence[tuple[float, bool]], base: float) -> list[float]:
    varied = max(x for x, _ in cases) - min(x for x, _ in cases) > 0.5
    if not varied:
        right = sum(ok for _, ok in cases) + 2 / (1 + math.exp(-base))
        mean = right / (len(cases) + 2)
        return [round(math.log(mean / (1 - mean)), 3), 0.0]
    bias, slope = 0.0, 1.0
    for _ in range(2000):
        wrong = [(1 / (1 + math.exp(-(bias + slope * x))) - ok, x) for x, ok in cases]
        bias -= 0.02 * (sum(w for w, _ in wrong) + 0.5 * bias) / math.sqrt(len(cases))
        slope = max(0.0, slope - 0.02 * (sum(w * x for w, x in wrong) + 2.0 * (slope - 1.0)) / math.sqrt(len(cases)))
    return [round(bias, 3), round(slope, 3)]


def _error(readings: dict[str, Row], people: dict[str, dict[int, Row]]) -> str:
    """Expected calibration error of confidence.speaker in ten bins."""
    same = load_scorer().same_name
    bins = defaultdict(list)
    for id_, reading in readings.items():
        names = {one["id"]: one["name"] for one in reading["speakers"]}
        for n, one in enumerate(reading["statements"]):
            if one["speakers"]:
                right = same(
                    " and ".join(names[i] for i in one["speakers"]), people[id_][n]["speaker"], people[id_][n]["kind"]
                )
                sure = one["confidence"]["speaker"]
                bins[min(9, int(10 * sure))].append((sure, right))
    total = sum(map(len, bins.values()))
    return f"{100 * sum(abs(sum(c for c, _ in b) - sum(ok for _, ok in b)) for b in bins.values()) / total:.1f}"


if __name__ == "__main__":
    main()
