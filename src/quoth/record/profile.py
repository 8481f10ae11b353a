"""What the record holds of a speaker's name: roles, months, outlets, latest statements, and who is quoted beside it.

A name is a name here; whether two who bear it are one person is the dossiers' question. The unnamed and groups have no
profile: nothing joins them from one article to the next.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Row, Select, func, select

from quoth.domain import Act, Status
from quoth.record import tables
from quoth.record.notices import NAMED, visible
from quoth.record.rows import folded

MOST_NAMES = 20
STANDING = frozenset({Act.SAID.value, Act.WROTE.value})
statements, articles, spoken = tables.statements.c, tables.articles.c, tables.statement_speakers.c


@dataclass(frozen=True, slots=True)
class Named:
    """A name on record, and how much is there."""

    name: str
    utterances: int
    appearances: int  # articles


@dataclass(frozen=True, slots=True)
class Tenure:
    """What the articles call the speaker, and between which days they do."""

    role: str
    utterances: int
    first: date | None
    last: date | None


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

    @property
    def label(self) -> str:
        """What keeps the words from being an assertion of the speaker's; empty where nothing does."""
        told = [self.act if self.act not in STANDING else "", self.status if self.status != Status.ASSERTED else ""]
        return ", ".join([word for word in told if word] + ["retracted"] * self.retracted)


@dataclass(frozen=True, slots=True)
class Profile:
    """What the record holds of one name. Figures count utterances that were said or wrote, asserted, not retracted."""

    name: str
    utterances: int
    appearances: int
    others: int  # utterances that are thought, done, denied, expected ...: listed, not counted
    roles: tuple[Tenure, ...]
    months: tuple[tuple[date, int], ...]  # first day of the month, from the first to the last without a gap
    outlets: tuple[Named, ...]
    beside: tuple[Named, ...]  # who else speaks in the same articles; their utterances there
    latest: tuple[Latest, ...]


def names(connection: Connection, typed: str, collection: str | None = None) -> tuple[Named, ...]:
    """The names that hold all words of what was typed, most quoted first; of the very same name, that alone."""
    words = folded(typed).split()
    same = _named(connection, _among(collection).where(spoken.folded == " ".join(words)))
    if same:
        return same
    holding = (spoken.folded.contains(word, autoescape=True) for word in words)
    found = _named(connection, _among(collection).where(*holding))
    return tuple(one for one in found if set(words) <= set(folded(one.name).split()))[:MOST_NAMES]


def _named(connection: Connection, among: Select[tuple[object, ...]]) -> tuple[Named, ...]:
    utterances = func.count(statements.utterance.distinct())
    counted = among.with_only_columns(
        func.min(spoken.name), utterances, func.count(statements.article.distinct())
    ).group_by(spoken.folded)
    return tuple(Named(*row) for row in connection.execute(counted.order_by(utterances.desc(), spoken.folded)))


def profile(connection: Connection, name: str, latest: int = 5, collection: str | None = None) -> Profile:
    """The profile of exactly that name, whatever its case and accents."""
    asked = _among(collection).where(spoken.folded == folded(name))
    rows = connection.execute(asked.order_by(statements.key)).all()
    counted = [row for row in rows if row.act in STANDING and row.status == Status.ASSERTED and not row.retracted]
    printed = Counter(row.name for row in rows).most_common(1)
    here = {row.utterance for row in counted}
    return Profile(
        name=printed[0][0] if printed else name,
        utterances=len(here),
        appearances=len({row.article for row in counted}),
        others=len({row.utterance for row in rows} - here),
        roles=_roles(counted),
        months=months((_day(row), row.utterance) for row in counted),
        outlets=_outlets(counted),
        beside=_beside(connection, folded(name), collection),
        latest=_latest(rows, latest),
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


def _among(collection: str | None) -> Select[tuple[object, ...]]:
    """The visible statements of named speakers, with their articles."""
    joined = tables.statement_speakers.join(tables.statements, statements.key == spoken.statement).join(
        tables.articles, articles.id == statements.article
    )
    columns = (
        *(spoken.name, spoken.role, spoken.folded, statements.id, statements.utterance, statements.article),
        *(statements.quote, statements.act, statements.status, statements.retracted, statements.said_from),
        *(articles.outlet, articles.headline, articles.published_from, articles.id.label("article_id")),
    )
    found = select(*columns).select_from(joined).where(visible(), spoken.kind.in_([kind.value for kind in NAMED]))
    if collection is not None:
        inside = select(tables.collections.c.article).where(tables.collections.c.name == collection)
        found = found.where(statements.article.in_(inside))
    return found


def _day(row: Row[tuple[object, ...]]) -> date | None:
    """The first day on which it was said, else on which it was printed."""
    day: date | None = row.said_from or row.published_from
    return day


def _roles(rows: Sequence[Row[tuple[object, ...]]]) -> tuple[Tenure, ...]:
    by_role: dict[str, list[Row[tuple[object, ...]]]] = defaultdict(list)
    for row in rows:
        if row.role:
            by_role[folded(row.role)].append(row)
    told = []
    for held in by_role.values():
        days = [row.published_from for row in held if row.published_from]
        role = Counter(row.role for row in held).most_common(1)[0][0]
        told.append(
            Tenure(role, len({row.utterance for row in held}), min(days, default=None), max(days, default=None))
        )
    return tuple(sorted(told, key=lambda one: (one.first or date.max, one.role)))


def _outlets(rows: Sequence[Row[tuple[object, ...]]]) -> tuple[Named, ...]:
    utterances, printed = defaultdict(set), defaultdict(set)
    for row in rows:
        if row.outlet:
            utterances[row.outlet].add(row.utterance)
            printed[row.outlet].add(row.article)
    found = (Named(outlet, len(utterances[outlet]), len(printed[outlet])) for outlet in utterances)
    return tuple(sorted(found, key=lambda one: (-one.utterances, one.name)))[:MOST_NAMES]


def _beside(connection: Connection, name: str, collection: str | None) -> tuple[Named, ...]:
    """Whoever else speaks in the articles in which this name does, in most articles first."""
    inside = _among(collection).where(spoken.folded == name).with_only_columns(statements.article)
    articles_there = func.count(statements.article.distinct())
    others = _among(collection).where(statements.article.in_(inside), spoken.folded != name)
    counted = others.with_only_columns(
        func.min(spoken.name), func.count(statements.utterance.distinct()), articles_there
    ).group_by(spoken.folded)
    rows = connection.execute(counted.order_by(articles_there.desc(), spoken.folded).limit(8))
    return tuple(Named(*row) for row in rows)


def _latest(rows: Sequence[Row[tuple[object, ...]]], most: int) -> tuple[Latest, ...]:
    """The latest, each utterance once, as the first article that printed it has it."""
    first: dict[str, Row[tuple[object, ...]]] = {}
    for row in sorted(rows, key=lambda row: (_day(row) or date.max, row.id)):
        first.setdefault(row.utterance, row)
    newest = sorted(first.values(), key=lambda row: (_day(row) or date.min, row.id), reverse=True)[:most]
    return tuple(
        Latest(row.id, row.quote, _day(row), row.outlet, row.headline, row.act, row.status, row.retracted)
        for row in newest
    )
