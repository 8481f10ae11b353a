"""The page that `quoth read --html` writes: self-contained, every statement marked, furniture folded."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from fakes import PerfectTagger, article_of
from marked import unmark
from quoth import pipeline
from quoth.cli.page import render
from quoth.domain import Reading

TEXT = (
    "@headline Gate shut & bolted\n"
    "@body {m1 Ruiz <b>} {q1 said}: {c1 “{m2 He} {q2 told} me {c2 ‘never again’} twice.”}\n"
    "@caption {m3 Hale} {q3 says} {c3 it rains}.\n@furniture Subscribe\n@furniture Subscribe now"
)
DIRECT = (0xFF, 0xE9, 0xA8)  # --direct in the template


def page(text: str = TEXT) -> str:
    marked = unmark(text)
    return render(
        [one for one in pipeline.read([article_of(marked)], PerfectTagger(marked)) if isinstance(one, Reading)]
    )


def test_marks_hold_the_words_and_links_meet() -> None:
    tree = html.fromstring(page())
    assert [mark.text_content() for mark in tree.xpath("//article//mark")] == [
        "“He told me ‘never again’ twice.”",
        "‘never again’",
        "it rains",
    ]
    assert [b.text_content() for b in tree.xpath("//article//b")] == ["Ruiz <b>", "He", "Hale"]
    ids = set(tree.xpath("//@id"))
    assert {link.removeprefix("#") for link in tree.xpath("//a/@href")} <= ids
    assert tree.xpath("//li[@class='nested']//b/text()") == ["He"]


def test_the_article_is_there_as_printed() -> None:
    tree = html.fromstring(page())
    assert tree.xpath("//h1")[0].text_content() == "Gate shut & bolted"
    assert [p.text_content() for p in tree.xpath("//details/p")] == ["Subscribe", "Subscribe now"]


def test_what_does_not_stand_is_labelled() -> None:
    tree = html.fromstring(page("{m1 Ruiz} {q1 denied} {c1 that it rained}. {m2 Hale} {q2 said} {c2 it did}."))
    assert tree.xpath("//li//span[@class='label']/text()") == ["denied"]
    assert tree.xpath("//article//mark/@class") == ["indirect off", "indirect"]
    assert tree.xpath("//article//mark/@title") == ["statement 1: denied", "statement 2"]


TWO = (
    "{m1 Mayor Ada Ruiz} {q1 said}: {c1 “We will pay.”}\n{m2 She} {q2 added} {c2 that it rained}.\n"
    "{m3 One official} {q3 doubted} {c3 it}."
)


def test_speakers_are_listed_with_links_to_their_statements() -> None:
    tree = html.fromstring(page(TWO))
    voices = tree.xpath("//ul[@class='voices']/li")
    assert [voice.xpath("string(strong)") for voice in voices] == ["Ada Ruiz", "official"]
    assert voices[0].xpath(".//a/@href") == ["#a1-s0-row", "#a1-s1-row"]
    assert "Mayor · person" in voices[0].text_content()
    assert [(row.xpath("string(strong)"), row.xpath("string(a)").strip()) for row in tree.xpath("//ol/li")] == [
        ("Ada Ruiz", "(Mayor Ada Ruiz) said"),
        ("Ada Ruiz", "(She) added"),
        ("official", "(One official) doubted"),
    ]


def test_a_speaker_has_one_colour_in_list_text_and_rows() -> None:
    tree = html.fromstring(page(TWO))
    colours = [tree.xpath(path) for path in ("//ul[@class='voices']/li/@style", "//ol/li/@style", "//mark/@style")]
    first, other = colours[0]
    assert colours[1] == colours[2] == [first, first, other]
    assert first != other


def test_nothing_is_fetched_and_nothing_runs() -> None:
    tree = html.fromstring(page())
    assert not tree.xpath("//script | //link | //img | //iframe | //@src | //@onclick")


def test_no_article_is_a_page_too() -> None:
    assert "No article could be read" in render([])


def test_a_browser_shows_the_marks(tmp_path: Path) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed: `make test` installs it")
    (tmp_path / "a.html").write_text(page(), encoding="utf8")
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    command += ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"]
    command += [
        f"--user-data-dir={tmp_path / 'profile'}",
        f"--screenshot={tmp_path / 'a.png'}",
        "--window-size=1200,800",
    ]
    subprocess.run([*command, (tmp_path / "a.html").as_uri()], capture_output=True, timeout=120, check=True)
    colours = Image.open(tmp_path / "a.png").convert("RGB").getcolors(1 << 24) or []
    seen = {colour: count for count, colour in colours if isinstance(colour, tuple)}
    assert seen.get(DIRECT, 0) > 500
