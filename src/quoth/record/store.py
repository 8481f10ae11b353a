"""The Record on SQL: one class for both databases; each answer's rules live in the module that it calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine, text

from quoth.domain import Reading
from quoth.record import keeping
from quoth.record.failures import translated
from quoth.record.planning import Kept
from quoth.record.protocol import DEFAULT_COLLECTION

WRITERS_LOCK = 0x71756F7468  # "quoth": one writer at a time on a server too, so that stories are joined in one order


class SqlRecord:
    """A Record in SQLite or PostgreSQL. `open_record` makes it; promises as in the Protocol."""

    def __init__(self, engine: Engine, name: str, clock: Callable[[], datetime]) -> None:
        self.engine, self.name, self.clock = engine, name, clock

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A connection to read from, at one moment of the record."""
        with translated(self.name), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a transaction that is the only writer; an exception undoes all of it."""
        with (
            translated(self.name),
            self.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITERS_LOCK})
            yield connection

    def recognise(self, bytes_digest: str, collection: str = DEFAULT_COLLECTION) -> str | None:
        with self.looking() as connection:
            article = keeping.recognised(connection, bytes_digest)
            if article is None or keeping.is_collected(connection, article, collection):
                return article
        with self.writing() as connection:
            keeping.collect(connection, article, collection)
        return article

    def keep(self, reading: Reading, collection: str = DEFAULT_COLLECTION, bytes_digest: str | None = None) -> Kept:
        with self.writing() as connection:
            kept = keeping.keep(connection, reading, self.clock())
            if kept.article is not None:
                keeping.collect(connection, kept.article, collection)
                if bytes_digest is not None:
                    keeping.remember(connection, bytes_digest, kept.article)
        return kept

    def reading(self, article: str, version: int | None = None) -> Reading | None:
        with self.looking() as connection:
            return keeping.reading(connection, article, version)

    def readings(self) -> Iterator[Reading]:
        with self.looking() as connection:
            yield from keeping.readings(connection)
