"""Fit who speaks a quotation that stands alone: python training/fit_nearest.py [--check FILE ...]

A conditional logit over the phrases nearby (McFadden 1974): the weights that make the gold's mention the likeliest, on
the standing quotations of training/articles and tests/articles 01-10. The share that is right comes from ten folds over
articles; the weights that are written to src/quoth/attribution/nearest.json come from all of them. `--check` marked
files are only scored.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from corpora import OURS, ROOT
from marked import Marked, Told, unmark
from quoth import pipeline
from quoth.attribution import scored
from quoth.attribution.found import Found
from quoth.attribution.nearest import Nearby
from quoth.attribution.signed import signed
from quoth.attribution.standing import standing
from quoth.attribution.unclosed import completed
from quoth.domain import Manner, Span
from quoth.inference import Tagger
from quoth.marks import quotations
from quoth.reading.plain import read_plain
from scorer import load_scorer

OUT = ROOT / "src/quoth/attribution/nearest.json"
# Where a weight lies before anything is seen: what an editor would say, for what the articles show too seldom.
PRIOR = {
    "a document, just before": 2.0,
    "answered the question before": 2.0,
    "only in the question": -1.5,
    "spoke before the question": 2.0,
    "I, we or you": -2.0,
    "below a quotation as heading": 3.0,
    "spoke in the turn before": -2.0,
    "spoke in the turn before that": 2.0,
    "asked just before": -1.5,
    "reported just before": 0.5,
    "whom somebody asked": 0.7,
}
STIFFNESS = 1.0  # how strongly a weight is held to that; 0.3 to 10 give the same share within 2 points


@dataclass(frozen=True)
class Case:
    """One quotation that stands alone: the features of each phrase nearby, and which of them are right."""

    article: str
    rows: list[dict[str, float]]
    right: np.ndarray
    shown: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    tagger = pipeline.open_tagger()
    ours = sorted(OURS.glob("*.txt")) + [p for p in sorted((ROOT / "tests/articles").glob("*.txt")) if p.name < "11"]
    cases = [case for path in ours for case in cases_of(path, tagger)]
    names = sorted({name for case in cases for row in case.rows for name in row} | PRIOR.keys())
    articles = sorted({case.article for case in cases})
    right = 0.0
    for fold in range(10):
        held = set(articles[fold::10])
        weights = fit([case for case in cases if case.article not in held], names)
        right += sum(hits(case, weights) for case in cases if case.article in held)
    weights = fit(cases, names)
    print(f"{len(cases)} quotations, over folds {right / len(cases):.3f} right")
    checked = [case for path in given.check for case in cases_of(path, tagger)]
    if checked:
        print(f"{len(checked)} checked, {sum(hits(case, weights) for case in checked) / len(checked):.3f} right")
    OUT.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf8")


def cases_of(path: Path, tagger: Tagger) -> Iterator[Case]:
    """The standing quotations of a marked article that begin a statement without a cue."""
    marked = unmark(path.read_text(encoding="utf8"))
    told = sorted(marked.statements.values(), key=lambda one: min(one.content).start)
    for stream in scored(read_plain(marked.text, path.name), tagger):
        if stream.spoken:
            continue
        quoted = completed(marked.text, stream.paragraphs, quotations(marked.text, stream.paragraphs))
        nearby = Nearby(marked.text, stream.paragraphs, quoted, stream.scores)
        answering: Span | None = None
        by_signature = {span for one in signed(marked.text, stream.paragraphs, quoted) for span in one.content}
        for place, pieces in standing(marked.text, stream.paragraphs, quoted):
            owner = next((one for one in told if min(one.content).start == pieces[0].start and not one.cue), None)
            if owner is None or owner.mention is None or pieces[0] in by_signature:
                continue
            before = [_found(one) for one in told if min(one.content).start < pieces[0].start and not _inner(one, told)]
            given = nearby.candidates(place, pieces, before, answering)
            right = np.array([_alike(marked, span, owner.mention) for span, _ in given], dtype=bool)
            yield Case(path.name, [row for _, row in given], right, owner.mention.of(marked.text))
            answering = owner.mention


def _found(told: Told) -> Found:
    return Found(tuple(sorted(told.content)), told.cue, told.mention, Manner.DIRECT, None)


def _inner(one: Told, told: list[Told]) -> bool:
    return any(
        other is not one and all(any(h.contains(s) for h in other.content) for s in one.content) for other in told
    )


def _alike(marked: Marked, one: Span, other: Span) -> bool:
    """As the shared scorer compares mentions."""
    score: Any = SCORER
    runs = [m.span() for m in score.WORD.finditer(marked.text) if marked.text[m.start()].isalnum()]
    words = [score.covered(runs, [(span.start, span.end)]) for span in (one, other)]
    return bool(score.jaccard(*words) >= 0.5)


SCORER = load_scorer()


def fit(cases: list[Case], names: list[str]) -> dict[str, float]:
    """The weights of the names."""
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    seen = [
        (np.array([[row.get(name, 0.0) for name in names] for row in c.rows]), c.right) for c in cases if c.right.any()
    ]

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        value, slope = STIFFNESS * float((w - prior) @ (w - prior)) / 2, STIFFNESS * (w - prior)
        for x, y in seen:
            scores = x @ w
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            mine = shares[y].sum()
            value -= float(np.log(mine))
            slope = slope - (shares[y] / mine @ x[y] - shares @ x)
        return value, slope

    found = minimize(loss, prior, jac=True, method="L-BFGS-B").x
    return {name: round(float(weight), 3) for name, weight in zip(names, found, strict=True)}


def hits(case: Case, weights: dict[str, float]) -> bool:
    """Whether the likeliest phrase is right."""
    totals = [sum(weights[name] * value for name, value in row.items() if name in weights) for row in case.rows]
    return bool(totals) and bool(case.right[int(np.argmax(totals))])


if __name__ == "__main__":
    main()
