"""What the database says when it fails, as a RecordError that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from quoth.errors import RecordError

HINTS = (
    ("disk is full", "the disk is full; what was added so far is safe: make room, then run the same command again"),
    ("No space left", "the disk is full; what was added so far is safe: make room, then run the same command again"),
    ("could not extend file", "the server's disk is full; make room, then run the same command again"),
    ("disk I/O error", "the disk failed or is full; check it, then run the same command again"),
    ("database is locked", "another program has kept it locked for a minute; close that program and try again"),
    ("file is not a database", "it is not a record of quoth; give another path"),
    ("malformed", "the file is damaged; restore a backup"),
    ("unable to open database", "it cannot be opened; check the path and its permissions"),
    ("readonly database", "it may not be written to; check its permissions"),
    ("connection failed", "the server does not answer; check the address, and that it runs"),
    ("does not exist", "the server has no such database or role; create it, or check the address"),
)


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Raises RecordError, naming the record, for whatever the database raises inside."""
    try:
        yield
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error)
        reason = next((hint for sign, hint in HINTS if sign in said), " ".join(said.split())[:200])
        raise RecordError(name, reason) from error
