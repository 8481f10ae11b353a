"""What a guest asks before it fetches, how long it waits, and what it does not take though it could."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from quoth.domain import ReadOptions, Skipped
from quoth.reading import Unread
from quoth.reading.following import at_address
from quoth.reading.politeness import Guest
from quoth.reading.reservations import SiteRules, reservation, site_rules
from webserver import Answered, FakeTime, Site, page, rss, serving

OPTIONS = ReadOptions(allow_private=True, timeout_s=5)
DISALLOWED = "User-agent: *\nDisallow: /private\n"
RESERVED = json.dumps([{"location": "/", "tdm-reservation": 1, "tdm-policy": "https://gazette.example/tdm"}])


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as started:
        started.pages["/a"] = Answered(page("Toll A"))
        started.pages["/private/a"] = Answered(page("Toll B"))
        yield started


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


def guest_of(time: FakeTime, options: ReadOptions = OPTIONS) -> Guest:
    return Guest(options, clock=time.clock(), collection="news")


def taken(guest: Guest, url: str) -> list[Unread | Skipped]:
    """What comes of the address, each Unread read as whoever keeps it would."""
    found = []
    for one in at_address(url, guest):
        found.append(one)
        if isinstance(one, Unread):
            one.read()
    return found


# ---- robots.txt


@pytest.mark.parametrize(
    ("robots", "path", "is_taken", "hint"),
    [
        pytest.param(Answered(status=404), "/a", True, "", id="there is none"),
        pytest.param(Answered(status=403), "/a", True, "", id="it may not be seen"),
        pytest.param(Answered("User-agent: *\nDisallow:"), "/a", True, "", id="it allows all"),
        pytest.param(Answered(DISALLOWED), "/a", True, "", id="it forbids another folder"),
        pytest.param(Answered(DISALLOWED), "/private/a", False, "--ignore-robots", id="it forbids this folder"),
        pytest.param(Answered("User-agent: quoth\nDisallow: /"), "/a", False, "--ignore-robots", id="it names quoth"),
        pytest.param(Answered("User-agent: otherbot\nDisallow: /"), "/a", True, "", id="it names another robot"),
        pytest.param(Answered(status=503), "/a", False, "--ignore-robots", id="the server fails: RFC 9309 says no"),
        pytest.param(Answered("<html>Not here</html>"), "/a", True, "", id="a page stands in its place"),
    ],
)
def test_robots_txt(site: Site, time: FakeTime, robots: Answered, path: str, is_taken: bool, hint: str) -> None:
    site.pages["/robots.txt"] = robots
    [one] = taken(guest_of(time), site.url(path))
    assert (isinstance(one, Unread), site.asked_for(path) == [path]) == (is_taken, is_taken)
    if isinstance(one, Skipped):
        assert (one.kind, hint in one.message) == ("refused", True), one.message


def test_robots_txt_is_asked_for_once_an_hour(site: Site, time: FakeTime) -> None:
    guest = guest_of(time)
    for _ in range(3):
        taken(guest, site.url("/a"))
    assert site.asked.count("/robots.txt") == 1
    time.later(hours=2)
    taken(guest, site.url("/a"))
    assert site.asked.count("/robots.txt") == 2


def test_a_redirect_into_a_forbidden_folder_is_not_followed(site: Site, time: FakeTime) -> None:
    site.pages |= {"/robots.txt": Answered(DISALLOWED), "/b": Answered(status=302, headers={"Location": "/private/a"})}
    [one] = taken(guest_of(time), site.url("/b"))
    assert (isinstance(one, Skipped), site.asked_for()) == (True, ["/b"])


def test_what_was_overridden_is_remembered(site: Site, time: FakeTime) -> None:
    site.pages |= {"/robots.txt": Answered(DISALLOWED)}
    guest = guest_of(time)
    taken(guest, site.url("/private/a"))
    refused = guest.memory.last_visit(site.url("/private/a"))
    bold = replace(guest, options=replace(OPTIONS, ignore_robots=True))
    [one] = taken(bold, site.url("/private/a"))
    taken_anyway = guest.memory.last_visit(site.url("/private/a"))
    assert isinstance(one, Unread)
    assert refused
    assert taken_anyway
    assert [(v.reservation, v.overridden, v.skipped is None) for v in (refused, taken_anyway)] == [
        ("robots.txt", False, False),
        ("robots.txt", True, True),
    ]


# ---- reservations


@pytest.mark.parametrize(
    ("headers", "head", "site_file", "expected"),
    [
        pytest.param({}, "", "[]", None, id="nothing is said"),
        pytest.param({"tdm-reservation": "1"}, "", "[]", "tdm-reservation (header)", id="header"),
        pytest.param(
            {"tdm-reservation": "1", "tdm-policy": "https://g.example/p"},
            "",
            "[]",
            "tdm-reservation (header), policy https://g.example/p",
            id="header with a policy",
        ),
        pytest.param(
            {}, '<meta name="TDM-Reservation" content="1">', "[]", "tdm-reservation (page)", id="the page itself"
        ),
        pytest.param({}, "", RESERVED, "tdm-reservation (tdmrep.json), policy https://gazette.example/tdm", id="file"),
        pytest.param({"tdm-reservation": "0"}, "", RESERVED, None, id="the header goes before the file"),
        pytest.param(
            {"tdm-reservation": "1"},
            '<meta name="tdm-reservation" content="0">',
            RESERVED,
            None,
            id="the page goes before all",
        ),
        pytest.param({}, '<meta name="robots" content="index, noai">', "[]", "noai", id="noai of the page"),
        pytest.param({"x-robots-tag": "noai, noimageai"}, "", "[]", "noai", id="noai of the header"),
        pytest.param({"x-robots-tag": "otherbot: noai"}, "", "[]", None, id="noai to another robot"),
        pytest.param({"x-robots-tag": "nosnippet, noindex"}, "", "[]", None, id="about search results only"),
        pytest.param({}, '<p data-x="tdm-reservation 1">', "[]", None, id="the words alone"),
        pytest.param({}, "", "<html>not found</html>", None, id="no file, but a page in its place"),
    ],
)
def test_what_is_reserved(headers: dict[str, str], head: str, site_file: str, expected: str | None) -> None:
    found = reservation(
        "https://g.example/a", headers, page("Toll", head=head).encode(), site_rules(site_file.encode())
    )
    assert found == expected


@pytest.mark.parametrize(
    ("path", "reserved"),
    [("/news/a", True), ("/news/free/a", False), ("/sport/a.pdf", True), ("/sport/a", None), ("/", None)],
)
def test_the_longest_pattern_of_the_file_counts(path: str, reserved: bool | None) -> None:
    rules = SiteRules((("/news/", True, None), ("/news/free/", False, None), ("/*.pdf$", True, None)))
    found = rules.of(f"https://g.example{path}")
    assert (found and found[0]) is reserved


def test_a_reserved_page_is_left_unless_told_otherwise(site: Site, time: FakeTime) -> None:
    site.pages["/.well-known/tdmrep.json"] = Answered(RESERVED, headers={"Content-Type": "application/json"})
    guest = guest_of(time)
    [one] = taken(guest, site.url("/a"))
    assert isinstance(one, Skipped)
    assert (one.kind, "--ignore-reservation" in one.message, "gazette.example/tdm" in one.message) == (
        "refused",
        True,
        True,
    )
    [one] = taken(replace(guest, options=replace(OPTIONS, ignore_reservation=True)), site.url("/a"))
    visit = guest.memory.last_visit(site.url("/a"))
    assert isinstance(one, Unread)
    assert visit
    assert (visit.overridden, "tdmrep.json" in (visit.reservation or "")) == (True, True)


# ---- waiting


def test_a_host_is_asked_once_a_second(site: Site, time: FakeTime) -> None:
    site.pages["/feed"] = rss(site.url("/a"), site.url("/private/a"))
    taken(guest_of(time), site.url("/feed"))
    assert site.asked == ["/robots.txt", "/feed", "/a", "/.well-known/tdmrep.json", "/private/a"]
    assert time.slept == [1.0] * 4


@pytest.mark.parametrize(
    ("robots", "slept"),
    [
        ("User-agent: *\nCrawl-delay: 5", 5.0),
        ("User-agent: *\nCrawl-delay: 0.2", 1.0),
        ("User-agent: *\nCrawl-delay: 86400", 60.0),
        ("User-agent: *\nRequest-rate: 1/10s", 10.0),
    ],
)
def test_a_longer_delay_is_honoured(site: Site, time: FakeTime, robots: str, slept: float) -> None:
    site.pages["/robots.txt"] = Answered(robots)
    guest = guest_of(time)
    for _ in range(3):
        taken(guest, site.url("/a"))
    assert time.slept[-1] == slept


@pytest.mark.parametrize(
    ("retry_after", "slept"),
    [("30", 30.0), ("Mon, 02 Mar 2026 09:01:00 GMT", 59.0)],
)
def test_a_short_retry_after_is_waited_for(site: Site, time: FakeTime, retry_after: str, slept: float) -> None:
    site.pages["/a"] = Answered(status=503, headers={"Retry-After": retry_after})
    [one] = taken(guest_of(time), site.url("/a"))
    assert (isinstance(one, Skipped), slept in time.slept) == (True, True)
    assert site.asked_for() == ["/a", "/a"]


def test_a_host_that_asks_to_come_back_in_an_hour_is_left_alone(site: Site, time: FakeTime) -> None:
    site.pages |= {"/a": Answered(status=429, headers={"Retry-After": "3600"}), "/b": Answered(page("Toll B"))}
    guest = guest_of(time)
    taken(guest, site.url("/a"))
    [one] = taken(guest, site.url("/b"))
    assert isinstance(one, Skipped)
    assert (one.kind, "60 minutes" in one.message, site.asked_for("/b")) == ("refused", True, [])
    time.later(hours=1)
    assert isinstance(taken(guest, site.url("/b"))[0], Unread)
