"""In what order the entries of one part become groups, and where that stops: agglomeration with bars.

Two groups are as like as the mean of all their pairs, and of each entry's best pair in the other group, come to
together: the first alone (UPGMA, Sokal and Michener 1958) keeps apart whoever changed office, the second alone chains.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

import numpy as np

from quoth.domain import SpeakerKind
from quoth.dossiers.entry import Entry
from quoth.dossiers.likeness import scene
from quoth.dossiers.naming import people

Pair = tuple[str, str]
LEAST_MEAN = 0.55  # bench/dossiers.py --sweep: from 0.45 to 0.6 nothing is joined wrongly, and little is missed
LEAST_DOUBT = 0.25  # two dossiers that are as like as this, or more, and were not joined are listed as doubtful
MARGIN = 0.2  # how much liker somebody must be to one than to another who is certainly somebody else
# Of one person the offices follow each other; of two namesakes the articles come by turns.
BY_TURNS, IN_SUCCESSION = -0.15, 0.1
# In tests/dossiers (tune) one of 233 articles shares no name with the other articles on the same person (but at least
# two), four of five do with those on somebody else; in 110 articles of a real campaign none of 207.
NOTHING_SHARED = -0.3
NEVER, ALWAYS, UNTOLD = -1e6, 1e6, np.nan
BARRED = -1.0
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Group = tuple[int, ...]


class Part:
    """Entries that hang together, in the order of their keys, and how likely each pair is."""

    def __init__(self, held: Mapping[str, Entry], pairs: Mapping[Pair, float]) -> None:
        self.names = sorted(held)
        self.entries = [held[name] for name in self.names]
        self.scenes = [scene(entry) for entry in self.entries]
        self.told, self.barred, self.same = self._matrices(pairs)
        self._leave_unmarked_untold()

    def _matrices(self, pairs: Mapping[Pair, float]) -> tuple[Floats, Floats, list[tuple[int, int]]]:
        """How likely each pair is, which are barred, and which an editor joined.

        Without a shared key two persons are unlike; of two bodies that tells nothing ("WTU" and "Tenants' Union").
        """
        is_person = self.entries[0].kind is SpeakerKind.PERSON
        size = len(self.names)
        told, barred, same = np.zeros((size, size)), np.zeros((size, size), dtype=bool), []
        for (a, first), (b, second) in combinations(enumerate(self.names), 2):
            value = pairs.get((first, second), 0.0 if is_person else UNTOLD)
            barred[a, b] = barred[b, a] = value == NEVER
            told[a, b] = told[b, a] = 0.0 if value == NEVER else min(value, 1.0)
            if value == ALWAYS:
                same.append((a, b))
        np.fill_diagonal(told, UNTOLD)
        return told, barred, same

    def _leave_unmarked_untold(self) -> None:
        """Where a father and a son of one name are on record, articles that say neither prove nothing together."""
        marked: dict[tuple[str, ...], set[int]] = {}
        whose = [people(entry.name)[0] for entry in self.entries]
        for one in whose:
            marked.setdefault((*one.given, *one.family), set()).add(one.age)
        for (a, one), (b, other) in combinations(enumerate(whose), 2):
            known = marked[*one.given, *one.family] | marked[*other.given, *other.family]
            if one.age == other.age == 0 and {-1, 1} <= known:
                self.told[a, b] = self.told[b, a] = UNTOLD

    def joined(self) -> list[tuple[str, ...]]:
        """The groups, each by its entries' keys in order."""
        groups = self._said()
        likeness = {pair: self._likeness(*pair) for pair in combinations(groups, 2)}
        while True:
            best = self._best(groups, likeness)
            if best is None:
                return [tuple(self.names[n] for n in group) for group in groups]
            one = tuple(sorted(best[0] + best[1]))
            groups = sorted([one, *(group for group in groups if group not in best)])
            likeness = {pair: value for pair, value in likeness.items() if not {*pair} & {*best}}
            likeness |= {_pair(one, group): self._likeness(one, group) for group in groups if group != one}

    def _said(self) -> list[Group]:
        """The groups that editors made; all others alone."""
        leader = list(range(len(self.names)))
        for a, b in self.same:
            low, high = sorted((leader[a], leader[b]))
            leader = [low if one == high else one for one in leader]
        return sorted(tuple(n for n, one in enumerate(leader) if one == head) for head in set(leader))

    def _best(
        self, groups: Sequence[Group], likeness: Mapping[tuple[Group, Group], float]
    ) -> tuple[Group, Group] | None:
        """The two groups that are likest, if likely enough, and neither could as well belong to somebody else."""
        for pair, value in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
            if value < LEAST_MEAN:
                return None
            if not any(self._has_rival(*both, value, groups, likeness) for both in (pair, pair[::-1])):
                return pair
        return None

    def _has_rival(
        self,
        one: Group,
        other: Group,
        value: float,
        groups: Sequence[Group],
        likeness: Mapping[tuple[Group, Group], float],
    ) -> bool:
        """Whether `one` is nearly as like somebody who cannot be `other`."""
        return any(
            likeness[_pair(one, third)] >= value - MARGIN and likeness[_pair(other, third)] == BARRED
            for third in groups
            if third not in (one, other)
        )

    def _likeness(self, one: Group, other: Group) -> float:
        where = np.ix_(one, other)
        if self.barred[where].any():
            return BARRED
        told = self.told[where]
        if np.isnan(told).all():
            return 0.0
        known = np.nan_to_num(told)
        best = (known.max(axis=0).mean() + known.max(axis=1).mean()) / 2
        return float((np.nanmean(told) + best) / 2) + self._order(one, other) + self._scene(one, other)

    def _order(self, one: Group, other: Group) -> float:
        """What the order of the days speaks for or against."""
        fewer = min(len(one), len(other))
        days = sorted((str(self.entries[n].published), n in one) for n in one + other)
        has_offices = self.entries[one[0]].kind is SpeakerKind.PERSON
        if not has_offices or fewer < 2 or any(self.entries[n].published is None for n in one + other):
            return 0.0
        turns = sum(a != b for (_, a), (_, b) in pairwise(days)) - 1
        most = 2 * fewer - (len(one) == len(other)) - 1
        return BY_TURNS * turns / most if turns else IN_SUCCESSION

    def _scene(self, one: Group, other: Group) -> float:
        """What it speaks against two groups that no place, body or person is named in both."""
        if self.entries[one[0]].kind is not SpeakerKind.PERSON or len(one) + len(other) < 3:
            return 0.0  # two articles alone are compared by likeness()
        a, b = (frozenset[str]().union(*(self.scenes[n] for n in group)) for group in (one, other))
        return NOTHING_SHARED if not a & b and min(len(a), len(b)) >= 1 and max(len(a), len(b)) >= 3 else 0.0

    def sure(self, groups: Sequence[tuple[str, ...]]) -> dict[str, float]:
        """How likely each entry is the same as the others of its group, on the mean."""
        place = {name: n for n, name in enumerate(self.names)}
        out = dict.fromkeys(self.names, 1.0)
        for group in groups:
            for name in group:
                told = [float(self.told[place[name], place[other]]) for other in group if other != name]
                known = [value for value in told if value > 0]
                out[name] = sum(known) / len(known) if known else 1.0
        return out

    def doubts(self, groups: Sequence[tuple[str, ...]]) -> list[tuple[str, str, float]]:
        """The pairs of groups that may be one, by the least member of each, and how likely that is."""
        place = {name: n for n, name in enumerate(self.names)}
        out = []
        for one, other in combinations(sorted(groups), 2):
            value = self._likeness(tuple(place[name] for name in one), tuple(place[name] for name in other))
            if value >= LEAST_DOUBT:
                out.append((one[0], other[0], min(value, 1.0)))
        return out


def _pair(one: Group, other: Group) -> tuple[Group, Group]:
    return (one, other) if one < other else (other, one)
