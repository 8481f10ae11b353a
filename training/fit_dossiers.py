"""Fit how likely two entries are one person: python training/fit_dossiers.py [--words]

A logistic regression, pulled towards PRIOR, on the tuning half of tests/dossiers and on the persons of the train part
of the speaker gold (campaign.py): pairs whose names go together, and pairs of two persons read as if they bore one
name, without which the eight pairs of namesakes would teach little of what two strangers' articles share. The invented
articles are short and close to each other, the campaign's long and far apart. bench/dossiers.py and bench/recurring.py
tell what the weights are worth.

--words writes src/quoth/dossiers/common.tsv: in how many articles of the train parts of ../shared/data/polnear and
../shared/data/gum each common stem stands.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from campaign import entries_and_persons
from quoth.domain import (
    Article,
    Confidence,
    DateBasis,
    Manner,
    Part,
    Passage,
    Published,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)
from quoth.dossiers import Entry, entries
from quoth.dossiers.entry import FEWEST_LETTERS, WORD, parts
from quoth.dossiers.grouping import Rules, compared
from quoth.dossiers.likeness import WEIGHTS, Evidence, evidence, is_told, seen
from quoth.dossiers.naming import Fit
from quoth.dossiers.rarity import HEAD, stem

ROOT = Path(__file__).resolve().parent.parent
SET = ROOT / "tests/dossiers"
SHARED = ROOT.parent / "shared" / "data"
COMMON = ROOT / "src/quoth/dossiers/common.tsv"
FEWEST_ARTICLES = 20  # 10 and 3 fit no better, and the table is thrice as long
NAMES = [one.name for one in fields(Evidence)]
# Where a weight lies before anything is seen: what an editor would say, for what the articles show too seldom.
PRIOR = {
    "same_mark": 3.0,
    "one_mark": -1.0,
    "same_birth": 1.5,
    "other_birth": -4.0,
    "other_sex": -3.0,
    "conflict": -1.0,
}
STIFFNESS = 0.5  # how strongly a weight is held to that; 0.5 to 3 score alike
# What the pairs of two persons weigh together; a pair whose names go together weighs 1.
STRANGERS = 100.0
LIKE_OFFICE = 0.3  # of that, the part of those whose roles share a word: namesakes in one trade are the hard ones
# What the campaign's pairs weigh together, each of its persons by the articles that they are in; and of two persons.
CAMPAIGN, CAMPAIGN_STRANGERS = 150.0, 20.0
SAMPLED = 6000
Row = dict[str, Any]
Pair = tuple[str, str]


@dataclass(frozen=True)
class Cases:
    """What is learned from: the evidence of pairs, one a row, whether each is one person, its weight, its persons."""

    x: np.ndarray
    y: np.ndarray
    weight: np.ndarray
    keys: list[Pair]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", action="store_true", help="count the common stems anew, before the fit")
    if parser.parse_args().words:
        write_words()
    gold, held = entries_of(row for row in read_rows() if row["half"] == "tune")
    told = fitted(cases(gold, held))
    WEIGHTS.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", encoding="utf8")
    print(json.dumps(told, indent=1))


def write_words() -> None:
    counts: Counter[str] = Counter()
    articles = 0
    for name in ("polnear", "gum"):
        for line in (SHARED / name / "train.jsonl").read_text(encoding="utf8").splitlines():
            found = (part for word in WORD.findall(json.loads(line)["text"]) for part in parts(word))
            counts.update({stem(part) for part in found if len(part) >= FEWEST_LETTERS})
            articles += 1
    lines = [f"{name}\t{count}" for name, count in sorted(counts.items()) if count >= FEWEST_ARTICLES]
    COMMON.write_text("\n".join([f"{HEAD} {articles}", *lines]) + "\n", encoding="utf8")


def read_rows() -> Iterator[Row]:
    with (SET / "articles.jsonl").open(encoding="utf8") as file:
        yield from map(json.loads, file)


def reading(row: Row) -> Reading:
    """The article with its speakers as the set has them: each says his quote, and is mentioned where it stands."""
    text, day = row["text"], date.fromisoformat(row["published"])
    published = Published(day, day, DateBasis.GIVEN)
    passages = (Passage(Span(0, len(text)), Part.BODY),)
    article = Article(
        row["id"], row["id"], text, passages, row["url"], row["outlet"], row["headline"],
        section=row["section"], language="en", published=published,
    )  # fmt: skip
    speakers, statements = [], []
    for n, one in enumerate(row["speakers"]):
        at = text.index(one["quote"])
        content = Span(at, at + len(one["quote"]))
        where = text.find(one["name"])
        mention = Span(where, where + len(one["name"])) if where >= 0 else content
        speakers.append(Speaker(n, one["name"], SpeakerKind(one["kind"]), (mention,), one["role"]))
        statements.append(Statement((content,), None, None, Manner.DIRECT, Confidence(1.0), speakers=(n,)))
    statements.sort(key=lambda one: one.content[0])
    return Reading(article, tuple(statements), "en:none", tuple(speakers))


def entries_of(rows: Iterable[Row]) -> tuple[dict[str, str], dict[str, Entry]]:
    """Gold person and entry, by the entry's key; those that nothing tells are left out of the gold."""
    gold, held = {}, {}
    for row in rows:
        for entry in entries(reading(row)):
            told = row["speakers"][entry.number]
            held[entry.key] = entry
            if "hard" not in told:
                gold[entry.key] = told["person"]
    return gold, held


