"""Fit which expression of time dates a statement: python training/fit_moments.py [--write FILE]

One set of weights for each way in which days come to a statement (words beside it, before it, below an opening, days
carried on from a statement before); all that may date a statement and "none" are weighed against each other. Gold are
the days of the 110 articles of training/speakers_gold.py, each article twice, with its gold statements and with those
that quoth finds, so that the weights meet both; and our own days of 59 more training articles
(training/moments_gold.tsv), read by a language model as ../shared/data/speakers/GUIDE.md says.
What is carried on hangs on what was told before: weights are fitted first on the gold's days of the statements before,
then on those that the first weights gave on articles which they had not seen. Fitted on the gold's alone they carry on
where nobody would (F 61 over the folds; so 67; the rule that was here before, refitted: 65).
Prints precision, recall and F over folds of whole articles, as ../shared/bench/score.py counts `when`, on the
statements that quoth finds.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))

from changes import runs_of
from quoth import pipeline
from quoth.attribution import extract, scored
from quoth.chronology.days import Days
from quoth.chronology.layout import layout
from quoth.chronology.moments import LEAST_SURE, Curves, chosen, is_sure, rivals, scene_of
from quoth.chronology.scene import Dated, Scene, Weighed
from quoth.domain import MIN_CONFIDENCE, Article, Confidence, Manner, Span, Statement
from quoth.identity import identify
from quoth.inference import Tagger
from rows import article as article_of
from rows import whole
from scorer import load_scorer
from speakers_gold import articles_and_gold

Choice = list[tuple[Weighed, bool]]
Answer = tuple[date, date] | None
SHARED = Path("../shared/data")
OWN_GOLD = Path("training/moments_gold.tsv")
SCORE = load_scorer()
FOLDS = 10
STRENGTH = 4.0  # of the pull towards zero; swept 1 to 8 over the folds
WAYS = ("beside", "before", "below", "carried")


@dataclass(frozen=True)
class Case:
    """An article with statements, the days of each, and which of them have a gold at all."""

    scene: Scene
    statements: tuple[Statement, ...]
    days: tuple[Answer, ...]
    known: tuple[bool, ...]


def shared_days(gold: dict[str, dict[int, dict[str, Any]]]) -> dict[str, dict[int, Answer]]:
    """The days of each attribution, by article."""
    return {id_: {n: days(row["said_from"], row["said_to"]) for n, row in told.items()} for id_, told in gold.items()}


def names_of(told: dict[int, dict[str, Any]]) -> dict[int, str]:
    """The name of the speaker of each attribution of an article."""
    return {n: row["speaker"] or f"?{n}" for n, row in told.items()}


def own_days() -> dict[str, dict[int, Answer]]:
    """The days of each attribution of the articles that we read ourselves.

    The file names an article by the first 16 hex digits of the SHA-256 of its text: the ids hold headlines.
    """
    rows = map(json.loads, (SHARED / "polnear" / "train.jsonl").read_text(encoding="utf8").splitlines())
    names = {hashlib.sha256(row["text"].encode("utf8")).hexdigest()[:16]: row["id"] for row in rows}
    out: dict[str, dict[int, Answer]] = {}
    with OWN_GOLD.open(encoding="utf8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            out.setdefault(names[row["article"]], {})[int(row["attribution"])] = days(row["said_from"], row["said_to"])
    return out


def days(first: str | None, last: str | None) -> Answer:
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


def gold_case(row: dict[str, Any], told: dict[int, Answer], names: dict[int, str]) -> Case:
    """The gold statements of an article, with their speakers where those are known."""
    ids = {name: n for n, name in enumerate(dict.fromkeys(names.values()))}
    found = [
        (replace(statement(row["text"], one), speakers=(ids[names[n]],) if n in names else ()), n)
        for n, one in enumerate(row["attributions"])
        if one["content"]
    ]
    found.sort(key=lambda pair: (pair[0].content[0].start, -pair[0].content[-1].end))
    when, known = [told.get(n) for _, n in found], [n in told for _, n in found]
    return case(article_of(row), tuple(one for one, _ in found), when, known)


def found_case(row: dict[str, Any], told: dict[int, Answer], tagger: Tagger) -> Case:
    """The statements that quoth finds, those that are paired with gold ones with their days."""
    article = article_of(row)
    streams = scored(article, tagger)
    found = pipeline.confident(extract(article, streams, tagger), MIN_CONFIDENCE)
    found, _ = identify(article, found, [stream.scores for stream in streams])
    spans = [statement_spans(one) for one in found]
    gold = [{"cue": one["cue"], "mention": one["source"], "content": one["content"]} for one in row["attributions"]]
    paired = dict(SCORE.pair(tokens(row["text"], spans), tokens(row["text"], gold)))
    when = [told.get(paired.get(n, -1)) for n in range(len(spans))]
    return case(article, found, when, [paired.get(n) in told for n in range(len(spans))])


def case(article: Article, statements: tuple[Statement, ...], when: Sequence[Answer], known: Sequence[bool]) -> Case:
    if article.published is None:
        raise ValueError(article.id)
    nothing = Scene(article, layout(article), (), Days(article.published.start, article.published.end))
    return Case(scene_of(article) or nothing, statements, tuple(when), tuple(known))


def statement_spans(one: Statement) -> dict[str, list[list[int]]]:
    pair = lambda span: [[span.start, span.end]] if span else []  # noqa: E731
    return {"content": [[s.start, s.end] for s in one.content], "cue": pair(one.cue), "mention": pair(one.mention)}


def tokens(text: str, statements: Sequence[dict[str, Any]]) -> list[dict[str, set[int]]]:
    runs = runs_of(SCORE, text)
    return [{role: SCORE.covered(runs, one[role]) for role in ("cue", "mention", "content")} for one in statements]


def statement(text: str, one: dict[str, Any]) -> Statement:
    content = tuple(sorted(Span(*span) for span in one["content"]))
    manner = Manner.DIRECT if text[content[0].start] in "\"“'" else Manner.INDIRECT
    return Statement(content, whole(one["cue"]), whole(one["source"]), manner, Confidence(1.0))


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
    """For each statement all that may date it, each with whether it does; `dated` are those that date the others."""
    return [
        [(one, right(case, n, Dated(one.told, 1.0))) for one in rivals(case.scene, case.statements, n, dated)]
        for n, known in enumerate(case.known)
        if known
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
    pull = np.array([0.1 if name == "one" else strength for _, name in names])
    w = np.zeros(len(names))
    for _ in range(12):
        share = np.exp(np.clip(x @ w, -30, 30))
        p = share / (1 + np.repeat(np.add.reduceat(share, starts), sizes))
        held = np.repeat(np.add.reduceat(p * y, starts), sizes)
        q = np.where(held > 0, p * y / np.where(held > 0, held, 1), 0)
        means = np.add.reduceat(x * p[:, None], starts)
        curve = (x * p[:, None]).T @ x - means.T @ means + np.diag(pull)
        step = np.linalg.solve(curve, x.T @ (p - q) + pull * w)
        w -= step * min(1.0, 3 / np.abs(step).max())  # several right expressions make the hill uneven
        if np.abs(step).max() < 1e-3:
            break
    out: dict[str, dict[str, float]] = {way: {} for way in WAYS}
    for (way, name), value in zip(names, w, strict=True):
        out[way][name] = round(float(value), 3)
    return Curves(out)


@dataclass(frozen=True)
class Flavour:
    """Articles in one flavour of statements, and for each what its weights are fitted on."""

    cases: list[Case]
    examples: list[list[Choice]]


def flavour(cases: list[Case], dated: Sequence[Sequence[Dated | None]] | None = None) -> Flavour:
    """The articles, with what dates each statement as far as is known by now: by default the gold's days."""
    known = [gold_dated(one) for one in cases] if dated is None else dated
    return Flavour(cases, [examples(case, one) for case, one in zip(cases, known, strict=True)])


