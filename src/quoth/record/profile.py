"""What the record holds of a person or body: roles, months, outlets, latest statements, and who is quoted beside.

Figures count what is certainly theirs. What may be theirs is told apart, and counted nowhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from quoth.domain import Act, Review, SpeakerKind, Status
from quoth.identity.confidence import OTHERS_THRESHOLD, THRESHOLD
from quoth.record import tables
from quoth.record.dossiers import Alias, Authority, Dossier, dossiers, doubted
from quoth.record.dossiers import tables as drawn
from quoth.record.notices import visible
from quoth.record.rows import folded

MOST_NAMES, MOST_BESIDE = 20, 8
STANDING = frozenset({Act.SAID.value, Act.WROTE.value})
statements, articles, spoken = tables.statements.c, tables.articles.c, tables.statement_speakers.c
entries = drawn.entries.c


@dataclass(frozen=True, slots=True)
class Named:
    """A name on record, and how much is there."""

    name: str
    utterances: int
    appearances: int  # articles


@dataclass(frozen=True, slots=True)
class Figure:
    """A dossier in a list, and how much is in it."""

    id: str
    label: str  # the name, and what tells the bearer from others of that name
    utterances: int
    appearances: int


@dataclass(frozen=True, slots=True)
class Perhaps:
    """A dossier that may be the same person, left apart."""

    id: str
    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class Tenure:
    """What the articles call the speaker, and between which days they do."""

    role: str
    utterances: int
    first: date | None
    last: date | None
    held_from: date | None = None  # by the authority file
    held_to: date | None = None
    is_held: bool = False  # whether the authority file knows the office


@dataclass(frozen=True, slots=True)
class Latest:
    """One of the latest statements."""

    id: str
    quote: str
    day: date | None
    outlet: str | None
    headline: str | None
    act: str
    status: str
    retracted: bool
    confidence: float | None = None  # that it is this speaker's

    @property
    def label(self) -> str:
        """What keeps the words from being an assertion of the speaker's; empty where nothing does."""
        told = [self.act if self.act not in STANDING else "", self.status if self.status != Status.ASSERTED else ""]
        return ", ".join([word for word in told if word] + ["retracted"] * self.retracted)


@dataclass(frozen=True, slots=True)
class Profile:
    """What the record holds of one dossier. Figures count utterances that were said or written, asserted and stand."""

    id: str
    name: str
    label: str
    kind: SpeakerKind
    private: bool
    authority: Authority | None
    utterances: int
    appearances: int
    others: int  # utterances that are thought, done, denied, expected ...: listed, not counted
    roles: tuple[Tenure, ...]
    months: tuple[tuple[date, int], ...]  # first day of the month, from the first to the last without a gap
    outlets: tuple[Named, ...]
    beside: tuple[Figure, ...]  # who else speaks in the same articles; their utterances there
    aliases: tuple[Alias, ...]
    namesakes: tuple[Figure, ...]  # other dossiers of the same name
    doubts: tuple[Perhaps, ...]  # dossiers that may be the same person
    latest: tuple[Latest, ...]
    may_be: tuple[Latest, ...]  # the latest of those that may be theirs


def figures(connection: Connection, typed: str, inside: Collection[str] = ()) -> tuple[Figure, ...]:
    """The dossiers of that id or name, most quoted first; those of an editor's private persons by their id only."""
    found = dossiers(connection, typed, private=False, inside=inside)
    found = found or [one for one in dossiers(connection, typed, private=True, inside=inside) if one.id == typed]
    return _figures(connection, found, inside)[:MOST_NAMES]


def _figures(connection: Connection, some: Sequence[Dossier], inside: Collection[str]) -> tuple[Figure, ...]:
    by_id = {one.id: one for one in some}
    counts = dict.fromkeys(by_id, (0, 0))
    mine = _among(inside).where(entries.dossier.in_(by_id), _counted())
    columns = (entries.dossier, func.count(statements.utterance.distinct()), func.count(statements.article.distinct()))
    for id_, utterances, appearances in connection.execute(mine.with_only_columns(*columns).group_by(entries.dossier)):
        counts[id_] = (utterances, appearances)
    listed = (Figure(id_, by_id[id_].label, *count) for id_, count in counts.items())
    return tuple(sorted(listed, key=lambda one: (-one.utterances, one.label, one.id)))


