"""One row of JSON lines in, its article out: an object with `text`, and what is known of it beside."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from quoth.domain import Article, DateBasis, Published, ReadOptions
from quoth.errors import ErrorKind, ReadError
from quoth.reading.bylines import names_in, split_names
from quoth.reading.language import checked_language
from quoth.reading.plain import read_plain
from quoth.reading.published import published

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
GIVEN_DAY = re.compile(r"(?P<year>\d{4})(?:-?(?P<month>\d\d)(?:-?(?P<day>\d\d))?)?(?:[T ].*)?")
FIELD_HINT = 'a row is an object with "text" and optionally id, title, date, url, outlet or publisher, author'


def read_row(line: bytes, origin: str, options: ReadOptions) -> Article:
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
