"""Takes a speaker out of every version of an article, and out of what people wrote about it."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from sqlalchemy import Connection, delete, select, update

from quoth.contract import statement_ids, to_contract
from quoth.domain import Reading, Statement
from quoth.record import kept, tables
from quoth.record.corrections import SpeakerIs, change_from_json
from quoth.record.desk_tables import corrections, notices
from quoth.record.drafting import Part, Reviewed
from quoth.record.fixing import as_corrected, draw
from quoth.record.planning import digest
from quoth.record.redacting import Gone, forms, is_by, without, words_of
from quoth.record.rows import folded


def without_speaker(reading: Reading, name: str) -> Reading:
    """The reading without that speaker's statements, their words and the name."""
    part = _whole(reading)
    is_theirs = partial(is_by, reading, folded(name))
    gone = words_of(part, is_theirs, name) | Gone(names=frozenset(forms(name)))
    return without(part, gone, is_theirs, name).reading


def black_out(connection: Connection, article: str, name: str) -> None:
    """Blacks out the speaker's words and name wherever the article's versions, corrections and notices hold them."""
    query = select(tables.versions).where(tables.versions.c.article == article).order_by(tables.versions.c.number)
    versions = [(row.number, kept.reading_of(row)) for row in connection.execute(query)]
    now = as_corrected(connection, article)
    parts = [_whole(reading) for _, reading in versions] + ([now.standing, now.rejected] if now else [])
    wanted, gone = folded(name), Gone(names=frozenset(forms(name)))
    ids: set[str] = set()
    for part in parts:
        theirs = partial(is_by, part.reading, wanted)
        gone |= words_of(part, theirs, name)
        ids |= {id_ for id_, one in zip(part.ids, part.reading.statements, strict=True) if theirs(id_, one)}
    for number, reading in versions:

        def goes(id_: str, one: Statement, of: Reading = reading) -> bool:
            return id_ in ids or is_by(of, wanted, id_, one)

        _rewrite(connection, article, number, without(_whole(reading), gone, goes, name).reading)
    _clear_corrections(connection, article, gone, ids, wanted)
    _clear_notices(connection, article, gone, ids)
    newest = kept.reading(connection, article)
    if newest is not None:
        draw(connection, newest)


def _whole(reading: Reading) -> Part:
    ids = tuple(statement_ids(reading.article, reading.statements))
    return Part(reading, ids, tuple(Reviewed() for _ in ids))


def _rewrite(connection: Connection, article: str, number: int, reading: Reading) -> None:
    value = to_contract(reading)
    text = value["article"].pop("text")
    change = {"text": text, "reading": json.dumps(value, ensure_ascii=False), "digest": digest(reading.article)}
    mine = (tables.versions.c.article == article) & (tables.versions.c.number == number)
    connection.execute(update(tables.versions).where(mine).values(**change))
    newest = (tables.articles.c.id == article) & (tables.articles.c.version == number)
    connection.execute(update(tables.articles).where(newest).values(digest=change["digest"]))


def _clear_corrections(connection: Connection, article: str, gone: Gone, ids: set[str], wanted: str) -> None:
    for row in connection.execute(select(corrections).where(corrections.c.article == article)).all():
        change, mine = change_from_json(row.change), corrections.c.id == row.id
        names = change.names if isinstance(change, SpeakerIs) else ()
        if row.statement in ids or wanted in map(folded, names):
            connection.execute(delete(corrections).where(mine))
            continue
        cleared = {"said": gone.out_of(row.said), "why": gone.out_of(row.why or "") or None}
        cleared |= {column: _json_without(gone, getattr(row, column)) for column in ("change", "seen")}
        connection.execute(update(corrections).where(mine).values(**cleared))


def _clear_notices(connection: Connection, article: str, gone: Gone, ids: set[str]) -> None:
    connection.execute(delete(notices).where(notices.c.statement.in_(ids)))
    for row in connection.execute(select(notices).where(notices.c.article == article)).all():
        connection.execute(update(notices).where(notices.c.id == row.id).values(text=gone.out_of(row.text)))


def _json_without(gone: Gone, text: str | None) -> str | None:
    return None if text is None else json.dumps(_value_without(gone, json.loads(text)), ensure_ascii=False)


def _value_without(gone: Gone, value: Any) -> Any:
    if isinstance(value, str):
        return gone.out_of(value)
    if isinstance(value, list):
        return [_value_without(gone, one) for one in value]
    return {key: _value_without(gone, one) for key, one in value.items()} if isinstance(value, dict) else value
