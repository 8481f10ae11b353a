"""What a reader must know of articles, statements and speakers, and what it does to what is shown and counted.

For SQL over `statements` (search, facets, counts, `who`):
- `visible()`: what may be shown at all: not hidden for legal reasons, and not rejected as no statement;
- `countable()`: what is counted by default: visible, and neither it nor its article nor its speaker retracted.
Both read columns of `statements` that are drawn with it, so they need no join. A notice that is only proposed (read
from the publisher's note, confirmed by nobody) travels along but takes nothing out of counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_

from quoth.domain import Notice, NoticeKind, Review, Speaker, SpeakerKind
from quoth.record import tables
from quoth.record.corrected import Corrected, Part
from quoth.record.rows import folded

NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT})
"""Speakers that are the same across articles where the name is: the unnamed are never joined."""


def visible() -> ColumnElement[bool]:
    """True of the statements that may be shown."""
    return and_(~tables.statements.c.hidden, tables.statements.c.review != Review.REJECTED.value)


def countable() -> ColumnElement[bool]:
    """True of the statements that are counted by default."""
    return and_(visible(), ~tables.statements.c.retracted)


@dataclass(frozen=True, slots=True)
class About:
    """Whom or what a notice is about: an article, one of its statements, or every speaker of a name."""

    article: str | None = None
    statement: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """A notice on record. It is never taken out, only lifted."""

    id: int
    about: About
    notice: Notice
    by: str
    at: datetime
    lifted_by: str | None = None
    lifted_at: datetime | None = None

    @property
    def holds(self) -> bool:
        """Whether it was neither lifted nor only proposed."""
        return self.lifted_at is None and not self.notice.proposed


def is_named(speaker: Speaker) -> bool:
    """Whether the name tells who it is in other articles too."""
    return speaker.kind in NAMED


def with_notices(done: Corrected, noted: Sequence[Noted]) -> Corrected:
    """The reading with the notices that concern it, those that are proposed too; whatever was lifted is left out."""
    notices = _by_subject(one for one in noted if one.lifted_at is None)
    editorial = replace(
        done.editorial,
        article=notices[About(article=done.reading.article.id)],
        statements=tuple(notices[About(statement=id_)] for id_ in done.ids),
        speakers=tuple(
            notices[About(speaker=folded(speaker.name))] if is_named(speaker) else ()
            for speaker in done.reading.speakers
        ),
    )
    return replace(done, editorial=editorial)


def _by_subject(noted: Iterable[Noted]) -> dict[About, tuple[Notice, ...]]:
    out: dict[About, tuple[Notice, ...]] = defaultdict(tuple)
    for one in noted:
        about = one.about
        if about.statement is not None:
            key = About(statement=about.statement)
        else:
            key = About(speaker=folded(about.speaker)) if about.speaker else About(article=about.article)
        out[key] += (one.notice,)
    return out


@dataclass(frozen=True, slots=True)
class Flags:
    """What notices in force make of a statement, or of a whole article."""

    retracted: bool = False
    hidden: bool = False


def flags(part: Part, noted: Sequence[Noted]) -> tuple[Flags, tuple[Flags, ...]]:
    """Of the article, and of each of these statements: its own, its article's and its speakers' notices together."""
    notices = _by_subject(one for one in noted if one.holds)
    whole = notices[About(article=part.reading.article.id)]
    each = []
    for id_, one in zip(part.ids, part.reading.statements, strict=True):
        speakers = [part.reading.speakers[n] for n in one.speakers]
        of_speakers = [note for who in speakers if is_named(who) for note in notices[About(speaker=folded(who.name))]]
        each.append(_flags([*whole, *notices[About(statement=id_)], *of_speakers]))
    return _flags(whole), tuple(each)


def _flags(notices: Iterable[Notice]) -> Flags:
    kinds = {one.kind for one in notices}
    return Flags(NoticeKind.RETRACTED in kinds, NoticeKind.HIDDEN in kinds)
