"""Draws the dossiers that an article concerns anew: only of those whose names lead to its speakers.

A dossier depends on the set of articles on record and on the editors' decisions, not on the order in which they came:
how likely two entries are one is told pair by pair, `quoth.dossiers.draw` makes groups of them, and a group is called
by its least entry.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Row, delete, insert, or_, select, update

from quoth.domain import Reading, SpeakerKind
from quoth.dossiers import Drawn, Entry, draw, keys
from quoth.dossiers import entries as entries_of
from quoth.dossiers.grouping import LEAST_DOUBT
from quoth.dossiers.likeness import likeness
from quoth.dossiers.naming import people
from quoth.dossiers.reasons import reason
from quoth.record.dossiers import tables
from quoth.record.dossiers.ruling import Ruling, Rulings, rulings, sign
from quoth.record.rows import folded

ENTRY, OTHER = tables.pairs.c.entry, tables.pairs.c.other
CONTEXT = ("section", "neighbours", "names", "words", "fields", "renamed", "twin")
MACHINE, EDITOR = "machine", "editor"
AT_ONCE = 500


def join(connection: Connection, reading: Reading) -> None:
    """Finds the dossiers of the article's speakers, and draws all whom that concerns."""
    before = _take_out(connection, reading.article.id)
    new = [_add(connection, entry) for entry in entries_of(reading)]
    redraw(connection, before | set(new))


def leave(connection: Connection, article: str) -> None:
    """Takes the article's speakers out of their dossiers; call it before the article's row is deleted."""
    redraw(connection, _take_out(connection, article))


def redraw(connection: Connection, concerned: Iterable[int]) -> None:
    """Draws the dossiers of these entries, and of all that may be one with them."""
    left, said = set(concerned), rulings(connection)
    while left:
        related = _related(connection, {left.pop()}, said)
        left -= related
        _draw(connection, load(connection, related), said)


def load(connection: Connection, keys_: Iterable[int]) -> dict[int, Entry]:
    """The entries by their keys in the table."""
    rows = _rows(connection, sorted(keys_))
    return {row.key: entry_of(row) for row in rows}


def entry_of(row: Row[tuple[object, ...]]) -> Entry:
    """The entry that a row keeps."""
    told = json.loads(row.context)
    lists = {name: tuple(told[name]) for name in ("neighbours", "names", "words")}
    return Entry(
        article=row.article,
        number=row.number,
        name=row.name,
        kind=SpeakerKind(row.kind),
        role=row.role,
        outlet=row.outlet,
        section=told["section"],
        published=row.published,
        fields=tuple((name, share) for name, share in told["fields"]),
        renamed=told["renamed"],
        twin=told["twin"],
        **lists,
    )


def _rows(connection: Connection, wanted: Sequence[int]) -> list[Row[tuple[object, ...]]]:
    out: list[Row[tuple[object, ...]]] = []
    for start in range(0, len(wanted), AT_ONCE):
        some = tables.entries.c.key.in_(wanted[start : start + AT_ONCE])
        out += connection.execute(select(tables.entries).where(some)).all()
    return out


def _take_out(connection: Connection, article: str) -> set[int]:
    """Deletes the article's entries; gives back the others that were related to them."""
    mine = set(connection.scalars(select(tables.entries.c.key).where(tables.entries.c.article == article)))
    if not mine:
        return set()
    related = _related(connection, mine, rulings(connection)) - mine
    held = set(connection.scalars(select(tables.entries.c.dossier).where(tables.entries.c.key.in_(mine)).distinct()))
    for table in (tables.keys, tables.pairs, tables.doubts):
        connection.execute(delete(table).where(table.c.entry.in_(mine)))
    for table in (tables.pairs, tables.doubts):
        connection.execute(delete(table).where(table.c.other.in_(mine)))
    connection.execute(delete(tables.entries).where(tables.entries.c.key.in_(mine)))
    _drop_empty(connection, {one for one in held if one})
    return related


def _add(connection: Connection, entry: Entry) -> int:
    """Puts the entry on record, with the pairs in which it may be one with another."""
    row = {name: getattr(entry, name) for name in ("article", "number", "name", "role", "outlet", "published")}
    more = {"kind": entry.kind.value, "sign": sign(entry.key), "folded": folded(entry.name), "probability": 1.0}
    context = json.dumps({name: getattr(entry, name) for name in CONTEXT}, ensure_ascii=False)
    told = {"context": context, "reason": "", "decided_by": MACHINE, "dossier": None}
    added = connection.execute(insert(tables.entries).returning(tables.entries.c.key), row | more | told).scalar_one()
    blocks = sorted(keys(entry))
    others = load(connection, _sharing(connection, blocks, entry))
    connection.execute(insert(tables.keys), [{"entry": added, "block": block} for block in blocks])
    found = [
        {"entry": key, "other": added, "probability": share}
        for key, other in sorted(others.items())
        if other.article != entry.article and (share := likeness(other, entry)) is not None and share >= LEAST_DOUBT
    ]
    if found:
        connection.execute(insert(tables.pairs), found)
    return int(added)


