"""What a dossier is headed by: its name, kind, whether it is private, and who it is in the authority file; or none.

Somebody has a dossier whom an article gives a public role, whom the authority file knows, or for whom an editor opened
one; and only where it is certain of a statement that it is his.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from quoth.domain import SpeakerKind
from quoth.dossiers import Entry
from quoth.dossiers.fields import fields_of_role
from quoth.dossiers.naming import people
from quoth.record.dossiers import tables
from quoth.record.dossiers.ruling import Ruling, Rulings, rulings
from quoth.record.dossiers.seats import New, entry_of

ENTRIES, DOSSIERS = tables.entries.c, tables.dossiers.c
Heading = dict[str, Any]  # the columns of `dossiers` but for the id
FIRST, LAST = 24, 24  # entries of a dossier from which its name is taken


def head(connection: Connection, dossier: str) -> None:
    """Writes the heading of a group anew, however large; takes it out where it is not to have one."""
    rows = _some(connection, dossier)
    told = rulings(connection, [row.sign for row in rows])
    write(connection, {dossier: heading(rows, told)})


def write(connection: Connection, new: Mapping[str, Heading | None]) -> None:
    """Writes these headings by group; None: it is to have none."""
    old = {row.id: row._asdict() for row in connection.execute(select(tables.dossiers).where(DOSSIERS.id.in_(new)))}
    gone = [id_ for id_ in old if new[id_] is None]
    if gone:
        connection.execute(delete(tables.dossiers).where(DOSSIERS.id.in_(gone)))
    added = [{"id": id_} | told for id_, told in new.items() if told is not None and id_ not in old]
    if added:
        connection.execute(insert(tables.dossiers), added)
    for id_, told in new.items():
        if told is not None and id_ in old and old[id_] != {"id": id_} | told:
            connection.execute(update(tables.dossiers).where(DOSSIERS.id == id_).values(told))


def head_alone(connection: Connection, new: Iterable[New]) -> None:
    """Writes the headings of new entries that are each in a group of its own."""
    rows = [
        {"id": one.group, "name": one.entry.name, "kind": one.entry.kind.value, "private": False, "authority": None}
        for one in new
        if one.is_sure and is_public(one.entry)
    ]
    if rows:
        connection.execute(insert(tables.dossiers), rows)


def _some(connection: Connection, dossier: str) -> list[Any]:
    """The first and the last of its entries, by their keys."""
    mine = select(tables.entries).where(ENTRIES.dossier == dossier)
    first = connection.execute(mine.order_by(ENTRIES.key).limit(FIRST)).all()
    if len(first) < FIRST:
        return list(first)
    last = connection.execute(mine.where(ENTRIES.key > first[-1].key).order_by(ENTRIES.key.desc()).limit(LAST)).all()
    return [*first, *reversed(last)]


def heading(rows: Sequence[Any], told: Rulings) -> Heading | None:
    """The heading of a group, given rows of its entries; None where it is to have none."""
    if not rows:
        return None
    group = [entry_of(row) for row in rows]
    signs = {row.sign for row in rows}
    authority = Counter(row.authority for row in rows if row.authority).most_common(1)
    is_open = bool(authority or told.said(Ruling.OPEN, signs) or any(map(is_public, group)))
    if not is_open or not any(row.sure for row in rows):
        return None
    return {
        "name": next(iter(told.said(Ruling.NAME, signs)), None) or best_name(group),
        "kind": group[0].kind.value,
        "private": bool(told.said(Ruling.PRIVATE, signs)),
        "authority": authority[0][0] if authority else None,
    }


def is_public(entry: Entry) -> bool:
    """Whether the article itself tells that somebody stands in public: a body, or whoever has a public role."""
    if entry.kind is not SpeakerKind.PERSON:
        return True
    return entry.role is not None and not entry.is_private and not _is_abode(entry.role)


def _is_abode(role: str) -> bool:
    """Whether a role tells only where somebody lives, or works: "of Mill Street", "from Skelby"."""
    return role.split()[0].casefold() in ("of", "from", "in", "near") and not fields_of_role(role)


def best_name(group: Sequence[Entry]) -> str:
    """The name that most articles print, of those that have a given name."""
    counts = Counter(entry.name for entry in group)
    if group[0].kind is not SpeakerKind.PERSON:
        return max(counts, key=lambda name: (len(name.split()) > 1, counts[name], len(name), name))
    return max(counts, key=lambda name: (_told(name), counts[name], len(name), name))


def _told(name: str) -> int:
    """Whether the name has a given name and surname, and the given name is no mere letter."""
    one = people(name)[0]
    return (bool(one.given) and len(one.given[0]) > 1) + bool(one.family and one.given)


def drop_empty(connection: Connection, ids: Iterable[str]) -> None:
    """Takes out the headings of groups that hold nobody any more."""
    wanted = [one for one in ids if one]
    held = select(ENTRIES.dossier).where(ENTRIES.dossier.in_(wanted))
    connection.execute(delete(tables.dossiers).where(DOSSIERS.id.in_(wanted), DOSSIERS.id.not_in(held)))
