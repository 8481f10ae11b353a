"""Puts an editor's corrections on record, takes them back, and draws the article as it is then to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Row, insert, select, update

from quoth.contract import statement_ids
from quoth.domain import Confidence, Manner, Reading, Statement
from quoth.errors import CorrectionError, UsageError
from quoth.record import kept
from quoth.record.anchoring import all_again, shared
from quoth.record.applying import SAME_WORDS, seen
from quoth.record.corrected import Corrected, corrected
from quoth.record.corrections import (
    ArticleChange,
    Change,
    ContentIs,
    Correction,
    Missed,
    Seen,
    change_from_json,
    change_to_json,
    described,
    seen_from_json,
    seen_to_json,
)
from quoth.record.desk_tables import corrections as table
from quoth.record.drafting import Desk
from quoth.record.editors import Editor
from quoth.record.notices import flags, with_notices
from quoth.record.noticing import concerning
from quoth.record.projecting import Flagged, project, project_new
from quoth.record.subjects import Subject


@dataclass(frozen=True, slots=True)
class Logged:
    """A correction on record, and why it does not fit the article as it is now; None where it does."""

    correction: Correction
    lost: str | None


def draw(connection: Connection, reading: Reading, *, is_new: bool = False) -> Corrected:
    """Draws the article's projection from its newest reading and the corrections; marks those that do not fit.

    `is_new`: nothing but its row in `articles`, as the reading has it, is on record.
    """
    log = [] if is_new else corrections_of(connection, reading.article.id)
    done = corrected(reading, log)
    everything = done.everything
    noted = concerning(connection, reading.article.id, {one.name for one in everything.reading.speakers})
    told = Flagged(done, *flags(everything, noted))
    project_new(connection, told) if is_new else project(connection, told)
    if log:
        connection.execute(update(table).where(table.c.article == reading.article.id).values(lost=None))
    for one in done.lost:
        connection.execute(update(table).where(table.c.id == one.correction.id).values(lost=one.reason))
    return done


def as_corrected(connection: Connection, article: str) -> Corrected | None:
    """The article's newest reading with what editors say of it; None where it is not on record."""
    reading = kept.reading(connection, article)
    return None if reading is None else shown(connection, reading)


def shown(connection: Connection, reading: Reading) -> Corrected:
    """An article's newest reading with its corrections and notices."""
    done = corrected(reading, corrections_of(connection, reading.article.id))
    return with_notices(done, concerning(connection, reading.article.id, {one.name for one in done.reading.speakers}))


def fix(connection: Connection, subject: Subject, changes: Sequence[Change], editor: Editor) -> list[Correction]:
    """Puts the changes on record. Raises CorrectionError, with nothing changed, where one does not fit."""
    reading = kept.reading(connection, subject.article)
    if reading is None:
        raise UsageError(f"{subject.article}: no such article is on record")
    log = corrections_of(connection, subject.article)
    new: list[Correction] = []
    for change in changes:
        before = corrected(reading, [*log, *new])
        one = _correction(before, subject, change, editor, _next_id(connection, log) + len(new))
        lost = {lost.correction.id: lost.reason for lost in corrected(reading, [*log, *new, one]).lost}
        if one.id in lost:
            raise CorrectionError(lost[one.id])
        new.append(one)
    for one in new:
        connection.execute(insert(table), _row(one))
    draw(connection, reading)
    return new


def undo(connection: Connection, number: int, editor: Editor) -> list[Correction]:
    """Takes back a correction; with one that added a statement, what was changed in it since."""
    row = connection.execute(select(table).where(table.c.id == number)).first()
    if row is None:
        raise UsageError(f"{number}: no such correction is on record; --list shows them")
    one = _correction_of(row)
    if not one.is_active:
        raise UsageError(f"{number}: it was undone by {one.undone_by} already")
    undone = [one]
    if isinstance(one.change, Missed):
        log = corrections_of(connection, one.article)
        undone += [other for other in log if other.statement == one.statement and other.is_active and other != one]
    connection.execute(
        update(table).where(table.c.id.in_([one.id for one in undone])).values(undone_by=editor.by, undone_at=editor.at)
    )
    reading = kept.reading(connection, one.article)
    if reading is not None:
        draw(connection, reading)
    return [replace(one, undone_by=editor.by, undone_at=editor.at) for one in undone]


