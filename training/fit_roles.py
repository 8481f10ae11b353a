"""Fit which of somebody's roles is printed: nice python training/fit_roles.py [--write]

Gold are the roles of the 110 articles of training/speakers_gold.py, read as `quoth read` reads them. Of each person
whom the gold knows, every role that identity finds is a choice, right where it has half of its words in common with
the gold one; none is right where no choice is, or where the gold gives none. Prints who.role cross-fitted by article,
then with --write stores the weights of all of them.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))

import numpy as np

from quoth import pipeline
from quoth.attribution import extract, scored
from quoth.contract import to_contract
from quoth.domain import MIN_CONFIDENCE, Reading, SpeakerKind
from quoth.identity import telling
from quoth.identity.confidence import THRESHOLD
from quoth.identity.resolve import resolved, told
from quoth.identity.scene import Scene
from quoth.identity.tagged import Tagged
from rows import article
from scorer import load_scorer
from speakers_gold import articles_and_gold

FOLDS = 10
STRENGTH = 2.0  # of the pull towards zero; swept 0.3 to 4 over the folds
COMPOSED = "?"  # a role of our own gold whose words do not stand in the article in that order
SCORE = load_scorer()
Row = dict[str, Any]
People = dict[str, dict[int, Row]]


@dataclass(frozen=True)
class Choice:
    """One person of an article: the figures of each role, which are right, and how many statements hang on it."""

    rows: list[dict[str, float]]
    right: list[bool]
    weight: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    rows, gold = articles_and_gold()
    people = {id_: {n: row for n, row in told.items() if row["role"] != COMPOSED} for id_, told in gold.items()}
    scenes = {row["id"]: scene(row) for row in rows}
    weights = crossed(rows, scenes, people)
    if given.write:
        file = Path(telling.__file__).parent / "roles.json"
        file.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf8")


def scene(row: Row) -> Scene:
    """The row's article with its speakers, as `quoth read` finds them."""
    one, tagger = article(row), pipeline.open_tagger(threads=1)
    streams = scored(one, tagger)
    statements = pipeline.confident(extract(one, streams, tagger), MIN_CONFIDENCE)
    return resolved(one, statements, Tagged(tuple(stream.scores for stream in streams)))


def choices(scene: Scene, people: dict[int, Row]) -> list[Choice]:
    """Each person of the article whom the gold knows, with the roles found for them."""
    wanted = Counter((row["speaker"], row["role"]) for row in people.values() if row["kind"] == "person")
    out = []
    for (name, role), count in wanted.items():
        for figure in scene.figures:
            person = figure.kind is SpeakerKind.PERSON and SCORE.same_name(figure.name, name, "person")
            if person and figure.roles:
                right = [SCORE.alike(one.text, role, contained=False) for one in figure.roles]
                out.append(Choice(telling.weighed(scene.prose, figure.roles), right, math.log1p(count)))
    return out


def fit(all_choices: Sequence[Choice], strength: float = STRENGTH) -> dict[str, float]:
    """Weights of a choice among the roles and none, by Newton's method, pulled towards zero."""
    names = sorted({name for choice in all_choices for row in choice.rows for name in row})
    place = {name: n for n, name in enumerate(names)}
    x = np.zeros((sum(len(choice.rows) for choice in all_choices), len(names)))
    for n, row in enumerate(row for choice in all_choices for row in choice.rows):
        for name, value in row.items():
            x[n, place[name]] = value
    y = np.array([ok for choice in all_choices for ok in choice.right], dtype=float)
    sizes = np.array([len(choice.rows) for choice in all_choices])
    counts = np.repeat([choice.weight for choice in all_choices], sizes)
    starts = np.cumsum(sizes) - sizes
    pull = np.array([0.1 if name == "one" else strength for name in names])
    w = np.zeros(len(names))
    for _ in range(20):
        share = np.exp(np.clip(x @ w, -30, 30))
        p = share / (1 + np.repeat(np.add.reduceat(share, starts), sizes))
        held = np.repeat(np.add.reduceat(p * y, starts), sizes)
        q = np.where(held > 0, p * y / np.where(held > 0, held, 1), 0)
        means = np.add.reduceat(x * p[:, None], starts)
        one_each = np.array([choice.weight for choice in all_choices])
        curve = (x * (p * counts)[:, None]).T @ x - (means * one_each[:, None]).T @ means + np.diag(pull)
        step = np.linalg.solve(curve, x.T @ ((p - q) * counts) + pull * w)
        w -= step * min(1.0, 2 / np.abs(step).max())  # several right roles make the hill uneven
        if np.abs(step).max() < 1e-3:
            break
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True)}


def crossed(rows: Sequence[Row], scenes: dict[str, Scene], people: People) -> dict[str, float]:
    """The weights of all articles; prints who.role of articles told by weights of the others."""
    examples = {id_: choices(one, people[id_]) for id_, one in scenes.items()}
    readings: dict[str, Row] = {}
    for fold in range(FOLDS):
        held = {row["id"] for n, row in enumerate(rows) if n % FOLDS == fold}
        telling.use(fit([one for id_, ones in examples.items() if id_ not in held for one in ones]))
        for id_ in held:
            statements, cast = told(scenes[id_], THRESHOLD)
            readings[id_] = to_contract(Reading(scenes[id_].article, statements, "bench", cast))
    telling.use(None)
    result = SCORE.score(readings, rows, [people])
    print(f"{len(rows)} articles, {sum(map(len, examples.values()))} people")
    SCORE.show({"who.role": result["who.role"]})
    return fit([one for ones in examples.values() for one in ones])


if __name__ == "__main__":
    main()
