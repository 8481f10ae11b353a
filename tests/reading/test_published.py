"""On which day did it appear, and who says so?"""

from __future__ import annotations

import pytest

from quoth.domain import DateBasis, Published
from quoth.reading.published import published

URL = "https://lantern.example/news/pier"
TIMES = {
    "a meta tag": '<meta property="article:published_time" content="2026-03-03T21:40:00+01:00">',
    "a meta tag in words": '<meta name="date" content="Tue, 03 Mar 2026 21:40:00 +0100">',
    "JSON-LD": '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-03-03"}</script>',
    "JSON-LD with a comma too many": (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-03-03",}</script>'
    ),
    "JSON-LD in a graph": (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"},'
        '{"@type": ["NewsArticle", "Report"], "datePublished": "2026-03-03T08:00"}]}</script>'
    ),
    "a later change beside it": (
        '<meta property="article:modified_time" content="2026-03-09"><meta name="pubdate" content="20260303">'
    ),
    "a placeholder before it": (
        '<meta name="article:published_time" content="1970-01-01T00:00:00Z"><meta name="date" content="2026-03-03">'
    ),
    "microdata": '<span itemprop="datePublished" content="2026-03-03T10:00">yesterday</span>',
    "a marked time": '<p class="byline"><time datetime="2026-03-03">Tuesday</time></p>',
    "the only time": '<p><time datetime="2026-03-03">Tuesday</time></p>',
}


def told(published: Published | None) -> str | None:
    """`published` as one line: day or days, and basis."""
    if published is None:
        return None
    days = dict.fromkeys((published.start.isoformat(), published.end.isoformat()))
    return f"{' to '.join(days)} {published.basis}"


@pytest.mark.parametrize("head", TIMES.values(), ids=TIMES.keys())
def test_metadata_tells_the_day(head: str) -> None:
    assert (
        told(published(f"<html><head>{head}</head><body><p>Pier</p></body></html>", "Pier", URL)) == "2026-03-03 meta"
    )


@pytest.mark.parametrize(
    "head",
    [
        pytest.param('<meta property="article:modified_time" content="2026-03-09">', id="a change is no publication"),
        pytest.param('<meta name="date" content="soon">', id="no date"),
        pytest.param('<meta name="date" content="2026-02-30">', id="no such day"),
        pytest.param(
            '<time datetime="2026-03-03">a</time><time datetime="2026-03-02">b</time>', id="two times of teasers"
        ),
        pytest.param('<script type="application/ld+json">{"datePublished": </script>', id="broken JSON-LD"),
        pytest.param(
            '<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2026-03-03"}</script>',
            id="the site",
        ),
    ],
)
def test_what_tells_nothing_is_passed_over(head: str) -> None:
    assert published(f"<html><head>{head}</head><body><p>Pier</p></body></html>", "Pier", URL) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://lantern.example/2026/03/03/pier", "2026-03-03 url"),
        ("https://lantern.example/2026/3/3/pier", "2026-03-03 url"),
        ("https://lantern.example/town/2026/mar/03/pier", "2026-03-03 url"),
        ("https://lantern.example/town/2026-03-03/pier.html", "2026-03-03 url"),
        ("https://lantern.example/pier-2026-03-03", "2026-03-03 url"),
        ("https://lantern.example/a/20260303.html", "2026-03-03 url"),
        ("https://lantern.example/2026/03/pier", "2026-03-01 to 2026-03-31 url"),
        ("https://lantern.example/2024/feb/pier", "2024-02-01 to 2024-02-29 url"),
        ("https://lantern.example/2026/13/41/pier", None),
        ("https://lantern.example/2026/pier", None),
        ("https://lantern.example/pier-120260303", None),
        ("https://lantern.example/id/2026030312", None),
        (None, None),
    ],
)
def test_the_address_tells_the_day(url: str | None, day: str | None) -> None:
    assert told(published(None, "Pier", url)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("SKELBY, March 3, 2026 (Northern Wire) — The board voted to close the pier.", "2026-03-03 dateline"),
        ("SKELBY, 3 March 2026 - The board voted to close the pier.", "2026-03-03 dateline"),
        ("SKELBY, March 3 — The board voted to close the pier.", None),
        ("Pier to close\nBy Odd Lind\n3 March 2026\n\nThe board voted.", "2026-03-03 text"),
        ("Pier to close\n\nPublished 3 Mar 2026, 9.15am GMT | Odd Lind\n\nThe board voted.", "2026-03-03 text"),
        ("Pier to close\n\nTuesday, March 3rd, 2026 at 9:15 a.m. ET\n\nThe board voted.", "2026-03-03 text"),
        ("Pier to close\nOdd Lind · 2026-03-03\nThe board voted.", "2026-03-03 text"),
        ("Pier to close\nUpdated 5 March 2026\nPublished 3 March 2026\nThe board voted.", "2026-03-03 text"),
        ("Pier to close\n23/3/2026\nThe board voted.", "2026-03-23 text"),
        ("Pier to close\n4/3/2026\nThe board voted.", None),
        ("The pier opened on 3 March 1926, and the board voted on Tuesday to close it.", None),
        ("Pier to close\nThe cracks were found on March 3, 2023, he said.", None),
        ("\n".join(["Pier to close", *["The board voted."] * 30, "3 March 2026", *["Aske was angry."] * 30]), None),
        ("", None),
    ],
)
def test_dateline_and_printed_date_tell_the_day(text: str, day: str | None) -> None:
    assert told(published(None, text, None)) == day


@pytest.mark.parametrize(
    ("stamp", "url", "day"),
    [
        pytest.param("2026-03-03T09:00:00Z", "/2026/03/01/pier", "2026-03-03 meta", id="metadata before the address"),
        pytest.param("2026-03-04T01:10:00Z", "/2026/03/03/pier", "2026-03-03 url", id="an evening west of Greenwich"),
        pytest.param("2026-03-04T01:10:00+01:00", "/2026/03/03/pier", "2026-03-04 meta", id="the outlet's own clock"),
        pytest.param("2026-03-04T01:10:00Z", "/2026/03/pier", "2026-03-04 meta", id="a day before a month"),
    ],
)
def test_the_best_basis_wins(stamp: str, url: str, day: str) -> None:
    page = f'<html><head><meta name="article:published_time" content="{stamp}"></head><body>Pier</body></html>'
    text = "SKELBY, March 1, 2026 (Northern Wire) — The board voted."
    assert told(published(page, text, f"https://lantern.example{url}")) == day


def test_an_address_comes_before_the_text() -> None:
    text = "SKELBY, March 1, 2026 (Northern Wire) — The board voted."
    found = published(None, text, "https://lantern.example/2026/03/02/pier")
    assert found is not None
    assert found.basis is DateBasis.URL
