"""The entries on record, as rows and back: one for each named speaker of an article."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import count
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from quoth.domain import SpeakerKind
from quoth.dossiers import Entry, keys
from quoth.record.dossiers import tables
from quoth.record.dossiers.ruling import sign
from quoth.record.rows import folded

COLUMNS = ("article", "number", "name", "kind", "role", "outlet", "published")
CONTEXT = tuple(one.name for one in fields(Entry) if one.name not in COLUMNS)  # kept together as JSON
MACHINE, EDITOR = "machine", "editor"
AT_ONCE = 500
ID_LETTERS = 12
FEWEST_KEYED, KEYED_AGAIN = 4, 12  # entries by which a large dossier is found


def load(connection: Connection, wanted: Iterable[int]) -> dict[int, Entry]:
    """The entries by their keys in the table, the earliest added first."""
    out: dict[int, Entry] = {}
    for some in at_once(sorted(wanted)):
        rows = connection.execute(select(tables.entries).where(tables.entries.c.key.in_(some)))
        out |= {row.key: entry_of(row) for row in rows}
    return dict(sorted(out.items()))


def entry_of(row: Row[Any]) -> Entry:
    """The entry that a row keeps."""
    told = json.loads(row.context)
    context: dict[str, Any] = {name: _frozen(told[name]) for name in CONTEXT if name in told}
    facts = (row.article, row.number, row.name, SpeakerKind(row.kind), row.role, row.outlet)
    return Entry(*facts, published=row.published, **context)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class New:
    """An entry that comes on record, at first in a group of its own."""

    entry: Entry
    is_sure: bool  # of any statement that it is theirs
    authority: str | None
    group: str = ""


def put(connection: Connection, new: Sequence[New]) -> dict[int, New]:
    """Puts them on record; gives them back by their keys, with their groups."""
    if not new:
        return {}
    taken = _taken(connection, [sign(one.entry.key)[:ID_LETTERS] for one in new])
    named = [replace(one, group=next(id_ for id_ in _ids(sign(one.entry.key)) if id_ not in taken)) for one in new]
    put_rows = insert(tables.entries).returning(tables.entries.c.key, sort_by_parameter_order=True)
    out = dict(zip(connection.scalars(put_rows, [_row(one) for one in named]), named, strict=True))
    put_keys(connection, {key: one.entry for key, one in out.items()})
    return out


def _row(new: New) -> dict[str, Any]:
    entry = new.entry
    own = {name: getattr(entry, name) for name in ("article", "number", "name", "role", "outlet", "published")}
    context = json.dumps({name: getattr(entry, name) for name in CONTEXT}, ensure_ascii=False)
    told = {"kind": entry.kind.value, "sign": sign(entry.key), "folded": folded(entry.name), "context": context}
    drawn = {"dossier": new.group, "probability": 1.0, "reason": "", "decided_by": MACHINE}
    return own | told | drawn | {"sure": new.is_sure, "authority": new.authority}


def new_id(connection: Connection, sign_: str, taken: Collection[str] = ()) -> str:
    """An id that no group has, made from an entry's sign."""
    return next(id_ for id_ in _ids(sign_) if id_ not in taken and not _taken(connection, [id_]))


def _ids(sign_: str) -> Iterator[str]:
    yield sign_[:ID_LETTERS]
    yield from (sign(f"{sign_} {n}")[:ID_LETTERS] for n in count(2))


def _taken(connection: Connection, ids: Sequence[str]) -> set[str]:
    column = tables.entries.c.dossier
    return set(connection.scalars(select(column).where(column.in_(ids)).distinct()))


def put_keys(connection: Connection, held: Mapping[int, Entry]) -> None:
    """Puts the keys on record by which later entries find these."""
    new = [{"entry": key, "block": block} for key, entry in held.items() for block in sorted(keys(entry))]
    if new:
        connection.execute(insert(tables.keys), new)


def of_dossier(connection: Connection, dossier: str, most: int | None = None) -> list[int]:
    """The keys of its entries, in the order in which they were added; at most so many."""
    mine = select(tables.entries.c.key).where(tables.entries.c.dossier == dossier).order_by(tables.entries.c.key)
    return list(connection.scalars(mine.limit(most)))


def find_by_more(connection: Connection, dossier: str) -> None:
    """Gives a large dossier keys again of which it lost too many, so that later entries find it."""
    keyed = select(tables.keys.c.entry).where(tables.keys.c.entry == tables.entries.c.key).exists()
    mine = select(tables.entries).where(tables.entries.c.dossier == dossier).order_by(tables.entries.c.key.desc())
    found = connection.scalars(
        select(tables.entries.c.key).where(tables.entries.c.dossier == dossier, keyed).limit(FEWEST_KEYED)
    ).all()
    if len(found) < FEWEST_KEYED:
        rows = connection.execute(mine.where(~keyed).limit(KEYED_AGAIN)).all()
        put_keys(connection, {row.key: entry_of(row) for row in rows})


def by_sign(connection: Connection, signs: Collection[str]) -> dict[str, int]:
    """The keys of the entries on record that have these signs."""
    out: dict[str, int] = {}
    for some in at_once(sorted(signs)):
        mine = select(tables.entries.c.sign, tables.entries.c.key).where(tables.entries.c.sign.in_(some))
        out |= {row.sign: row.key for row in connection.execute(mine)}
    return out


def at_once(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """A few at a time: SQLite takes no more than 32,766 values."""
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
