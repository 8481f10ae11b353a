"""What a news editor sees around the paragraphs of a page: captions, credits, bylines, titles and notes.

Each page is ours, in a shape that real pages have; the rows give the passages expected apart from the body.
"""

from __future__ import annotations

import pytest

from quoth.domain import Part
from quoth.reading.page import read_page
from skelby import ASKE, MARROW, PIER, TEXT, page

TITLE = "<h1>Skelby closes its pier</h1>"
LONG = "A film shows the moment when the eastern wall of the old ferry pier in Skelby began to move in Sunday's storm."


def apart(html: str) -> list[str]:
    """The passages other than body and headline, as 'part: words'."""
    article = read_page(html, "test")
    return [
        f"{passage.part}: {passage.span.of(article.text)}"
        for passage in article.passages
        if passage.part not in {Part.BODY, Part.HEADLINE}
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            f"<article>{TITLE}<p>{PIER}</p><p><span class='img_caption'><img src='a.jpg'>The pier at low tide. "
            f"(Northern Wire/A. Lund)</span></p><p>{MARROW}</p><p>{ASKE}</p></article>",
            ["caption: The pier at low tide.", "credit: (Northern Wire/A. Lund)"],
            id="a span in a paragraph",
        ),
        pytest.param(
            f"<article>{TITLE}<p>{PIER}</p><p>{MARROW}</p><div class='photo'><p class='withoutCaption'><img src='a'>"
            "</p><span class='newsCaption'>The pier at low tide <span class='caption'>(Image: GETTY)</span></span>"
            "</div>"
            f"<p>{ASKE}</p></article>",
            ["caption: The pier at low tide", "credit: (Image: GETTY)"],
            id="a span beside the picture",
        ),
        pytest.param(
            "<div class='art'><div class='lead-image'><img src='a.jpg'><div class='image-photographer'>"
            "<a href='/p'>The pier at low tide, 2024. (Northern Wire/A. Lund)</a></div></div>"
            f"{TITLE}<div>{TEXT}</div></div>",
            ["caption: The pier at low tide, 2024.", "credit: (Northern Wire/A. Lund)"],
            id="a linked one in a box named for the photographer",
        ),
        pytest.param(
            f"<article>{TITLE}<figure><img src='a.jpg'><figcaption>{LONG}</figcaption></figure><p>{PIER}</p>"
            f"<figure><img src='a.jpg'><figcaption>{LONG} The sound was taken out.</figcaption></figure>"
            f"<p>{MARROW}</p><p>{ASKE}</p></article>",
            [f"caption: {LONG} The sound was taken out."],
            id="the fuller of two that begin alike",
        ),
        pytest.param(
            f"<article>{TITLE}<figure><img src='a.jpg'><figcaption><span class='fig__visually-hidden'>Image: </span>"
            f"<span>The pier has stood since 1911</span></figcaption></figure>{TEXT}</article>",
            ["caption: The pier has stood since 1911"],
            id="without the label that only screen readers speak",
        ),
        pytest.param(
            f"<article>{TITLE}<figure><img src='a.jpg'><figcaption><span class='off-screen'>Media caption</span>Who is "
            f"Ilse Marrow?</figcaption></figure>{TEXT}</article>",
            ["caption: Who is Ilse Marrow?"],
            id="without the label that stands off the screen",
        ),
        pytest.param(
            f"<article>{TITLE}<figure><img src='a.jpg'><figcaption><div class='caption'>The pier at low tide</div>"
            f"<div class='attrib'>TideWatcher for Lantern Magazine</div></figcaption></figure>{TEXT}</article>",
            ["caption: The pier at low tide", "credit: TideWatcher for Lantern Magazine"],
            id="with a name for a paper",
        ),
        pytest.param(
            f"<article>{TITLE}<figure><img src='a.jpg'><figcaption>The pier at low tide (Image: getty )</figcaption>"
            "</figure>"
            f"<figure><img src='b.jpg'><figcaption>© Skelby Harbour Board</figcaption></figure>{TEXT}</article>",
            ["caption: The pier at low tide", "credit: (Image: getty )", "credit: © Skelby Harbour Board"],
            id="with credits in small letters and under the copyright sign",
        ),
    ],
)
def test_captions(body: str, expected: list[str]) -> None:
    assert apart(page(body)) == expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        pytest.param(
            "<div class='bloger-name'><a href='/u'>Odd Lind</a> <span>@oddlind</span></div>",
            ["byline: Odd Lind @oddlind"],
            id="with a handle",
        ),
        pytest.param(
            "<div class='Author-name'><a href='/u'>Odd Lind</a><a href='/t'>@oddlind</a></div>",
            ["byline: Odd Lind @oddlind"],
            id="with a handle set apart by style alone",
        ),
        pytest.param(
            "<div class='author-name'><a href='/u'>Mina Sund</a><span>Harbour Columnist</span></div>",
            ["byline: Mina Sund Harbour Columnist"],
            id="with a role set apart by style alone",
        ),
        pytest.param(
            "<div class='byline-section'><div class='by'><span class='author'>Mina Sund and Odd B. Lind</span> "
            "<span class='publication'>Skelby Evening Lantern</span></div></div>",
            ["byline: Mina Sund and Odd B. Lind Skelby Evening Lantern"],
            id="with the paper",
        ),
        pytest.param(
            "<div class='author'><p>Odd Lind</p><p>Odd Lind's Most Recent Stories</p>"
            "<p><a href='/1'>Harbour Opens With Surreal Brass Band</a></p><p>View All</p></div>",
            ["byline: Odd Lind", "furniture: View All"],
            id="with the writer's other stories",
        ),
        pytest.param(
            "<p>5:45 AM PST 03/03/2026 by Odd Lind</p>",
            ["byline: 5:45 AM PST 03/03/2026 by Odd Lind"],
            id="after the time",
        ),
    ],
)
def test_bylines(byline: str, expected: list[str]) -> None:
    head = "<title>Skelby closes its pier</title><meta name='author' content='Odd Lind'>"
    assert apart(page(f"<article>{TITLE}{byline}{TEXT}</article>", head)) == expected


