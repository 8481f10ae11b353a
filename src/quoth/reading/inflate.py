"""Compressed bytes, unpacked up to a limit: what gzip or deflate hold, never more of it in memory than allowed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

GZIP_MAGIC = b"\x1f\x8b"
GZIP, ZLIB, RAW_DEFLATE = 31, 15, -15  # zlib's window bits
FILE_CHUNK = 1 << 16


class TooLargeError(Exception):
    """More bytes than allowed."""


class DamagedError(Exception):
    """Not what the compression promises, from its first byte."""


def limited(chunks: Iterable[bytes], max_bytes: int) -> bytes:
    """All the chunks together. Raises TooLargeError past `max_bytes`."""
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > max_bytes:
            raise TooLargeError
    return bytes(body)


def inflated(chunks: Iterable[bytes], max_bytes: int) -> bytes:
    """What the gzip or deflate stream holds; as far as it goes where it breaks off.

    Raises: TooLargeError past `max_bytes`, having unpacked one byte more; DamagedError if not even the start is sound.
    """
    body = bytearray()
    unpacker: zlib._Decompress | None = None
    pending = b""
    for chunk in chunks:
        pending += chunk
        while len(pending) > 1:
            unpacker = unpacker or zlib.decompressobj(_window(pending))
            try:
                body += unpacker.decompress(pending, max_bytes + 1 - len(body))
            except zlib.error as error:
                if not body:
                    raise DamagedError from error
                return bytes(body)
            if len(body) > max_bytes:
                raise TooLargeError
            pending = unpacker.unconsumed_tail
            if unpacker.eof:
                pending, unpacker = unpacker.unused_data, None
                if not pending.startswith(GZIP_MAGIC):  # padding after the last member
                    return bytes(body)
    return bytes(body)


def gunzipped(body: bytes, max_bytes: int) -> bytes:
    """`inflated` for bytes that are all there."""
    pieces = (body[start : start + FILE_CHUNK] for start in range(0, len(body), FILE_CHUNK))
    return inflated(pieces, max_bytes)


def _window(head: bytes) -> int:
    if head.startswith(GZIP_MAGIC):
        return GZIP
    # 'deflate' should have zlib's two bytes before it; some servers send it bare
    is_zlib = head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0
    return ZLIB if is_zlib else RAW_DEFLATE
