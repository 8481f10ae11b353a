"""The articles in JSON lines: each line an object with `text`, and what is known of it beside."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Protocol, cast

from quoth.domain import Article, DateBasis, Published, ReadOptions, Skipped
from quoth.errors import ErrorKind, ReadError
from quoth.reading.bylines import names_in, split_names
from quoth.reading.language import checked_language
from quoth.reading.plain import read_plain
from quoth.reading.published import published
from quoth.reading.unread import Unread, digest_of


class LineReader(Protocol):
    """A binary file as far as rows need it; packed ones are not BinaryIO to a type checker."""

    def readline(self, size: int, /) -> bytes: ...


LONE_SURROGATE = re.compile("[\ud800-\udfff]")
GIVEN_DAY = re.compile(r"(?P<year>\d{4})(?:-?(?P<month>\d\d)(?:-?(?P<day>\d\d))?)?(?:[T ].*)?")
FIELD_HINT = 'a row is an object with "text" and optionally id, title, date, url, outlet or publisher, author'


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
    """The row's article. Raises ReadError."""
    if len(line) > options.max_bytes:
        reason = f"the row is larger than {options.max_bytes:,} bytes; split it"
        raise ReadError(origin, ErrorKind.TOO_LARGE, reason)
    return _article(_row(line, origin), options)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row's fields by name, those that are absent, null or blank left out."""

    origin: str
    fields: Mapping[str, object]

    def words(self, *names: str) -> str | None:
        """The first of the fields that is there; a number counts as its digits. Raises ReadError (BAD_ROW)."""
        for name in names:
            value = self.fields.get(name)
            if isinstance(value, str):
                return _sound(value)
            if isinstance(value, int | float) and not isinstance(value, bool):
                return str(value)
            if value is not None:
                raise self.bad(f'"{name}" must be a string; {FIELD_HINT}')
        return None

    def names(self, name: str) -> tuple[str, ...]:
        """The names in a field that holds a string or a list of strings; what is neither is left out."""
        value = self.fields.get(name)
        given = value if isinstance(value, list) else [value]
        lines = [_sound(line).strip() for line in given if isinstance(line, str)]
        return tuple(dict.fromkeys(found for line in lines for found in names_in(line) or split_names(line)))

    def bad(self, reason: str) -> ReadError:
        return ReadError(self.origin, ErrorKind.BAD_ROW, reason)


def _row(line: bytes, origin: str) -> _Row:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReadError(origin, ErrorKind.BAD_ROW, "the row is not UTF-8; save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        reason = f"the row is not JSON ({type(error).__name__}); {FIELD_HINT}"
        raise ReadError(origin, ErrorKind.BAD_ROW, reason) from error
    if not isinstance(row, dict):
        raise ReadError(origin, ErrorKind.BAD_ROW, f"the row is no object; {FIELD_HINT}")
    fields = cast("dict[str, object]", row)
    return _Row(
        origin, {k: v for k, v in fields.items() if v is not None and not (isinstance(v, str) and not v.strip())}
    )


def _article(row: _Row, options: ReadOptions) -> Article:
    text = _text(row)
    url, title = row.words("url"), row.words("title")
    article = read_plain(text, row.origin, url=url, title=title)
    return replace(
        article,
        id=row.words("id") or article.id,
        outlet=row.words("outlet", "publisher"),
        byline=row.names("author") or article.byline,
        language=checked_language(article),
        published=_given(options.published) or _given_in(row) or published(None, text, url),
    )


def _text(row: _Row) -> str:
    text = row.fields.get("text")
    if isinstance(text, str):
        return _sound(text)
    if text is None and "text" not in row.fields:
        raise row.bad(f'the row has no "text", or a blank one; {FIELD_HINT}')
    raise row.bad(f'"text" must be a string; {FIELD_HINT}')


def _sound(words: str) -> str:
    """The words with U+FFFD for each half of a broken surrogate pair, which no file can hold; offsets stay."""
    return LONE_SURROGATE.sub("\ufffd", words)


def _given(day: date | None) -> Published | None:
    return None if day is None else Published(day, day, DateBasis.GIVEN)


def _given_in(row: _Row) -> Published | None:
    """The row's date; a month or a year stands for all its days. Raises ReadError (BAD_ROW)."""
    given = row.words("date")
    if given is None:
        return None
    match = GIVEN_DAY.fullmatch(given.strip())
    try:
        return _days(match) if match else _no_date(row, given)
    except ValueError:
        return _no_date(row, given)


def _no_date(row: _Row, given: str) -> Published:
    raise row.bad(f"{given[:40]!r} is no date; write it as YYYY-MM-DD")


def _days(match: re.Match[str]) -> Published:
    year, month, day = (int(match[name]) if match[name] else None for name in ("year", "month", "day"))
    first = date(year or 0, month or 1, day or 1)
    if day is not None:
        return Published(first, first, DateBasis.GIVEN)
    after = date(first.year + 1, 1, 1) if month is None or month == 12 else date(first.year, month + 1, 1)
    return Published(first, date.fromordinal(after.toordinal() - 1), DateBasis.GIVEN)
