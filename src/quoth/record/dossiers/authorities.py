"""Who is known to the authority file: people and bodies with their names and offices, and which entries are theirs.

An entry is theirs where the name goes with one of their names and its role with one of their offices on the day, or
where it has their full name and moves in their field. Who may be two of them is nobody's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from quoth.domain import SpeakerKind
from quoth.dossiers import Entry, keys
from quoth.dossiers.fields import WORD, fields_of_role
from quoth.dossiers.likeness import ROLE_SMALL
from quoth.dossiers.naming import Fit, body, family_fit, given_fit, people
from quoth.record.dossiers import tables
from quoth.record.editors import Editor
from quoth.record.rows import folded

SLACK = timedelta(days=90)  # around an office: papers call people by it before they take it, and after
FORMER = frozenset({"former", "ex", "late", "then"})
LEAST_FIELD = 0.25  # of an article's words of public life, in the field in which somebody without a role is known
STRONG, WEAK, NOT = 2, 1, 0
ONE_OF = tables.authorities.c


@dataclass(frozen=True, slots=True)
class Office:
    """An office, and from when to when it was held; None: not told, or still held."""

    role: str
    start: date | None = None
    end: date | None = None

    def covers(self, day: date | None, words: Collection[str] = ()) -> bool:
        """Whether papers of that day may call somebody by it, with these words of a role."""
        if day is None or (self.start is None and self.end is None):
            return True
        if self.start is not None and day < self.start - SLACK:
            return False
        return self.end is None or day <= self.end + SLACK or not FORMER.isdisjoint(words)


@dataclass(frozen=True, slots=True)
class Authority:
    """Somebody whom the authority file knows."""

    id: str
    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...] = ()
    description: str | None = None
    wikidata: str | None = None
    offices: tuple[Office, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return (self.name, *self.aliases)

    def office(self, role: str | None, day: date | None) -> Office | None:
        """The office that a role names on a day; None: none of them."""
        words = role_words(role)
        fitting = [one for one in self.offices if _share(words, role_words(one.role)) and one.covers(day, words)]
        return max(fitting, key=lambda one: one.start or date.min, default=None)


def role_words(role: str | None) -> frozenset[str]:
    """The words of a role that carry it; those that tell it is over too."""
    found = WORD.findall(folded(role or ""))
    return frozenset(word for word in found if word in FORMER or word not in ROLE_SMALL)


def _share(some: frozenset[str], others: frozenset[str]) -> bool:
    some, others = some - FORMER, others - FORMER
    return bool(some and others) and len(some & others) * 2 >= min(len(some), len(others))


def theirs(entry: Entry, one: Authority) -> int:
    """How well an entry goes with somebody who is known: STRONG by office or, of a body, name; WEAK by field; NOT."""
    if entry.kind is not one.kind:
        return NOT
    if one.kind is not SpeakerKind.PERSON:
        return STRONG if any(body(name) == body(entry.name) for name in one.names) else NOT
    fits = [_name_fit(entry.name, name) for name in one.names]
    if not any(fits):
        return NOT
    described = _share(role_words(entry.role), role_words(one.description))
    if one.office(entry.role, entry.published) is not None or (described and STRONG in fits):
        return STRONG
    return WEAK if STRONG in fits and _same_field(entry, one) else NOT


def _name_fit(printed: str, known: str) -> int:
    """STRONG: given name and surname; WEAK: the surname, and nothing against it."""
    if folded(printed) == folded(known) and " " in printed:
        return STRONG
    best = NOT
    for a in people(printed):
        for b in people(known):
            family, given = family_fit(a, b), given_fit(a, b)
            if family is Fit.SAME and given is Fit.SAME:
                return STRONG
            if Fit.NOT not in (family, given) and Fit.SAME in (family, given):
                best = WEAK
    return best


def _same_field(entry: Entry, one: Authority) -> bool:
    known = {field for role in (one.description, *(office.role for office in one.offices)) for field, _ in _of(role)}
    if entry.role is not None:
        return bool(known & {field for field, _ in _of(entry.role)})
    return sum(share for field, share in entry.fields if field in known) >= LEAST_FIELD


def _of(role: str | None) -> tuple[tuple[str, float], ...]:
    return fields_of_role(role)


# ---- on record


def known(connection: Connection, entries: Iterable[Entry]) -> dict[str, str]:
    """Who of the entries is somebody known: ids by the entries' keys."""
    blocks = {entry: keys(entry) for entry in entries}
    sought = sorted(frozenset[str]().union(*blocks.values()))
    table = tables.authority_keys
    rows = connection.execute(select(table).where(table.c.block.in_(sought))).all() if sought else []
    if not rows:
        return {}
    by_block: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        by_block[row.block].add(row.authority)
    held = load(connection, {row.authority for row in rows})
    out: dict[str, str] = {}
    for entry, mine in blocks.items():
        fits = {id_: theirs(entry, held[id_]) for block in mine for id_ in by_block.get(block, ())}
        best = [id_ for id_, fit in fits.items() if fit and fit == max(fits.values())]
        if len(best) == 1:
            out[entry.key] = best[0]
    return out


