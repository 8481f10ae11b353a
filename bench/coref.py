"""Coreference of people and bodies on GUM news and interviews: python bench/coref.py [--part dev|train]

Every name, and every he, she and it, of a document is resolved as if it were the mention of a statement; mentions are
paired with the smallest gold mention of a person or body that holds them. Prints MUC, B-cubed, CEAF-e, their mean, and
LEA, on the paired mentions and on all of the gold's (what was not found counts as missed).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from quoth.domain import Article, Confidence, Manner, Part, Passage, Span, Statement
from quoth.identity.resolve import resolved
from rows import lines
from scorer import SHARED

GENRES = ("news", "interview")
KINDS = ("person", "organization")
PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself|it|its|itself)\b", re.IGNORECASE)
Clusters = list[frozenset[int]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    given = parser.parse_args()
    lines = (SHARED / "data/gum" / f"{given.part}.jsonl").read_text(encoding="utf8").splitlines()
    rows = [row for line in lines if (row := json.loads(line))["genre"] in GENRES]
    pairs = [_both(row) for row in rows]
    found = sum(len(set().union(*told)) for told, _ in pairs if told)
    total = sum(len(set().union(*right)) for _, right in pairs if right)
    print(f"{len(rows)} documents, {found} mentions paired of {total} in the gold")
    for name, chosen in (("all of the gold", pairs), ("paired only", [_shared(*pair) for pair in pairs])):
        scores = {metric.__name__.strip("_"): _f(metric, chosen) for metric in (_muc, _b_cubed, _ceaf_e, _lea)}
        mean = sum(scores[name] for name in ("muc", "b_cubed", "ceaf_e")) / 3
        print(f"{name:16s}", *(f"{key} {100 * value:.1f}" for key, value in scores.items()), f"mean {100 * mean:.1f}")


def _both(row: dict[str, Any]) -> tuple[Clusters, Clusters]:
    """The clusters that quoth gives and the gold's, as numbers of the gold's mentions."""
    mentions = [m for m in row["mentions"] if m["type"] in KINDS and len(row["text"][m["start"] : m["end"]]) > 1]
    gold = defaultdict(set)
    for n, mention in enumerate(mentions):
        gold[mention["cluster"]].add(n)
    told = [{n for span in figure if (n := _holder(span, mentions)) is not None} for figure in _figures(row)]
    seen: set[int] = set()
    apart = []
    for cluster in sorted(told, key=len, reverse=True):
        apart.append(frozenset(cluster - seen))
        seen |= cluster
    return [one for one in apart if one], [frozenset(one) for one in gold.values()]


def _figures(row: dict[str, Any]) -> list[list[Span]]:
    """The mentions of each figure, pronouns resolved from the first to the last."""
    text = row["text"]
    passages = tuple(Passage(span, Part.BODY) for span in lines(text))
    article = Article(row["id"], "gum", text, passages)
    words = [Span(*m.span()) for m in PRONOUN.finditer(text)]
    asked = [Statement((span,), None, span, Manner.INDIRECT, Confidence(1.0)) for span in words]
    return [figure.spans for figure in resolved(article, asked).figures]


def _holder(span: Span, mentions: Sequence[dict[str, Any]]) -> int | None:
    holders = [n for n, m in enumerate(mentions) if m["start"] <= span.start and span.end <= m["end"]]
    return min(holders, key=lambda n: mentions[n]["end"] - mentions[n]["start"], default=None)


def _shared(told: Clusters, gold: Clusters) -> tuple[Clusters, Clusters]:
    both = frozenset().union(*told) if told else frozenset()
    return told, [one & both for one in gold if one & both]


def _f(metric: Any, pairs: Sequence[tuple[Clusters, Clusters]]) -> float:
    """F over all documents: `metric` gives hits and total of one side against the other."""
    sides = []
    for swap in (False, True):
        parts = [metric(b, a) if swap else metric(a, b) for a, b in pairs]
        hits, total = sum(h for h, _ in parts), sum(t for _, t in parts)
        sides.append(hits / total if total else 0.0)
    return 2 * sides[0] * sides[1] / (sum(sides) or 1.0)


def _of(clusters: Clusters) -> Mapping[int, int]:
    return {mention: n for n, cluster in enumerate(clusters) for mention in cluster}


def _muc(one: Clusters, other: Clusters) -> tuple[float, float]:
    """Links of `one` that `other` has too."""
    of, hits, total = _of(other), 0, 0
    for cluster in one:
        parts = len({of.get(m, -m - 1) for m in cluster})
        hits, total = hits + len(cluster) - parts, total + len(cluster) - 1
    return hits, total


def _b_cubed(one: Clusters, other: Clusters) -> tuple[float, float]:
    of = _of(other)
    shares = (sum(n * n for n in Counter(of[m] for m in cluster if m in of).values()) / len(cluster) for cluster in one)
    return sum(shares), sum(map(len, one))


def _ceaf_e(one: Clusters, other: Clusters) -> tuple[float, float]:
    """The best one-to-one pairing of clusters by Dice; greedy, which differs from the best in the third digit."""
    alike = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in other] for a in one]) if one and other else None
    total, used_a, used_b = 0.0, set[int](), set[int]()
    if alike is not None:
        for place in np.argsort(-alike, axis=None):
            a, b = divmod(int(place), alike.shape[1])
            if a not in used_a and b not in used_b and alike[a, b] > 0:
                total += float(alike[a, b])
                used_a.add(a), used_b.add(b)
    return total, len(one)


def _lea(one: Clusters, other: Clusters) -> tuple[float, float]:
    of, hits = _of(other), 0.0
    for cluster in one:
        links = len(cluster) * (len(cluster) - 1) / 2
        groups = Counter(of[m] for m in cluster if m in of)
        kept = sum(n * (n - 1) / 2 for n in groups.values())
        single = len(cluster) == 1 and any(other[n] == cluster for n in groups)
        hits += len(cluster) * (kept / links if links else float(single))
    return hits, sum(map(len, one))


if __name__ == "__main__":
    main()