def test_the_marked_name_is_the_author() -> None:
    names = "<span class='author'>Mina Sund and Odd B. Lind</span> <span>Evening Lantern</span>"
    html = page(f"<article>{TITLE}<div class='byline'><p>{names}</p></div>{TEXT}</article>")
    assert read_page(html, "x").byline == ("Mina Sund", "Odd B. Lind")


def test_the_printed_name_counts_where_metadata_names_the_outlet() -> None:
    head = """<title>Skelby closes its pier</title><meta property="og:site_name" content="Lantern News">
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Skelby closes its pier",
      "author": {"@type": "Organization", "name": "Lantern"}}</script>"""
    html = page(f"<article>{TITLE}<div class='article-author'>Odd Lind</div>{TEXT}</article>", head)
    assert apart(html) == ["byline: Odd Lind"]
    assert read_page(html, "x").byline == ("Odd Lind",)


@pytest.mark.parametrize(
    ("printed", "given"),
    [
        pytest.param(
            "Skelby says, 'Mind the gap,' and fishermen ask, Are you well?",
            "'Mind the gap': Skelby campaign is working, board says",
            id="words in common but for their commas",
        ),
        pytest.param("Eastern wall gives way after the storm", "Skelby pier closes", id="nothing in common"),
    ],
)
def test_the_headline_is_the_one_that_the_reader_sees(printed: str, given: str) -> None:
    html = page(f"<article><h1 class='title'>{printed}</h1>{TEXT}</article>", f"<title>{given}</title>")
    article = read_page(html, "x")
    assert article.headline == printed
    assert given not in article.text


