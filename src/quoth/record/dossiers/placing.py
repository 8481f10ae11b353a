"""Where a new entry goes when too many hang together to be drawn anew: to the group that it is most like, or alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from quoth.dossiers.grouping import LEAST_DOUBT, LEAST_MEAN
from quoth.dossiers.likeness import likeness
from quoth.record.dossiers import tables
from quoth.record.dossiers.grouping import shared
from quoth.record.dossiers.heading import drop_empty, head
from quoth.record.dossiers.near import Compared, thin_out
from quoth.record.dossiers.ruling import rulings
from quoth.record.dossiers.seats import EDITOR, MACHINE, by_sign, entry_of

ENTRIES, DOSSIERS = tables.entries.c, tables.dossiers.c
Groups = Mapping[str, Mapping[int, Compared]]


@dataclass(frozen=True, slots=True)
class Told:
    """What editors and the authority file tell of a new entry: the groups that it is of, and those that it is not."""

    mine: frozenset[str]
    barred: frozenset[str]
    by_editor: bool


def place(connection: Connection, key: int, compared: Mapping[int, Compared]) -> None:
    """Puts the entry into the group that it is most like, and joins groups that it shows to be one."""
    row = connection.execute(select(tables.entries).where(ENTRIES.key == key)).one()
    groups = _groups(connection, compared, row.dossier)
    told = _told(connection, row, groups)
    means = {group: mean(ones.values()) for group, ones in groups.items() if group not in told.barred}
    likely = sorted((group for group in means if means[group] >= LEAST_MEAN), key=lambda one: (-means[one], one))
    chosen = sorted(told.mine) or [
        group for group in likely if group == likely[0] or _are_one(connection, groups[likely[0]], groups[group])
    ]
    if not chosen:
        head(connection, row.dossier)
        _doubt(connection, key, groups, means)
        return
    target = merge(connection, chosen)
    _put(connection, row, target, groups.get(target, {}), told, means.get(target, 1.0))
    if told.mine or len(chosen) > 1 or not _has_heading(connection, target):
        head(connection, target)
    drop_empty(connection, [row.dossier])
    thin_out(connection, target, entry_of(row))


def mean(compared: Iterable[Compared]) -> float:
    """How likely it is one with a group: over those that can be compared; 0 where one of them cannot be the same."""
    told = [one.likeness for one in compared if one.likeness is not None]
    return sum(told) / len(told) if told and min(told) > 0 else 0.0


def _groups(connection: Connection, compared: Mapping[int, Compared], own: str) -> Groups:
    """Those compared, by the group in which they are now."""
    now = select(ENTRIES.key, ENTRIES.dossier).where(ENTRIES.key.in_(list(compared)), ENTRIES.dossier != own)
    out: dict[str, dict[int, Compared]] = defaultdict(dict)
    for row in connection.execute(now.order_by(ENTRIES.key)):
        out[row.dossier][row.key] = compared[row.key]
    return out


def _told(connection: Connection, row: Any, groups: Groups) -> Told:
    said = rulings(connection, [row.sign])
    others = {one for ruled in said.rulings for one in ruled.some | ruled.others} - {row.sign}
    verdicts = {one: said.of_pair(row.sign, one) for one in others}
    same = _dossiers(connection, [one for one, is_same in verdicts.items() if is_same])
    apart = _dossiers(connection, [one for one, is_same in verdicts.items() if is_same is False])
    if row.authority and not same:
        known = select(DOSSIERS.id, DOSSIERS.authority).where(
            DOSSIERS.authority.is_not(None), (DOSSIERS.authority == row.authority) | DOSSIERS.id.in_(list(groups))
        )
        for one in connection.execute(known):
            (same if one.authority == row.authority else apart).add(one.id)
    return Told(frozenset(same - apart), frozenset(apart), bool(verdicts) and bool(same))


def _dossiers(connection: Connection, signs: Collection[str]) -> set[str]:
    keys = list(by_sign(connection, signs).values())
    return set(connection.scalars(select(ENTRIES.dossier).where(ENTRIES.key.in_(keys)).distinct())) if keys else set()


def _are_one(connection: Connection, some: Mapping[int, Compared], others: Mapping[int, Compared]) -> bool:
    """Whether two groups, to both of which a new entry belongs, are one: by the mean over all their pairs."""
    pairs = [likeness(one.entry, other.entry) for one in some.values() for other in others.values()]
    told = [value for value in pairs if value is not None]
    if not told or min(told) == 0 or sum(told) / len(told) < LEAST_MEAN:
        return False
    signs = select(ENTRIES.sign, ENTRIES.authority, ENTRIES.key).where(ENTRIES.key.in_([*some, *others]))
    rows = connection.execute(signs).all()
    said = rulings(connection, [row.sign for row in rows])
    return len({row.authority for row in rows if row.authority}) < 2 and not any(
        said.of_pair(one.sign, other.sign) is False for one in rows for other in rows
    )


def merge(connection: Connection, ids: Sequence[str]) -> str:
    """Puts all entries of these groups into the largest of them; gives back its id."""
    if len(ids) == 1:
        return ids[0]
    count = select(ENTRIES.dossier, func.count().label("entries")).where(ENTRIES.dossier.in_(ids))
    sizes = {row.dossier: row.entries for row in connection.execute(count.group_by(ENTRIES.dossier))}
    kept = max(ids, key=lambda id_: (sizes.get(id_, 0), id_))
    others = [id_ for id_ in ids if id_ != kept]
    connection.execute(update(tables.entries).where(ENTRIES.dossier.in_(others)).values(dossier=kept))
    drop_empty(connection, others)
    return kept


def _put(
    connection: Connection, row: Any, target: str, members: Mapping[int, Compared], told: Told, share: float
) -> None:
    best = max(members, key=lambda key: (members[key].likeness or 0.0, -key), default=None)
    new = {
        "dossier": target,
        "probability": 1.0 if told.mine else round(share, 3),
        "like": best,
        "reason": shared(entry_of(row), members[best].entry) if best is not None else "",
        "decided_by": EDITOR if told.by_editor else MACHINE,
    }
    connection.execute(update(tables.entries).where(ENTRIES.key == row.key).values(new))


def _has_heading(connection: Connection, dossier: str) -> bool:
    return connection.scalar(select(DOSSIERS.id).where(DOSSIERS.id == dossier)) is not None


def _doubt(connection: Connection, key: int, groups: Groups, means: Mapping[str, float]) -> None:
    rows = [
        {"entry": min(groups[group]), "other": key, "probability": share}
        for group, share in sorted(means.items())
        if share >= LEAST_DOUBT
    ]
    if rows:
        connection.execute(insert(tables.doubts), rows)
