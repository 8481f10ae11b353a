"""The Atom feed: valid by the grammar of RFC 4287, and by the musts that its grammar cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from quoth.export.atom import feed
from quoth.record.picked import Fresh, Picked

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
NAMES = {"a": "http://www.w3.org/2005/Atom", "h": "http://www.w3.org/1999/xhtml"}
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
ADDED = datetime(2026, 3, 3, 9, 30, 15, 250_000, tzinfo=UTC)
SELF = "https://desk.example/gate.xml"


def fresh(*picked: Picked) -> list[Fresh]:
    """Each statement as an entry of its own, as the record gives them."""
    return [
        Fresh(Picked(one.corrected, frozenset({id_})), ADDED.replace(second=n))
        for n, one in enumerate(picked)
        for id_ in one.corrected.ids
    ]


def faults(root: etree._Element) -> Iterator[str]:
    """What RFC 4287 forbids in words. Section numbers are the RFC's."""
    entries = root.findall("a:entry", NAMES)
    has_author = root.find("a:author", NAMES) is not None
    ids = [one.findtext("a:id", namespaces=NAMES) or "" for one in (root, *entries)]
    yield from (f"4.2.6: {id_!r} is no IRI" for id_ in ids if not IRI.fullmatch(id_))
    if len(set(ids)) != len(ids):
        yield "4.1.1: two entries have one id and one time"
    for entry in entries:
        if not has_author and entry.find("a:author", NAMES) is None:
            yield "4.1.2: an entry without an author in a feed without one"
        if entry.find("a:content", NAMES) is None and not entry.xpath("a:link[@rel='alternate']", namespaces=NAMES):
            yield "4.1.2: neither content nor an alternate link"
        if len(entry.xpath("a:link[@rel='alternate' or not(@rel)]", namespaces=NAMES)) > 1:
            yield "4.1.2: two alternate links of one type"
    for date in root.xpath("//a:updated | //a:published", namespaces=NAMES):
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", date.text or ""):
            yield f"3.3: {date.text!r} is no date of RFC 3339 with a capital T and Z"
    for href in root.xpath("//a:link/@href", namespaces=NAMES):
        if not IRI.fullmatch(href):
            yield f"4.2.7.1: {href!r} is no IRI"
    for name in root.xpath("//a:name", namespaces=NAMES):
        if not (name.text or "").strip():
            yield "3.2.1: a person without a name"


def parsed(document: bytes) -> etree._Element:
    root = etree.fromstring(document)
    assert GRAMMAR.validate(root), GRAMMAR.error_log
    assert list(faults(root)) == []
    return root


@pytest.mark.parametrize("self_url", [None, SELF])
def test_it_is_valid(gate: Picked, bare: Picked, self_url: str | None) -> None:
    root = parsed(feed(fresh(gate, bare), 'by:"ana ruiz" \x00', self_url))
    assert len(root.findall("a:entry", NAMES)) == len(gate.corrected.ids) + 1
    assert root.xpath("a:link[@rel='self']/@href", namespaces=NAMES) == ([SELF] if self_url else [])


def test_an_empty_feed_is_valid() -> None:
    assert parsed(feed([], "by:nobody")).findall("a:entry", NAMES) == []


def test_the_checks_find_faults(gate: Picked) -> None:
    document = feed(fresh(gate), "gate").decode()
    for old, new in (("<updated>", "<updated>x"), ("<id>", "<identity/><id>"), ('type="xhtml"', 'type="text"')):
        assert not GRAMMAR.validate(etree.fromstring(document.replace(old, new, 1).encode()))
    for old, new in (("urn:uuid:", "urn uuid "), ("T09:30", "t09:30")):
        assert list(faults(etree.fromstring(document.replace(old, new, 1).encode())))


def test_an_entry_tells_who_said_what_where(gate: Picked) -> None:
    told = feedparser.parse(feed(fresh(gate), "gate"))
    assert not told.bozo
    first = told.entries[0]
    assert first.title == "Ana Ruiz: “Not now,” … “maybe later.”"
    assert (first.link, first.author, first.updated) == (
        "https://gazette.example/gate",
        "Harbour Gazette",
        "2026-03-03T09:30:00Z",
    )
    assert "<strong>“Not now,” … “maybe later.”</strong>" in first.content[0].value
    assert "said 2026-03-02" in first.content[0].value
    assert told.feed.updated == "2026-03-03T09:30:00Z"
    assert "[denied]" in told.entries[1].title


def test_ids_stay_and_the_feeds_id_is_that_of_its_query(gate: Picked) -> None:
    ids = [[one.id for one in feedparser.parse(feed(fresh(gate), "gate")).entries] for _ in range(2)]
    assert ids[0] == ids[1]
    feeds = [feedparser.parse(feed([], query)).feed.id for query in ("gate", "gate", "ferry")]
    assert (feeds[0] == feeds[1], feeds[0] == feeds[2]) == (True, False)


def test_notices_are_seen_before_anything_else(noted: Picked) -> None:
    letter = feedparser.parse(feed(fresh(noted), "gate")).entries[3]
    assert letter.title.startswith("[disputed (proposed)] [retracted] ")
    assert letter.content[0].value.index("The union wrote no letter.") < letter.content[0].value.index("Not now")
    assert "retracted" in [tag.term for tag in letter.tags]


def test_at_most_thirty_words_stand_around_a_quotation(gate: Picked) -> None:
    root = parsed(feed(fresh(gate), "gate"))
    for quoted in root.xpath("//h:blockquote/h:p", namespaces=NAMES):
        [strong] = quoted.findall("h:strong", NAMES)
        around = f"{quoted.text} {strong.tail}".replace("…", " ")
        assert len(around.split()) <= 30


def test_long_words_are_cut_in_the_title_alone(gate: Picked) -> None:
    entries = feedparser.parse(feed(fresh(gate), "gate")).entries
    assert all(len(one.title) <= 122 for one in entries)
