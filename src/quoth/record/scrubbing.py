"""Leaves nothing of deleted rows in the files of the database, and says what it cannot reach."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

BACKUPS = ".before-*"  # copies that an upgrade left beside the file: see opening
BUSY = (
    "another program is reading the record: the log beside it may hold what was forgotten "
    "until the last program closes the record"
)
CHECKPOINT_WAIT_MS = 3000  # a page that is being read is done by then; whoever reads longer is named
SERVER = (
    "the server may still hold what was forgotten in its write-ahead log until it is recycled, in archived log files, "
    "replicas, backups and logs of statements: see docs/record-corrections.md"
)


def backups(engine: Engine) -> list[Path]:
    """The copies of the record that upgrades left beside it."""
    if engine.dialect.name != "sqlite":
        return []
    path = Path(str(engine.url.database))
    return sorted(path.parent.glob(path.name + BACKUPS))


def scrub(engine: Engine) -> list[str]:
    """Writes the database anew without what was deleted; gives back what may still hold it, a line each."""
    return _sqlite(engine) if engine.dialect.name == "sqlite" else _postgresql(engine)


def _sqlite(engine: Engine) -> list[str]:
    for copy in backups(engine):
        copy.unlink()
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        # FTS5 keeps the terms of deleted rows until its segments are merged.
        for (name,) in cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'").fetchall():
            cursor.execute(f'INSERT INTO "{name}"("{name}") VALUES (\'optimize\')')
        if cursor.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'").fetchone():
            cursor.execute("ANALYZE")
        cursor.execute("VACUUM")
        [wait_ms] = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {CHECKPOINT_WAIT_MS}")
        busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {wait_ms}")
    finally:
        connection.close()
    return [BUSY] if busy else []


def _postgresql(engine: Engine) -> list[str]:
    left = [SERVER]
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        ours = "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema()"
        for table in connection.scalars(text(ours)).all():
            connection.execute(text(f"VACUUM (FULL, ANALYZE) {table}"))
        # The planner's samples of columns hold names and headlines; their old rows go only with this, which like a
        # checkpoint is for the server's owner.
        for line in ("VACUUM FULL pg_catalog.pg_statistic", "CHECKPOINT", "SELECT pg_switch_wal()", "CHECKPOINT"):
            try:
                connection.execute(text(line))
            except DBAPIError as error:
                left.append(f"the server did not allow {line!r} ({str(error.orig).strip()}): ask its owner to run it")
    return left
