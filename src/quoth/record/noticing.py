"""Gives, proposes, confirms and lifts notices on record, and finds those that concern an article or some statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, insert, or_, select, update

from quoth.domain import Notice, NoticeKind, Reading
from quoth.errors import UsageError
from quoth.record import tables
from quoth.record.desk_tables import notices as table
from quoth.record.editors import Editor
from quoth.record.notices import NAMED, About, Noted
from quoth.record.publishers_notes import notes
from quoth.record.rows import folded

PUBLISHER = "publisher"  # who gives a notice that was read from the page


def give(connection: Connection, about: About, notice: Notice, editor: Editor) -> Noted:
    """Puts the notice on record; the caller draws what it concerns anew."""
    speaker = folded(about.speaker) if about.speaker else None
    row = {
        "article": about.article,
        "statement": about.statement,
        "speaker": about.speaker,
        "folded": speaker,
        "kind": notice.kind.value,
        "day": notice.day,
        "text": notice.text,
        "by": editor.by,
        "at": editor.at,
        "proposed": notice.proposed,
    }
    id_ = connection.execute(insert(table).returning(table.c.id), row).scalar_one()
    return Noted(id_, about, notice, editor.by, editor.at)


def propose(connection: Connection, reading: Reading, now: datetime) -> list[Noted]:
    """Puts the publisher's own notes on record, each once, even where it was lifted: it was looked at then."""
    id_, found = reading.article.id, notes(reading.article)
    if not found:
        return []
    known = set(connection.scalars(select(table.c.text).where(table.c.article == id_)))
    new = [one for one in found if one.text not in known]
    return [give(connection, About(article=id_), one, Editor(PUBLISHER, now)) for one in new]


def lift(connection: Connection, number: int, editor: Editor) -> Noted:
    """Takes the notice out of force. Raises UsageError where it is not in force."""
    one = _one(connection, number)
    if one.lifted_at is not None:
        raise UsageError(f"{number}: it was lifted by {one.lifted_by} already")
    change = {"lifted_by": editor.by, "lifted_at": editor.at}
    connection.execute(update(table).where(table.c.id == number).values(**change))
    return _one(connection, number)


def confirm(connection: Connection, number: int, editor: Editor) -> Noted:
    """Confirms a notice that was proposed. Raises UsageError where it was not."""
    one = _one(connection, number)
    if not one.notice.proposed or one.lifted_at is not None:
        raise UsageError(f"{number}: this notice is not waiting to be confirmed")
    change = {"proposed": False, "by": f"{one.by}, confirmed by {editor.by}"}
    connection.execute(update(table).where(table.c.id == number).values(**change))
    return _one(connection, number)


def listed(connection: Connection, about: About | None = None, *, proposed: bool = False) -> list[Noted]:
    """The notices that were not lifted, by id: all, or those about this; `proposed`: the unconfirmed."""
    query = select(table).where(table.c.lifted_at.is_(None)).order_by(table.c.id)
    if about is not None and about.statement is not None:
        query = query.where(table.c.statement == about.statement)
    elif about is not None and about.speaker is not None:
        query = query.where(table.c.folded == folded(about.speaker))
    elif about is not None:
        query = query.where(table.c.article == about.article)
    return [_noted(row) for row in connection.execute(query.where(table.c.proposed) if proposed else query)]


def concerning(connection: Connection, article: str, speakers: Iterable[str]) -> list[Noted]:
    """Every notice about the article, its statements, and speakers of these names, lifted ones too."""
    names = [folded(name) for name in speakers]
    about = or_(table.c.article == article, table.c.folded.in_(names))
    return [_noted(row) for row in connection.execute(select(table).where(about).order_by(table.c.id))]


def found(connection: Connection, about: About) -> About:
    """The same with the article of a statement told. Raises UsageError where what it is about is not on record."""
    if about.statement is not None:
        known = tables.statements.c.id == about.statement
        if about.article is not None:
            known &= tables.statements.c.article == about.article
        article = connection.scalar(select(tables.statements.c.article).where(known))
        if article is None:
            raise UsageError(f"{about.statement}: no such statement is on record")
        return About(article, about.statement)
    if about.article is not None:
        if connection.scalar(select(tables.articles.c.id).where(tables.articles.c.id == about.article)) is None:
            raise UsageError(f"{about.article}: no such article is on record")
    elif about.speaker is None:
        raise UsageError("a notice is about something: give an article, a statement or a speaker")
    elif not concerned(connection, about):
        raise UsageError(f"{about.speaker}: no article or statement of that id, and no named speaker, is on record")
    return about


def concerned(connection: Connection, about: About) -> list[str]:
    """The articles that a notice about this concerns, by id."""
    if about.article is not None:
        return [about.article]
    names, kinds = tables.speakers.c, [kind.value for kind in NAMED]
    here = select(names.article).where(names.folded == folded(about.speaker or ""), names.kind.in_(kinds))
    return sorted(set(connection.scalars(here)))


def notices_for(connection: Connection, statements: Sequence[str]) -> dict[str, tuple[Notice, ...]]:
    """What a reader must know of each of these statements, by id: notices of its article, of it, and of its speakers.

    Only of those that have any; for a page of hits. Notices that are proposed come along.
    """
    mine = tables.statements.c.id.in_(statements)
    rows = connection.execute(
        select(tables.statements.c.key, tables.statements.c.id, tables.statements.c.article).where(mine)
    )
    ids = {row.key: (row.id, row.article) for row in rows}
    said = tables.statement_speakers.c
    kinds = [kind.value for kind in NAMED]
    who = select(said.statement, said.folded).where(said.statement.in_(list(ids)), said.kind.in_(kinds))
    names: dict[str, list[str]] = {}
    for key, name in connection.execute(who):
        names.setdefault(ids[key][0], []).append(name)
    articles, everybody = {article for _, article in ids.values()}, {name for some in names.values() for name in some}
    about = or_(table.c.article.in_(articles), table.c.folded.in_(everybody))
    inforce = select(table).where(about, table.c.lifted_at.is_(None)).order_by(table.c.id)
    noted = [_noted(row) for row in connection.execute(inforce)]
    found = {id_: tuple(_of(noted, id_, article, names.get(id_, []))) for id_, article in ids.values()}
    return {id_: some for id_, some in found.items() if some}


def _of(noted: Sequence[Noted], id_: str, article: str, names: Sequence[str]) -> Iterable[Notice]:
    for one in noted:
        about = one.about
        mine = about.statement == id_ if about.statement else about.article == article
        if mine or (about.speaker is not None and folded(about.speaker) in names):
            yield one.notice


def _one(connection: Connection, number: int) -> Noted:
    row = connection.execute(select(table).where(table.c.id == number)).first()
    if row is None:
        raise UsageError(f"{number}: no such notice is on record; --list shows them")
    return _noted(row)


def _noted(row: Row[tuple[object, ...]]) -> Noted:
    about = About(row.article, row.statement, row.speaker)
    notice = Notice(NoticeKind(row.kind), row.day, row.text, row.proposed)
    return Noted(row.id, about, notice, row.by, row.at, row.lifted_by, row.lifted_at)
