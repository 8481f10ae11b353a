"""Everything that quoth raises on purpose.

QuothError                 one line for the user; --debug adds the traceback
├── ReadError              an origin could not be turned into an Article; `kind` says how
├── ModelError             the weights are missing, damaged, or were given what they cannot score
├── CorrectionError        an editor's change or notice does not fit what is on record; says why, and what would
├── RecordError            the record cannot be opened, read or written; names it and says what to do
└── UsageError             the command line asks for something that does not exist
    └── QueryError         what is looked for cannot be understood; names the place and says what is allowed
"""

from __future__ import annotations

from enum import StrEnum


class ErrorKind(StrEnum):
    """Why an origin yielded no article (the contract's `error.kind`)."""

    NOT_FOUND = "not_found"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    EMPTY = "empty"
    NO_ARTICLE = "no_article"
    LANGUAGE = "language"
    BAD_ROW = "bad_row"


class QuothError(Exception):
    """Root of the tree."""


class ReadError(QuothError):
    """An origin could not be turned into an Article."""

    def __init__(self, origin: str, kind: ErrorKind, reason: str) -> None:
        super().__init__(f"{origin}: {reason}")
        self.origin, self.kind, self.reason = origin, kind, reason


class ModelError(QuothError):
    """The weights cannot be used, or were given what they cannot score."""


class RecordError(QuothError):
    """The record cannot be opened, read or written."""

    def __init__(self, record: str, reason: str) -> None:
        super().__init__(f"{record}: {reason}")
        self.record, self.reason = record, reason


class CorrectionError(QuothError):
    """An editor's change or notice does not fit what is on record."""


class UsageError(QuothError):
    """The command line asks for something that does not exist."""


class QueryError(UsageError):
    """What is looked for cannot be understood. `place` counts characters from 1; None where it is in none."""

    def __init__(self, reason: str, place: int | None = None) -> None:
        reason = " ".join(reason.split())  # what was typed may hold line ends
        super().__init__(f"query{f', at {place}' if place else ''}: {reason}")
        self.reason, self.place = reason, place
