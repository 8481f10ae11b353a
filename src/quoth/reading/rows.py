"""The articles in JSON lines: each line an object with `text`, and what is known of it beside."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from itertools import chain
from typing import Protocol

from quoth.domain import Article, ReadOptions, Skipped
from quoth.errors import ErrorKind
from quoth.reading.unread import Unread, digest_of


class LineReader(Protocol):
    """A binary file as far as rows need it; packed ones are not BinaryIO to a type checker."""

    def readline(self, size: int, /) -> bytes: ...


def unread_rows(
    file: LineReader, origin: str, options: ReadOptions, *, first: bytes = b""
) -> Iterator[Unread | Skipped]:
    """Each row, to be read when asked for; its origin is FILE:LINE. Blank lines are ignored.

    `first` is the first line where the caller has read it already, to see whether there are rows at all.
    """
    number = 0
    try:
        for number, line in enumerate(chain([first] * bool(first), _lines(file, options.max_bytes)), 1):
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield _unread(line, f"{origin}:{number}", options)
    except (OSError, EOFError, zlib.error) as error:  # a packed file that breaks off
        reason = f"the file is damaged after line {number} ({type(error).__name__}); get it again"
        yield Skipped(f"{origin}:{number + 1}", ErrorKind.BAD_ROW, reason)


def looks_like_row(line: bytes) -> bool:
    """Whether the first line of some input is a row: what is piped in has no file name to tell."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and isinstance(row.get("text"), str)


def _lines(file: LineReader, max_bytes: int) -> Iterator[bytes]:
    """The lines, each up to one byte more than allowed: of a longer one the rest is dropped, not kept in memory."""
    while line := file.readline(max_bytes + 1):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(max_bytes + 1)
        yield line


def _unread(line: bytes, origin: str, options: ReadOptions) -> Unread:
    return Unread(origin, digest_of(line.strip(), None, options), lambda: _read(line, origin, options))


def _read(line: bytes, origin: str, options: ReadOptions) -> Article:
    from quoth.reading.row import read_row  # what is known by its bytes is not read: its reader need not be loaded

    return read_row(line, origin, options)
