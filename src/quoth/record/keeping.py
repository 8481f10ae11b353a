"""Puts a reading on record, once, and gets it back as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, Row, insert, select, update

from quoth.contract import from_contract, to_contract
from quoth.domain import Reading
from quoth.record import tables
from quoth.record.planning import Change, Kept, Version, digest, plan
from quoth.record.projecting import project
from quoth.record.rows import article_row


def keep(connection: Connection, reading: Reading, now: datetime) -> Kept:
    """Puts the reading on record, within the caller's transaction, and says what became of it."""
    copy = _same_copy(connection, reading)
    if copy is not None:
        return Kept(copy, Change.KNOWN)
    change = plan(_versions(connection, reading.article.id), reading)
    if change is not Change.KNOWN:
        _write(connection, reading, change, now)
    return Kept(reading.article.id, change)


def recognised(connection: Connection, bytes_digest: str) -> str | None:
    """The id of the article that was read from the same bytes before."""
    return connection.scalar(select(tables.origins.c.article).where(tables.origins.c.bytes == bytes_digest))


def remember(connection: Connection, bytes_digest: str, article: str) -> None:
    """Keeps that these bytes are that article."""
    if recognised(connection, bytes_digest) is None:
        connection.execute(insert(tables.origins), {"bytes": bytes_digest, "article": article})


def is_collected(connection: Connection, article: str, collection: str) -> bool:
    """Whether the article is in the collection."""
    mine = (tables.collections.c.article == article) & (tables.collections.c.name == collection)
    return connection.execute(select(tables.collections).where(mine)).first() is not None


def collect(connection: Connection, article: str, collection: str) -> None:
    """Puts the article into the collection too."""
    if not is_collected(connection, article, collection):
        connection.execute(insert(tables.collections), {"article": article, "name": collection})


def readings(connection: Connection) -> Iterator[Reading]:
    """Every article's newest reading as the machine made it, by article id."""
    newest = tables.articles.join(
        tables.versions,
        (tables.versions.c.article == tables.articles.c.id) & (tables.versions.c.number == tables.articles.c.version),
    )
    query = select(tables.versions).select_from(newest).order_by(tables.articles.c.id)
    for row in connection.execution_options(yield_per=100).execute(query):
        yield reading_of(row)


def reading(connection: Connection, article: str, number: int | None = None) -> Reading | None:
    """The article's reading of that number, or its newest; None where there is none."""
    query = select(tables.versions).where(tables.versions.c.article == article)
    if number is not None:
        query = query.where(tables.versions.c.number == number)
    row = connection.execute(query.order_by(tables.versions.c.number.desc()).limit(1)).first()
    return None if row is None else reading_of(row)


def reading_of(row: Row[tuple[object, ...]]) -> Reading:
    """The reading that a row of `versions` holds."""
    value = json.loads(row.reading)
    value["article"]["text"] = row.text
    return from_contract(value)


def _same_copy(connection: Connection, reading: Reading) -> str | None:
    """The id of another article of the same outlet that prints the same words: one page under two addresses."""
    article = reading.article
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
    project(connection, reading)


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