def _sharing(connection: Connection, blocks: Sequence[str], entry: Entry) -> list[int]:
    joined = tables.keys.join(tables.entries, tables.entries.c.key == tables.keys.c.entry)
    same_kind = tables.entries.c.kind == entry.kind.value
    found = select(tables.keys.c.entry).select_from(joined).where(tables.keys.c.block.in_(blocks), same_kind)
    return list(connection.scalars(found.distinct()))


def _related(connection: Connection, start: set[int], said: Rulings) -> set[int]:
    """These entries and all that hang together with them by pairs, or by what an editor said."""
    found, edge = set(start), set(start)
    while edge:
        near = select(ENTRY, OTHER).where(or_(ENTRY.in_(edge), OTHER.in_(edge)))
        reached = {key for row in connection.execute(near) for key in row} | _said_same(connection, edge, said)
        edge = reached - found
        found |= edge
    return found


def _said_same(connection: Connection, edge: set[int], said: Rulings) -> set[int]:
    if not any(said.pairs.values()):
        return set()
    signs = set(connection.scalars(select(tables.entries.c.sign).where(tables.entries.c.key.in_(edge))))
    wanted = {one for pair, same in said.pairs.items() if same and signs & {*pair} for one in pair}
    return set(connection.scalars(select(tables.entries.c.key).where(tables.entries.c.sign.in_(wanted))))


def _draw(connection: Connection, held: Mapping[int, Entry], said: Rulings) -> None:
    place = {entry.key: key for key, entry in held.items()}
    by_sign = {sign(entry.key): entry.key for entry in held.values()}
    drawn = draw(list(held.values()), said.rules(by_sign))
    old = set(connection.scalars(select(tables.entries.c.dossier).where(tables.entries.c.key.in_(held)).distinct()))
    by_key = {entry.key: entry for entry in held.values()}
    for group in drawn.groups:
        _write(connection, [by_key[key] for key in group], drawn, place, said)
    _drop_empty(connection, {one for one in old if one})
    connection.execute(delete(tables.doubts).where(tables.doubts.c.entry.in_(held)))
    for link in drawn.doubts:
        first, second = sorted((place[link.one], place[link.other]))
        row = {"entry": first, "other": second, "probability": link.probability}
        connection.execute(insert(tables.doubts), row)


def _write(
    connection: Connection, group: Sequence[Entry], drawn: Drawn, place: Mapping[str, int], said: Rulings
) -> None:
    """Writes one group as a dossier; as none where it is a single entry of no public role."""
    signs = [sign(entry.key) for entry in group]
    dossier = _dossier_id(group) if _is_public(group) or said.of(Ruling.OPEN, signs) is not None else None
    if dossier is not None:
        told = {
            "name": said.of(Ruling.NAME, signs) or best_name(group),
            "kind": group[0].kind.value,
            "private": said.of(Ruling.PRIVATE, signs) is not None,
        }
        connection.execute(delete(tables.dossiers).where(tables.dossiers.c.id == dossier))
        connection.execute(insert(tables.dossiers), {"id": dossier} | told)
    ruled = {one for pair, same in said.pairs.items() if same for one in pair}
    for entry, mark in zip(group, signs, strict=True):
        by_editor = mark in ruled and len(group) > 1
        why = "an editor said so" if by_editor else reason(entry, group)
        row = {
            "dossier": dossier,
            "probability": 1.0 if by_editor else round(drawn.sure.get(entry.key, 1.0), 3),
            "reason": why,
            "decided_by": EDITOR if by_editor else MACHINE,
        }
        connection.execute(update(tables.entries).where(tables.entries.c.key == place[entry.key]).values(row))


def _dossier_id(group: Sequence[Entry]) -> str:
    return sign(min(entry.key for entry in group))[:12]


def _is_public(group: Sequence[Entry]) -> bool:
    """Whether somebody stands in public: a body, whoever two articles name, or has a public role."""
    first = group[0]
    return first.kind is not SpeakerKind.PERSON or len(group) > 1 or (first.role is not None and not first.is_private)


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


def _drop_empty(connection: Connection, ids: set[str]) -> None:
    held = select(tables.entries.c.dossier).where(tables.entries.c.dossier.is_not(None))
    where = (tables.dossiers.c.id.in_(ids), tables.dossiers.c.id.not_in(held.where(tables.entries.c.dossier.in_(ids))))
    connection.execute(delete(tables.dossiers).where(*where))
