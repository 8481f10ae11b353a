"""Puts a reading on record, once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, text, update

from quoth.contract import to_contract
from quoth.domain import Reading
from quoth.record import tables
from quoth.record.blacking import without_speaker
from quoth.record.fixing import draw
from quoth.record.knowing import remember, same_copy, versions_of
from quoth.record.noticing import propose
from quoth.record.planning import Change, Kept, digest, plan
from quoth.record.rows import article_row
from quoth.record.same_page import at_its_address
from quoth.record.search.indexing import add_collection
from quoth.record.search.meanings import attach
from quoth.record.search.meanings import remember as keep_meanings
from quoth.record.search.vectors import Floats
from quoth.record.tombstones import buried, signs_of, speaker_signs


@dataclass(frozen=True, slots=True)
class Offered:
    """A reading that is offered to the record, and what comes with it."""

    reading: Reading
    collection: str
    bytes_digest: str | None = None  # of what the article was read from
    meanings: Mapping[str, Floats] | None = None  # by quote


def keep(connection: Connection, offered: Offered, now: datetime) -> Kept:
    """Puts the reading on record, within the caller's transaction, and says what became of it."""
    reading = offered.reading
    its, speakers = signs_of(reading.article), speaker_signs(reading)
    forgotten = buried(connection, [*its, *speakers])
    if not speakers.keys() >= set(forgotten):
        return Kept(None, Change.FORGOTTEN)
    for name in sorted(speakers[sign] for sign in forgotten):
        reading = without_speaker(reading, name)
    reading = replace(reading, article=at_its_address(connection, reading.article))
    done = _kept(connection, replace(offered, reading=reading), now)
    if offered.bytes_digest is not None and done.article is not None:
        remember(connection, offered.bytes_digest, done.article)
    return done


def _kept(connection: Connection, offered: Offered, now: datetime) -> Kept:
    article = offered.reading.article
    copy = same_copy(connection, article)
    change = Change.KNOWN if copy is not None else plan(versions_of(connection, article.id), offered.reading)
    if change is not Change.KNOWN:
        _write(connection, offered, change, now)
        return Kept(article.id, change)
    held = copy or article.id
    collect(connection, held, offered.collection)
    if offered.meanings:
        attach(connection, held, offered.meanings)
    return Kept(held, change)


def collect(connection: Connection, article: str, collection: str) -> None:
    """Puts the article into the collection too."""
    if connection.execute(COLLECT, {"article": article, "name": collection}).rowcount:
        add_collection(connection, article, collection)


def _write(connection: Connection, offered: Offered, change: Change, now: datetime) -> None:
    """Everything that is said of its statements must be on record before they are drawn: then they are drawn once."""
    reading, article = offered.reading, offered.reading.article
    number = 1
    if change is Change.ADDED:
        new = article_row(reading) | {"version": 1, "digest": digest(article), "story": article.id, "added_at": now}
        connection.execute(INSERT_ARTICLE, new)
    else:
        number = connection.execute(NEXT_VERSION, {"its": article.id, "digest": digest(article)}).scalar_one()
    connection.execute(INSERT_VERSION, _version_row(reading, now) | {"number": number})
    connection.execute(COLLECT, {"article": article.id, "name": offered.collection})
    if offered.meanings:
        keep_meanings(connection, offered.meanings)
    propose(connection, reading, now)
    draw(connection, reading, is_new=change is Change.ADDED)


INSERT_ARTICLE = insert(tables.articles)
INSERT_VERSION = insert(tables.versions)
COLLECT = text("INSERT INTO collections (article, name) VALUES (:article, :name) ON CONFLICT DO NOTHING")
NEXT_VERSION = (
    update(tables.articles)
    .where(tables.articles.c.id == bindparam("its"))
    .values(version=tables.articles.c.version + 1)
    .returning(tables.articles.c.version)
)


def _version_row(reading: Reading, now: datetime) -> dict[str, object]:
    value = to_contract(reading)
    text = value["article"].pop("text")
    return {
        "article": reading.article.id,
        "digest": digest(reading.article),
        "text": text,
        "reading": json.dumps(value, ensure_ascii=False),
        "model": reading.model,
        "quoth": value["article"]["read_by"]["quoth"],
        "read_at": now,
    }
