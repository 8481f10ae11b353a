"""Which pages does a site map list, or which site maps an index? Read as a stream: they may list 50,000."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from quoth.reading.listings import Entry

BARE_AMPERSAND = re.compile(rb"&(?!#?\w{1,31};)")


def in_sitemap(body: bytes, url: str | None) -> Iterator[Entry]:
    """The pages of a site map, or the site maps of an index, in order; one that breaks off is read as far as it goes.

    Raises: ValueError where nothing is understood.
    """
    count = 0
    try:
        sound = BytesIO(BARE_AMPERSAND.sub(b"&amp;", body))
        # recover: one slip must not cost the rest; no entities and no network: it is a stranger's file
        tags = ("{*}url", "{*}sitemap")
        for _, page in etree.iterparse(sound, tag=tags, recover=True, resolve_entities=False, no_network=True):
            entry = _entry(page, url)
            if entry is not None:
                count += 1
                yield entry
            _drop(page)
    except etree.XMLSyntaxError as error:
        if not count:
            raise ValueError(" ".join(str(error).split())[:120]) from error


def _entry(page: Any, url: str | None) -> Entry | None:
    """The page or site map that the element names; None where it names none."""
    address = urljoin(url or "", (page.findtext("{*}loc") or "").strip())
    if urlsplit(address).scheme not in {"http", "https"}:
        return None
    return Entry(address, _moment(page.findtext("{*}lastmod")), etree.QName(page).localname == "sitemap")


def _moment(text: str | None) -> datetime | None:
    """When the page last changed; a day alone stands for its end."""
    text = (text or "").strip()
    try:
        moment = datetime.fromisoformat(f"{text}T23:59:59" if len(text) == 10 else text) if text else None
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def _drop(page: Any) -> None:
    """Lets go of what has been read, so that a long map never stands in memory whole."""
    page.clear()
    while page.getprevious() is not None:
        del page.getparent()[0]
