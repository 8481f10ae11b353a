"""Draws all the entries that hang together into groups, and writes what changed of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from quoth.dossiers import Drawn, Entry, Rules
from quoth.dossiers import draw as drawn_of
from quoth.dossiers.likeness import likeness
from quoth.dossiers.reasons import reason
from quoth.record.dossiers import tables
from quoth.record.dossiers.heading import drop_empty, heading, write
from quoth.record.dossiers.ruling import Rulings, rulings
from quoth.record.dossiers.seats import EDITOR, MACHINE, entry_of, new_id

ENTRIES = tables.entries.c
DRAWN = ("dossier", "probability", "like", "reason", "decided_by")
PUT = update(tables.entries).where(ENTRIES.key == bindparam("of")).values({name: bindparam(name) for name in DRAWN})


@dataclass(frozen=True, slots=True)
class Scene:
    """All the entries that hang together, as rows and as entries by their keys in the table, and what is known."""

    rows: Mapping[int, Any]
    held: Mapping[int, Entry]
    said: Rulings
    stored: Mapping[tuple[int, int], float]  # likenesses of pairs

    def likeness(self, one: int, other: int) -> float | None:
        """How likely two of them are one."""
        known = self.stored.get((min(one, other), max(one, other)))
        return likeness(self.held[one], self.held[other]) if known is None else known


def draw(connection: Connection, together: Collection[int]) -> None:
    """Draws these entries into groups, and writes their dossiers."""
    scene = _scene(connection, together)
    place = {entry.key: key for key, entry in scene.held.items()}

    def like(one: Entry, other: Entry) -> float | None:
        return scene.likeness(place[one.key], place[other.key])

    drawn = drawn_of(list(scene.held.values()), rules(scene), like)
    groups = _named(connection, scene, [[place[key] for key in group] for group in drawn.groups])
    _write(connection, scene, groups, {place[key]: sure for key, sure in drawn.sure.items()})
    _write_doubts(connection, together, drawn, place)


def _scene(connection: Connection, together: Collection[int]) -> Scene:
    rows = connection.execute(select(tables.entries).where(ENTRIES.key.in_(together)).order_by(ENTRIES.key)).all()
    pairs = tables.pairs.c
    stored = select(tables.pairs).where(pairs.entry.in_(together), pairs.other.in_(together))
    return Scene(
        {row.key: row for row in rows},
        {row.key: entry_of(row) for row in rows},
        rulings(connection, [row.sign for row in rows]),
        {(row.entry, row.other): row.probability for row in connection.execute(stored)},
    )


def rules(scene: Scene) -> Rules:
    """Who is one and who is not: as editors said, else as the authority file tells."""
    told = scene.said.rules({row.sign: scene.held[key].key for key, row in scene.rows.items()})
    same, apart = set(told.same), set(told.apart)
    known = [(scene.held[key].key, row.authority) for key, row in scene.rows.items() if row.authority]
    for (a, first), (b, second) in combinations(known, 2):
        pair = (min(a, b), max(a, b))
        if pair not in told.same and pair not in told.apart:
            (same if first == second else apart).add(pair)
    return Rules(frozenset(same), frozenset(apart))


def _named(connection: Connection, scene: Scene, groups: Sequence[Sequence[int]]) -> dict[str, list[int]]:
    """The groups by their ids: each keeps that of the old group of which it has most, or is given a new one."""
    held = [(Counter(scene.rows[key].dossier for key in group), n) for n, group in enumerate(groups)]
    claims = sorted(((-count, id_, n) for counts, n in held for id_, count in counts.items()))
    ids: dict[int, str] = {}
    for _, id_, n in claims:
        if n not in ids and id_ not in ids.values():
            ids[n] = id_
    for n, group in enumerate(groups):
        if n not in ids:
            ids[n] = new_id(connection, min(scene.rows[key].sign for key in group), ids.values())
    return {ids[n]: list(group) for n, group in enumerate(groups)}


def _write(
    connection: Connection, scene: Scene, groups: Mapping[str, Sequence[int]], sure: Mapping[int, float]
) -> None:
    joined = scene.said.joined()
    new: list[dict[str, Any]] = []
    for id_, group in groups.items():
        for key in group:
            by_editor = scene.rows[key].sign in joined and len(group) > 1
            row = {"dossier": id_, "probability": 1.0 if by_editor else round(sure.get(key, 1.0), 3)}
            row |= why(scene, key, group) | {"decided_by": EDITOR if by_editor else MACHINE}
            if any(getattr(scene.rows[key], name) != value for name, value in row.items()):
                new.append({"of": key} | row)
    if new:
        connection.execute(PUT, new)
    write(connection, {id_: heading([scene.rows[key] for key in group], scene.said) for id_, group in groups.items()})
    drop_empty(connection, {row.dossier for row in scene.rows.values()} - set(groups))


def why(scene: Scene, key: int, group: Sequence[int]) -> dict[str, Any]:
    """Which entry of its group one is most like, and what the two share."""
    row, others = scene.rows[key], [other for other in group if other != key]
    if not others:
        return {"like": None, "reason": ""}
    if row.like in others and row.reason:  # what two entries share never changes
        return {"like": row.like, "reason": row.reason}
    best = max(others, key=lambda other: (scene.likeness(key, other) or 0.0, -other))
    return {"like": best, "reason": shared(scene.held[key], scene.held[best])}


def shared(one: Entry, other: Entry) -> str:
    """What two entries share, in a few words, without their names."""
    told = reason(one, [one, other])
    return told.removeprefix(f"like {other.name} in {other.article}: ")


def _write_doubts(connection: Connection, together: Collection[int], drawn: Drawn, place: Mapping[str, int]) -> None:
    connection.execute(delete(tables.doubts).where(tables.doubts.c.entry.in_(together)))
    rows: list[dict[str, Any]] = [
        dict(zip(("entry", "other"), sorted((place[link.one], place[link.other])), strict=True))
        | {"probability": link.probability}
        for link in drawn.doubts
    ]
    if rows:
        connection.execute(insert(tables.doubts), rows)
