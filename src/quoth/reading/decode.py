"""Bytes as characters: in go a file's or page's bytes and what was declared of them, out comes the text.

What the bytes themselves show wins over what a header, a meta element or an XML declaration says: pages are copied
between systems more often than their declarations are.
"""

from __future__ import annotations

import codecs
import re

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it starts with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
META_CHARSET = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.I,
)
DECLARED_WITHIN = (
    4096  # browsers look for the declaration in the first 1,024 bytes; templates with long comments exceed it
)
NULL_SHARE = 0.25  # of the bytes of UTF-16 text in Latin letters nearly half are null
STRAY_CP1252 = frozenset({0x85, *range(0x91, 0x98)})  # … ‘ ’ “ ” • – —: what gets pasted from a word processor
MOSTLY_UTF8 = 0.5


def decoded(body: bytes, declared: str | None = None) -> str:
    """The text of `body`: no byte order mark, every character kept; U+FFFD for what no reading makes sense of.

    `declared` is the charset of the HTTP header, if there was one.
    """
    for mark, charset in BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(charset, "replace")
    wide = _wide_charset(body)
    if wide is not None:
        return body.decode(wide, "replace").removeprefix("\ufeff")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _not_quite_utf8(body, declared)


def _wide_charset(body: bytes) -> str | None:
    """UTF-16 without a mark: in Latin letters, every other byte is null."""
    head = body[:DECLARED_WITHIN]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if max(odd, even) < len(head) * NULL_SHARE or min(odd, even) > max(odd, even) // 10:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _not_quite_utf8(body: bytes, declared: str | None) -> str:
    if _utf8_share(body) >= MOSTLY_UTF8:
        return body.decode("utf-8", "quoth.stray")
    for charset in (declared, _declared_inside(body)):
        codec = _codec(charset)
        if codec is not None:
            return body.decode(codec, "replace")
    return body.decode("cp1252", "replace")


def _utf8_share(body: bytes) -> float:
    """How much of what is not ASCII is sound UTF-8; a character that the end cuts in two counts as sound."""
    beyond = len(body) - len(body.decode("ascii", "ignore"))
    lost = len(body) - len(body.decode("utf-8", "ignore").encode())
    try:
        codecs.getincrementaldecoder("utf-8")().decode(body)
    except UnicodeDecodeError:
        return 1 - lost / beyond
    return 0.0 if lost == beyond == 1 else 1.0  # one such byte in all is the é of a text in Windows-1252


def _declared_inside(body: bytes) -> str | None:
    match = META_CHARSET.search(body[:DECLARED_WITHIN])
    return (match[1] or match[2]).decode("ascii") if match else None


def _codec(charset: str | None) -> str | None:
    """Python's codec for a declared charset; None for UTF-8, which the bytes are not, and for what is no charset."""
    try:
        info = codecs.lookup((charset or "").strip())
    except (LookupError, ValueError):  # ValueError: a null character in the name
        return None
    # every browser reads Latin-1 and ASCII as Windows-1252: that is what the pages mean
    name = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}.get(info.name, info.name)
    is_text = getattr(info, "_is_text_encoding", True)
    return None if not is_text or name in ("utf-8", "utf-7", "utf-8-sig", "idna", "punycode") else name


def _stray(error: UnicodeError) -> tuple[str, int]:
    """For one byte that is no UTF-8: the Windows-1252 quotation mark or dash that was pasted in, else U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start]
    alone = error.end - error.start == 1
    return (bytes([byte]).decode("cp1252") if alone and byte in STRAY_CP1252 else "\ufffd"), error.end


codecs.register_error("quoth.stray", _stray)