def profile(connection: Connection, dossier: str, latest: int = 5, inside: Collection[str] = ()) -> Profile | None:
    """What is on record of the dossier of that id; None where there is none. `inside`: in these collections."""
    found = [one for one in dossiers(connection, dossier, private=True, inside=inside) if one.id == dossier]
    if not found:
        return None
    [told] = found
    rows = connection.execute(_among(inside).where(entries.dossier == dossier).order_by(statements.key)).all()
    counted = [row for row in rows if row.act in STANDING and row.status == Status.ASSERTED and not row.retracted]
    here = {row.utterance for row in counted}
    perhaps = connection.execute(_perhaps(inside).where(entries.dossier == dossier)).all()
    return Profile(
        id=told.id,
        name=told.name,
        label=told.label,
        kind=told.kind,
        private=told.private,
        authority=told.authority,
        utterances=len(here),
        appearances=len({row.article for row in counted}),
        others=len({row.utterance for row in rows} - here),
        roles=_roles(counted, told.authority),
        months=months((_day(row), row.utterance) for row in counted),
        outlets=_outlets(counted),
        beside=_beside(connection, dossier, inside),
        aliases=told.evidence,
        namesakes=_namesakes(connection, told, inside),
        doubts=_doubts(connection, dossier, inside),
        latest=_latest(rows, latest),
        may_be=_latest(perhaps, latest),
    )


def months(told: Iterable[tuple[date | None, str]]) -> tuple[tuple[date, int], ...]:
    """Utterances by the month of their first day, from the first to the last; those without a day are left out."""
    first: dict[str, date] = {}
    for day, utterance in told:
        if day is not None:
            first[utterance] = min(day, first.get(utterance, day))
    counts = Counter(day.replace(day=1) for day in first.values())
    if not counts:
        return ()
    month, out = min(counts), []
    while month <= max(counts):
        out.append((month, counts[month]))
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return tuple(out)


COLUMNS = (
    *(statements.id, statements.utterance, statements.article, statements.quote, statements.act, statements.status),
    *(statements.retracted, statements.said_from, statements.speaker_confidence),
    *(entries.role, articles.outlet, articles.headline, articles.published_from),
)


def _among(inside: Collection[str]) -> Select[Any]:
    """The visible statements of which it is certain whose they are, with their articles and entries."""
    joined = (
        tables.statement_speakers.join(tables.statements, statements.key == spoken.statement)
        .join(tables.articles, articles.id == statements.article)
        .join(drawn.entries, and_(entries.article == statements.article, entries.number == spoken.number))
    )
    return _inside(select(*COLUMNS).select_from(joined).where(visible(), _is_sure()), inside)


def _perhaps(inside: Collection[str]) -> Select[Any]:
    """The visible statements that may be somebody's."""
    joined = (
        drawn.may_be.join(tables.statements, statements.key == drawn.may_be.c.statement)
        .join(tables.articles, articles.id == statements.article)
        .join(drawn.entries, entries.key == drawn.may_be.c.entry)
    )
    return _inside(select(*COLUMNS).select_from(joined).where(visible()), inside)


def _inside(some: Select[Any], inside: Collection[str]) -> Select[Any]:
    if not inside:
        return some
    held = select(tables.collections.c.article).where(tables.collections.c.name.in_(inside))
    return some.where(statements.article.in_(held))


def _is_sure() -> ColumnElement[bool]:
    """As `quoth.record.dossiers.certainty` has it, of rows."""
    sure = statements.speaker_confidence
    is_person = spoken.kind == SpeakerKind.PERSON.value
    return or_(
        sure.is_(None),
        sure >= THRESHOLD,
        and_(~is_person, sure >= OTHERS_THRESHOLD),
        statements.review.in_([Review.CHECKED.value, Review.EDITED.value]),
    )


