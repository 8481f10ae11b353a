"""An authority file as JSON lines in, people and bodies who are known out; and their dossiers linked to them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select, update

from quoth.domain import SpeakerKind
from quoth.errors import UsageError
from quoth.record.dossiers import authorities, tables
from quoth.record.dossiers.authorities import Authority, Office
from quoth.record.dossiers.drawing import redraw
from quoth.record.dossiers.heading import head
from quoth.record.dossiers.placing import merge
from quoth.record.dossiers.seats import at_once, load
from quoth.record.editors import Editor
from quoth.record.rows import folded

WIKIDATA = re.compile(r"(?:https?://www\.wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d*)")
DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
KINDS = {"person": SpeakerKind.PERSON, "organisation": SpeakerKind.ORGANISATION}
ENTRIES, DOSSIERS = tables.entries.c, tables.dossiers.c


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an authority file: how many are new, changed and known already, and the dossiers linked now."""

    added: int
    changed: int
    unchanged: int
    linked: int


def parse(lines: Iterable[str], name: str) -> list[Authority]:
    """Those whom the file tells of. Raises UsageError with the file's name and the line that is wrong."""
    out: dict[str, Authority] = {}
    first: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one = _authority(json.loads(line.removeprefix("\ufeff")))
        except json.JSONDecodeError as error:
            raise UsageError(f"{name}:{number}: not JSON: {error.msg} at character {error.pos + 1}") from error
        except ValueError as error:
            raise UsageError(f"{name}:{number}: {error}") from error
        if one.id in out:
            raise UsageError(f"{name}:{number}: the same person or body as on line {first[one.id]}; put both into one")
        out[one.id], first[one.id] = one, number
    return list(out.values())


def _authority(told: Any) -> Authority:
    if not isinstance(told, dict):
        raise ValueError('a line is an object, such as {"name": "Ana Ruiz", "aliases": []}')
    name, description = _text(told, "name"), _text(told, "description")
    if name is None:
        raise ValueError('"name" is missing')
    kind = told.get("kind") or "person"
    if kind not in KINDS:
        raise ValueError(f'"kind" is {json.dumps(kind)}; give "person" or "organisation"')
    aliases = told.get("aliases") or []
    if not isinstance(aliases, list) or not all(isinstance(one, str) and one.strip() for one in aliases):
        raise ValueError('"aliases" is a list of names')
    wikidata = _wikidata(told.get("wikidata"))
    offices = told.get("offices") or []
    if not isinstance(offices, list):
        raise ValueError('"offices" is a list of objects with "role", "from" and "to"')
    id_ = wikidata or hashlib.sha256(f"{folded(name)}\n{folded(description or '')}".encode()).hexdigest()[:12]
    others = tuple(sorted({" ".join(one.split()) for one in aliases} - {name}))
    held = tuple(_office(one) for one in offices)
    return Authority(id_, name, KINDS[kind], others, description, wikidata, held)


def _text(told: dict[str, Any], key: str) -> str | None:
    value = told.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f'"{key}" is {json.dumps(value)}; give words')
    return " ".join(value.split())


def _wikidata(value: object) -> str | None:
    if value is None or value == "":
        return None
    found = WIKIDATA.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError(f'"wikidata" is {json.dumps(value)}; give an id such as "Q42"')
    return found[1]


def _office(told: Any) -> Office:
    if not isinstance(told, dict) or _text(told, "role") is None:
        raise ValueError('an office is an object with "role" and, where known, "from" and "to"')
    start, end = _day(told, "from", is_end=False), _day(told, "to", is_end=True)
    if start and end and start > end:
        raise ValueError(f'office "{told["role"]}" ends on {end}, before it begins on {start}')
    return Office(_text(told, "role") or "", start, end)


def _day(told: dict[str, Any], key: str, *, is_end: bool) -> date | None:
    """The day; of a year or month alone its first, or its last."""
    value = told.get(key)
    if value is None or value == "":
        return None
    found = DAY.fullmatch(str(value))
    try:
        if found is None:
            raise ValueError
        year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
        first = date(year, month, day)
        if found[3] or not is_end:
            return first
        return (date(year + 1, 1, 1) if not found[2] or month == 12 else date(year, month + 1, 1)) - timedelta(1)
    except ValueError as error:
        raise ValueError(f'"{key}" is {json.dumps(value)}; give a day such as 2024-03-09, a month or a year') from error


# ---- on record


def import_(connection: Connection, new: Iterable[Authority], editor: Editor) -> Imported:
    """Puts them on record and links their dossiers; the same file again changes nothing."""
    given = {one.id: one for one in new}
    old = authorities.load(connection, list(given)) if given else {}
    changed = [one for id_, one in given.items() if id_ in old and old[id_] != one]
    added = [one for id_, one in given.items() if id_ not in old]
    concerned = [*added, *changed, *(old[one.id] for one in changed)]
    blocks = frozenset[str]().union(*map(authorities.blocks_of, concerned))
    authorities.put(connection, [*added, *changed], editor)
    _link(connection, blocks, [one.id for one in changed])
    linked = [
        found
        for some in at_once(list(given))
        for found in connection.scalars(select(DOSSIERS.id).where(DOSSIERS.authority.in_(some)))
    ]
    return Imported(len(added), len(changed), len(given) - len(added) - len(changed), len(linked))


def _link(connection: Connection, blocks: Collection[str], changed: Collection[str]) -> None:
    """Tells anew who of the entries that may be theirs are, and draws those that changed."""
    held = load(connection, _concerned(connection, blocks, changed))
    before: dict[int, str | None] = {}
    for some in at_once(list(held)):
        rows = connection.execute(select(ENTRIES.key, ENTRIES.authority).where(ENTRIES.key.in_(some)))
        before |= {row.key: row.authority for row in rows}
    now: dict[str, str] = {}
    for some in at_once(list(held.values())):
        now |= authorities.known(connection, some)
    changes = {key: now.get(entry.key) for key, entry in held.items() if before[key] != now.get(entry.key)}
    for key, authority in changes.items():
        connection.execute(update(tables.entries).where(ENTRIES.key == key).values(authority=authority))
    _join_large(connection, redraw(connection, changes))


def _concerned(connection: Connection, blocks: Collection[str], changed: Collection[str]) -> set[int]:
    """All entries of the groups that are found by these keys, and those that were linked to whoever changed."""
    out: set[int] = set()
    for some in at_once(sorted(blocks)):
        keyed = select(tables.keys.c.entry).where(tables.keys.c.block.in_(some))
        groups = select(ENTRIES.dossier).where(ENTRIES.key.in_(keyed))
        out |= set(connection.scalars(select(ENTRIES.key).where(ENTRIES.dossier.in_(groups))))
    for some in at_once(sorted(changed)):
        out |= set(connection.scalars(select(ENTRIES.key).where(ENTRIES.authority.in_(some))))
    return out


def _join_large(connection: Connection, settled: Collection[int]) -> None:
    """Of groups too large to be drawn anew: heads them, and joins those that are now known to be one."""
    groups: set[str] = set()
    for some in at_once(sorted(settled)):
        groups |= set(connection.scalars(select(ENTRIES.dossier).where(ENTRIES.key.in_(some))))
    for group in sorted(groups):
        head(connection, group)
    rows = connection.execute(
        select(DOSSIERS.id, DOSSIERS.authority).where(DOSSIERS.id.in_(groups), DOSSIERS.authority.is_not(None))
    ).all()
    for authority in sorted({row.authority for row in rows}):
        head(connection, merge(connection, sorted(row.id for row in rows if row.authority == authority)))
