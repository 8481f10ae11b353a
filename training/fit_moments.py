"""Fit which expression of time dates a statement: python training/fit_moments.py [--write FILE]

One logistic curve for each way in which an expression stands to a statement (beside it, before it, below an opening).
Days are the gold's; what dates the statements before is first the gold's, then what the curves of the other folds say,
so that the curves learn from their own mistakes. Prints F as ../shared/bench/score.py counts `when`, over folds of
whole articles.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from quoth.chronology.days import Days
from quoth.chronology.evidence import weighed
from quoth.chronology.layout import layout
from quoth.chronology.moments import Curves, chosen, scene_of
from quoth.chronology.scene import Dated, Scene, Weighed
from quoth.domain import Article, Confidence, DateBasis, Manner, Part, Passage, Published, Span, Statement

Choice = list[tuple[Weighed, bool]]
SHARED = Path("../shared/data")
FOLDS = 10
STRENGTH = 2.0  # of the pull towards zero; swept 0.3 to 10 over the folds
WAYS = ("beside", "carried", "before", "below")


@dataclass(frozen=True)
class Case:
    """An article with its gold statements and the days of each."""

    scene: Scene
    statements: tuple[Statement, ...]
    days: tuple[tuple[date, date] | None, ...]


def cases(part: str) -> list[Case]:
    rows: dict[str, dict[int, dict[str, Any]]] = {}
    for line in (SHARED / "speakers" / f"{part}.jsonl").open(encoding="utf8"):
        row = json.loads(line)
        rows.setdefault(row["article"], {})[row["attribution"]] = row
    gold = (json.loads(line) for line in (SHARED / "polnear" / f"{part}.jsonl").open(encoding="utf8"))
    return [case(article, rows[article["id"]]) for article in gold if article["id"] in rows]


def lines(text: str) -> list[Span]:
    """Each line that is not empty: a body passage, as training/evaluate.py has it."""
    return [Span(found.start(), found.end()) for found in re.finditer(r"[^\n]*\S[^\n]*", text)]


def case(row: dict[str, Any], told: dict[int, dict[str, Any]]) -> Case:
    text, day = row["text"], date.fromisoformat(row["date"])
    passages = tuple(Passage(span, Part.BODY) for span in lines(text))
    article = Article(row["id"], row["id"], text, passages, published=Published(day, day, DateBasis.GIVEN))
    names: dict[str, int] = {}
    found = [
        (statement(text, passages, one, names.setdefault(told[n]["speaker"] or f"?{n}", len(names))), days(told[n]))
        for n, one in enumerate(row["attributions"])
    ]
    found.sort(key=lambda pair: (pair[0].content[0].start, -pair[0].content[-1].end))
    scene = scene_of(article)
    return Case(
        scene or Scene(article, layout(article), (), Days(day, day)),
        tuple(one for one, _ in found),
        tuple(when for _, when in found),
    )


def statement(text: str, passages: Sequence[Passage], one: dict[str, Any], speaker: int) -> Statement:
    hull = lambda spans: Span(min(s for s, _ in spans), max(e for _, e in spans)) if spans else None  # noqa: E731
    content = tuple(sorted(Span(*span) for span in one["content"]))
    manner = Manner.DIRECT if text[content[0].start] in "\"“'" else Manner.INDIRECT
    return Statement(content, hull(one["cue"]), hull(one["source"]), manner, Confidence(1.0), speakers=(speaker,))


def days(row: dict[str, Any]) -> tuple[date, date] | None:
    if not row["said_from"]:
        return None
    return date.fromisoformat(row["said_from"]), date.fromisoformat(row["said_to"])


def right(case: Case, number: int, dated: Dated | None) -> bool:
    when = case.days[number]
    if dated is None or when is None:
        return False
    found = case.scene.told[dated.told].days
    return found is not None and (found.start, found.end) == when


def gold_dated(case: Case) -> list[Dated | None]:
    """For each statement the nearest expression with its days, or None."""
    out: list[Dated | None] = []
    for n, one in enumerate(case.statements):
        at = (one.cue or one.content[0]).start
        fitting = [t for t in range(len(case.scene.told)) if right(case, n, Dated(t, 1.0))]
        nearest = min(fitting, key=lambda t: abs(case.scene.told[t].span.start - at), default=None)
        out.append(None if nearest is None else Dated(nearest, 1.0))
    return out


def examples(case: Case, dated: Sequence[Dated | None]) -> list[Choice]:
    """For each statement the expressions that may date it, each with whether it does."""
    return [
        [(one, right(case, n, Dated(one.told, 1.0))) for one in weighed(case.scene, case.statements, n, dated)]
        for n in range(len(case.statements))
    ]


def fit(choices: Sequence[Choice], strength: float) -> Curves:
    """Weights of a choice among the expressions and none, by Newton's method, pulled towards zero.

    Where several expressions are right, each counts by its share of what they are given together.
    """
    names = sorted({(one.where, name) for choice in choices for one, _ in choice for name in one.figures})
    place = {name: n for n, name in enumerate(names)}
    filled = [choice for choice in choices if choice]
    x = np.zeros((sum(map(len, filled)), len(names)), dtype=np.float64)
    for n, one in enumerate(one for choice in filled for one, _ in choice):
        for name, value in one.figures.items():
            x[n, place[one.where, name]] = value
    y = np.array([right_one for choice in filled for _, right_one in choice], dtype=float)
    sizes = np.array([len(choice) for choice in filled])
    starts = np.cumsum(sizes) - sizes
    together = lambda values: np.repeat(np.add.reduceat(values, starts), sizes)  # noqa: E731
    pull = np.array([0.1 if name == "one" else strength for _, name in names])
    w = np.zeros(len(names))
    for _ in range(12):
        share = np.exp(np.clip(x @ w, -30, 30))
        p = share / (1 + together(share))
        held = together(p * y)
        q = np.where(held > 0, p * y / np.where(held > 0, held, 1), 0)
        means = np.add.reduceat(x * p[:, None], starts)
        curve = (x * p[:, None]).T @ x - means.T @ means + np.diag(pull)
        step = np.linalg.solve(curve, x.T @ (p - q) + pull * w)
        w -= step
        if np.abs(step).max() < 1e-3:
            break
    out: dict[str, dict[str, float]] = {way: {} for way in WAYS}
    for (way, name), value in zip(names, w, strict=True):
        out[way][name] = round(float(value), 3)
    return Curves(out)


def folds(case_count: int) -> list[list[int]]:
    return [list(range(n, case_count, FOLDS)) for n in range(FOLDS)]


def crossed(
    all_cases: Sequence[Case], dated: Sequence[Sequence[Dated | None]], strength: float
) -> list[list[Dated | None]]:
    """For each article what curves say that were fitted on the other folds."""
    out: list[list[Dated | None]] = [[] for _ in all_cases]
    for held in folds(len(all_cases)):
        rows = [pair for n, one in enumerate(all_cases) if n not in held for pair in examples(one, dated[n])]
        curves = fit(rows, strength)
        for n in held:
            out[n] = chosen(all_cases[n].scene, all_cases[n].statements, curves)
    return out


def figures(
    all_cases: Sequence[Case], said: Sequence[Sequence[Dated | None]], least: float
) -> tuple[float, float, float]:
    hit = given = gold = 0
    for case, told in zip(all_cases, said, strict=True):
        for n, one_dated in enumerate(told):
            has = one_dated is not None and one_dated.sure >= least
            hit += has and right(case, n, one_dated)
            given += has
            gold += case.days[n] is not None
    p, r = hit / max(1, given), hit / max(1, gold)
    return p, r, 2 * p * r / max(1e-9, p + r)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--strength", type=float, default=STRENGTH)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--show", action="store_true", help="print the statements that come out wrong")
    given = parser.parse_args()
    all_cases = cases("train")
    gold = [gold_dated(one) for one in all_cases]
    dated: list[list[Dated | None]] = gold

    for turn in range(given.rounds):
        said = crossed(all_cases, dated, given.strength)
        row = {least: figures(all_cases, said, least) for least in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)}
        print(turn, " ".join(f"{least}: {p:.3f} {r:.3f} {f:.3f}" for least, (p, r, f) in row.items()))
        dated = [[d if d and d.sure >= 0.25 else None for d in one] for one in said]
    if given.show:
        show(all_cases, said)
    breakdown(all_cases, said, 0.4)
    calibration(all_cases, said)
    if given.write:
        both = [pair for n, one in enumerate(all_cases) for pair in examples(one, dated[n])]
        given.write.write_text(json.dumps(fit(both, given.strength).weights, indent=0, sort_keys=True) + "\n")


def breakdown(all_cases: Sequence[Case], said: Sequence[Sequence[Dated | None]], least: float) -> None:
    """Right, missed and wrong by the way in which the days are told."""
    out: dict[str, Counter[str]] = {}
    for case, gold, told in zip(all_cases, map(gold_dated, all_cases), said, strict=True):
        for n, one_dated in enumerate(told):
            which = one_dated if one_dated and one_dated.sure >= least else None
            if case.days[n] is not None:
                way = way_of(case, n, gold[n])
                out.setdefault(way, Counter())[
                    "right" if right(case, n, which) else "missed" if which is None else "wrong"
                ] += 1
            elif which is not None:
                out.setdefault(way_of(case, n, which), Counter())["invented"] += 1
    for way, counts in sorted(out.items()):
        print(f"{way:12s}", dict(counts))


def way_of(case: Case, n: int, told: Dated | None) -> str:
    if told is None:
        return "unreachable"
    one = case.statements[n]
    layout = case.scene.layout
    away = layout.sentence((one.cue or one.mention or one.content[0]).start) - layout.sentence(
        case.scene.told[told.told].span.start
    )
    return "beside" if away == 0 else "before" if away > 0 else "below"


def calibration(all_cases: Sequence[Case], said: Sequence[Sequence[Dated | None]]) -> None:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for case, told in zip(all_cases, said, strict=True):
        for n, one_dated in enumerate(told):
            if one_dated is not None:
                sure = one_dated.sure
                bins.setdefault(min(9, int(10 * sure)), []).append((sure, right(case, n, one_dated)))
    for low, pairs in sorted(bins.items()):
        said_mean, right_mean = (sum(pair[n] for pair in pairs) / len(pairs) for n in (0, 1))
        print(f"{low / 10:.1f}: {len(pairs):4d} said {said_mean:.2f} right {right_mean:.2f}")


def told_words(case: Case, dated: Dated | None) -> str:
    if dated is None:
        return "-"
    told = case.scene.told[dated.told]
    return f"{dated.sure:.2f} {told.span.of(case.scene.article.text)} {told.days and told.days.start}"


def show(all_cases: Sequence[Case], said: Sequence[Sequence[Dated | None]]) -> None:
    for case, told in zip(all_cases, said, strict=True):
        text = case.scene.article.text
        for n, one_dated in enumerate(told):
            sure_enough = one_dated if one_dated and one_dated.sure >= 0.25 else None
            if right(case, n, sure_enough) or (sure_enough is None and case.days[n] is None):
                continue
            one = case.statements[n]
            at = one.cue or one.content[0]
            given = told_words(case, one_dated)
            gold = " ".join(map(str, case.days[n] or ("none",)))
            print(
                f"{case.scene.article.id[:30]} gold {gold} said {given}: {text[max(0, at.start - 120) : at.end + 60]!r}"
            )


if __name__ == "__main__":
    main()
