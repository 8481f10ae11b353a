"""On which day an article appeared, and what that was read from: metadata, URL, dateline or a printed date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from quoth.domain import DateBasis, Published

if TYPE_CHECKING:
    from quoth.reading.blocks import Element

MONTH_NAMES = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
    ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(MONTH_NAMES, 1) for name in names}
MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:18|19|20)\d{2})"
ISO = re.compile(r"(?<!\d)(?P<year>(?:18|19|20)\d{2})(?P<gap>[-/.]?)(?P<month>\d{2})(?P=gap)(?P<day>\d{2})(?!\d)")
WORDED = (
    re.compile(rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b", re.I),
    re.compile(rf"\b{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b", re.I),
    re.compile(rf"\b{DAY}-{MONTH}-{YEAR}\b", re.I),
)
NUMBERED = re.compile(rf"\b(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.]{YEAR}\b")
FILLED_IN = frozenset({date(1970, 1, 1), date(1900, 1, 1), date(1899, 12, 31)})  # what software writes for "none"

META_NAMES = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dc.date", "article_date_original", "publish-date", "publish_date", "publication_date", "publicationdate",
    "pubdate", "pub_date", "published_at", "published-date", "cxenseparse:recs:publishtime",
    "datecreated", "dcterms.date", "date", "pdate",
)  # fmt: skip
IN_UTC = re.compile(r"\d(?:Z|\+00:?00|\s?(?:UTC|GMT))$")
PRINTED_NAMES = re.compile(
    r"publish|posted|entry-date|pub-?date|dateline|timestamp|byline|article-?(?:date|meta|header)", re.I
)

URL_YEAR = r"(?P<year>(?:19|20)\d{2})"
URL_MONTH_PART = rf"(?P<month>\d{{1,2}}|{'|'.join(MONTHS)})"
URL_DAY = re.compile(rf"/{URL_YEAR}[/-]{URL_MONTH_PART}[/-](?P<day>\d{{1,2}})(?=[/\-_.]|$)", re.I)
URL_DAY_WITHIN = re.compile(rf"(?<!\d){URL_YEAR}(?P<gap>[-_]?)(?P<month>\d{{2}})(?P=gap)(?P<day>\d{{2}})(?!\d)")
URL_MONTH = re.compile(rf"/{URL_YEAR}/{URL_MONTH_PART}/", re.I)

HEAD_LINES, FOOT_LINES = 12, 4  # where print puts its date
PRINTED_CHARS = 110
DATELINE = re.compile(r"^[A-Z][A-Z .,'’()/-]*[A-Z.)],?\s[^.!?—–]{0,60}?[—–-]")
ANNOUNCED = re.compile(r"^\W*(?:first\s+)?(?:published|posted|date|filed|issued|printed|created)\b", re.I)
CHANGED = re.compile(r"\b(?:updated|modified|edited|retrieved|accessed|archived)\b", re.I)
BESIDE_DATE = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\d{1,2}[:.]\d{2}|\b[ap]\.?m\b\.?|"
    r"\b(?:on|at|by|last|first|published|posted|date|filed|issued|updated|et|est|edt|ct|pt|pst|pdt|gmt|bst|utc|cet|cest)\b|[\W_]+",
    re.I,
)


def published(page: str | None, text: str, url: str | None) -> Published | None:
    """The publication day of an article with this HTML (if there is any), text and URL; None where nothing tells.

    The best basis wins: metadata, URL, dateline, printed date. A URL that tells only the month gives all its days.
    """
    if page is None:
        return published_on(None, text, url)
    from quoth.reading.blocks import tree_of  # plain text must not pay for lxml

    return published_on(tree_of(page), text, url)


def published_on(tree: Element | None, text: str, url: str | None) -> Published | None:
    """As `published`, for a page that is already a tree."""
    stated = in_metadata(tree) if tree is not None else None
    addressed = in_url(url)
    if stated is None:
        return addressed or in_text(text)
    if addressed is not None and stated.in_utc and _evening_before(addressed, stated.day):
        return addressed
    return Published(stated.day, stated.day, DateBasis.META)


def _evening_before(addressed: Published, day: date) -> bool:
    """Whether the address names the day before: west of Greenwich an evening's article is stamped with the next day."""
    return addressed.start == addressed.end == day - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day as metadata gives it."""

    day: date
    in_utc: bool  # the clock of Greenwich, not the outlet's own


def in_metadata(tree: Element) -> Stamp | None:
    """The day that JSON-LD, a meta tag or a marked <time> gives as that of publication (not of a later change)."""
    from quoth.reading.metadata import article_node, meta_tags

    node, meta = article_node(tree), meta_tags(tree)
    named = [value for name in META_NAMES for value in meta.get(name, ())]
    values = [node.get("datePublished"), node.get("dateCreated"), *named, *_marked_times(tree)]
    days = ((day_in(value), value) for value in values if isinstance(value, str))
    return next((Stamp(day, IN_UTC.search(value) is not None) for day, value in days if day is not None), None)


def _marked_times(tree: Element) -> Iterator[str]:
    from quoth.reading.blocks import names_of

    candidates = tree.iter("time", "abbr", "span", "p", "div")
    dated = [element for element in candidates if element.get("datetime") or element.get("itemprop")]
    for element in dated:
        parent = element.getparent()
        names = names_of(element) + " " + (names_of(parent) if parent is not None else "")
        printed = element.tag == "time" and PRINTED_NAMES.search(names)
        if "datepublished" in names or element.get("pubdate") is not None or printed:
            yield element.get("datetime") or element.get("content") or element.text or ""
    alone = {element.get("datetime") for element in dated if element.tag == "time"}
    yield from (value for value in alone if len(alone) == 1 and value)


def in_url(url: str | None) -> Published | None:
    """The day, or the month, that the address names."""
    for pattern in (URL_DAY, URL_DAY_WITHIN):
        found = pattern.search(url or "")
        day = _day(found) if found else None
        if day is not None:
            return Published(day, day, DateBasis.URL)
    month = URL_MONTH.search(url or "")
    first = _valid(int(month["year"]), _month(month["month"]), 1) if month else None
    if first is None:
        return None
    return Published(first, first.replace(day=monthrange(first.year, first.month)[1]), DateBasis.URL)


def in_text(text: str) -> Published | None:
    """The day of a dateline ("PARIS, March 4, 2026 —"), else of a line at the head or foot that prints the date."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    edges = lines if len(lines) <= HEAD_LINES + FOOT_LINES else lines[:HEAD_LINES] + lines[-FOOT_LINES:]
    for line in edges:
        opening = DATELINE.match(line)
        day = day_in(opening[0]) if opening else None
        if day is not None:
            return Published(day, day, DateBasis.DATELINE)
    printed = sorted((bool(CHANGED.search(line)), i) for i, line in enumerate(edges) if _prints_date(line))
    day = day_in(edges[printed[0][1]]) if printed else None
    return Published(day, day, DateBasis.TEXT) if day is not None else None


