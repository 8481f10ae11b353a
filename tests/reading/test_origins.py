"""Origins of every kind, and for each that cannot be read the kind of reason and what to do about it."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.domain import Article, DateBasis, Published, ReadOptions, Skipped
from quoth.reading import articles

REPORT = """Harbour toll to double by winter

The toll for lorries will double in October, the port authority said on Monday.

"We asked for money in May," said Rut Dahl, the mayor of the town.
"""
PAGE = (
    "<html><head><title>Harbour toll to double</title></head><body><article><h1>Harbour toll to double</h1>"
    + "<p>The toll for lorries will double in October, the port authority said, and nobody was asked.</p>"
    + "<p>“We asked for money in May,” said Rut Dahl, the mayor of the town, who was told of it by the drivers.</p>"
    + "<p>The drivers meet on Friday, and they have said that they will not pay what is asked of them.</p>"
    + "</article></body></html>"
)
GERMAN = (
    "Der Bürgermeister von Orlitz hat am Montag angekündigt, dass die neue Brücke erst im Herbst eröffnet wird. "
    "Er sagte, was in der Stadt alle wissen: Die Kosten sind höher als geplant, und die Anwohner warten noch immer."
)


def read(
    *origins: str | Path, options: ReadOptions | None = None, stdin: bytes | None = None
) -> list[Article | Skipped]:
    given_in = None if stdin is None else io.BytesIO(stdin)
    return list(articles(map(str, origins), options or ReadOptions(), given_in))


def article(*origins: str | Path, options: ReadOptions | None = None, stdin: bytes | None = None) -> Article:
    (found,) = read(*origins, options=options, stdin=stdin)
    assert isinstance(found, Article), found
    return found


def skipped(*origins: str | Path, options: ReadOptions | None = None, stdin: bytes | None = None) -> Skipped:
    (found,) = read(*origins, options=options, stdin=stdin)
    assert isinstance(found, Skipped), found
    assert "\n" not in found.message
    return found


def rows(*lines: Mapping[str, object] | str) -> bytes:
    return "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode(
        "utf-8", "surrogatepass"
    )


# ---- files


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_text_file_in_any_encoding_reads_the_same(tmp_path: Path, charset: str, line_end: str) -> None:
    path = tmp_path / "a report.txt"
    path.write_bytes(REPORT.replace("\n", line_end).encode(charset))
    found = article(path)
    assert (found.text, found.origin, found.headline) == (REPORT, str(path), "Harbour toll to double by winter")
    assert found.language == "en"


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.xhtml", "saved.txt", "noname"])
def test_a_page_is_known_by_its_name_or_its_opening(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(PAGE, encoding="utf-8")
    assert article(path).headline == "Harbour toll to double"
    assert "<p>" not in article(path).text


def test_a_file_named_html_without_markup_is_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(REPORT, encoding="utf-8")
    assert article(path).text == REPORT


def test_packed_files_are_unpacked(tmp_path: Path) -> None:
    for name, body in {
        "a.txt.gz": REPORT.encode(),
        "b.html.gz": PAGE.encode(),
        "c.jsonl.gz": rows({"text": REPORT}),
    }.items():
        (tmp_path / name).write_bytes(gzip.compress(body))
    found = read(tmp_path)
    assert [Path(one.origin).name for one in found] == ["a.txt.gz", "b.html.gz", "c.jsonl.gz:1"]
    assert all(isinstance(one, Article) for one in found)


def test_a_packed_file_that_breaks_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress((REPORT * 50).encode(), mtime=0)[:-12])
    assert article(path).text.startswith(REPORT[:200])


def test_the_callers_day_overrides(tmp_path: Path) -> None:
    day = date(2024, 3, 11)
    for name, body in {
        "a.txt": REPORT,
        "b.html": PAGE,
        "c.jsonl": json.dumps({"text": REPORT, "date": "2020"}),
    }.items():
        (tmp_path / name).write_text(body, encoding="utf-8")
    for found in read(tmp_path, options=ReadOptions(published=day)):
        assert isinstance(found, Article)
        assert found.published == Published(day, day, DateBasis.GIVEN)


# ---- folders


def test_a_folder_gives_its_readable_files_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b c.md", "notes.docx", "data.csv.gz", ".hidden.txt", ".git/x.txt", "A.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    found = [Path(one.origin).relative_to(tmp_path).as_posix() for one in read(tmp_path)]
    assert found == ["A.TXT", "a/b c.md", "a/z.txt", "b.txt"]


def test_the_caller_may_choose_the_suffixes(tmp_path: Path) -> None:
    for name in ("a.txt", "b.story"):
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    assert article(tmp_path, options=ReadOptions(suffixes=frozenset({".story"}))).origin.endswith("b.story")


# ---- what cannot be read


@pytest.mark.parametrize(
    ("name", "body", "kind", "hint"),
    [
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "not_text", "export it as text or HTML"),
        ("a.docx", b"PK\x03\x04\x14\x00word/document.xml", "not_text", "Word"),
        ("a.txt", b"\x00\x01\x02\x03" * 99, "not_text", "binary"),
        ("a.txt", b"", "empty", "saved whole"),
        ("a.txt", b" \n\r\n\t", "empty", "saved whole"),
        ("a.txt", b"\xef\xbb\xbf\n", "empty", "saved whole"),
        ("a.html", b"<html><body></body></html>", "empty", ""),
        ("a.xml", b"<?xml version='1.0'?><rss><channel/></rss>", "no_article", "addresses of its articles"),
        ("a.txt", GERMAN.encode(), "language", "(de)"),
        ("a.txt", ("ニュース。" * 30).encode(), "language", "(ja)"),
        ("a.txt.gz", b"\x1f\x8b\xff\xffnonsense", "not_text", "damaged"),
        ("a.txt", b"x" * 3001, "too_large", "3,000 bytes"),
        ("a.txt.gz", gzip.compress(b"x" * 3001), "too_large", "3,000 bytes"),
        ("b.jsonl", rows({"text": GERMAN}), "language", "(de)"),
    ],
)
def test_why_a_file_has_no_article(tmp_path: Path, name: str, body: bytes, kind: str, hint: str) -> None:
    path = tmp_path / name
    path.write_bytes(body)
    found = skipped(path, options=ReadOptions(max_bytes=3000))
    assert (found.kind, hint in found.message) == (kind, True), found.message


@pytest.mark.parametrize(
    ("origin", "kind", "hint"),
    [
        ("no such file.txt", "not_found", "check the path"),
        ("x" * 5000, "not_found", "standard input"),
        ("null\0character", "not_found", "check the path"),
        ("www.gazette.example/story", "not_found", "https://"),
        ("gazette.example/2024/story", "not_found", "https://"),
        ("ftp://gazette.example/story", "refused", "http"),
        ("file:///etc/hostname", "refused", "http"),
        ("https://", "refused", "check it"),
        ("http://[bad", "not_found", "check the address"),
        ("http://gazette.example:99999/", "refused", "check it"),
    ],
)
def test_why_an_origin_has_no_article(origin: str, kind: str, hint: str) -> None:
    found = skipped(origin)
    assert (found.kind, hint in found.message) == (kind, True), found.message


def test_an_empty_folder_says_what_it_lacks(tmp_path: Path) -> None:
    found = skipped(tmp_path)
    assert (found.kind, "*.html" in found.message) == ("empty", True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT, encoding="utf-8")
    path.chmod(0)
    assert skipped(path).kind == "refused"


def test_a_file_name_that_is_no_utf8_can_still_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(REPORT, encoding="utf-8")
    assert article(os.fsdecode(path)).origin.endswith("caf\ufffd.txt")


def test_one_bad_origin_does_not_stop_the_others_and_order_is_kept(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    found = read(tmp_path / "b.txt", "missing.txt", tmp_path / "a.txt")
    assert [(Path(one.origin).name, type(one).__name__) for one in found] == [
        ("b.txt", "Article"),
        ("missing.txt", "Skipped"),
        ("a.txt", "Article"),
    ]


def test_origins_are_read_only_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")

    def origins() -> object:
        yield str(tmp_path / "a.txt")
        raise AssertionError("the second origin was asked for too early")

    assert isinstance(next(articles(origins())), Article)  # type: ignore[arg-type]


# ---- standard input


@pytest.mark.parametrize(
    ("stdin", "text"),
    [(REPORT.encode(), REPORT), (gzip.compress(REPORT.encode()), REPORT), (b"\n\nNo, said Bo.", "\n\nNo, said Bo.")],
)
def test_text_from_standard_input(stdin: bytes, text: str) -> None:
    found = article("-", stdin=stdin)
    assert (found.origin, found.text) == ("-", text)


def test_a_page_from_standard_input() -> None:
    assert article("-", stdin=PAGE.encode()).headline == "Harbour toll to double"


def test_rows_from_standard_input() -> None:
    found = read("-", stdin=rows({"text": REPORT}, {"text": "No, said Bo."}))
    assert [one.origin for one in found] == ["-:1", "-:2"]


@pytest.mark.parametrize("stdin", [b"", b"\n \n", None])
def test_empty_standard_input(stdin: bytes | None) -> None:
    assert skipped("-", stdin=stdin).kind == "empty"


# ---- rows


def test_a_row_keeps_what_is_given_with_it(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    row = {
        "id": 17,
        "title": "Toll doubles.",
        "date": "2024-03-11T23:30:00-05:00",
        "url": "https://gazette.example/toll",
        "publisher": "Harbour Gazette",
        "author": "By Ann Lee and Bo Ek",
        "text": "Toll doubles.\r\n\r\nNo, said Bo.\n",
        "unknown": {"is": "ignored"},
    }
    path.write_bytes(rows("", row, "  "))
    found = article(path)
    assert (found.id, found.origin, found.text) == ("17", f"{path}:2", row["text"])
    assert (found.headline, found.url, found.outlet) == ("Toll doubles.", row["url"], "Harbour Gazette")
    assert found.byline == ("Ann Lee", "Bo Ek")
    assert found.published == Published(date(2024, 3, 11), date(2024, 3, 11), DateBasis.GIVEN)
    assert found.passages[0].part == "headline"


@pytest.mark.parametrize(
    ("given_date", "start", "end"),
    [
        ("2024-03-11", date(2024, 3, 11), date(2024, 3, 11)),
        ("20240311", date(2024, 3, 11), date(2024, 3, 11)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        (2024, date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_given_dates(tmp_path: Path, given_date: object, start: date, end: date) -> None:
    (tmp_path / "rows.jsonl").write_bytes(rows({"text": "No, said Bo.", "date": given_date}))
    assert article(tmp_path / "rows.jsonl").published == Published(start, end, DateBasis.GIVEN)


def test_outlet_wins_over_publisher_and_authors_may_be_a_list(tmp_path: Path) -> None:
    row = {"text": "No, said Bo.", "outlet": "Gazette", "publisher": "Ek & Sons", "author": ["Ann Lee", None, "Bo Ek"]}
    (tmp_path / "rows.jsonl").write_bytes(rows(row))
    found = article(tmp_path / "rows.jsonl")
    assert (found.outlet, found.byline) == ("Gazette", ("Ann Lee", "Bo Ek"))


def test_half_a_surrogate_pair_becomes_one_replacement_so_offsets_hold(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(b'{"text": "Oh \\ud83d, said Bo. \\ud83d\\ude00"}')
    assert article(tmp_path / "rows.jsonl").text == "Oh \ufffd, said Bo. 😀"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("{not json", "bad_row"),
        ("[1, 2]", "bad_row"),
        ('"text"', "bad_row"),
        ("{}", "bad_row"),
        ('{"text": null}', "bad_row"),
        ('{"text": "  "}', "bad_row"),
        ('{"text": ["No"]}', "bad_row"),
        ('{"text": "No, said Bo.", "date": "soon"}', "bad_row"),
        ('{"text": "No, said Bo.", "date": "2024-02-31"}', "bad_row"),
        ('{"text": "No, said Bo.", "url": {}}', "bad_row"),
        ("[" * 100_000, "bad_row"),
        ('{"text": "' + "x" * 200_000 + '"}', "too_large"),
    ],
    ids=range(12),
)
def test_a_bad_row_is_named_by_its_line_and_the_others_go_on(tmp_path: Path, line: str, kind: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(rows({"text": "No, said Bo."}, line, {"text": "Yes, said Rut."}))
    first, bad, last = read(path, options=ReadOptions(max_bytes=150_000))
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(bad, Skipped)
    assert (bad.origin, bad.kind) == (f"{path}:2", kind)
    assert "\n" not in bad.message


def test_rows_that_are_no_utf8(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(b'{"text": "caf\xe9"}')
    assert skipped(tmp_path / "rows.jsonl").kind == "bad_row"


def test_packed_rows_that_break_off(tmp_path: Path) -> None:
    lines = rows(*({"text": f"{number}, said Bo. {os.urandom(40).hex()}"} for number in range(3000)))
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress(lines)[:-2000])
    found = read(tmp_path / "rows.jsonl.gz")
    assert len(found) > 1000
    assert isinstance(found[-1], Skipped)
    assert found[-1].kind == "bad_row"


@given(st.binary(max_size=300))
def test_no_bytes_raise(body: bytes) -> None:
    assert read("-", stdin=body)


# ---- what a cold start may load

COLD = """
import sys
from quoth.reading import articles
found = list(articles([sys.argv[1]]))
print(sorted({"trafilatura", "lxml", "httpx", "httpcore", "py3langid", "numpy", "onnxruntime"} & set(sys.modules)))
"""


def test_plain_text_pays_for_no_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", COLD, str(tmp_path / "a.txt")], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
