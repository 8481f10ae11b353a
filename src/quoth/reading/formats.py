"""What do bytes or characters hold: a page, plain text, or a format that quoth does not read?"""

from __future__ import annotations

import re

MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image or sound"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
    (b"\x1f\x8b", "a packed file inside a packed file"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"WARC/", "a WARC archive"),
)
ZIPPED = ((b"word/", "a Word document"), (b"mimetypeapplication/vnd.oasis", "an OpenDocument file"))
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOST_CONTROLS = 0.02  # stray form feeds and escapes stand in old wire copy; a tenth of random bytes are controls
LOOKED_AT = 65536

_SPACE_OR_COMMENT = r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*"
HTML_START = re.compile(
    _SPACE_OR_COMMENT
    + r"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|header|div|h1|p|script|style)\b",
    re.IGNORECASE | re.DOTALL,
)
XML_START = re.compile(_SPACE_OR_COMMENT + r"<(?P<root>[A-Za-z][\w:.-]*)", re.DOTALL)
FEED_ROOTS = frozenset({"rss", "feed", "rdf:rdf", "urlset", "sitemapindex"})
ANY_TAG = re.compile(r"<(?:/?[a-z][a-z0-9]*\b[^<>]*|!doctype\b[^<>]*|!--)>?", re.IGNORECASE)


def not_text(body: bytes, text: str) -> str | None:
    """What the bytes are ('a PDF'), if not text; `text` is what they were decoded to."""
    head = body[:LOOKED_AT]
    for magic, name in MAGIC:
        if head.startswith(magic):
            return name
    if head.startswith(b"PK\x03\x04"):
        return next((name for mark, name in ZIPPED if mark in head), "a ZIP archive")
    start = text[:LOOKED_AT].encode("utf-8", "replace")
    controls = len(CONTROL.findall(start))
    return "a binary file" if controls > len(start) * MOST_CONTROLS else None


def is_html(text: str) -> bool:
    """Whether the text opens as an HTML page or fragment does."""
    return HTML_START.match(text[:LOOKED_AT]) is not None


def has_tags(text: str) -> bool:
    """Whether there is any markup: a file named .html without it is plain text."""
    return ANY_TAG.search(text) is not None


def is_feed(text: str) -> bool:
    """Whether the text is a feed or a site map: a list of articles, and none itself."""
    match = XML_START.match(text[:LOOKED_AT])
    return match is not None and match["root"].lower() in FEED_ROOTS
