"""Every origin's articles: in go paths, URLs and `-`, out comes for each, in order, an Article or why there is none."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from quoth.domain import Article, DateBasis, Published, ReadOptions, Skipped
from quoth.errors import ErrorKind, ReadError
from quoth.reading.decode import decoded
from quoth.reading.formats import has_tags, is_feed, is_html, not_text
from quoth.reading.inflate import GZIP_MAGIC, DamagedError, TooLargeError, gunzipped, limited
from quoth.reading.rows import looks_like_row, unread_rows
from quoth.reading.unread import Unread, digest_of

DEFAULTS = ReadOptions()
STDIN = "-"
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
ROWS_SUFFIX = ".jsonl"
PACKED_SUFFIX = ".gz"
EXPORT_HINT = "export it as text or HTML"


def articles(
    origins: Iterable[str], options: ReadOptions = DEFAULTS, stdin: BinaryIO | None = None
) -> Iterator[Article | Skipped]:
    """Each origin's articles, lazily and in the order given. What cannot be read is a Skipped, and the others go on.

    An origin is a file, a folder, a URL, a `.jsonl` file of rows, or `-` for `stdin`; `.gz` of a file is unpacked.
    """
    for held in unread(origins, options, stdin):
        yield held if isinstance(held, Skipped) else read_now(held)


def read_now(held: Unread) -> Article | Skipped:
    """The article, or why there is none."""
    try:
        return held.read()
    except ReadError as error:
        return Skipped(error.origin, error.kind, error.reason)


def unread(
    origins: Iterable[str], options: ReadOptions = DEFAULTS, stdin: BinaryIO | None = None
) -> Iterator[Unread | Skipped]:
    """What each origin holds, fetched and unpacked but not yet read, lazily and in the order given."""
    for origin in origins:
        yield from _unread(origin, options, stdin)


def _unread(origin: str, options: ReadOptions, stdin: BinaryIO | None) -> Iterator[Unread | Skipped]:
    label = _label(origin)
    try:
        if origin == STDIN:
            yield from _from_stdin(stdin, options)
        elif ADDRESS.match(origin):
            yield _from_url(origin, options)
        elif Path(origin).is_dir():
            yield from _from_folder(Path(origin), options)
        else:
            yield from _from_file(Path(origin), options)
    except ReadError as error:
        yield Skipped(label, error.kind, error.reason)
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        yield Skipped(label, *_why(error, origin))


def _label(origin: str) -> str:
    """The origin as it can be printed: a file name may hold bytes that are no UTF-8."""
    return os.fsencode(origin).decode("utf-8", "replace") if not origin.isprintable() else origin


def _why(error: OSError | ValueError, origin: str) -> tuple[ErrorKind, str]:
    if isinstance(error, PermissionError):
        return ErrorKind.REFUSED, "reading it is not permitted; change its permissions or copy it"
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError) or "too long" in str(error):
        is_address = re.match(r"www\.|[\w-]+(\.[\w-]+)+/", origin) is not None
        return ErrorKind.NOT_FOUND, "there is no such file; " + (
            "an address starts with https://" if is_address else "check the path; text is read from - (standard input)"
        )
    return ErrorKind.REFUSED, f"it cannot be read ({error.strerror or type(error).__name__}); check the file"


# ---- the kinds of origin


def _from_stdin(stdin: BinaryIO | None, options: ReadOptions) -> Iterator[Unread | Skipped]:
    if stdin is None:
        raise ReadError(STDIN, ErrorKind.EMPTY, "there is no standard input; pipe text into it")
    first = stdin.readline(options.max_bytes + 1)
    if looks_like_row(first):
        yield from unread_rows(stdin, STDIN, options, first=first)
    else:
        body = first + stdin.read(max(options.max_bytes + 1 - len(first), 0))
        yield _from_bytes(_Bytes(STDIN, body), options)


def _from_url(origin: str, options: ReadOptions) -> Unread:
    from quoth.reading.fetch import fetch  # plain text must not pay for httpx

    fetched = fetch(origin, options)
    is_page = True if "html" in fetched.media_type else None
    return _from_bytes(_Bytes(origin, fetched.body, fetched.url, fetched.charset, is_page), options)


def _from_folder(folder: Path, options: ReadOptions) -> Iterator[Unread | Skipped]:
    paths, closed = _files_in(folder, options)
    for path in closed:
        yield Skipped(_label(str(path)), ErrorKind.REFUSED, "the folder may not be opened; change its permissions")
    for path in paths:
        yield from _unread(str(path), options, None)
    if not paths and not closed:
        wanted = ", ".join(f"*{suffix}" for suffix in sorted(options.suffixes))
        raise ReadError(str(folder), ErrorKind.EMPTY, f"the folder holds no {wanted}; name other files one by one")


def _files_in(folder: Path, options: ReadOptions) -> tuple[list[Path], list[Path]]:
    """The readable files below the folder, sorted, and the folders that may not be opened. Hidden ones are left out."""
    paths: list[Path] = []
    closed: list[Path] = []
    for where, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths.extend(Path(where, name) for name in names if _is_wanted(name, options))
    return sorted(paths), sorted(closed)


def _is_wanted(name: str, options: ReadOptions) -> bool:
    suffixes = [suffix.lower() for suffix in Path(name).suffixes]
    if suffixes[-1:] == [PACKED_SUFFIX] and PACKED_SUFFIX in options.suffixes:
        suffixes.pop()
    return not name.startswith(".") and bool(suffixes) and suffixes[-1] in options.suffixes - {PACKED_SUFFIX}


def _from_file(path: Path, options: ReadOptions) -> Iterator[Unread | Skipped]:
    origin = _label(str(path))
    suffix = Path(path.stem if path.suffix.lower() == PACKED_SUFFIX else path.name).suffix.lower()
    with path.open("rb") as file:
        if suffix == ROWS_SUFFIX:
            rows = gzip.GzipFile(fileobj=file) if path.suffix.lower() == PACKED_SUFFIX else file
            yield from unread_rows(rows, origin, options)
        else:
            body = file.read(options.max_bytes + 1)
            yield _from_bytes(_Bytes(origin, body, is_page=True if suffix in HTML_SUFFIXES else None), options)


# ---- bytes to article


@dataclass(frozen=True, slots=True)
class _Bytes:
    """What an origin holds, and what is known of it: final address, charset, whether it is HTML (None: look)."""

    origin: str
    body: bytes
    url: str | None = None
    charset: str | None = None
    is_page: bool | None = None


def _from_bytes(given: _Bytes, options: ReadOptions) -> Unread:
    """What the bytes hold, to be read when asked for."""
    return Unread(given.origin, digest_of(given.body, given.url, options), lambda: _article(given, options))


def _article(given: _Bytes, options: ReadOptions) -> Article:
    """The article. Raises ReadError."""
    body = _unpacked(given, options)
    if not body.strip():
        raise ReadError(given.origin, ErrorKind.EMPTY, "it holds nothing; check that it was saved whole")
    text = decoded(body, given.charset)
    foreign = not_text(body, text)
    if foreign is not None:
        raise ReadError(given.origin, ErrorKind.NOT_TEXT, f"it is {foreign}; {EXPORT_HINT}")
    article = _page(text, given) if _is_page(text, given) else _plain(text, given)
    if options.published is not None:
        return replace(article, published=Published(options.published, options.published, DateBasis.GIVEN))
    return article


def _unpacked(given: _Bytes, options: ReadOptions) -> bytes:
    """The bytes without their gzip, within the limit. Raises ReadError."""
    try:
        body = limited([given.body], options.max_bytes)
        return gunzipped(body, options.max_bytes) if body.startswith(GZIP_MAGIC) else body
    except DamagedError as error:
        raise ReadError(given.origin, ErrorKind.NOT_TEXT, "the packed file is damaged; get it again") from error
    except TooLargeError as error:
        reason = f"it is larger than {options.max_bytes:,} bytes; an article is smaller: split it, or use .jsonl"
        raise ReadError(given.origin, ErrorKind.TOO_LARGE, reason) from error


def _is_page(text: str, given: _Bytes) -> bool:
    if is_feed(text):
        reason = "it is a feed or site map; give the addresses of its articles"
        raise ReadError(given.origin, ErrorKind.NO_ARTICLE, reason)
    return has_tags(text) if given.is_page else is_html(text)


def _page(text: str, given: _Bytes) -> Article:
    from quoth.reading.page import read_page  # plain text must not pay for trafilatura

    return read_page(text.replace("\0", ""), given.origin, url=given.url)


def _plain(text: str, given: _Bytes) -> Article:
    from quoth.reading.language import checked_language
    from quoth.reading.plain import read_plain
    from quoth.reading.published import published

    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if not text.strip():
        raise ReadError(given.origin, ErrorKind.EMPTY, "it holds only blank space; check that it was saved whole")
    article = read_plain(text, given.origin, url=given.url)
    return replace(article, language=checked_language(article), published=published(None, text, given.url))