def crossed(shared: Sequence[Flavour], own: Sequence[Flavour], strength: float) -> list[list[list[Dated | None]]]:
    """For each flavour and article what weights say that were fitted on the other folds, and on all of our own."""
    count = len(shared[0].cases)
    out: list[list[list[Dated | None]]] = [[[] for _ in range(count)] for _ in shared]
    for held in ({*range(n, count, FOLDS)} for n in range(FOLDS)):
        curves = fit(choices(shared, held) + choices(own, set()), strength)
        for told, one in zip(out, shared, strict=True):
            for n in held:
                told[n] = chosen(one.cases[n].scene, one.cases[n].statements, curves)
    return out


def second(shared: Sequence[Flavour], own: Sequence[Flavour], strength: float) -> tuple[list[Flavour], list[Flavour]]:
    """Both with what first weights say instead of the gold's days; on our own, weights of the shared articles alone."""
    curves = fit(choices(shared, set()), strength)
    told = [[chosen(case.scene, case.statements, curves) for case in one.cases] for one in own]
    crossed_days = crossed(shared, own, strength)
    return (
        [flavour(one.cases, sure(days)) for one, days in zip(shared, crossed_days, strict=True)],
        [flavour(one.cases, sure(days)) for one, days in zip(own, told, strict=True)],
    )


