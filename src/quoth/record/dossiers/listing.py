"""The dossiers on record, and the pairs that are in doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, or_, select

from quoth.domain import SpeakerKind
from quoth.record.dossiers import authorities, tables
from quoth.record.dossiers.authorities import Authority
from quoth.record.dossiers.ruling import Ruling, Rulings, rulings
from quoth.record.dossiers.seats import at_once
from quoth.record.notices import visible
from quoth.record.rows import folded
from quoth.record.tables import articles, collections, statement_speakers, statements

ENTRIES, DOSSIERS = tables.entries.c, tables.dossiers.c


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
    is_sure: bool = True  # whether any statement there is certainly theirs


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a dossier, and on what evidence."""

    name: str
    articles: int  # that print it
    evidence: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """One person or body across articles, the earliest first."""

    id: str
    name: str
    kind: SpeakerKind
    private: bool
    seats: tuple[Seat, ...]
    authority: Authority | None = None
    added_names: tuple[str, ...] = ()  # by editors

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names that articles print, that editors added, and that the authority file tells."""
        known = self.authority.names if self.authority else ()
        printed = {one.name for one in self.seats}
        return tuple(sorted((printed | set(self.added_names) | set(known)) - {self.name}))

    @property
    def evidence(self) -> tuple[Alias, ...]:
        """The aliases, each with the articles that print it and why they are taken to mean this person."""
        return tuple(self._alias(name) for name in self.aliases)

    def _alias(self, name: str) -> Alias:
        seats = [one for one in self.seats if one.name == name]
        if not seats:
            return Alias(name, 0, "an editor added it" if name in self.added_names else "the authority file")
        best = max(seats, key=lambda one: (one.probability, bool(one.reason), one.article))
        told = best.reason or f"printed in {best.article}"
        return Alias(name, len({one.article for one in seats}), "an editor said so" if _by_editor(best) else told)

    @property
    def label(self) -> str:
        """The name, and what tells the bearer from others of that name: the last role, else an outlet."""
        told = [one.role for one in self.seats if one.role] or [one.outlet for one in self.seats if one.outlet]
        known = self.authority.description if self.authority else None
        last = told[-1] if told else known
        return f"{self.name} ({last})" if last else self.name


def _by_editor(seat: Seat) -> bool:
    return seat.decided_by == "editor"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two dossiers that may be one, and are left apart until an editor says."""

    one: Dossier
    other: Dossier
    probability: float


def dossiers(
    connection: Connection,
    typed: str | None = None,
    *,
    private: bool = False,
    inside: Collection[str] = (),
    ids: Collection[str] | None = None,
) -> list[Dossier]:
    """Dossiers by name: all; those of that id, or of which one name holds all words of what was typed; or of `ids`.

    `inside`: as far as articles of these collections tell of them; none: all articles.
    """
    if ids is not None:
        ids = set(ids)
    elif typed is None:
        ids = set(connection.scalars(select(DOSSIERS.id)))
    else:
        ids = set(connection.scalars(select(DOSSIERS.id).where(DOSSIERS.id == typed))) or _called(connection, typed)
    return load(connection, ids, private=private, inside=inside)


def _called(connection: Connection, typed: str) -> set[str]:
    """The groups of which one name is what was typed; else of which one name holds all its words."""
    words = folded(typed).split()
    if not words:
        return set()
    printed = select(ENTRIES.dossier, ENTRIES.folded)
    for word in words:
        printed = printed.where(ENTRIES.folded.contains(word, autoescape=True))
    names = [(folded(name), id_) for id_, name in _given(connection)]
    names += [(row.folded, row.dossier) for row in connection.execute(printed.distinct())]
    same = {id_ for name, id_ in names if name == " ".join(words)}
    return same or {id_ for name, id_ in names if set(words) <= set(name.split())}


def _given(connection: Connection) -> Iterable[tuple[str, str]]:
    """The names that editors gave and that the authority file tells, after their dossiers' ids."""
    table, decided, decisions = tables.authority_names.c, tables.decided.c, tables.decisions.c
    known = select(DOSSIERS.id, table.name).where(table.authority == DOSSIERS.authority)
    for id_, name in connection.execute(known):
        yield id_, name
    said = (
        select(ENTRIES.dossier, decisions.said)
        .select_from(tables.decisions.join(tables.decided).join(tables.entries, ENTRIES.sign == decided.sign))
        .where(decisions.undone_at.is_(None), decisions.said.is_not(None))
    )
    for id_, name in connection.execute(said.distinct()):
        yield id_, name or ""


def unopened(connection: Connection, typed: str, article: str | None = None) -> list[tuple[Seat, ...]]:
    """Whoever bears exactly that name and has no dossier, with the articles in which he is found."""
    shown = select(DOSSIERS.id)
    mine = select(ENTRIES.dossier).where(ENTRIES.folded == folded(typed), ENTRIES.dossier.not_in(shown))
    if article is not None:
        mine = mine.where(ENTRIES.article == article)
    seats = _seats(connection, sorted(set(connection.scalars(mine))), ())
    return [tuple(held) for _, held in sorted(seats.items())]


