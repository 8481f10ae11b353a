"""What was found at each address when it was last asked for: what a polite second request needs to know."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Connection, ForeignKey, Integer, Table, Text, delete, insert, select

from quoth.domain import Skipped
from quoth.errors import ErrorKind
from quoth.reading.visits import Visit
from quoth.record.knowing import recognised
from quoth.record.tables import Utc, metadata
from quoth.record.tombstones import buried, signs

fetches = Table(
    "fetches",
    metadata,
    Column("url", Text, primary_key=True),
    Column("fetched_at", Utc, nullable=False),
    Column("status", Integer),  # of the answer; NULL where there was none
    Column("etag", Text),
    Column("last_modified", Text),
    Column("bytes", Text),  # as in `origins`; NULL of a feed or site map
    Column("words", Text),  # SHA-256 of what may hold statements
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), index=True),  # forgotten with it
    Column("collection", Text),
    Column("unchanged", Integer, nullable=False),  # times in a row
    Column("reservation", Text),  # what the site reserves
    Column("overridden", Boolean, nullable=False),  # kept in spite of it
    Column("skipped", Text),  # the kind of reason why it yielded no article
    Column("message", Text),
)


def last_visit(connection: Connection, url: str) -> Visit | None:
    """The last visit to the address, if any."""
    row = connection.execute(select(fetches).where(fetches.c.url == url)).first()
    if row is None:
        return None
    return Visit(
        row.url,
        row.fetched_at,
        row.status,
        row.etag,
        row.last_modified,
        row.bytes,
        row.words,
        row.collection,
        row.unchanged,
        row.reservation,
        row.overridden,
        Skipped(row.url, ErrorKind(row.skipped), row.message) if row.skipped else None,
    )


def note_visit(connection: Connection, visit: Visit) -> None:
    """Keeps the visit in place of an earlier one to the address; not of a page that is to stay forgotten."""
    if buried(connection, signs(visit.digest, visit.url, None)):
        return
    connection.execute(delete(fetches).where(fetches.c.url == visit.url))
    connection.execute(
        insert(fetches),
        {
            "url": visit.url,
            "fetched_at": visit.fetched_at,
            "status": visit.status,
            "etag": visit.etag,
            "last_modified": visit.last_modified,
            "bytes": visit.digest,
            "words": visit.words,
            "article": recognised(connection, visit.digest)[0] if visit.digest else None,
            "collection": visit.collection,
            "unchanged": visit.unchanged,
            "reservation": visit.reservation,
            "overridden": visit.overridden,
            "skipped": visit.skipped.kind.value if visit.skipped else None,
            "message": visit.skipped.message if visit.skipped else None,
        },
    )