def test_a_paragraph_in_a_box_called_description_is_no_standfirst() -> None:
    boxes = "".join(f"<div class='text-description'><p>{text}</p></div>" for text in (PIER, MARROW, ASKE))
    assert apart(page(f"<article>{TITLE}{boxes}</article>")) == []


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        pytest.param("Northern Wire writers Ana Hult, Bo Ek and Cy Dunn contributed to this report.", Part.BYLINE),
        pytest.param("Lantern reporter Ana Hult contributed to this story.", Part.BYLINE),
        pytest.param(
            "Follow @LanternDeals on Twitter to keep up with the latest deals from around the harbour. Prices are "
            "subject to change without notice.",
            Part.FURNITURE,
        ),
        pytest.param(
            "Follow Northern Wire’s full coverage of the harbour at https://wire.example/harbour", Part.FURNITURE
        ),
        pytest.param("Disclaimer: The views of writers are their own and not those of the paper.", Part.FURNITURE),
        pytest.param("Ana Hult contributed 300 crowns to the fund, the board said.", Part.BODY),
    ],
)
def test_closing_lines(closing: str, expected: Part) -> None:
    article = read_page(page(f"<article>{TITLE}{TEXT}<p>{closing}</p></article>"), "x")
    assert article.passages[-1].part is expected


def test_a_heading_with_nothing_under_it_is_not_the_articles_end() -> None:
    stories = "<section><h3>World</h3><a href='/1'>Cod prices fall again in the north</a></section>"
    html = page(f"<div class='row'><article>{TITLE}{TEXT}<p>Then the meeting closed.</p></article>{stories}</div>")
    assert read_page(html, "x").text.endswith("Then the meeting closed.")


def test_what_a_company_says_about_itself_under_its_release_is_furniture() -> None:
    about = (
        "<h3>About Pierworks</h3><p>Pierworks builds and mends piers on four coasts and has its seat in Skelby.</p>"
        "<p>It employs ninety people. For more information, please visit www.pierworks.example.</p>"
    )
    assert [line.partition(":")[0] for line in apart(page(f"<article>{TITLE}{TEXT}{about}</article>"))] == [
        Part.FURNITURE
    ] * 3
    unheaded = (
        "<p>Pierworks is a leading provider of piers. Its vision is to open every harbour to everybody.</p>"
        "<p>Pierworks is headquartered in Skelby (Norway) and employs around 1,300 people. Its shares are listed on "
        "the Skelby Exchange.</p>"
    )
    assert [line[:9] for line in apart(page(f"<article>{TITLE}{TEXT}{unheaded}</article>"))] == ["furniture"] * 2
    background = "<p>Pierworks, which built the pier, is headquartered in Skelby and employs about 90 people.</p>"
    assert apart(page(f"<article>{TITLE}{TEXT}{background}</article>")) == []
    quoted = f"<h3>About Pierworks</h3><p>{MARROW} It is the first time that she has spoken about it.</p>"
    assert apart(page(f"<article>{TITLE}{TEXT}{quoted}</article>")) == []


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        pytest.param("<span>Mc</span>Donald <b>bold</b>ly", "McDonald boldly", id="inside a word"),
        pytest.param("<i>The Lantern</i><sup>1</sup>", "The Lantern1", id="no capital follows"),
        pytest.param("a<span class='sr-only'>hidden </span> wall", "a wall", id="words for screen readers"),
    ],
)
def test_words_run_together_only_where_they_do_on_the_page(printed: str, read: str) -> None:
    closing = "and nobody on the board of the harbour had anything more to say about it."
    article = read_page(page(f"<article>{TITLE}{TEXT}<p>It ended {printed} {closing}</p></article>"), "x")
    assert article.text.endswith(f"It ended {read} {closing}")


@pytest.mark.parametrize("depth", [300, 3000, 30000])
def test_a_page_nested_beyond_the_parsers_limit_is_read(depth: int) -> None:
    html = page(
        f"<article>{TITLE}<p>{PIER}</p>{'<div>' * depth}<p>{MARROW}</p>{'</div>' * depth}<p>{ASKE}</p></article>"
    )
    text = read_page(html, "x").text
    assert all(paragraph in text for paragraph in (PIER, MARROW, ASKE))
