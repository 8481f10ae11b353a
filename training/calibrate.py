"""Fit the confidence curve: python training/calibrate.py [--weights FOLDER] [--gold ROWS] [--picture SVG]

A logistic regression of "paired with a gold statement" (the shared scorer's linked.content) on Evidence. The
calibration error that is printed comes from ten folds over articles; the weights that are written to settings.json come
from all of them.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))

from changes import runs_of
from evaluate import articles, load_scorer
from quoth import pipeline
from quoth.attribution.confidence import Calibration
from quoth.attribution.statements import everything, ordered
from quoth.attribution.streams import scored
from quoth.domain import Article
from quoth.inference import Tagger


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=Path("src/quoth/weights"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/data/polnear/dev.jsonl"))
    parser.add_argument("--picture", type=Path, help="also draw the reliability curve")
    given = parser.parse_args()
    score = load_scorer()
    tagger = pipeline.open_tagger(given.weights)
    gold = {row["id"]: row for row in score.load(given.gold)}
    rows = [
        (article.id, *row)
        for article in articles(given.gold)
        for row in judged(article, tagger, gold[article.id], score)
    ]
    groups, x, y = (
        np.array([row[0] for row in rows]),
        np.array([row[1] for row in rows]),
        np.array([row[2] for row in rows]),
    )
    out = np.zeros(len(y))
    for train, test in GroupKFold(10).split(x, y, groups):
        out[test] = fit(x[train], y[train]).predict_proba(x[test])[:, 1]
    print(f"{len(y)} statements, {y.mean():.3f} right, calibration error over folds {error(out, y):.4f}")
    bins = reliability(out, y)
    for one in bins:
        print("  {from}-{to}  said {said:.2f}  right {right:.2f}  of {statements}".format(**one))
    if given.picture:
        draw(bins, given.picture)
    model = fit(x, y)
    names = [field.name for field in fields(Calibration)]
    weights = dict(zip(names, [round(float(v), 3) for v in (*model.coef_[0], model.intercept_[0])], strict=True))
    path = given.weights / "settings.json"
    settings = json.loads(path.read_text(encoding="utf8")) | {"calibration": weights}
    path.write_text(json.dumps(settings, indent=2) + "\n", encoding="utf8")
    print(weights)


def judged(article: Article, tagger: Tagger, gold: dict[str, Any], score: Any) -> list[tuple[tuple[float, ...], bool]]:
    """Evidence of each outer statement that the tagger found, and whether the gold has it."""
    found = [one for one in everything(article, scored(article, tagger), tagger) if one.evidence is not None]
    outer = {statement.content for statement in ordered(found, Calibration()) if statement.within is None}
    found = [one for one in found if one.content in outer]
    runs = runs_of(score, article.text)

    def tokens(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{role: score.covered(runs, row[role]) for role in score.ROLES} for row in rows]

    pair = lambda span: [(span.start, span.end)] if span else []  # noqa: E731
    given = [
        {"content": [(s.start, s.end) for s in one.content], "cue": pair(one.cue), "mention": pair(one.mention)}
        for one in found
    ]
    golden = [{role: a[score.GOLD_KEY[role]] for role in score.ROLES} for a in gold["attributions"]]
    met = {i for i, _ in score.pair(tokens(given), tokens(golden))}
    return [(astuple(one.evidence), n in met) for n, one in enumerate(found) if one.evidence is not None]


def fit(x: np.ndarray, y: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=10.0, max_iter=1000).fit(x, y)


def error(given: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error in ten bins (Naeini et al. 2015)."""
    bins = np.minimum(9, (given * 10).astype(int))
    return float(sum(abs(given[bins == b].sum() - right[bins == b].sum()) for b in range(10)) / len(right))


def reliability(given: np.ndarray, right: np.ndarray) -> list[dict[str, float]]:
    """What was said and what was right in each of ten bins that holds a statement."""
    bins = np.minimum(9, (given * 10).astype(int))
    return [
        {
            "from": b / 10,
            "to": (b + 1) / 10,
            "said": float(given[bins == b].mean()),
            "right": float(right[bins == b].mean()),
            "statements": int((bins == b).sum()),
        }
        for b in range(10)
        if (bins == b).any()
    ]


def draw(bins: list[dict[str, float]], path: Path) -> None:
    """The reliability curve (DeGroot and Fienberg 1983): a dot a bin, its size the number of statements."""
    import altair

    axis = altair.Scale(domain=[0, 1])
    dots = altair.Chart(altair.Data(values=bins)).encode(
        x=altair.X("said:Q", title="confidence.words said", scale=axis),
        y=altair.Y("right:Q", title="share that the gold has", scale=axis),
    )
    line = altair.Chart(altair.Data(values=[{"v": 0}, {"v": 1}])).mark_line(color="#aaa", strokeDash=[4, 4])
    chart = (
        line.encode(x="v:Q", y="v:Q")
        + dots.mark_line(color="#1f5f8b")
        + dots.mark_circle(color="#1f5f8b", opacity=1).encode(size=altair.Size("statements:Q", title="statements"))
    )
    chart.properties(width=320, height=320).save(path)


if __name__ == "__main__":
    main()