def corrections_of(connection: Connection, article: str) -> list[Correction]:
    """What was corrected in the article, undone or not, in order."""
    rows = connection.execute(select(table).where(table.c.article == article).order_by(table.c.id))
    return [_correction_of(row) for row in rows]


def log(connection: Connection, subject: Subject | None = None) -> list[Logged]:
    """The corrections of the record, or of an article or statement, in order."""
    query = select(table).order_by(table.c.id)
    if subject is not None:
        query = query.where(table.c.article == subject.article)
    if subject is not None and subject.statement is not None:
        query = query.where(table.c.statement == subject.statement)
    return [Logged(_correction_of(row), row.lost) for row in connection.execute(query)]


# ---- one correction


def _correction(before: Corrected, subject: Subject, change: Change, editor: Editor, id_: int) -> Correction:
    statement, was = subject.statement, None
    if isinstance(change, ArticleChange):
        statement = None
    elif isinstance(change, Missed):
        statement = _new_id(before, change)
    elif statement is None:
        raise CorrectionError("this changes a statement: give the statement's id, not the article's")
    else:
        was = _seen(before, statement)
    if isinstance(change, ContentIs | Missed):
        _refuse_twin(before, change, statement)
    return Correction(id_, subject.article, statement, change, was, editor.by, editor.at, editor.why)


def _next_id(connection: Connection, log: Sequence[Correction]) -> int:
    """A number above those of the article's corrections; the store gives its own."""
    return max((one.id for one in log), default=0) + 1


def _seen(before: Corrected, statement: str) -> Seen:
    for part in (before.standing, before.rejected):
        if statement in part.ids:
            desk = Desk(part.reading)
            return seen(desk, desk.drafts[part.ids.index(statement)])
    raise CorrectionError(f"{statement}: the article as it is now has no such statement")


def _new_id(before: Corrected, missed: Missed) -> str:
    """An id for the added statement, made as the contract makes them."""
    article = before.reading.article
    content = all_again(missed.content, article.text)
    if content is None:
        raise CorrectionError("the article does not contain these words")
    bare = Statement(content, None, None, Manner.INDIRECT, Confidence(1.0))
    id_ = statement_ids(article, (bare,))[0]
    taken = {*before.ids, *before.rejected.ids}
    return next(one for one in (id_, *(f"{id_}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)


def _refuse_twin(before: Corrected, change: ContentIs | Missed, statement: str | None) -> None:
    content = all_again(change.content, before.reading.article.text) or ()
    for id_, one in zip(before.ids, before.reading.statements, strict=True):
        if id_ != statement and content and shared(one.content, content) >= SAME_WORDS:
            raise CorrectionError(f"these words are statement {id_} already; quoth fix {id_} changes that")


def _row(one: Correction) -> dict[str, object]:
    return {
        "article": one.article,
        "statement": one.statement,
        "what": one.word,
        "said": described(one.change).partition(": ")[2],
        "change": change_to_json(one.change),
        "seen": seen_to_json(one.seen),
        "by": one.by,
        "at": one.at,
        "why": one.why,
    }


def _correction_of(row: Row[tuple[object, ...]]) -> Correction:
    return Correction(
        id=row.id,
        article=row.article,
        statement=row.statement,
        change=change_from_json(row.change),
        seen=seen_from_json(row.seen),
        by=row.by,
        at=row.at,
        why=row.why,
        undone_by=row.undone_by,
        undone_at=row.undone_at,
    )