def _counted() -> ColumnElement[bool]:
    standing = (statements.act.in_(STANDING), statements.status == Status.ASSERTED.value)
    return and_(*standing, ~statements.retracted)


def _day(row: Any) -> date | None:
    """The first day on which it was said, else on which it was printed."""
    day: date | None = row.said_from or row.published_from
    return day


def _roles(rows: Sequence[Any], known: Authority | None) -> tuple[Tenure, ...]:
    by_role: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        if row.role:
            by_role[folded(row.role)].append(row)
    told = []
    for held in by_role.values():
        days = [row.published_from for row in held if row.published_from]
        role = Counter(row.role for row in held).most_common(1)[0][0]
        first, last = min(days, default=None), max(days, default=None)
        office = known.office(role, last) if known is not None else None
        dated = (office.start, office.end, True) if office is not None else (None, None, False)
        told.append(Tenure(role, len({row.utterance for row in held}), first, last, *dated))
    return tuple(sorted(told, key=lambda one: (one.first or date.max, one.role)))


def _outlets(rows: Sequence[Any]) -> tuple[Named, ...]:
    utterances, printed = defaultdict(set), defaultdict(set)
    for row in rows:
        if row.outlet:
            utterances[row.outlet].add(row.utterance)
            printed[row.outlet].add(row.article)
    found = (Named(outlet, len(utterances[outlet]), len(printed[outlet])) for outlet in utterances)
    return tuple(sorted(found, key=lambda one: (-one.utterances, one.name)))[:MOST_NAMES]


def _beside(connection: Connection, dossier: str, inside: Collection[str]) -> tuple[Figure, ...]:
    """Whoever else speaks in the articles in which this one does, in most articles first; private persons left out."""
    there = _among(inside).where(entries.dossier == dossier).with_only_columns(statements.article)
    appearances = func.count(statements.article.distinct())
    public = select(drawn.dossiers.c.id).where(~drawn.dossiers.c.private)
    others = _among(inside).where(
        statements.article.in_(there), entries.dossier != dossier, entries.dossier.in_(public)
    )
    counted = others.with_only_columns(entries.dossier, func.count(statements.utterance.distinct()), appearances)
    most = counted.group_by(entries.dossier).order_by(appearances.desc(), entries.dossier).limit(MOST_BESIDE)
    counts = {row[0]: (row[1], row[2]) for row in connection.execute(most)}
    found = dossiers(connection, ids=counts, inside=inside)
    listed = (Figure(one.id, one.name, *counts[one.id]) for one in found)
    return tuple(sorted(listed, key=lambda one: (-one.appearances, one.label)))


def _namesakes(connection: Connection, told: Dossier, inside: Collection[str]) -> tuple[Figure, ...]:
    others = [one for one in dossiers(connection, told.name, inside=inside) if one.id != told.id]
    return _figures(connection, others, inside)


def _doubts(connection: Connection, dossier: str, inside: Collection[str]) -> tuple[Perhaps, ...]:
    found = doubted(connection, dossier)
    held = dossiers(connection, ids=found, inside=inside)
    listed = (Perhaps(one.id, one.label, round(found[one.id], 2)) for one in held)
    return tuple(sorted(listed, key=lambda one: (-one.probability, one.id)))


def _latest(rows: Sequence[Any], most: int) -> tuple[Latest, ...]:
    """The latest, each utterance once, as the first article that printed it has it."""
    first: dict[str, Any] = {}
    for row in sorted(rows, key=lambda row: (_day(row) or date.max, row.id)):
        first.setdefault(row.utterance, row)
    newest = sorted(first.values(), key=lambda row: (_day(row) or date.min, row.id), reverse=True)[:most]
    return tuple(
        Latest(
            *(row.id, row.quote, _day(row), row.outlet, row.headline, row.act, row.status, row.retracted),
            confidence=row.speaker_confidence,
        )
        for row in newest
    )
