"""Which articles does a feed list? RSS and Atom of every kind, as feedparser understands them."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from time import struct_time
from typing import Any
from urllib.parse import urlsplit

import feedparser

from quoth.reading.listings import Entry


def in_feed(body: bytes, url: str | None) -> Iterator[Entry]:
    """The entries that have an address, in the feed's order. Raises ValueError where it is no feed."""
    headers = {"content-type": "application/xml"} | ({"content-location": url} if url else {})
    feed = feedparser.parse(body, response_headers=headers, sanitize_html=False)
    if not feed.entries and feed.bozo:
        raise ValueError(" ".join(str(feed.bozo_exception).split())[:120])
    for entry in feed.entries:
        address = _address(entry)
        if address is not None:
            yield Entry(address, _moment(dict.get(entry, "updated_parsed")))  # entry.get() would give the first day


def _address(entry: Any) -> str | None:
    """The entry's own page: its link, not one that counts visits on the way, else an id that is a permanent address."""
    for address in (entry.get("feedburner_origlink"), entry.get("link"), entry.get("id")):
        if isinstance(address, str) and urlsplit(address.strip()).scheme in {"http", "https"}:
            return address.strip()
    return None


def _moment(parsed: struct_time | None) -> datetime | None:
    """feedparser's time, which is UTC."""
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError):
        return None
