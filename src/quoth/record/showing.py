"""What of the record may be shown: readings with all that people say of them, without what is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, select

from quoth.domain import Notice, NoticeKind
from quoth.record import fixing, kept, noticing, tables
from quoth.record.corrected import Corrected
from quoth.record.drafting import Part
from quoth.record.editors import Editor
from quoth.record.notices import About, Noted
from quoth.record.redacting import Going, Gone, forms, is_by, without, words_of
from quoth.record.rows import folded


def corrected(connection: Connection, article: str, hidden: bool) -> Corrected | None:
    """The article with corrections and notices; what is hidden only where that is asked for."""
    reading = kept.reading(connection, article)
    if reading is None:
        return None
    done = fixing.shown(connection, reading)
    return done if hidden else without_hidden(done)


def corrected_readings(connection: Connection) -> Iterator[Corrected]:
    """Every article that may be shown, by article id."""
    for reading in kept.readings(connection):
        done = without_hidden(fixing.shown(connection, reading))
        if done is not None:
            yield done


@dataclass(frozen=True, slots=True)
class Version:
    """One of the machine's readings of an article, which is never overwritten."""

    number: int  # from 1
    model: str
    quoth: str
    read_at: datetime


def versions(connection: Connection, article: str) -> list[Version]:
    """The versions of the article, the oldest first."""
    one = tables.versions.c
    rows = select(one.number, one.model, one.quoth, one.read_at).where(one.article == article).order_by(one.number)
    return [Version(*row) for row in connection.execute(rows)]


def without_hidden(done: Corrected) -> Corrected | None:
    """The same without hidden statements and speakers, whose words are blacked out; None where all is hidden."""
    told = done.editorial
    if _hides(told.article):
        return None
    statements = {id_ for id_, notices in zip(done.ids, told.statements, strict=True) if _hides(notices)}
    speakers = [who for who, notices in zip(done.reading.speakers, told.speakers, strict=True) if _hides(notices)]
    if not statements and not speakers:
        return done
    return _without(done, statements, [speaker.name for speaker in speakers])


def without_speakers(done: Corrected, names: Sequence[str]) -> Corrected:
    """The same without these speakers: their statements are taken out, their words and names blacked out."""
    return _without(done, set(), names) if names else done


def _hides(notices: Sequence[Notice]) -> bool:
    return any(one.kind is NoticeKind.HIDDEN and not one.proposed for one in notices)


def _without(done: Corrected, ids: set[str], speakers: Sequence[str]) -> Corrected:
    part = _part_without(done.standing, lambda id_, _: id_ in ids)
    for name in speakers:
        part = _part_without(part, partial(is_by, part.reading, folded(name)), name)
    told = done.editorial
    of_statement = dict(zip(told.ids, told.statements, strict=True))
    of_speaker = dict(zip((who.name for who in done.reading.speakers), told.speakers, strict=True))
    editorial = replace(
        told,
        ids=part.ids,
        reviews=tuple(one.state for one in part.reviews),
        statements=tuple(of_statement[id_] for id_ in part.ids),
        speakers=tuple(of_speaker.get(who.name, ()) for who in part.reading.speakers),
    )
    nothing = Part(replace(part.reading, statements=(), requests=()), (), ())
    return Corrected(part.reading, part.reviews, editorial, nothing, done.lost)


def _part_without(part: Part, is_gone: Going, speaker: str | None = None) -> Part:
    gone = words_of(part, is_gone, speaker)
    if speaker is not None:
        gone |= Gone(names=frozenset(forms(speaker)))
    return without(part, gone, is_gone, speaker)


# ---- notices, and what is drawn anew for them


def notify(connection: Connection, about: About, notice: Notice, editor: Editor) -> Noted:
    """Puts the notice on record. Raises UsageError where what it is about is not on record."""
    return redrawn(connection, noticing.give(connection, noticing.found(connection, about), notice, editor))


def redrawn(connection: Connection, noted: Noted) -> Noted:
    """The notice, after what it concerns was drawn anew."""
    for article in noticing.concerned(connection, noted.about):
        reading = kept.reading(connection, article)
        if reading is not None:
            fixing.draw(connection, reading)
    return noted
