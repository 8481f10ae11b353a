"""Is it a list of articles (a feed or a site map), and which are they?"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from quoth.reading.formats import FEED_ROOTS, XML_START
from quoth.reading.inflate import GZIP, GZIP_MAGIC, DamagedError, TooLargeError, gunzipped

LOOKED_AT = 4096
MAX_LISTING_BYTES = 52_428_800  # what sitemaps.org allows a site map, unpacked
SITE_MAPS = frozenset({"urlset", "sitemapindex"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One address in a listing, and when it last changed as far as the listing says."""

    url: str
    changed_at: datetime | None = None  # aware
    is_listing: bool = False  # a site map in an index


def listing_root(body: bytes) -> str | None:
    """The name of the root element, in lower case, of bytes that are a listing; None of all others. Cheap."""
    head = _unpacked_head(body) if body.startswith(GZIP_MAGIC) else body[:LOOKED_AT]
    match = XML_START.match(head.removeprefix(b"\xef\xbb\xbf").decode("latin-1"))
    root = match["root"].lower().rpartition(":")[2] if match else ""
    if root == "rdf" and b"http://purl.org/rss/1.0/" not in head:
        return None
    return root if root in FEED_ROOTS or root == "rdf" else None


def entries_in(body: bytes, url: str | None) -> Iterator[Entry]:
    """The listing's entries in its order, each address once; relative ones are completed by the listing's `url`.

    Raises: ValueError where it cannot be understood at all.
    """
    body = _unpacked(body)
    if listing_root(body) in SITE_MAPS:
        from quoth.reading.sitemaps import in_sitemap as entries
    else:
        from quoth.reading.feeds import in_feed as entries  # feedparser takes a tenth of a second to load
    seen: set[str] = set()
    for entry in entries(body, url):
        if entry.url not in seen:
            seen.add(entry.url)
            yield entry


def _unpacked(body: bytes) -> bytes:
    """The bytes without their gzip. Raises ValueError."""
    try:
        return gunzipped(body, MAX_LISTING_BYTES) if body.startswith(GZIP_MAGIC) else body
    except (DamagedError, TooLargeError) as error:
        reason = "damaged" if isinstance(error, DamagedError) else f"larger than {MAX_LISTING_BYTES:,} bytes"
        raise ValueError(f"it is {reason}") from error


def _unpacked_head(body: bytes) -> bytes:
    try:
        return zlib.decompressobj(GZIP).decompress(body[:LOOKED_AT], LOOKED_AT)
    except zlib.error:
        return b""
