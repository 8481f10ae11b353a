"""Bytes as text, whatever was declared of them."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.reading.decode import decoded
from quoth.reading.formats import has_tags, is_feed, is_html, not_text

SAID = "“Zoë won’t pay,” said Bo — twice…"
PAGE = '<html><head><meta charset="{}"></head><body>“Zoë won’t pay,” said Bo</body></html>'


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        pytest.param(SAID.encode(), None, id="UTF-8"),
        pytest.param(SAID.encode("utf-8-sig"), None, id="UTF-8 with a mark"),
        pytest.param(SAID.encode(), "iso-8859-1", id="UTF-8 declared as Latin-1"),
        pytest.param(SAID.encode("utf-16"), None, id="UTF-16 with a mark"),
        pytest.param(
            codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"), "utf-8", id="UTF-16 BE with a mark, declared as UTF-8"
        ),
        pytest.param(SAID.encode("utf-16-le"), None, id="UTF-16 LE without a mark"),
        pytest.param(SAID.encode("utf-16-be"), None, id="UTF-16 BE without a mark"),
        pytest.param(SAID.encode("utf-32"), None, id="UTF-32 with a mark"),
        pytest.param(SAID.encode("cp1252"), None, id="Windows-1252, undeclared"),
        pytest.param(SAID.encode("cp1252"), "utf-8", id="Windows-1252 declared as UTF-8"),
        pytest.param(SAID.encode("cp1252"), "iso-8859-1", id="Windows-1252 declared as Latin-1"),
        pytest.param(SAID.encode("cp1252"), "no-such-charset", id="Windows-1252 declared as nonsense"),
        pytest.param(SAID.encode("cp1252"), "base64", id="Windows-1252 declared as a codec that is none of text"),
        pytest.param(SAID.encode("mac-roman"), "macintosh", id="Mac Roman, declared"),
    ],
)
def test_the_words_come_out_as_written(body: bytes, declared: str | None) -> None:
    assert decoded(body, declared) == SAID


@pytest.mark.parametrize(
    ("charset", "meta"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "windows-1252"),
        ("cp1252", "iso-8859-1"),
        ("cp1250", "windows-1250"),
        ("cp1252", "utf-8"),
    ],
)
def test_a_page_may_declare_its_charset_inside_rightly_or_wrongly(charset: str, meta: str) -> None:
    assert decoded(PAGE.format(meta).encode(charset)) == PAGE.format(meta)


def test_xml_may_declare_its_charset() -> None:
    page = '<?xml version="1.0" encoding="windows-1251"?><p>Орлиц</p>'
    assert decoded(page.encode("cp1251")) == page


def test_the_header_wins_over_the_page() -> None:
    assert decoded(PAGE.format("windows-1251").encode("cp1250"), "windows-1250") == PAGE.format("windows-1251")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("“Zoë” and ".encode() + b"it\x92s", "“Zoë” and it’s", id="a Windows apostrophe in UTF-8"),
        pytest.param(
            "“Zoë” caf\xc3 later".encode() + b" \xff", "“Zoë” caf\xc3 later \ufffd", id="a byte that is nothing"
        ),
        pytest.param("“Zoë” ".encode() + b"\xe2\x80 then", "“Zoë” \ufffd then", id="half a character in the middle"),
        pytest.param("“Zoë".encode()[:-1], "“Zo\ufffd", id="cut off inside a character"),
        pytest.param("He said “".encode()[:-1], "He said \ufffd", id="cut off inside its only one"),
        pytest.param("in the café".encode("cp1252"), "in the café", id="Windows-1252 that ends like UTF-8 cut off"),
    ],
)
def test_broken_utf8_keeps_its_sound_parts(body: bytes, text: str) -> None:
    assert decoded(body) == text


@given(st.text())
def test_utf8_comes_back(text: str) -> None:
    assert decoded(text.encode()) == text.removeprefix("\ufeff") or "\0" in text


@given(st.binary(), st.none() | st.text(max_size=12))
def test_any_bytes_become_text_that_can_be_written_again(body: bytes, declared: str | None) -> None:
    decoded(body, declared).encode()


@given(
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=2),
    st.sampled_from(["utf-16-le", "utf-16-be"]),
)
def test_utf16_without_a_mark(text: str, charset: str) -> None:
    assert decoded(text.encode(charset)) == text


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04......word/document.xml", "a Word document"),
        (b"PK\x03\x04......", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"{\\rtf1 Hello}", "an RTF document"),
        (bytes(range(32)) * 20, "a binary file"),
        (b"Page one.\x0cPage two.", None),
        ("Zoë".encode("cp1252"), None),
    ],
)
def test_what_is_not_text_is_named(body: bytes, name: str | None) -> None:
    assert not_text(body, decoded(body)) == name


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<!DOCTYPE html><p>x", True),
        ('<?xml version="1.0"?>\n<!-- saved --><html>', True),
        ("  <p>“No,” she said.</p>", True),
        ("<3 is what she wrote", False),
        ("“No,” she said. <p>", False),
        ("", False),
    ],
)
def test_html_is_told_by_how_it_opens(text: str, html: bool) -> None:
    assert is_html(text) is html


def test_markup_and_feeds() -> None:
    assert has_tags("one<br>two")
    assert not has_tags("3 < 4 and 5 > 2")
    assert is_feed('<?xml version="1.0"?><rss version="2.0">')
    assert not is_feed("<p>rss</p>")
