"""Which entries are one person, given how likely each pair is.

The same for any order of entries. What an editor said goes before what is likely; two speakers of one article, and two
full names that do not go together, are never joined by the machine; and where somebody could be either of two, neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from quoth.domain import SpeakerKind
from quoth.dossiers.entry import Entry
from quoth.dossiers.keys import keys
from quoth.dossiers.likeness import likeness
from quoth.dossiers.linkage import ALWAYS, LEAST_DOUBT, LEAST_MEAN, NEVER, UNTOLD, Pair, Part

__all__ = [
    "ALWAYS",
    "LEAST_DOUBT",
    "LEAST_MEAN",
    "NEVER",
    "UNTOLD",
    "Drawn",
    "Link",
    "Pair",
    "Rules",
    "compared",
    "draw",
]
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
    for names in _parts(sorted(held), pairs):
        part = Part({name: held[name] for name in names}, pairs)
        found = part.joined()
        groups += found
        sure |= part.sure(found)
        doubts += [Link(*link) for link in part.doubts(found)]
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
