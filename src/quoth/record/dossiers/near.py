"""Which entries on record may be one with a new one: found by keys, sifted by name, then compared; never too many.

However large the archive, a block gives up only so many candidates: a dossier of many entries is looked for by a few of
them that stand for it (`thin_out`), and of the rest those with the same name come first, then the latest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, delete, select

from quoth.domain import SpeakerKind
from quoth.dossiers import Entry, keys
from quoth.dossiers.grouping import LEAST_DOUBT
from quoth.dossiers.likeness import likeness
from quoth.dossiers.naming import Fit, given_fit, people
from quoth.record.dossiers import tables
from quoth.record.dossiers.seats import load
from quoth.record.rows import folded

MOST_LOOKED_AT = 3000  # of those that share a key: only their names
MOST_COMPARED = 32
MOST_OF_ONE = 8  # compared of one dossier
FIRST_KEPT, LAST_KEPT = 4, 12  # entries of a dossier that later ones find by one key
ENTRIES = tables.entries.c


@dataclass(frozen=True, slots=True)
class Compared:
    """An entry that was compared with a new one: its group, and how likely the two are one."""

    entry: Entry
    group: str
    likeness: float | None  # None: the names alone cannot say; 0: they tell that it is somebody else

    @property
    def is_near(self) -> bool:
        """Whether the two are not unlikely to be one."""
        return self.likeness is not None and self.likeness >= LEAST_DOUBT


def near(connection: Connection, new: Mapping[int, Entry]) -> dict[int, dict[int, Compared]]:
    """By new entry those with which it was compared, by their keys."""
    blocks = {key: keys(entry) for key, entry in new.items()}
    sharing = _sharing(connection, sorted(frozenset().union(*blocks.values())), new)
    chosen = {key: _candidates(entry, [sharing[block] for block in blocks[key]]) for key, entry in new.items()}
    held = load(connection, {other for found in chosen.values() for other in found})
    return {
        key: {
            other: Compared(held[other], group, likeness(held[other], entry))
            for other, group in sorted(chosen[key].items())
            if held[other].article != entry.article
        }
        for key, entry in new.items()
    }


Found = Any  # a row: key, name, folded, outlet, kind, dossier, block


def _sharing(connection: Connection, blocks: Sequence[str], new: Mapping[int, Entry]) -> Mapping[str, list[Found]]:
    """The latest of the entries under any of these keys, by key."""
    joined = tables.keys.join(tables.entries, ENTRIES.key == tables.keys.c.entry)
    columns = (ENTRIES.key, ENTRIES.name, ENTRIES.folded, ENTRIES.outlet, ENTRIES.kind, ENTRIES.dossier)
    found = select(*columns, tables.keys.c.block).select_from(joined).where(tables.keys.c.block.in_(blocks))
    out: Mapping[str, list[Found]] = defaultdict(list)
    for row in connection.execute(found.order_by(tables.keys.c.entry.desc()).limit(MOST_LOOKED_AT)):
        if row.key not in new:
            out[row.block].append(row)
    return out


def _candidates(entry: Entry, sharing: Iterable[Sequence[Found]]) -> dict[int, str]:
    """The groups of those that are worth comparing, by their keys."""
    name, is_body = folded(entry.name), entry.kind is SpeakerKind.ORGANISATION
    found = {row.key: row for rows in sharing for row in rows if row.kind == entry.kind.value}
    fitting = [row for row in found.values() if is_body or _may_fit(entry.name, row.name)]
    fitting.sort(key=lambda row: (row.folded != name, row.outlet != entry.outlet, -row.key))
    return dict(islice(_spread(fitting), MOST_COMPARED))


def _may_fit(one: str, other: str) -> bool:
    """Whether the given names may be one person's, in any way to take the names apart."""
    return any(given_fit(a, b) is not Fit.NOT for a in people(one) for b in people(other))


def _spread(rows: Sequence[Found]) -> Iterator[tuple[int, str]]:
    """A few of each group, in the order given."""
    taken: Counter[str] = Counter()
    for row in rows:
        taken[row.dossier] += 1
        if taken[row.dossier] <= MOST_OF_ONE:
            yield row.key, row.dossier


def thin_out(connection: Connection, dossier: str, entry: Entry) -> None:
    """Leaves of a large dossier only so many entries under each key of this one: the first and the last."""
    held = tables.keys.join(tables.entries, ENTRIES.key == tables.keys.c.entry)
    mine = select(tables.keys.c.entry, tables.keys.c.block).select_from(held).where(ENTRIES.dossier == dossier)
    by_block: Mapping[str, list[int]] = defaultdict(list)
    rows = connection.execute(mine.where(tables.keys.c.block.in_(keys(entry))).order_by(tables.keys.c.entry))
    for row in rows:
        by_block[row.block].append(row.entry)
    for block, found in by_block.items():
        gone = found[FIRST_KEPT:-LAST_KEPT]
        if gone:
            which = (tables.keys.c.block == block, tables.keys.c.entry.in_(gone))
            connection.execute(delete(tables.keys).where(*which))
