"""Feeds and site maps are followed; what was fetched before is asked for again only where that may bring news."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quoth.domain import Article, ReadOptions, Skipped
from quoth.errors import ReadError
from quoth.reading import Unread, articles, unread
from quoth.reading.canonical import cleaned, same_page
from quoth.reading.listings import entries_in, listing_root
from quoth.reading.politeness import Guest
from webserver import Answered, FakeTime, Site, page, rss, serving

OPTIONS = ReadOptions(allow_private=True, timeout_s=5)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://g.example/x/"><title>t</title><entry><id>tag:1</id>'
    '<link rel="enclosure" href="m.mp3"/><link href="a"/><updated>2026-03-02T10:00:00+01:00</updated></entry></feed>'
)
RDF = (
    '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns="http://purl.org/rss/1.0/"><item rdf:about="https://g.example/a"><link>https://g.example/a</link></item>'
    "</rdf:RDF>"
)
RSS = (
    "<rss version='2.0'><channel><item><link>/a</link></item><item><guid>https://g.example/b</guid></item>"
    "<item><title>no address</title></item><item><link>/a</link></item></channel></rss>"
)
NEWS_MAP = (
    '<?xml version="1.0"?><!-- made at night --><s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><s:url><image:image><image:loc>https://g.example/i'
    "</image:loc></image:image><s:loc> https://g.example/a?x=1&y=2 </s:loc><s:lastmod>2026-03-02</s:lastmod></s:url>"
    "<s:url><s:loc>https://g.example/b</s:loc></s:url><s:url><s:loc>ftp://g.example/c</s:loc></s:url>"
)


def index(*addresses: str, day: str = "") -> Answered:
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    maps = "".join(f"<sitemap><loc>{address}</loc>{changed}</sitemap>" for address in addresses)
    xml = f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{maps}</sitemapindex>'
    return Answered(xml, headers={"Content-Type": "application/xml"})


def site_map(*addresses: str, day: str = "") -> Answered:
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    pages = "".join(f"<url><loc>{address}</loc>{changed}</url>" for address in addresses)
    xml = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{pages}</urlset>'
    return Answered(gzip.compress(xml.encode()), headers={"Content-Type": "application/gzip"})


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(RSS, ["https://g.example/a", "https://g.example/b"], id="RSS: each once, where it has an address"),
        pytest.param(ATOM, ["https://g.example/x/a"], id="Atom: the page, not the sound"),
        pytest.param(RDF, ["https://g.example/a"], id="RSS 1.0"),
        pytest.param(
            NEWS_MAP, ["https://g.example/a?x=1&y=2", "https://g.example/b"], id="a broken site map, with pictures"
        ),
        pytest.param(index("https://g.example/1.xml.gz").body, ["https://g.example/1.xml.gz"], id="an index"),
        pytest.param("<rss><channel/></rss>", [], id="an empty feed"),
    ],
)
def test_what_a_listing_lists(body: str, expected: list[str]) -> None:
    for sent in (body.encode(), gzip.compress(body.encode())):
        assert [entry.url for entry in entries_in(sent, "https://g.example/feed")] == expected


@pytest.mark.parametrize(
    ("body", "changed"),
    [
        pytest.param(ATOM, "2026-03-02T09:00:00+00:00", id="Atom: in UTC"),
        pytest.param(NEWS_MAP, "2026-03-02T23:59:59+00:00", id="a day stands for its end"),
        pytest.param(RSS, None, id="RSS tells when a page appeared, not when it changed"),
    ],
)
def test_when_a_page_changed(body: str, changed: str | None) -> None:
    first = next(iter(entries_in(body.encode(), "https://g.example/feed")))
    assert (first.changed_at and first.changed_at.isoformat()) == changed


@pytest.mark.parametrize("body", [b"<html><p>", b"plain", b"", b"\x1f\x8bjunk", b"<rdf:RDF xmlns='x'>", b"<news>"])
def test_what_is_no_listing(body: bytes) -> None:
    assert listing_root(body) is None


def test_a_listing_in_pieces_is_an_error() -> None:
    with pytest.raises(ValueError, match="unclosed"):
        list(entries_in(b"<rss", None))


# ---- following


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as started:
        for letter in "abc":
            started.pages[f"/{letter}"] = Answered(page(f"Toll {letter.upper()} doubled"), etag=f'"{letter}1"')
        started.pages["/feed"] = replace(rss(started.url("/a"), started.url("/b")), etag='"f1"')
        yield started


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def guest(time: FakeTime) -> Guest:
    return Guest(OPTIONS, clock=time.clock(), collection="news")


def round_of(guest: Guest, url: str) -> list[str]:
    """What a run over the address gives: the headline, "known" where the bytes were not read, or the kind of skip."""
    told, known = [], {visit.digest for visit in guest.memory._visits.values()}  # type: ignore[attr-defined]
    for one in unread([url], guest.options, guest=guest):
        if isinstance(one, Skipped):
            told.append(one.kind.value)
        elif one.digest in known:
            told.append("known")
        else:
            told.append(_headline(one))
    return told


def _headline(one: Unread) -> str:
    try:
        return one.read().headline or ""
    except ReadError as error:
        return error.kind.value


def test_a_feed_is_followed_and_then_asked_for_news_only(site: Site, guest: Guest, time: FakeTime) -> None:
    url = site.url("/feed")
    assert round_of(guest, url) == ["Toll A doubled", "Toll B doubled"]
    assert site.asked_for() == ["/feed", "/a", "/b"]
    assert round_of(guest, url) == []
    assert (site.asked_for(), site.sent[-1]["If-None-Match"]) == (["/feed"], '"f1"')


def test_only_the_new_entries_of_a_feed_are_fetched(site: Site, guest: Guest) -> None:
    round_of(guest, site.url("/feed"))
    site.asked_for()
    site.pages["/feed"] = rss(site.url("/c"), site.url("/a"), site.url("/b"))
    assert round_of(guest, site.url("/feed")) == ["Toll C doubled", "known", "known"]
    assert site.asked_for() == ["/feed", "/c"]


def test_a_page_is_asked_for_again_after_an_hour_then_less_often(site: Site, guest: Guest, time: FakeTime) -> None:
    site.pages["/feed"] = rss(site.url("/a"))
    asked = []
    for _ in range(24 * 4):
        round_of(guest, site.url("/feed"))
        asked += site.asked_for("/a")
        time.later(minutes=15)
    assert len(asked) == 5  # at once, then after 1, 2, 4 and 8 hours more


def test_what_the_feed_says_has_changed_is_asked_for_at_once(site: Site, guest: Guest, time: FakeTime) -> None:
    site.pages["/map.xml"] = site_map(site.url("/a"), site.url("/b"), day="2026-03-01")
    round_of(guest, site.url("/map.xml"))
    time.later(days=20)
    site.asked_for()
    assert round_of(guest, site.url("/map.xml")) == ["known", "known"]
    assert site.asked_for() == ["/map.xml"]
    site.pages["/map.xml"] = site_map(site.url("/a"), site.url("/b"), day="2026-03-20")
    site.pages["/a"] = Answered(page("Toll A trebled"))
    assert round_of(guest, site.url("/map.xml")) == ["Toll A trebled", "known"]


def test_a_feed_with_a_page_that_failed_is_asked_for_whole_next_time(site: Site, guest: Guest) -> None:
    site.pages["/b"] = Answered(status=500)
    assert round_of(guest, site.url("/feed")) == ["Toll A doubled", "refused"]
    site.pages["/b"] = Answered(page("Toll B doubled"))
    assert round_of(guest, site.url("/feed")) == ["known", "Toll B doubled"]


def test_a_feed_that_was_left_in_the_middle_is_taken_up_again(site: Site, guest: Guest) -> None:
    """As after kill -9: what was handed out last, and the rest of the feed, are not counted as done."""
    interrupted = unread([site.url("/feed")], guest.options, guest=guest)
    next(interrupted)
    interrupted.close()  # type: ignore[attr-defined]
    assert round_of(guest, site.url("/feed")) == ["Toll A doubled", "Toll B doubled"]


def test_a_feed_for_another_collection_is_taken_whole(site: Site, guest: Guest) -> None:
    round_of(guest, site.url("/feed"))
    assert round_of(replace(guest, collection="courts"), site.url("/feed")) == ["known", "known"]


def test_a_page_that_is_no_article_is_not_fetched_each_time(site: Site, guest: Guest, time: FakeTime) -> None:
    site.pages |= {"/a": Answered("<html><body></body></html>", etag='"x"'), "/feed": rss(site.url("/a"))}
    assert round_of(guest, site.url("/feed")) == ["empty"]
    site.asked_for()
    assert round_of(guest, site.url("/feed")) == ["empty"]
    assert site.asked_for() == ["/feed"]
    time.later(hours=2)
    assert round_of(guest, site.url("/feed")) == ["empty"]
    assert site.asked_for() == ["/feed", "/a"]


def test_a_known_page_that_is_gone_is_reported(site: Site, guest: Guest) -> None:
    round_of(guest, site.url("/a"))
    site.pages["/a"] = Answered(status=410)
    [one] = unread([site.url("/a")], guest.options, guest=guest)
    assert isinstance(one, Skipped)
    assert (one.kind, "the page is gone (410); what the record holds of it stays" in one.message) == ("not_found", True)


def test_a_failing_server_does_not_make_a_page_unknown(site: Site, guest: Guest) -> None:
    good = site.pages["/a"]
    round_of(guest, site.url("/a"))
    site.pages["/a"] = Answered(status=502)
    assert round_of(guest, site.url("/a")) == ["refused"]
    site.pages["/a"] = good
    assert round_of(guest, site.url("/a")) == ["known"]


def test_a_site_map_index_is_followed_and_its_old_maps_are_not_fetched_again(site: Site, guest: Guest) -> None:
    site.pages |= {
        "/index.xml": index(site.url("/old.xml.gz"), day="2026-02-01"),
        "/old.xml.gz": site_map(site.url("/a"), site.url("/b")),
    }
    assert round_of(guest, site.url("/index.xml")) == ["Toll A doubled", "Toll B doubled"]
    site.asked_for()
    assert round_of(guest, site.url("/index.xml")) == []
    assert site.asked_for() == ["/index.xml"]


def test_an_index_that_lists_itself_ends(site: Site, guest: Guest) -> None:
    site.pages["/index.xml"] = index(site.url("/index.xml"))
    assert round_of(guest, site.url("/index.xml"))[-1:] == ["no_article"]
    assert len(site.asked_for()) < 5


def test_a_dead_host_is_tried_once(site: Site, guest: Guest) -> None:
    site.pages["/feed"] = rss("http://127.0.0.1:1/a", "http://127.0.0.1:1/b", site.url("/c"))
    assert round_of(guest, site.url("/feed")) == ["refused", "refused", "Toll C doubled"]


def test_a_listing_in_a_file_or_pipe_is_followed_too(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "saved feed.xml"
    path.write_text(str(site.pages["/feed"].body))
    quick = replace(OPTIONS, delay_s=0)
    found = list(articles([str(path)], quick))
    assert [one.headline for one in found if isinstance(one, Article)] == ["Toll A doubled", "Toll B doubled"]
    assert [one.origin for one in found] == [site.url("/a"), site.url("/b")]


def test_reading_a_feed_asks_robots_txt_for_its_pages(site: Site) -> None:
    site.pages["/robots.txt"] = Answered("User-agent: *\nDisallow: /a")
    found = list(articles([site.url("/feed")], replace(OPTIONS, delay_s=0)))
    assert [type(one) for one in found] == [Skipped, Article]


# ---- one page, many addresses


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://G.example/a?utm_source=rss&id=3#top", "https://g.example/a?id=3"),
        ("https://g.example/a?fbclid=x&gclid=y&at_medium=RSS&mc_cid=1", "https://g.example/a"),
        ("https://g.example:443/a", "https://g.example/a"),
        ("http://g.example:8080/a", "http://g.example:8080/a"),
        ("https://g.example/?p=12&gallery=3&source=wire&ref=b", "https://g.example/?p=12&gallery=3&source=wire&ref=b"),
        ("https://g.example/#!/story/4", "https://g.example/#!/story/4"),
        ("https://g.example/%C3%BC?b=2&a=1", "https://g.example/%C3%BC?b=2&a=1"),
        ("https://g.example/x?at_home=1", "https://g.example/x?at_home=1"),
        ("http://[bad", "http://[bad"),
    ],
)
def test_what_only_counts_visits_is_taken_off(url: str, expected: str) -> None:
    assert cleaned(url) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://g.example/a", "https://www.g.example/a/", True),
        ("http://g.example/a?id=1", "https://g.example/a?id=1", True),
        ("http://g.example/a?id=1", "https://g.example/a?id=2", False),
        ("http://g.example/a", "https://m.g.example/a", False),
        ("http://g.example/a", "http://g.example/A", False),
        ("http://g.example/", "http://g.example/a", False),
    ],
)
def test_addresses_that_lead_to_one_page(one: str, other: str, same: bool) -> None:
    assert (other in same_page(one), one in same_page(other)) == (same, same)
