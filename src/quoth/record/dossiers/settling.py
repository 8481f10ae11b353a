"""What a decision does to dossiers that are too large to be drawn anew: whole groups are joined, or entries moved."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select, update

from quoth.record.dossiers import tables
from quoth.record.dossiers.heading import drop_empty, head
from quoth.record.dossiers.near import near
from quoth.record.dossiers.placing import merge, place
from quoth.record.dossiers.ruling import Ruling, rulings, sign
from quoth.record.dossiers.seats import at_once, load, new_id, put_keys

ENTRIES = tables.entries.c
MOST_PLACED = 300  # entries that came after the decision which is taken back: older ones stay where they are


def settle(connection: Connection, what: Ruling, some: Sequence[int], others: Sequence[int], *, holds: bool) -> None:
    """Does what a decision on entries (by their keys) says, or takes back what it did."""
    if what in (Ruling.SAME, Ruling.APART) and some and others:
        if (what is Ruling.SAME) is holds:
            if not _is_said(connection, some[0], others[0], same=False):
                merge(connection, sorted(_groups(connection, [*some, *others])))
        elif not _is_said(connection, some[0], others[0], same=True):
            _part(connection, some, others)
    for group in sorted(_groups(connection, [*some, *others])):
        head(connection, group)


def _is_said(connection: Connection, one: int, other: int, *, same: bool) -> bool:
    signs = {
        row.key: row.sign
        for row in connection.execute(select(ENTRIES.key, ENTRIES.sign).where(ENTRIES.key.in_([one, other])))
    }
    return rulings(connection, signs.values()).of_pair(signs[one], signs[other]) is same


def _groups(connection: Connection, keys: Collection[int]) -> set[str]:
    out: set[str] = set()
    for some in at_once(sorted(keys)):
        out |= set(connection.scalars(select(ENTRIES.dossier).where(ENTRIES.key.in_(some)).distinct()))
    return out


def _part(connection: Connection, some: Sequence[int], others: Sequence[int]) -> None:
    """Moves some entries of a group into one of their own, and places anew who came into it since."""
    groups = _groups(connection, some)
    signs = connection.scalars(select(ENTRIES.sign).where(ENTRIES.key.in_(list(some[:500])))).all()
    own = new_id(connection, min(signs))
    for part in at_once(sorted(some)):
        connection.execute(update(tables.entries).where(ENTRIES.key.in_(part)).values(dossier=own))
    _find_again(connection, own)
    later = select(ENTRIES.key).where(ENTRIES.dossier.in_(groups), ENTRIES.key > max([*some, *others]))
    came = list(connection.scalars(later.order_by(ENTRIES.key).limit(MOST_PLACED)))
    drop_empty(connection, groups)
    for group in sorted(groups | {own}):
        head(connection, group)
    for key, entry in load(connection, came).items():
        alone = new_id(connection, sign(entry.key))
        connection.execute(update(tables.entries).where(ENTRIES.key == key).values(dossier=alone))
        place(connection, key, near(connection, {key: entry})[key])


def _find_again(connection: Connection, group: str) -> None:
    """Gives the entries of a new group keys, where they had lost them to others of the old one."""
    keyed = select(tables.keys.c.entry).where(tables.keys.c.entry == ENTRIES.key).exists()
    lacking = select(ENTRIES.key).where(ENTRIES.dossier == group, ~keyed).order_by(ENTRIES.key.desc()).limit(12)
    put_keys(connection, load(connection, connection.scalars(lacking).all()))