def load(connection: Connection, ids: Collection[str] | None = None) -> dict[str, Authority]:
    """Those who are known, by id: these, or all."""
    names, offices = tables.authority_names, tables.authority_offices
    told, aliases, held = select(tables.authorities), select(names), select(offices).order_by(offices.c.position)
    if ids is not None:
        told = told.where(ONE_OF.id.in_(ids))
        aliases, held = aliases.where(names.c.authority.in_(ids)), held.where(offices.c.authority.in_(ids))
    by_name: Mapping[str, list[str]] = defaultdict(list)
    for row in connection.execute(aliases):
        by_name[row.authority].append(row.name)
    by_office: Mapping[str, list[Office]] = defaultdict(list)
    for row in connection.execute(held):
        by_office[row.authority].append(Office(row.role, row.start, row.end))
    return {row.id: _authority(row, by_name[row.id], by_office[row.id]) for row in connection.execute(told)}


def _authority(row: Any, names: Sequence[str], offices: Sequence[Office]) -> Authority:
    aliases = tuple(sorted(set(names) - {row.name}))
    kind = SpeakerKind(row.kind)
    return Authority(row.id, row.name, kind, aliases, row.description, row.wikidata, tuple(offices))


def put(connection: Connection, new: Iterable[Authority], editor: Editor) -> None:
    """Puts them on record, each in place of whoever had that id."""
    for one in new:
        connection.execute(delete(tables.authorities).where(ONE_OF.id == one.id))
        row = {"id": one.id, "name": one.name, "kind": one.kind.value, "description": one.description}
        row |= {"wikidata": one.wikidata}
        connection.execute(insert(tables.authorities), row | {"by": editor.by, "at": editor.at})
        names = [{"authority": one.id, "name": name} for name in sorted(set(one.names))]
        connection.execute(insert(tables.authority_names), names)
        blocks = [{"authority": one.id, "block": block} for block in sorted(blocks_of(one))]
        connection.execute(insert(tables.authority_keys), blocks)
        offices = [
            {"authority": one.id, "position": n, "role": office.role, "start": office.start, "end": office.end}
            for n, office in enumerate(one.offices)
        ]
        if offices:
            connection.execute(insert(tables.authority_offices), offices)


def blocks_of(one: Authority) -> frozenset[str]:
    """The keys by which entries of any of their names are found."""
    return frozenset[str]().union(*(keys(Entry(one.id, 0, name, one.kind)) for name in one.names))


def forget_name(connection: Connection, name: str) -> None:
    """Takes out whoever bears this name."""
    rows = connection.execute(select(tables.authority_names)).all()
    gone = {row.authority for row in rows if folded(row.name) == folded(name)}
    connection.execute(delete(tables.authorities).where(ONE_OF.id.in_(gone)))
