"""Could routes be learned? Cross-fitted F of a logistic regression: python training/fit_routes.py [--errors KIND]

Plain numpy over (statement, phrase) pairs of the speaker gold's train part, one model for each kind of step, five folds
of articles, F as the shared scorer counts it at several thresholds. This is the comparison that the rules of
quoth.routes were chosen by; nothing of it is shipped.
"""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))

from quoth.domain import StepKind  # noqa: E402
from quoth.identity import identify  # noqa: E402
from quoth.routes.ground import Ground  # noqa: E402
from quoth.routes.hearers import hearers  # noqa: E402
from quoth.routes.occasions import occasions  # noqa: E402
from quoth.routes.outlets import outlets  # noqa: E402
from route_features import Seen  # noqa: E402
from rows import article, statements  # noqa: E402
from scorer import load_scorer  # noqa: E402
from speakers import gold  # noqa: E402

FOLDS = 5
OUTSIDE = dict.fromkeys(StepKind, 4.0)  # L2 penalty
MIN_SEEN = 4  # a feature seen in fewer pairs is left out
ALIKE = load_scorer().alike


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", choices=[str(kind) for kind in StepKind])
    given = parser.parse_args()
    grounds = list(read())
    for kind in StepKind:
        pairs = list(rows(grounds, kind))
        report(kind, grounds, pairs, given.errors == kind)


def read() -> Any:
    """For each article: the fields, the gold by statement, and the ground."""
    articles, speakers = gold("train")
    for row in articles:
        one = article(row)
        told, _ = identify(one, statements(row))
        ground = Ground(one, told)
        found = {StepKind.VENUE: occasions, StepKind.AUDIENCE: hearers, StepKind.OUTLET: outlets}
        fields = {kind: Seen(ground, tuple(find(ground)), one.outlet or "") for kind, find in found.items()}
        yield fields, speakers[row["id"]], ground


def rows(grounds: Any, kind: StepKind) -> Any:
    """(article, statement, place of the candidate, features, whether it is right)."""
    for a, (fields, right, ground) in enumerate(grounds):
        field = fields[kind]
        for n in range(len(ground.statements)):
            value = right[n][str(kind)] if n in right else None
            for place in field.reach(n):
                yield a, n, place, field.features(n, place), ALIKE(field.candidates[place].name, value)


def fit(pairs: Any, kind: StepKind) -> dict[str, float]:
    """The weights by feature: L2-penalised logistic regression by Newton steps."""
    seen: dict[str, int] = {}
    for *_, names, _ in pairs:
        for name in names:
            seen[name] = seen.get(name, 0) + 1
    columns = {name: n for n, name in enumerate(sorted(name for name, times in seen.items() if times >= MIN_SEEN))}
    x = np.zeros((len(pairs), len(columns)), dtype=np.float32)
    for n, (*_, names, _) in enumerate(pairs):
        x[n, [columns[name] for name in names if name in columns]] = 1
    y = np.array([float(right) for *_, right in pairs], dtype=np.float32)
    w = np.zeros(len(columns))
    for _ in range(6):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + OUTSIDE[kind] * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + OUTSIDE[kind] * np.eye(len(w))
        w -= np.linalg.solve(hessian, gradient)
    return dict(zip(columns, w, strict=True))


def report(kind: StepKind, grounds: Any, pairs: Any, errors: bool) -> None:
    best: dict[tuple[int, int], list[tuple[float, int]]] = {}
    for fold in range(FOLDS):
        w = fit([pair for pair in pairs if pair[0] % FOLDS != fold], kind)
        for a, n, place, names, _ in pairs:
            if a % FOLDS == fold:
                p = 1 / (1 + math.exp(-sum(w.get(name, 0.0) for name in names)))
                best.setdefault((a, n), []).append((p, place))
    reachable = len({(a, n) for a, n, *_, right in pairs if right})
    filled = sum(value[str(kind)] is not None for _, right, _ in grounds for value in right.values())
    print(f"{kind}: {len(pairs)} pairs, {filled} filled, {reachable} reachable")
    for threshold in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        show(kind, grounds, best, threshold, filled, errors and threshold == 0.45)


def show(kind: StepKind, grounds: Any, best: Any, threshold: float, filled: int, errors: bool) -> None:
    hit = predicted = 0
    for a, (fields, right, ground) in enumerate(grounds):
        for n in range(len(ground.statements)):
            value = right[n][str(kind)] if n in right else None
            top = max(best.get((a, n), []), default=(0.0, -1))
            name = fields[kind].candidates[top[1]].name if top[0] >= threshold else None
            predicted += name is not None
            hit += name is not None and ALIKE(name, value)
            if errors and (name is not None or value is not None) and not ALIKE(name, value):
                one = ground.statements[n]
                print(f"  {ground.article.id[:30]} #{n} {top[0]:.2f} given {name!r} gold {value!r}")
                anchor = ground.anchors[n]
                print(f"      {one.manner} {ground.text[max(0, anchor.start - 150) : anchor.end + 60]!r}")
    p, r = hit / max(1, predicted), hit / max(1, filled)
    print(f"  {threshold:.2f}  P {100 * p:.1f} R {100 * r:.1f} F {200 * p * r / max(1e-9, p + r):.1f}")


if __name__ == "__main__":
    main()