def _prints_date(line: str) -> bool:
    """Whether a line is there to tell the date, and not a sentence in which a date occurs."""
    if len(line) > PRINTED_CHARS or day_in(line) is None:
        return False
    if ANNOUNCED.match(line):
        return True
    pieces = re.split(r"\s[|·•–—-]\s|\t", line)
    return any(day_in(piece) and not BESIDE_DATE.sub("", _without_date(piece)) for piece in pieces)


def _without_date(text: str) -> str:
    for pattern in (ISO, *WORDED, NUMBERED):
        text = pattern.sub(" ", text)
    return text


def day_in(text: str) -> date | None:
    """The first whole date in `text`. 4/3/2026 tells nothing, as nobody knows which is the month; 24/3/2026 does."""
    for pattern in (ISO, *WORDED):
        for found in pattern.finditer(text):
            day = _day(found)
            if day is not None:
                return day
    numbers = NUMBERED.search(text)
    return _numbered(int(numbers["first"]), int(numbers["second"]), int(numbers["year"])) if numbers else None


def _numbered(first: int, second: int, year: int) -> date | None:
    if first > 12 >= second or first == second:
        return _valid(year, second, first)
    return _valid(year, first, second) if second > 12 >= first else None


def _day(found: re.Match[str]) -> date | None:
    return _valid(int(found["year"]), _month(found["month"]), int(found["day"]))


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS[word.lower().rstrip(".")]


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return None if found in FILLED_IN else found
