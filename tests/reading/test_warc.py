"""Web archives: each HTML page that was answered with 200, by the address that it was fetched from."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import brotli
import pytest

from quoth.domain import Article, ReadOptions, Skipped
from quoth.reading import articles
from webserver import page

TOLL = page("Harbour toll doubled").encode()


def record(
    url: str, body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **headers: str
) -> bytes:
    """A response record as a crawler writes it."""
    told = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{told}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-03-02T09:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def chunked(body: bytes) -> bytes:
    return b"%x\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n" % (9, body[:9], len(body) - 9, body[9:])


def read(path: Path, options: ReadOptions | None = None) -> list[Article | Skipped]:
    return list(articles([str(path)], options or ReadOptions()))


@pytest.mark.parametrize("packed", [False, True])
def test_the_pages_of_an_archive(tmp_path: Path, packed: bool) -> None:
    records = [
        record("https://g.example/a", TOLL),
        record("https://g.example/logo", b"\x89PNG", kind="image/png"),
        record("https://g.example/gone", b"no", status="404 Not Found"),
        record("<https://g.example/b>", page("Gate shut").encode("latin-1", "replace"), kind="text/html"),
    ]
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"".join(gzip.compress(one) if packed else one for one in records))
    first, second = read(path)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.url, first.origin) == ("https://g.example/a", f"{path}#https://g.example/a")
    assert [first.headline, second.headline] == ["Harbour toll doubled", "Gate shut"]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(gzip.compress(TOLL), {"Content_Encoding": "gzip"}, id="gzip"),
        pytest.param(zlib.compress(TOLL), {"Content_Encoding": "deflate"}, id="deflate"),
        pytest.param(brotli.compress(TOLL), {"Content_Encoding": "br"}, id="brotli"),
        pytest.param(chunked(TOLL), {"Transfer_Encoding": "chunked"}, id="in chunks"),
        pytest.param(
            chunked(gzip.compress(TOLL)), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}, id="both"
        ),
        pytest.param(TOLL, {"Content_Encoding": "gzip"}, id="unpacked by the crawler, which left the header"),
        pytest.param(TOLL, {"Content_Encoding": "br"}, id="the same, brotli"),
        pytest.param(TOLL, {"Transfer_Encoding": "chunked"}, id="the same, chunks"),
    ],
)
def test_pages_packed_in_every_way(tmp_path: Path, body: bytes, headers: dict[str, str]) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(gzip.compress(record("https://g.example/a", body, **headers)))
    [found] = read(path)
    assert isinstance(found, Article), found
    assert found.headline == "Harbour toll doubled"


def test_a_damaged_archive_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(record("https://g.example/a", TOLL) + b"junk\r\n\r\n" + record("https://g.example/b", TOLL))
    first, *rest = read(path)
    assert isinstance(first, Article)
    assert [one.kind for one in rest if isinstance(one, Skipped)] == ["not_text"]


def test_an_archive_without_pages(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(record("https://g.example/a", b"", status="301 Moved"))
    [found] = read(path)
    assert isinstance(found, Skipped)
    assert found.kind == "empty"


def test_a_page_that_is_too_large_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    bomb = gzip.compress(b"<html>" + b"x" * 200_000)
    path.write_bytes(record("https://g.example/a", bomb, Content_Encoding="gzip") + record("https://g.example/b", TOLL))
    first, second = read(path, ReadOptions(max_bytes=100_000))
    assert isinstance(first, Skipped)
    assert (first.kind, isinstance(second, Article)) == ("too_large", True)


def test_a_folder_gives_its_archives_too(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(gzip.compress(record("https://g.example/a", TOLL)))
    (tmp_path / "feed.xml").write_text("<rss/>")
    [found] = read(tmp_path)
    assert isinstance(found, Article)
