"""What editors decided of entries, later decisions before earlier ones."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from sqlalchemy import Connection, select

from quoth.dossiers import Rules
from quoth.record.dossiers.tables import decided, decisions

AT_ONCE = 500


class Ruling(StrEnum):
    """What sort of decision it is."""

    SAME = "same"
    APART = "apart"
    NAME = "name"
    ALIAS = "alias"
    PRIVATE = "private"
    OPEN = "open"  # a dossier for somebody whom the machine finds inside the article only


@dataclass(frozen=True, slots=True)
class Ruled:
    """A decision in force, with the signs of the entries that it is of."""

    what: Ruling
    said: str | None
    some: frozenset[str]
    others: frozenset[str]  # whom these are the same as, or apart from

    def of_pair(self, one: str, other: str) -> bool | None:
        """Whether it makes the two one (True) or two (False); None: it is not of both."""
        if self.what is Ruling.SAME:
            both = self.some | self.others
            return True if one in both and other in both else None
        if self.what is not Ruling.APART:
            return None
        if one in self.some and other in self.some:
            return True
        is_apart = (one in self.some and other in self.others) or (other in self.some and one in self.others)
        return False if is_apart else None


@dataclass(frozen=True, slots=True)
class Rulings:
    """The decisions in force that concern some entries, the latest first."""

    rulings: tuple[Ruled, ...] = ()

    def of_pair(self, one: str, other: str) -> bool | None:
        """What was said last of the two: the same, apart (False), or nothing."""
        told = (ruled.of_pair(one, other) for ruled in self.rulings)
        return next((said for said in told if said is not None), None)

    def rules(self, by_sign: Mapping[str, str]) -> Rules:
        """The rules for entries, given the key of each sign."""
        if not self.rulings:
            return Rules()
        same: set[tuple[str, str]] = set()
        apart: set[tuple[str, str]] = set()
        for a, b in combinations(by_sign, 2):
            said = self.of_pair(a, b)
            if said is not None:
                one, other = sorted((by_sign[a], by_sign[b]))
                (same if said else apart).add((one, other))
        return Rules(frozenset(same), frozenset(apart))

    def said(self, what: Ruling, signs: Collection[str]) -> list[str]:
        """What was said of any of these entries, the latest first; "" where that is all that was said."""
        return [one.said or "" for one in self.rulings if one.what is what and not one.some.isdisjoint(signs)]

    def concerned(self) -> set[str]:
        """The signs of all the entries that any of them is of."""
        return {one for ruled in self.rulings for one in ruled.some | ruled.others}

    def joined(self) -> set[str]:
        """The signs of the entries that an editor put where they are."""
        out: set[str] = set()
        for one in self.rulings:
            if one.what is Ruling.SAME:
                out |= one.some | one.others
            elif one.what is Ruling.APART:
                out |= one.some
        return out


def sign(entry_key: str) -> str:
    """A digest of article and name: what is kept of a decision tells no name that is to be forgotten."""
    return hashlib.sha256(entry_key.encode()).hexdigest()[:16]


def rulings(connection: Connection, signs: Iterable[str]) -> Rulings:
    """The decisions in force on these entries."""
    wanted = sorted(set(signs))
    numbers: set[int] = set()
    for start in range(0, len(wanted), AT_ONCE):
        some = decided.c.sign.in_(wanted[start : start + AT_ONCE])
        numbers |= set(connection.scalars(select(decided.c.decision).where(some)))
    if not numbers:
        return Rulings()
    told = select(decisions).where(decisions.c.id.in_(numbers), decisions.c.undone_at.is_(None))
    rows = connection.execute(told.order_by(decisions.c.id.desc())).all()
    sides = sides_of(connection, [row.id for row in rows])
    return Rulings(tuple(Ruled(Ruling(row.what), row.said, *sides[row.id]) for row in rows))


def sides_of(connection: Connection, numbers: Collection[int]) -> dict[int, tuple[frozenset[str], frozenset[str]]]:
    """By decision the signs of which it is, and those that they are the same as or apart from."""
    sides: dict[int, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for row in connection.execute(select(decided).where(decided.c.decision.in_(numbers))):
        sides[row.decision][row.is_other].add(row.sign)
    return {number: (frozenset(sides[number][0]), frozenset(sides[number][1])) for number in numbers}
