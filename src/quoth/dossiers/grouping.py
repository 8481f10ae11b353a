"""Which entries are one person, given how likely each pair is: by the mean over the pairs that can be compared.

The same for any order of entries. What an editor said goes before what is likely; two speakers of one article, and two
full names that do not go together, are never joined by the machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from quoth.domain import SpeakerKind
from quoth.dossiers.entry import Entry
from quoth.dossiers.keys import keys
from quoth.dossiers.likeness import likeness

LEAST_MEAN = 0.5  # swept 0.3 to 0.7, cross-fitted over the tuning half (bench/dossiers.py)
LEAST_DOUBT = 0.25  # two dossiers whose mean is between this and LEAST_MEAN are listed as doubtful
NEVER, ALWAYS, UNTOLD = -1e6, 1e6, np.nan
SAID = 100.0  # a mean that only an editor's word gives
Pair = tuple[str, str]
Likeness = Callable[[Entry, Entry], float | None]


@dataclass(frozen=True, slots=True)
class Rules:
    """What editors said of pairs of entries, by their keys, the lesser first."""

    same: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Link:
    """Two groups that may be one, by a member of each (the least), and how likely that is."""

    one: str
    other: str
    probability: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """The groups, each by its entries' keys in order, how sure each entry is in its group, and what is in doubt."""

    groups: tuple[tuple[str, ...], ...]
    sure: Mapping[str, float] = field(default_factory=dict)
    doubts: tuple[Link, ...] = ()


def draw(entries: Sequence[Entry], rules: Rules | None = None, like: Likeness = likeness) -> Drawn:
    """The entries in groups, each one person or body; alone where nothing is likely enough."""
    rules = rules or Rules()
    held = {entry.key: entry for entry in entries}
    pairs = compared(held, rules, like)
    groups: list[tuple[str, ...]] = []
    sure: dict[str, float] = {}
    doubts: list[Link] = []
    for part in _parts(sorted(held), pairs):
        found, means, sums = _joined(part, pairs)
        groups += found
        sure |= sums
        doubts += means
    return Drawn(tuple(sorted(groups)), sure, tuple(sorted(doubts, key=lambda one: (one.one, one.other))))


def compared(held: Mapping[str, Entry], rules: Rules, like: Likeness = likeness) -> dict[Pair, float]:
    """How likely each pair is that shares a key; UNTOLD where the names alone cannot say."""
    out: dict[Pair, float] = {}
    for a, b in sorted(_candidates(held)):
        out[a, b] = _told(held[a], held[b], like)
    out |= {pair: ALWAYS for pair in rules.same if pair[0] in held and pair[1] in held}
    return out | {pair: NEVER for pair in rules.apart if pair[0] in held and pair[1] in held}


def _told(one: Entry, other: Entry, like: Likeness) -> float:
    if one.article == other.article:
        return NEVER
    told = like(one, other)
    if told is None:
        return UNTOLD
    return told if told > 0 else NEVER


def _candidates(held: Mapping[str, Entry]) -> set[Pair]:
    blocks: dict[tuple[SpeakerKind, str], list[str]] = {}
    for key, entry in held.items():
        for block in keys(entry):
            blocks.setdefault((entry.kind, block), []).append(key)
    return {(min(a, b), max(a, b)) for names in blocks.values() for a, b in combinations(names, 2) if a != b}


def _parts(names: Sequence[str], pairs: Mapping[Pair, float]) -> Iterable[list[str]]:
    """The entries that hang together by pairs that are not altogether unlikely."""
    leader = {name: name for name in names}

    def lead(name: str) -> str:
        while leader[name] != name:
            leader[name] = name = leader[leader[name]]
        return name

    for (a, b), value in pairs.items():
        if value >= LEAST_DOUBT:
            first, second = sorted((lead(a), lead(b)))
            leader[second] = first
    parts: dict[str, list[str]] = {}
    for name in names:
        parts.setdefault(lead(name), []).append(name)
    return parts.values()


def _joined(
    part: Sequence[str], pairs: Mapping[Pair, float]
) -> tuple[list[tuple[str, ...]], list[Link], dict[str, float]]:
    """UPGMA (Sokal and Michener 1958), where pairs that cannot be compared weigh nothing."""
    names = sorted(part)
    if len(names) == 1:
        return [(names[0],)], [], {names[0]: 1.0}
    sums, counts, barred = _matrices(names, pairs)
    first = np.where(counts > 0, sums / np.maximum(counts, 1), 0.0)
    held = [[n] for n in range(len(names))]
    means = _means(sums, counts, barred)
    while len(held) > 1:
        a, b = divmod(int(np.argmax(means)), len(held))
        if means[a, b] < LEAST_MEAN:
            break
        a, b = min(a, b), max(a, b)
        for matrix in (sums, counts):
            matrix[a] += matrix[b]
            matrix[:, a] = matrix[a]
        barred[a] |= barred[b]
        barred[:, a] = barred[a]
        barred[a, a] = True
        sums, counts, barred = (np.delete(np.delete(one, b, 0), b, 1) for one in (sums, counts, barred))
        held[a] += held.pop(b)
        means = _means(sums, counts, barred)
    groups = [tuple(sorted(names[n] for n in group)) for group in held]
    links = [
        Link(min(groups[a] + groups[b]), max(min(groups[a]), min(groups[b])), float(means[a, b]))
        for a, b in combinations(range(len(held)), 2)
        if LEAST_DOUBT <= means[a, b] < SAID
    ]
    return groups, links, {names[n]: _mean(first[n], n, group) for group in held for n in group}


def _mean(row: np.ndarray, n: int, group: Sequence[int]) -> float:
    told = [min(float(row[m]), 1.0) for m in group if m != n and row[m] > 0]
    return min(sum(told) / len(told), 1.0) if told else 1.0


def _matrices(names: Sequence[str], pairs: Mapping[Pair, float]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of each pair the likeness and whether it counts; and whether it is barred. Pairs without a shared key count 0."""
    place = {name: n for n, name in enumerate(names)}
    sums, counts = np.zeros((len(names),) * 2), np.ones((len(names),) * 2)
    barred = np.eye(len(names), dtype=bool)
    for a, b in combinations(names, 2):
        value, at = pairs.get((a, b), UNTOLD), ((place[a], place[b]), (place[b], place[a]))
        for where in at:
            sums[where] = 0.0 if np.isnan(value) or value == NEVER else value
            counts[where] = 0.0 if np.isnan(value) else 1.0
            barred[where] = value == NEVER
    return sums, counts, barred


def _means(sums: np.ndarray, counts: np.ndarray, barred: np.ndarray) -> np.ndarray:
    means = np.where(counts > 0, sums / np.maximum(counts, 1.0), 0.0)
    means[barred & (means < SAID)] = -1.0  # what an editor said goes before a bar
    np.fill_diagonal(means, -1.0)
    return means
