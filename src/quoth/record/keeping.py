"""Puts a reading on record, once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from quoth.contract import to_contract
from quoth.domain import Article, Reading
from quoth.record import tables
from quoth.record.blacking import without_speaker
from quoth.record.fixing import draw
from quoth.record.noticing import propose
from quoth.record.planning import Change, Kept, Version, digest, plan
from quoth.record.rows import article_row
from quoth.record.same_page import at_its_address
from quoth.record.search.indexing import add_collection
from quoth.record.tombstones import buried, forgotten_speakers, signs_of


def keep(connection: Connection, reading: Reading, now: datetime) -> Kept:
    """Puts the reading on record, within the caller's transaction, and says what became of it."""
    if buried(connection, signs_of(reading.article)):
        return Kept(None, Change.FORGOTTEN)
    for name in forgotten_speakers(connection, reading):
        reading = without_speaker(reading, name)
    reading = replace(reading, article=at_its_address(connection, reading.article))
    copy = _same_copy(connection, reading.article)
    if copy is not None:
        return Kept(copy, Change.KNOWN)
    change = plan(_versions(connection, reading.article.id), reading)
    if change is not Change.KNOWN:
        _write(connection, reading, change, now)
    return Kept(reading.article.id, change)


def known(connection: Connection, article: Article, model: str) -> str | None:
    """The id under which the record holds these words as read by those weights; None: a reading would be news."""
    article = at_its_address(connection, article)
    copy = _same_copy(connection, article)
    if copy is not None:
        return copy
    return article.id if Version(digest(article), model) in _versions(connection, article.id) else None


RECOGNISED = (  # made once: nothing else stands between a known article and the next
    select(tables.origins.c.article, tables.collections.c.name)
    .outerjoin(
        tables.collections,
        (tables.collections.c.article == tables.origins.c.article)
        & (tables.collections.c.name == bindparam("collection")),
    )
    .where(tables.origins.c.bytes == bindparam("bytes_digest"))
)


def recognised(connection: Connection, bytes_digest: str, collection: str = "") -> tuple[str | None, bool]:
    """The id of the article that was read from the same bytes before, and whether it is in that collection."""
    row = connection.execute(RECOGNISED, {"bytes_digest": bytes_digest, "collection": collection}).first()
    return (None, False) if row is None else (row.article, row.name is not None)


def remember(connection: Connection, bytes_digest: str, article: str) -> None:
    """Keeps that these bytes are that article."""
    if recognised(connection, bytes_digest)[0] is None:
        connection.execute(insert(tables.origins), {"bytes": bytes_digest, "article": article})


def is_collected(connection: Connection, article: str, collection: str) -> bool:
    """Whether the article is in the collection."""
    mine = (tables.collections.c.article == article) & (tables.collections.c.name == collection)
    return connection.execute(select(tables.collections).where(mine)).first() is not None


def collect(connection: Connection, article: str, collection: str) -> None:
    """Puts the article into the collection too."""
    if not is_collected(connection, article, collection):
        connection.execute(insert(tables.collections), {"article": article, "name": collection})
        add_collection(connection, article, collection)


def _same_copy(connection: Connection, article: Article) -> str | None:
    """The id of another article of the same outlet that prints the same words: one page under two addresses."""
    found = select(tables.articles.c.id, tables.articles.c.outlet).where(
        tables.articles.c.digest == digest(article), tables.articles.c.id != article.id
    )
    return next((row.id for row in connection.execute(found) if row.outlet == article.outlet), None)


def _versions(connection: Connection, article: str) -> list[Version]:
    kept = select(tables.versions.c.digest, tables.versions.c.model).where(tables.versions.c.article == article)
    return [Version(row.digest, row.model) for row in connection.execute(kept)]


def _write(connection: Connection, reading: Reading, change: Change, now: datetime) -> None:
    article = reading.article
    where = tables.articles.c.id == article.id
    if change is Change.ADDED:
        new = article_row(reading) | {"version": 1, "digest": digest(article), "story": article.id, "added_at": now}
        connection.execute(insert(tables.articles), new)
    else:
        number = tables.articles.c.version + 1
        connection.execute(update(tables.articles).where(where).values(version=number, digest=digest(article)))
    number_now = connection.scalar(select(tables.articles.c.version).where(where))
    connection.execute(insert(tables.versions), _version_row(reading, now) | {"number": number_now})
    propose(connection, reading, now)
    draw(connection, reading)


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
