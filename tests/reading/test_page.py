"""Pages of an invented paper, in the shapes that real ones have: which words are read, and as what."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoth.domain import DateBasis, Part
from quoth.errors import ErrorKind, ReadError
from quoth.reading.page import read_page
from skelby import ASKE, MARROW, PIER, TEXT, page

PAGES = Path(__file__).with_name("pages")
URL = "https://lantern.example/2026/03/03/pier"


def parts(html: str) -> list[str]:
    """The passages as the .parts files write them."""
    article = read_page(html, "test")
    lines = (f"{p.part:<11}{p.span.of(article.text)}" for p in article.passages)
    return [line.replace("\n", "\\n") for line in lines]


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_the_page_is_read_as_its_parts_file_says(path: Path) -> None:
    assert parts(path.read_text("utf-8")) == path.with_suffix(".parts").read_text("utf-8").splitlines()


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_paragraphs_are_joined_by_a_blank_line(path: Path) -> None:
    article = read_page(path.read_text("utf-8"), "test")
    gaps = {
        article.text[a.span.end : b.span.start]
        for a, b in zip(article.passages, article.passages[1:], strict=False)
        if a.part is not Part.DATELINE and b.part is not Part.CREDIT
    }
    assert gaps <= {"\n\n"}
    assert article.text == article.text.strip()


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        pytest.param("at 10&nbsp;p.m. on 3\u202fMarch", "at 10\u00a0p.m. on 3\u202fMarch", id="no-break spaces stay"),
        pytest.param("the har&shy;bour mas\u00adter", "the harbour master", id="soft hyphens go"),
        pytest.param("cafe\u0301 and caf\u00e9", "cafe\u0301 and caf\u00e9", id="no normalisation"),
        pytest.param("&ldquo;no&rdquo;, &#8216;no&#8217;", "“no”, ‘no’", id="entities"),
        pytest.param("two\n   lines\tof   code", "two lines of code", id="what a browser collapses"),
        pytest.param("so <b>bold</b>ly <i>said</i>.", "so boldly said.", id="inline tags"),
        pytest.param("first line<br>second line", "first line\nsecond line", id="a line break"),
        pytest.param("<!-- no --><script>no()</script>yes", "yes", id="comments and scripts"),
    ],
)
def test_the_pages_characters_are_kept(printed: str, read: str) -> None:
    closing = "and nobody on the board of the harbour had anything more to say about it."
    html = page(f"<article><h1>Pier</h1>{TEXT}<p>It ended {printed} {closing}</p></article>")
    assert read_page(html, "test").text.endswith(f"It ended {read} {closing}")


def test_what_metadata_tells_is_kept() -> None:
    head = """<title>Skelby closes its pier | The Skelby Lantern</title>
      <link rel="canonical" href="/2026/03/03/pier-closes">
      <meta property="og:site_name" content="The Skelby Lantern"><meta property="article:section" content="Harbour">
      <meta name="author" content="Odd Lind and Mina Sund">
      <meta property="article:published_time" content="2026-03-03T09:15:00+01:00">"""
    article = read_page(
        page(f"<article><h1>Skelby closes its pier</h1>{TEXT}</article>", head), "x", url=URL + "?from=feed"
    )
    assert article.url == "https://lantern.example/2026/03/03/pier-closes"
    assert (article.outlet, article.section, article.language) == ("The Skelby Lantern", "Harbour", "en")
    assert article.byline == ("Odd Lind", "Mina Sund")
    assert article.headline == "Skelby closes its pier"
    assert article.published is not None
    assert article.published.basis is DateBasis.META


def test_json_ld_tells_what_the_page_does_not_print() -> None:
    article = read_page((PAGES / "json-ld-only.html").read_text("utf-8"), "x", url=URL)
    assert (article.outlet, article.section) == ("The Skelby Lantern", "Harbour")
    assert article.byline == ("Odd Lind", "Mina Sund")
    assert article.published is not None
    assert article.published.start.isoformat() == "2026-03-03"


@pytest.mark.parametrize(
    "link",
    [
        pytest.param('<link rel="canonical" href="https://lantern.example/">', id="the home page"),
        pytest.param('<link rel="canonical" href="javascript:void(0)">', id="no address"),
        pytest.param('<link rel="canonical" href="http://[bad/x">', id="a broken address"),
        pytest.param('<link rel="canonical">', id="empty"),
    ],
)
def test_a_useless_canonical_link_leaves_the_address_of_the_page(link: str) -> None:
    assert read_page(page(f"<h1>Pier</h1>{TEXT}", link), "x", url=URL).url == URL


def test_the_printed_byline_serves_where_metadata_names_nobody() -> None:
    article = read_page(
        page(f"<article><h1>Pier</h1><p class='byline'>By Odd Lind and Mina Sund</p>{TEXT}</article>"), "x"
    )
    assert article.byline == ("Odd Lind", "Mina Sund")


def test_the_headline_comes_from_metadata_where_none_is_printed() -> None:
    article = read_page(page(f"<article>{TEXT}</article>", "<title>Skelby closes its pier</title>"), "x")
    assert article.passages[0].part is Part.HEADLINE
    assert article.headline == "Skelby closes its pier"


def test_a_truncated_page_is_read_as_far_as_it_goes() -> None:
    html = page(f"<article><h1>Pier</h1>{TEXT}</article>")
    article = read_page(html[: html.index("called the vote")], "x")
    assert article.text.endswith("has worked the pier for thirty years,")


MALFORMED = f"<p>{PIER}<p><b>{MARROW}</p></b></div></td><p <p>{ASKE}<table><p>"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<h1>Pier</h1>{MALFORMED}", id="tags that do not match"),
        pytest.param(f"<?xml version='1.0' encoding='utf-16'?><html><body><h1>Pier</h1>{TEXT}", id="a false encoding"),
        pytest.param(
            f"<html><body>{'<p>' + ' ' * 5000 + '</p>'}<h1>Pier</h1>{TEXT}<meta charset=ascii>",
            id="encoding declared late",
        ),
        pytest.param(f"<h1>Pier</h1>{TEXT}\x00\x0b\x1f", id="control characters"),
        pytest.param(f"<h1>Pier</h1>{TEXT}\ud800", id="half a surrogate pair"),
        pytest.param(page(f"{'<div>' * 1000}<h1>Pier</h1>{TEXT}"), id="nested by the thousand"),
        pytest.param(
            page(f"<h1>Pier</h1>{TEXT}", "<script type='application/ld+json'>{{]</script>"), id="broken JSON-LD"
        ),
        pytest.param(
            page(f"<h1>Pier</h1>{TEXT}", f"<script type='application/ld+json'>{'[' * 99999}</script>"),
            id="deep JSON-LD",
        ),
    ],
)
def test_damaged_pages_are_read(html: str) -> None:
    text = read_page(html, "x").text
    assert all(paragraph in text for paragraph in (PIER, MARROW, ASKE))


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        pytest.param("", ErrorKind.EMPTY, id="nothing"),
        pytest.param(" \n\t ", ErrorKind.EMPTY, id="white space"),
        pytest.param("<html><body><script>go()</script></body></html>", ErrorKind.EMPTY, id="only a script"),
        pytest.param(page("<div style='display:none'>Please wait</div>"), ErrorKind.EMPTY, id="only hidden words"),
        pytest.param(
            page("<h1>Sign in</h1><form><input><button>Go</button></form>"), ErrorKind.NO_ARTICLE, id="a form"
        ),
        pytest.param(
            page(
                "<h1>Page not found</h1><p>Sorry, we could not find the page that you were looking for. It may have "
                "been moved, or it may never have been there.</p><p>You can search the archive, or go back to where "
                "you came from.</p>",
                "<title>404 - The Skelby Lantern</title>",
            ),
            ErrorKind.NO_ARTICLE,
            id="not found",
        ),
        pytest.param(
            page(
                "<h1>The Skelby Lantern</h1>"
                + "".join(
                    f"<div class='item'><h2><a href='/{i}'>{title} in Skelby and in the villages around it</a></h2>"
                    f"<p>{title}, and what the town hall has to say about it this morning and tomorrow.</p></div>"
                    for i, title in enumerate(
                        ["Cod prices fall", "Ferry fares rise", "A school opens", "A bridge closes", "Rain", "Snow"]
                    )
                ),
                "<title>The Skelby Lantern</title>",
            ),
            ErrorKind.NO_ARTICLE,
            id="an index",
        ),
        pytest.param(
            page(
                "<article><h1>Skelby sperrt seinen Pier</h1><p>Der Hafenrat von Skelby hat am Dienstag beschlossen, "
                "den alten Pier zu sperren, drei Jahre nachdem Ingenieure erste Risse in der Mauer gefunden hatten.</p>"
                "<p>„Wir haben überall nach Geld gesucht und keines gefunden“, sagte Ilse Marrow, die Vorsitzende.</p>"
            ),
            ErrorKind.LANGUAGE,
            id="German under lang=en",
        ),
    ],
)
def test_what_is_no_article_says_so(html: str, kind: ErrorKind) -> None:
    with pytest.raises(ReadError) as caught:
        read_page(html, "lantern.html")
    assert (caught.value.kind, caught.value.origin) == (kind, "lantern.html")


def test_a_huge_page_is_read_in_its_length() -> None:
    rows = "".join(f"<p>{PIER} This was resolution number {i} of the evening.</p>" for i in range(3000))
    article = read_page(page(f"<article><h1>Pier</h1>{rows}</article>"), "x")
    assert len([p for p in article.passages if p.part is Part.BODY]) == 3000