def cases(gold: Mapping[str, str], held: Mapping[str, Entry]) -> Cases:
    """Pairs of the set, and of the campaign: those whose names go together, and two persons' as if theirs did."""
    near = list(namesakes(gold, held))
    far = list(strangers(gold, held))
    like = np.array([told.role > LIKE_OFFICE for _, told in far])
    weight = STRANGERS * ((1 - LIKE_OFFICE) / len(far) + LIKE_OFFICE * like / max(like.sum(), 1))
    real, person = entries_and_persons("train")
    same = [(pair, told) for pair, told, is_same in namesakes(person, real) if is_same]
    articles = Counter(person.values())
    share = np.array([1 / (articles[person[pair[0]]] - 1) for pair, _ in same])
    others = random.Random(0).sample(list(strangers(person, real)), SAMPLED)
    pairs = [*((pair, told) for pair, told, _ in near), *far, *same, *others]
    return Cases(
        np.array([[*(asdict(told)[name] for name in NAMES), 1.0] for _, told in pairs]),
        np.r_[[float(is_same) for *_, is_same in near], np.zeros(len(far)), np.ones(len(same)), np.zeros(SAMPLED)],
        np.r_[
            np.ones(len(near)), weight, CAMPAIGN * share / share.sum(), np.full(SAMPLED, CAMPAIGN_STRANGERS / SAMPLED)
        ],
        [pair for pair, _ in pairs],
    )


def namesakes(gold: Mapping[str, str], held: Mapping[str, Entry]) -> Iterator[tuple[Pair, Evidence, bool]]:
    """The pairs of persons whose names go together: what they share, and whether they are one."""
    for a, b in sorted(compared(held, Rules(), lambda one, other: 0.5)):
        told = evidence(held[a], held[b]) if held[a].article != held[b].article else None
        if told is not None and held[a].kind is SpeakerKind.PERSON and a in gold and b in gold:
            yield (a, b), told, gold[a] == gold[b]


def strangers(gold: Mapping[str, str], held: Mapping[str, Entry]) -> Iterator[tuple[Pair, Evidence]]:
    """The pairs of two persons in two articles: what they would share if they bore one name."""
    some = [key for key in sorted(gold) if held[key].kind is SpeakerKind.PERSON and is_told(held[key])]
    for a, b in combinations(some, 2):
        if gold[a] != gold[b] and held[a].article != held[b].article:
            yield (a, b), seen(held[a], held[b], Fit.SAME)


def fitted(told: Cases, without: frozenset[str] = frozenset()) -> dict[str, float]:
    """The weights, the bias free, by Newton steps; pairs with one of `without` are left out."""
    kept = np.array([not {*pair} & without for pair in told.keys])
    x, y, weight = told.x[kept], told.y[kept], told.weight[kept]
    prior = np.array([*(PRIOR.get(name, 0.0) for name in NAMES), 0.0])
    stiffness = STIFFNESS * np.r_[np.ones(len(NAMES)), 1e-6]
    weights = prior.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (weight * (p - y)) + stiffness * (weights - prior)
        weights -= np.linalg.solve((x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(stiffness), slope)
    return {name: round(float(value), 3) for name, value in zip([*NAMES, "bias"], weights, strict=True)}


if __name__ == "__main__":
    main()