def sure(days: Sequence[Sequence[Dated | None]]) -> list[list[Dated | None]]:
    """What is sure enough to be put on record, None for the rest."""
    return [[each if is_sure(each) else None for each in dated] for dated in days]


def choices(flavours: Sequence[Flavour], held: set[int]) -> list[Choice]:
    return [choice for one in flavours for n, ones in enumerate(one.examples) if n not in held for choice in ones]


def figures(
    all_cases: Sequence[Case], said: Sequence[Sequence[Dated | None]], least: float
) -> tuple[float, float, float]:
    hit = given = gold = 0
    for case, told in zip(all_cases, said, strict=True):
        for n, one in enumerate(told):
            if case.known[n]:
                has = one is not None and one.sure >= least
                hit += has and right(case, n, one)
                given += has
                gold += case.days[n] is not None
    p, r = hit / max(1, given), hit / max(1, gold)
    return p, r, 2 * p * r / max(1e-9, p + r)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--strength", type=float, default=STRENGTH)
    parser.add_argument("--show", action="store_true", help="print the statements that come out wrong")
    given = parser.parse_args()
    tagger = pipeline.open_tagger(threads=1)
    rows, gold = articles_and_gold()
    told = shared_days(gold)
    shared = [
        flavour([found_case(row, told[row["id"]], tagger) for row in rows]),
        flavour([gold_case(row, told[row["id"]], names_of(gold[row["id"]])) for row in rows]),
    ]
    all_rows = {row["id"]: row for row in map(json.loads, (SHARED / "polnear" / "train.jsonl").open(encoding="utf8"))}
    more = {id_: one for id_, one in own_days().items() if id_ not in gold}
    own = [
        flavour([found_case(all_rows[id_], one, tagger) for id_, one in more.items()]),
        flavour([gold_case(all_rows[id_], one, {}) for id_, one in more.items()]),
    ]
    shared, own = second(shared, own, given.strength)
    said = crossed(shared, own, given.strength)
    for least in (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        p, r, f = figures(shared[0].cases, said[0], least)
        print(f"{least}: precision {p:.3f} recall {r:.3f} F {f:.3f}")
    if given.show:
        show(shared[0].cases, said[0])
    breakdown(shared[0].cases, said[0], LEAST_SURE)
    calibration(shared[0].cases, said[0])
    if given.write:
        weights = fit(choices(shared, set()) + choices(own, set()), given.strength).weights
        sureness = corrected(shared[0].cases, said[0])
        given.write.write_text(json.dumps({"weights": weights, "sureness": sureness}, indent=0, sort_keys=True) + "\n")


def corrected(all_cases: Sequence[Case], said: Sequence[Sequence[Dated | None]]) -> dict[str, float]:
    """Slope and shift, on the scale of log odds, that make what other folds' weights say as often right as it says."""
    pairs = [
        (math.log(one.sure / (1 - one.sure)), right(case, n, one))
        for case, told in zip(all_cases, said, strict=True)
        for n, one in enumerate(told)
        if case.known[n] and one is not None and 0 < one.sure < 1
    ]
    x = np.array([[odds, 1.0] for odds, _ in pairs])
    y = np.array([float(ok) for _, ok in pairs])
    w = np.array([1.0, 0.0])
    for _ in range(20):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x, x.T @ (p - y))
    return {"slope": round(float(w[0]), 3), "shift": round(float(w[1]), 3)}


def breakdown(all_cases: Sequence[Case], said: Sequence[Sequence[Dated | None]], least: float) -> None:
    """Right, missed and wrong by the way in which the days are told."""
    out: dict[str, Counter[str]] = {}
    for case, gold, told in zip(all_cases, map(gold_dated, all_cases), said, strict=True):
        for n, one_dated in enumerate(told):
            if not case.known[n]:
                continue
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
            if not case.known[n]:
                continue
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
            if not case.known[n]:
                continue
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