def doubts(connection: Connection) -> list[Doubt]:
    """The pairs in doubt whose both sides have a dossier that is not private, the likeliest first."""
    found: dict[tuple[str, str], float] = {}
    one, other = tables.entries.alias(), tables.entries.alias()
    table = tables.doubts.c
    joined = tables.doubts.join(one, one.c.key == table.entry).join(other, other.c.key == table.other)
    for row in connection.execute(select(one.c.dossier, other.c.dossier, table.probability).select_from(joined)):
        if row[0] != row[1]:
            pair = min(row[0], row[1]), max(row[0], row[1])
            found[pair] = max(row[2], found.get(pair, 0.0))
    held = {told.id: told for told in load(connection, {id_ for pair in found for id_ in pair})}
    listed = [Doubt(held[a], held[b], value) for (a, b), value in found.items() if a in held and b in held]
    return sorted(listed, key=lambda doubt: (-doubt.probability, doubt.one.id, doubt.other.id))


def doubted(connection: Connection, dossier: str) -> dict[str, float]:
    """The groups that may be one with a dossier, and how likely that is."""
    one, other = tables.entries.alias(), tables.entries.alias()
    table, out = tables.doubts.c, dict[str, float]()
    for mine, theirs in ((table.entry, table.other), (table.other, table.entry)):
        joined = tables.doubts.join(one, one.c.key == mine).join(other, other.c.key == theirs)
        found = select(other.c.dossier, table.probability).select_from(joined)
        for row in connection.execute(found.where(one.c.dossier == dossier, other.c.dossier != dossier)):
            out[row.dossier] = max(row.probability, out.get(row.dossier, 0.0))
    return out


def load(
    connection: Connection, ids: Collection[str], *, private: bool = False, inside: Collection[str] = ()
) -> list[Dossier]:
    """These dossiers by name, as far as they may be shown."""
    rows: list[Any] = []
    for some in at_once(sorted(ids)):
        wanted = select(tables.dossiers).where(DOSSIERS.id.in_(some))
        rows += connection.execute(wanted if private else wanted.where(~DOSSIERS.private)).all()
    seats = _seats(connection, [row.id for row in rows], inside)
    known = authorities.load(connection, [row.authority for row in rows if row.authority])
    said = rulings(connection, [one.sign for held in seats.values() for one in held])
    found = [
        Dossier(
            row.id,
            _name(row.name, seats[row.id], said, known.get(row.authority)),
            SpeakerKind(row.kind),
            row.private,
            tuple(seats[row.id]),
            known.get(row.authority),
            tuple(sorted({*said.said(Ruling.ALIAS, {one.sign for one in seats[row.id]})})),
        )
        for row in rows
        if any(one.is_sure for one in seats[row.id])
    ]
    return sorted(found, key=lambda one: (folded(one.name), one.id))


def _name(name: str, seats: Sequence[Seat], said: Rulings, known: Authority | None) -> str:
    """The name, unless only articles that are not to be shown print it."""
    printed = {one.name for one in seats}
    if name in printed or said.said(Ruling.NAME, {one.sign for one in seats}):
        return name
    return known.name if known is not None else max(printed, key=lambda one: (len(one.split()), one))


def _seats(connection: Connection, ids: Sequence[str], inside: Collection[str]) -> Mapping[str, list[Seat]]:
    """The seats of the dossiers in articles that may be shown, by day."""
    out: Mapping[str, list[Seat]] = defaultdict(list)
    like = tables.entries.alias()
    joined = tables.entries.join(articles, articles.c.id == ENTRIES.article).outerjoin(
        like, like.c.key == tables.entries.c.like
    )
    columns = (tables.entries, like.c.name.label("like_name"), like.c.article.label("like_article"))
    query = select(*columns).select_from(joined).where(~articles.c.hidden, _is_seen())
    if inside:
        held = select(collections.c.article).where(collections.c.name.in_(inside))
        query = query.where(ENTRIES.article.in_(held))
    for some in at_once(ids):
        rows = connection.execute(query.where(ENTRIES.dossier.in_(some))).all()
        for row in sorted(rows, key=lambda row: (row.published or date.max, row.article, row.number)):
            out[row.dossier].append(_seat(row, bool(inside)))
    return out


def _is_seen() -> ColumnElement[bool]:
    """Whether there is a statement of theirs that may be shown."""
    spoken, may_be = statement_speakers, tables.may_be
    mine = (statements.c.article == ENTRIES.article, spoken.c.statement == statements.c.key)
    sure = exists().where(*mine, spoken.c.number == ENTRIES.number, visible())
    perhaps = exists().where(may_be.c.entry == ENTRIES.key, statements.c.key == may_be.c.statement, visible())
    return or_(sure, perhaps)


def _seat(row: Any, is_partial: bool) -> Seat:
    facts = (row.article, row.number, row.name, row.role, row.outlet, row.published, row.probability)
    is_told = row.like_name is not None and not is_partial  # else it would tell of articles that are not open
    reason = f"like {row.like_name} in {row.like_article}: {row.reason}" if is_told else row.reason
    return Seat(*facts, reason, row.decided_by, row.sign, row.sure)
