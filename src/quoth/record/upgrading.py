"""Brings a record up to date with alembic's revisions: makes the tables, or keeps a copy of an older file first."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from quoth.errors import RecordError

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine, name: str) -> None:
    """Brings the record to the newest revision. Raises RecordError where a newer quoth has made it."""
    script = ScriptDirectory(str(MIGRATIONS))
    with engine.connect() as connection:
        now = MigrationContext.configure(connection).get_current_revision()
    if now == script.get_current_head():
        return
    if now is not None and now not in {revision.revision for revision in script.walk_revisions()}:
        raise RecordError(name, "it was made by a newer quoth; update with pip install -U quoth")
    if now is not None and engine.dialect.name == "sqlite":
        _back_up(Path(str(engine.url.database)), now)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if MigrationContext.configure(connection).get_current_revision() != script.get_current_head():
            command.upgrade(_config(connection), "head")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _back_up(path: Path, revision: str) -> Path:
    """Copies the file as it was before an upgrade; SQLite's own backup takes what is still in the log along."""
    copy = path.with_name(f"{path.name}.before-{revision}")
    with sqlite3.connect(path) as old, sqlite3.connect(copy) as new:
        old.backup(new)
    old.close()
    new.close()
    return copy
