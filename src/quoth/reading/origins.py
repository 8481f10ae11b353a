"""Every origin's articles: in go paths, URLs and `-`, out comes for each, in order, an Article or why there is none."""

from __future__ import annotations

import gzip
import os
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from quoth.domain import Article, ReadOptions, Skipped
from quoth.errors import ErrorKind, ReadError
from quoth.reading.folders import PACKED_SUFFIX, files_in
from quoth.reading.given import Given, unread_of
from quoth.reading.inflate import GZIP, GZIP_MAGIC
from quoth.reading.listings import MAX_LISTING_BYTES, listing_root
from quoth.reading.rows import looks_like_row, unread_rows
from quoth.reading.unread import Unread

if TYPE_CHECKING:
    from quoth.reading.politeness import Guest

DEFAULTS = ReadOptions()
STDIN = "-"
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
ROWS_SUFFIX = ".jsonl"
ARCHIVE_MAGIC = b"WARC/"


def articles(
    origins: Iterable[str], options: ReadOptions = DEFAULTS, stdin: BinaryIO | None = None
) -> Iterator[Article | Skipped]:
    """Each origin's articles, lazily and in the order given. What cannot be read is a Skipped, and the others go on.

    An origin is a file, a folder, a URL, a feed or site map (as a file or a URL), a `.jsonl` file of rows, a WARC, or
    `-` for `stdin`; `.gz` of a file is unpacked.
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
    origins: Iterable[str],
    options: ReadOptions = DEFAULTS,
    stdin: BinaryIO | None = None,
    guest: Guest | None = None,
) -> Iterator[Unread | Skipped]:
    """What each origin holds, fetched and unpacked but not yet read, lazily and in the order given.

    The `guest` fetches what is on the web. Without one an address that is named is opened as a browser opens it, and
    only what a feed or site map lists is fetched as robots are asked to.
    """
    for origin in origins:
        yield from _unread(origin, options, stdin, guest)


def _unread(
    origin: str, options: ReadOptions, stdin: BinaryIO | None, guest: Guest | None
) -> Iterator[Unread | Skipped]:
    label = _label(origin)
    try:
        if origin == STDIN:
            yield from _from_stdin(stdin, options, guest)
        elif ADDRESS.match(origin):
            yield from _from_url(origin, options, guest)
        elif Path(origin).is_dir():
            yield from _from_folder(Path(origin), options, guest)
        else:
            yield from _from_file(Path(origin), options, guest)
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


def _from_stdin(stdin: BinaryIO | None, options: ReadOptions, guest: Guest | None) -> Iterator[Unread | Skipped]:
    if stdin is None:
        raise ReadError(STDIN, ErrorKind.EMPTY, "there is no standard input; pipe text into it")
    first = stdin.readline(options.max_bytes + 1)
    if looks_like_row(first):
        yield from unread_rows(stdin, STDIN, options, first=first)
    else:
        body = first + stdin.read(max(options.max_bytes + 1 - len(first), 0))
        yield from _from_bytes(Given(STDIN, body), options, guest)


def _from_url(origin: str, options: ReadOptions, guest: Guest | None) -> Iterator[Unread | Skipped]:
    if guest is not None:
        from quoth.reading.following import at_address

        yield from at_address(origin, guest)
        return
    from quoth.reading.fetch import fetch  # plain text must not pay for httpx

    fetched = fetch(origin, options)
    is_page = True if "html" in fetched.media_type else None
    yield from _from_bytes(Given(origin, fetched.body, fetched.url, fetched.charset, is_page), options, None)


def _from_folder(folder: Path, options: ReadOptions, guest: Guest | None) -> Iterator[Unread | Skipped]:
    is_empty = True
    for found in files_in(folder, options):
        is_empty = False
        if isinstance(found, OSError):
            reason = "the folder may not be opened; change its permissions"
            yield Skipped(_label(str(found.filename)), ErrorKind.REFUSED, reason)
        else:
            yield from _unread(str(found), options, None, guest)
    if is_empty:
        wanted = ", ".join(f"*{suffix}" for suffix in sorted(options.suffixes))
        raise ReadError(str(folder), ErrorKind.EMPTY, f"the folder holds no {wanted}; name other files one by one")


def _from_file(path: Path, options: ReadOptions, guest: Guest | None) -> Iterator[Unread | Skipped]:
    origin = _label(str(path))
    suffix = Path(path.stem if path.suffix.lower() == PACKED_SUFFIX else path.name).suffix.lower()
    with path.open("rb") as file:
        if suffix == ROWS_SUFFIX:
            rows = gzip.GzipFile(fileobj=file) if path.suffix.lower() == PACKED_SUFFIX else file
            yield from unread_rows(rows, origin, options)
        elif _is_archive(file.peek(64)):
            from quoth.reading.warc import unread_pages

            yield from unread_pages(file, origin, options)
        else:
            is_listing = listing_root(file.peek(4096)) is not None
            body = file.read((MAX_LISTING_BYTES if is_listing else options.max_bytes) + 1)
            given = Given(origin, body, is_page=True if suffix in HTML_SUFFIXES else None)
            yield from _from_bytes(given, options, guest)


def _is_archive(head: bytes) -> bool:
    if head.startswith(GZIP_MAGIC):
        try:
            head = zlib.decompressobj(GZIP).decompress(head, len(ARCHIVE_MAGIC))
        except zlib.error:
            return False
    return head.startswith(ARCHIVE_MAGIC)


def _from_bytes(given: Given, options: ReadOptions, guest: Guest | None) -> Iterator[Unread | Skipped]:
    """The one article in the bytes, or those that they list."""
    if listing_root(given.body) is None:
        yield unread_of(given, options)
        return
    from quoth.reading.following import listed
    from quoth.reading.politeness import Guest

    yield from listed(given, guest or Guest(options))
