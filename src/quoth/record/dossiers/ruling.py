"""What editors decided of entries, later decisions before earlier ones."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations, product

from sqlalchemy import Connection, select

from quoth.dossiers import Rules
from quoth.record.dossiers.tables import decisions


class Ruling(StrEnum):
    """What sort of decision it is."""

    SAME = "same"
    APART = "apart"
    NAME = "name"
    ALIAS = "alias"
    PRIVATE = "private"
    OPEN = "open"  # a dossier for somebody whom the machine finds inside the article only


@dataclass(frozen=True, slots=True)
class Rulings:
    """Every decision in force, by signs of entries."""

    pairs: Mapping[tuple[str, str], bool] = field(default_factory=dict)  # True: the same, False: apart
    told: Mapping[Ruling, Mapping[str, str]] = field(default_factory=dict)

    def rules(self, by_sign: Mapping[str, str]) -> Rules:
        """The rules for entries, given the key of each sign."""
        same: set[tuple[str, str]] = set()
        apart: set[tuple[str, str]] = set()
        for (a, b), is_same in self.pairs.items():
            if a in by_sign and b in by_sign:
                one, other = sorted((by_sign[a], by_sign[b]))
                (same if is_same else apart).add((one, other))
        return Rules(frozenset(same), frozenset(apart))

    def of(self, ruling: Ruling, signs: Sequence[str]) -> str | None:
        """What was said last of any of these entries; None where nothing was."""
        return next((self.told[ruling][one] for one in sorted(signs) if one in self.told.get(ruling, {})), None)


def sign(entry_key: str) -> str:
    """A digest of article and name: what is kept of a decision tells no name that is to be forgotten."""
    return hashlib.sha256(entry_key.encode()).hexdigest()[:16]


def rulings(connection: Connection) -> Rulings:
    """The decisions that were not undone."""
    pairs: dict[tuple[str, str], bool] = {}
    told: dict[Ruling, dict[str, str]] = {}
    for row in connection.execute(select(decisions).where(decisions.c.undone_at.is_(None)).order_by(decisions.c.id)):
        some, others, what = json.loads(row.some), json.loads(row.others), Ruling(row.what)
        if what in (Ruling.SAME, Ruling.APART):
            pairs |= dict(_pairs(some, others, what))
        else:
            told.setdefault(what, {}).update(dict.fromkeys(some, row.said or ""))
    return Rulings(pairs, told)


def _pairs(some: Sequence[str], others: Sequence[str], what: Ruling) -> Iterator[tuple[tuple[str, str], bool]]:
    """All are one; or those of one side are, and none of the other is."""
    if what is Ruling.SAME:
        found = [(pair, True) for pair in combinations(sorted({*some, *others}), 2)]
    else:
        found = [((min(a, b), max(a, b)), False) for a, b in product(some, others)]
        found += [(pair, True) for pair in combinations(sorted(some), 2)]
    yield from found
