"""Whom editors marked private: who that is in an article, and which statements are theirs, as a condition of SQL."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, exists, select, true

from quoth.record.dossiers import tables
from quoth.record.tables import statement_speakers, statements

ENTRIES, DOSSIERS = tables.entries.c, tables.dossiers.c
PRIVATE = select(DOSSIERS.id).where(DOSSIERS.private)


def private_names(connection: Connection, article: str) -> list[str]:
    """The names under which private persons speak in the article."""
    mine = select(ENTRIES.name).where(ENTRIES.article == article, ENTRIES.dossier.in_(PRIVATE))
    return sorted(set(connection.scalars(mine)))


def public_voice(connection: Connection) -> ColumnElement[bool]:
    """True of rows of `statement_speakers`, beside their statement's, whose speaker is not private."""
    return ~_private(statement_speakers.c.number == ENTRIES.number) if _is_any(connection) else true()


def by_no_private(connection: Connection) -> ColumnElement[bool]:
    """True of rows of `statements` that no private person made."""
    spoken = statement_speakers.alias()
    theirs = (spoken.c.statement == statements.c.key, spoken.c.number == ENTRIES.number)
    return ~_private(*theirs) if _is_any(connection) else true()


def _private(*which: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(ENTRIES.article == statements.c.article, ENTRIES.dossier.in_(PRIVATE), *which)


def _is_any(connection: Connection) -> bool:
    """Whether anybody is: most records need not be asked for each statement."""
    return connection.scalar(PRIVATE.limit(1)) is not None
