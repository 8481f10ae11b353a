"""Fit which occasion, hearer and outlet each statement came by: python training/fit_routes.py [--write] [--folds N]

For each kind of step a small boosted forest, and a logistic regression for each way in which a phrase may stand to a
statement (quoth.routes.weights.WAYS); their mean is the share. Gold are the 279 articles of training/speakers_gold.py.
Statements are learned as if all before them had been chosen rightly; what is carried on is then worth as much as the
choice that it comes from (quoth.routes.chosen). The threshold is the highest within MARGIN of the best F over folds.
Prints that F, as ../shared/bench/score.py counts `route.*`, over all articles and over the 229 of our own.
--write stores src/quoth/routes/weights.json. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))

from quoth.domain import StepKind  # noqa: E402
from quoth.identity import identify  # noqa: E402
from quoth.routes.chain import evidence_of  # noqa: E402
from quoth.routes.chosen import chosen  # noqa: E402
from quoth.routes.evidence import Evidence, Told  # noqa: E402
from quoth.routes.weights import WAYS, Model, model_of, ways_of  # noqa: E402
from rows import article, statements  # noqa: E402
from scorer import load_scorer  # noqa: E402
from speakers_gold import articles_and_gold, shared_gold  # noqa: E402

WEIGHTS = ROOT / "src" / "quoth" / "routes" / "weights.json"
ALIKE = load_scorer().alike
STRENGTH = 0.02  # inverse of the pull of the regression's weights towards zero
FOREST = {
    "max_iter": 100,
    "max_leaf_nodes": 8,
    "learning_rate": 0.06,
    "min_samples_leaf": 20,
    "l2_regularization": 5.0,
    "max_features": 0.3,
}  # 60 to 150 trees, depths 4 to 8, leaves of 20 or 40: within a point of each other
THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
MARGIN = 0.0  # points of F that fewer wrong steps are worth: with 229 own articles the best F is no accident
NEVER = -30.0  # the logit of what was never seen right


@dataclass(frozen=True)
class Case:
    """An article's evidence of one kind of step, the gold names, and the entities that are right by statement."""

    id: str
    evidence: Evidence
    names: Mapping[int, str | None]
    right: Mapping[int, frozenset[int]]

    def told(self) -> dict[int, int | None]:
        """What would have been chosen if all were chosen rightly."""
        return {n: min(places, default=None) for n, places in self.right.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    given = parser.parse_args()
    cases, stored = read(), {}
    for kind in StepKind:
        threshold, told = crossed(kind, cases[kind], given.folds)
        if kind is StepKind.VENUE:
            for case in (case for other in cases.values() for case in other):
                case.evidence.occasions = told[case.id]
        stored[str(kind)] = fit(cases[kind], threshold)
    if given.write:
        WEIGHTS.write_text(json.dumps(stored, separators=(",", ":")) + "\n", encoding="utf8")


def read() -> dict[StepKind, list[Case]]:
    """The gold articles in an order that mixes their outlets, by kind of step."""
    rows, gold = articles_and_gold()
    random.Random(3).shuffle(rows)
    out: dict[StepKind, list[Case]] = {kind: [] for kind in StepKind}
    for row in rows:
        one = article(row)
        told, _ = identify(one, statements(row))
        for kind, evidence in evidence_of(one, told).items():
            names = {n: _name(gold[row["id"]][n], kind) for n in range(len(told)) if n in gold[row["id"]]}
            right = {n: _right(evidence, name) for n, name in names.items()}
            out[kind].append(Case(row["id"], evidence, names, right))
    return out


def _name(told: Mapping[str, Any], kind: StepKind) -> str | None:
    """The gold name; a medium that was told something is an outlet and no audience, though some gold has both."""
    name: str | None = told[str(kind)]
    return None if kind is StepKind.AUDIENCE and name is not None and name == told["outlet"] else name


def _right(evidence: Evidence, name: str | None) -> frozenset[int]:
    return frozenset(place for place, entity in enumerate(evidence.entities) if ALIKE(entity.name, name))


def crossed(kind: StepKind, cases: Sequence[Case], folds: int) -> tuple[float, dict[str, Told]]:
    """The highest threshold with about the best F over folds, and what is then chosen for each article, unseen."""
    models = [model_of(fit([c for n, c in enumerate(cases) if n % folds != fold], 0.0)) for fold in range(folds)]
    choices = {at: {c.id: choose(c, models[n % folds], at) for n, c in enumerate(cases)} for at in THRESHOLDS}
    scores = {at: score(cases, choices[at])[2] for at in THRESHOLDS}
    best = max(at for at in THRESHOLDS if scores[at] >= max(scores.values()) - MARGIN)
    old = set(shared_gold())
    for label, some in (("all", cases), ("own", [case for case in cases if case.id not in old])):
        p, r, f = score(some, choices[best])
        print(f"{kind}, {label}: P {p:.1f} R {r:.1f} F {f:.1f} at {best}", flush=True)
    print("  F by threshold:", " ".join(f"{at}:{f:.1f}" for at, f in scores.items()))
    return best, choices[best]


def choose(case: Case, model: Model, threshold: float) -> Told:
    return chosen(case.evidence, replace(model, threshold=threshold))


def score(cases: Sequence[Case], choices: Mapping[str, Told]) -> tuple[float, float, float]:
    """Precision, recall and F in percent."""
    hit = given = filled = 0
    for case in cases:
        for n, name in case.names.items():
            place = choices[case.id].get(n)
            given += place is not None
            filled += name is not None
            hit += place is not None and ALIKE(case.evidence.entities[place].name, name)
    p, r = 100 * hit / max(1, given), 100 * hit / max(1, filled)
    return p, r, 2 * p * r / max(1e-9, p + r)


def fit(cases: Sequence[Case], threshold: float) -> dict[str, Any]:
    """The weights as they are stored, learned with what is right chosen before each statement."""
    rows: list[list[float]] = []
    right: list[bool] = []
    for case in cases:
        history = case.told()
        for n in case.names:
            for place in case.evidence.reach(n, history):
                rows.append(case.evidence.row(n, place, history))
                right.append(place in case.right[n])
    x, y, names = np.array(rows), np.array(right), tuple(cases[0].evidence.names())
    way = ways_of(x, names)
    lines = [_line(x[way == number], y[way == number]) for number in range(len(WAYS))]
    return {"names": list(names), "threshold": threshold, "lines": lines, "forest": _forest(x, y)}


def _line(x: Any, y: Any) -> dict[str, Any]:
    if not y.any():
        return {"weights": [0.0] * x.shape[1], "offset": NEVER}
    middle, spread = x.mean(axis=0), x.std(axis=0) + 1e-3
    model = LogisticRegression(C=STRENGTH, max_iter=300).fit((x - middle) / spread, y)
    weights = model.coef_[0] / spread
    return {"weights": [_short(v) for v in weights], "offset": _short(model.intercept_[0] - middle @ weights)}


def _forest(x: Any, y: Any) -> dict[str, Any]:
    model = HistGradientBoostingClassifier(random_state=1, **FOREST).fit(x, y)
    trees = [grown[0].nodes for grown in model._predictors]
    depth = max(int(tree["depth"].max()) for tree in trees)
    return {"base": _short(model._baseline_prediction.ravel()[0]), "depth": depth, "trees": [_tree(t) for t in trees]}


def _tree(nodes: Any) -> list[list[float]]:
    out = []
    for place, node in enumerate(nodes):
        if node["is_leaf"]:
            out.append([0, 0, place, place, _short(node["value"])])
        else:
            limit = _short(node["num_threshold"], 6)
            out.append([int(node["feature_idx"]), limit, int(node["left"]), int(node["right"]), 0])
    return out


def _short(value: float, digits: int = 4) -> float:
    return float(f"{value:.{digits}g}")


if __name__ == "__main__":
    main()
