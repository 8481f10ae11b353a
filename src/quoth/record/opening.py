"""Opens a record by path or URL: makes it, brings an older one up to date with a backup, refuses a newer one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, OperationalError, ProgrammingError

from quoth.errors import RecordError
from quoth.record.failures import translated
from quoth.record.store import SqlRecord

VARIABLE = "QUOTH_RECORD"
MIGRATIONS = Path(__file__).parent / "migrations"
NEWEST = max(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "mmap_size=1073741824")
SQLITE_WAIT_S = 60.0  # another process's write takes milliseconds; a minute is a disk that hangs


def open_record(where: str | None = None, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> SqlRecord:
    """The record at that path or URL, else at QUOTH_RECORD, else in the user's data directory; made if need be.

    Raises: RecordError where it cannot be opened, is no record, or was made by a newer quoth.
    """
    url = address(where or os.environ.get(VARIABLE) or str(user_data_path("quoth") / "quoth.db"))
    name = url.database if is_sqlite(url) else url.render_as_string(hide_password=True)
    with translated(str(name)):
        engine = _sqlite(url) if is_sqlite(url) else _postgres(url)
        try:
            _bring_up_to_date(engine, str(name))
        except BaseException:
            engine.dispose()
            raise
    return SqlRecord(engine, str(name), clock)


def address(where: str) -> URL:
    """The SQLAlchemy URL of a path or a `postgresql://` URL. Raises RecordError."""
    if "://" not in where:
        return URL.create("sqlite", database=str(Path(where).expanduser()))
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as error:
        raise RecordError(where, "not an address of a record; give a path or postgresql://user@host/name") from error
    if url.get_backend_name() == "sqlite":
        return url
    if url.get_backend_name() not in {"postgresql", "postgres"}:
        raise RecordError(where, f"quoth keeps no record in {url.get_backend_name()}; give a path or postgresql://...")
    return url.set(drivername="postgresql+psycopg")


def is_sqlite(url: URL) -> bool:
    """Whether it is a file of SQLite, and not a server."""
    return url.get_backend_name() == "sqlite"


def _sqlite(url: URL) -> Engine:
    path = Path(url.database or "")
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": SQLITE_WAIT_S})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    """Settings of each SQLite connection; the transactions are begun by `_begin`, not by the driver."""
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: two that read first and write later would both wait for each other."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgres(url: URL) -> Engine:
    try:
        return create_engine(url)
    except ModuleNotFoundError as error:
        raise RecordError(
            url.render_as_string(), "PostgreSQL needs two packages: pip install 'quoth[postgres]'"
        ) from error


# ---- the shape of the tables


def _bring_up_to_date(engine: Engine, name: str) -> None:
    if _revision(engine) != NEWEST:
        from quoth.record.upgrading import upgrade  # alembic takes a quarter of a second to load

        upgrade(engine, name)


def _revision(engine: Engine) -> str | None:
    """The revision that the record says it has; None where it says nothing."""
    try:
        with engine.connect() as connection:
            found = connection.scalar(text("SELECT version_num FROM alembic_version"))
            return None if found is None else str(found)
    except (OperationalError, ProgrammingError):  # there is no such table: whatever else is wrong is told by upgrade
        return None
