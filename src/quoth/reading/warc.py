"""The pages in a web archive (WARC): each HTML response with status 200, in order, one in memory at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

import brotli
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from quoth.domain import ReadOptions, Skipped
from quoth.errors import ErrorKind, ReadError
from quoth.reading.given import Given, unread_of
from quoth.reading.inflate import GZIP_MAGIC, DamagedError, TooLargeError, inflated
from quoth.reading.unread import Unread

PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
CHUNK_SIZE = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[^\r\n]*\r?\n")
OK = 200


def unread_pages(file: BinaryIO, origin: str, options: ReadOptions) -> Iterator[Unread | Skipped]:
    """Each page, to be read when asked for; its origin is FILE#URL. Raises ReadError where there is none."""
    count = 0
    # Decoding is left to us: where a header promises gzip and the body is plain, fastwarc gives the archive up
    records = ArchiveIterator(file, record_types=WarcRecordType.response, auto_decode="none")
    try:
        for record in records:
            if _is_page(record):
                count += 1
                yield _unread(record, origin, options)
    except OSError as error:
        short = " ".join(str(error).split())[:80]
        reason = f"the archive is damaged after {count:,} pages ({short}); get it again for the rest"
        yield Skipped(origin, ErrorKind.NOT_TEXT, reason)
    else:
        if not count:
            raise ReadError(origin, ErrorKind.EMPTY, "the archive holds no HTML page that was answered with 200")


def _is_page(record: WarcRecord) -> bool:
    http = record.http_headers
    return http is not None and http.status_code == OK and (record.http_content_type or "").lower() in PAGE_TYPES


def _unread(record: WarcRecord, origin: str, options: ReadOptions) -> Unread | Skipped:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> \t")  # WARC/0.18 put it in <>
    label = f"{origin}#{url}"
    body = record.reader.read(options.max_bytes + 1)
    packing = (record.http_headers.get("Content-Encoding") or "").strip().lower()
    if "chunked" in (record.http_headers.get("Transfer-Encoding") or "").lower():
        body = _joined(body)
    try:
        body = _unpacked(body, packing, options.max_bytes)
    except TooLargeError:
        reason = f"the page is larger than {options.max_bytes:,} bytes; save the article alone and give the file"
        return Skipped(label, ErrorKind.TOO_LARGE, reason)
    return unread_of(Given(label, body, url or None, record.http_charset, is_page=True), options)


def _unpacked(body: bytes, packing: str, max_bytes: int) -> bytes:
    """The body as the browser saw it; as it stands where it is not packed as its header says: crawlers unpack some."""
    try:
        if packing == "deflate" or (packing in {"gzip", "x-gzip"} and body.startswith(GZIP_MAGIC)):
            body = inflated([body], max_bytes)
        elif packing == "br":
            body = brotli.Decompressor().process(body, output_buffer_limit=max_bytes + 1)
    except (DamagedError, brotli.error):
        pass
    if len(body) > max_bytes:
        raise TooLargeError
    return body


def _joined(body: bytes) -> bytes:
    """The chunks without their sizes, as far as they go; the body itself where it is not in chunks."""
    out, place = bytearray(), 0
    while match := CHUNK_SIZE.match(body, place):
        size = int(match[1], 16)
        if size == 0:
            return bytes(out)
        out += body[match.end() : match.end() + size]
        place = match.end() + size
    return bytes(out) or body
