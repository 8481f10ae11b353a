"""The dossiers on record, and the pairs that are in doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, select, true

from quoth.domain import SpeakerKind
from quoth.record.dossiers import tables
from quoth.record.dossiers.ruling import Ruling, rulings
from quoth.record.rows import folded
from quoth.record.tables import articles


@dataclass(frozen=True, slots=True)
class Seat:
    """One article's speaker in a dossier: the name and role there, and why he is taken to be in it."""

    article: str
    number: int
    name: str
    role: str | None
    outlet: str | None
    day: date | None
    probability: float
    reason: str
    decided_by: str
    sign: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """One person or body across articles, the earliest first."""

    id: str
    name: str
    kind: SpeakerKind
    private: bool
    seats: tuple[Seat, ...]
    added_names: tuple[str, ...] = ()  # by editors

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names that articles print, and those that editors added."""
        return tuple(sorted(({one.name for one in self.seats} | set(self.added_names)) - {self.name}))

    @property
    def label(self) -> str:
        """The name, and what tells the bearer from others of that name: the last role, else an outlet."""
        told = [one.role for one in self.seats if one.role] or [one.outlet for one in self.seats if one.outlet]
        return f"{self.name} ({told[-1]})" if told else self.name


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two dossiers that may be one, and are left apart until an editor says."""

    one: Dossier
    other: Dossier
    probability: float


def dossiers(connection: Connection, typed: str | None = None, *, private: bool = False) -> list[Dossier]:
    """Dossiers by name: all; or those of that id, or of which one name holds all words of what was typed."""
    if typed is None:
        return _load(connection, true(), private)
    ids = set(connection.scalars(select(tables.dossiers.c.id).where(tables.dossiers.c.id == typed)))
    words = folded(typed).split()
    names = select(tables.entries.c.dossier, tables.entries.c.folded).where(tables.entries.c.dossier.is_not(None))
    for word in words:
        names = names.where(tables.entries.c.folded.contains(word, autoescape=True))
    rows = connection.execute(names).all()
    same = {row.dossier for row in rows if row.folded == " ".join(words)}
    ids |= same or {row.dossier for row in rows if set(words) <= set(row.folded.split())}
    renamed = connection.execute(select(tables.dossiers.c.id, tables.dossiers.c.name))
    ids |= {row.id for row in renamed if folded(row.name) == " ".join(words)}
    return _load(connection, tables.dossiers.c.id.in_(ids), private)


def doubts(connection: Connection) -> list[Doubt]:
    """The pairs in doubt whose both sides have a dossier that is not private, the likeliest first."""
    found: dict[tuple[str, str], float] = {}
    one, other = tables.entries.alias(), tables.entries.alias()
    table = tables.doubts.c
    joined = tables.doubts.join(one, one.c.key == table.entry).join(other, other.c.key == table.other)
    for row in connection.execute(select(one.c.dossier, other.c.dossier, table.probability).select_from(joined)):
        if row[0] and row[1]:
            found[min(row[0], row[1]), max(row[0], row[1])] = row[2]
    held = {
        told.id: told for told in _load(connection, tables.dossiers.c.id.in_({id_ for p in found for id_ in p}), False)
    }
    listed = [Doubt(held[a], held[b], value) for (a, b), value in found.items() if a in held and b in held]
    return sorted(listed, key=lambda doubt: (-doubt.probability, doubt.one.id, doubt.other.id))


def _load(connection: Connection, which: ColumnElement[bool], private: bool) -> list[Dossier]:
    wanted = select(tables.dossiers).where(which)
    rows = connection.execute(wanted if private else wanted.where(~tables.dossiers.c.private)).all()
    seats, said = _seats(connection, (row.id for row in rows)), rulings(connection)
    return [
        Dossier(
            row.id,
            row.name,
            SpeakerKind(row.kind),
            row.private,
            tuple(seats[row.id]),
            tuple(filter(None, [said.of(Ruling.ALIAS, [one.sign for one in seats[row.id]])])),
        )
        for row in sorted(rows, key=lambda row: (folded(row.name), row.id))
        if seats[row.id]
    ]


def _seats(connection: Connection, ids: Iterable[str]) -> dict[str, list[Seat]]:
    """The visible articles' seats of the dossiers, by day."""
    entries, out = tables.entries.c, defaultdict(list)
    joined = tables.entries.join(articles, articles.c.id == entries.article)
    query = select(tables.entries).select_from(joined).where(entries.dossier.in_(list(ids)), ~articles.c.hidden)
    rows = connection.execute(query.order_by(entries.published, entries.article, entries.number)).all()
    for row in sorted(rows, key=lambda row: (row.published or date.max, row.article, row.number)):
        fields = (row.article, row.number, row.name, row.role, row.outlet, row.published, row.probability, row.reason)
        out[row.dossier].append(Seat(*fields, row.decided_by, row.sign))
    return out
