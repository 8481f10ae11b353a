"""Fetching from a real server on this machine, and what is never fetched from."""

from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth import __version__
from quoth.domain import Article, ReadOptions
from quoth.errors import ReadError
from quoth.reading import articles
from quoth.reading.addresses import Resolver, is_public
from quoth.reading.fetch import Fetched, fetch

PAGE = b"<html><body><h1>Toll doubles</h1><p>The toll will double, the port said.</p></body></html>"
LIMIT = 100_000
OPTIONS = ReadOptions(allow_private=True, timeout_s=3, max_bytes=LIMIT)
HTML = {"Content-Type": "text/html"}

ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=ISO-8859-1"}, PAGE),
    "/text": (200, {"Content-Type": "text/plain"}, b"No, said Bo."),
    "/untyped": (200, {}, PAGE),
    "/gzip": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/deflate": (200, {**HTML, "Content-Encoding": "deflate"}, zlib.compress(PAGE)),
    "/bare-deflate": (200, {**HTML, "Content-Encoding": "deflate"}, zlib.compress(PAGE, wbits=-15)),
    "/packed.txt.gz": (200, {"Content-Type": "application/gzip"}, gzip.compress(b"No, said Bo.")),
    "/bomb": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"\0" * 200_000_000, 1)),
    "/large": (200, HTML, b"x" * (LIMIT + 1)),
    "/just-fits": (200, HTML, b"x" * LIMIT),
    "/brotli": (200, {**HTML, "Content-Encoding": "br"}, b"\x0b\x02\x80"),
    "/not-gzip": (200, {**HTML, "Content-Encoding": "gzip"}, b"plain after all"),
    "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
    "/json": (200, {"Content-Type": "application/json"}, b"{}"),
    "/hidden-pdf": (200, HTML, b"%PDF-1.7"),
    "/empty": (200, HTML, b""),
    "/no-content": (204, {}, b""),
    "/relative": (302, {"Location": "page"}, b""),
    "/twice": (301, {"Location": "/relative"}, b"x" * (2 * LIMIT)),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/to-file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/nowhere": (302, {"Location": "http://"}, b""),
    "/no-location": (302, {}, b""),
    "/to-inside": (302, {"Location": "http://inside.example:{port}/page"}, b""),
    "/cut-off": (200, {**HTML, "Content-Length": "5000"}, PAGE),
    **{f"/{status}": (status, HTML, b"<p>Sorry</p>") for status in (401, 403, 404, 410, 429, 451, 500, 503)},
}


class Handler(BaseHTTPRequestHandler):
    """Answers from the table above; /slow-… drip."""

    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        self.server.seen.append((self.path, dict(self.headers)))  # type: ignore[attr-defined]
        if self.path.startswith("/slow"):
            self._drip(b"HTTP/1.0 200 OK\r\n" if self.path == "/slow-head" else b"HTTP/1.0 200 OK\r\n\r\n")
            return
        status, headers, body = ANSWERS[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value.format(port=self.server.server_port))  # type: ignore[attr-defined]
        self.end_headers()
        self.wfile.write(body)

    def _drip(self, head: bytes) -> None:
        try:
            self.wfile.write(head)
            for _ in range(60):
                self.wfile.write(b"x")
                time.sleep(0.1)
        except OSError:
            pass

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as started:
        yield started


@contextmanager
def running() -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), Handler)
    server.seen = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def get(server: Server, path: str, options: ReadOptions = OPTIONS) -> Fetched:
    return fetch(f"http://127.0.0.1:{server.server_port}{path}", options)


def refusal(server: Server, path: str, options: ReadOptions = OPTIONS) -> ReadError:
    with pytest.raises(ReadError) as raised:
        get(server, path, options)
    assert "\n" not in raised.value.reason
    return raised.value


@pytest.mark.parametrize(
    "path", ["/page", "/untyped", "/gzip", "/deflate", "/bare-deflate", "/relative", "/twice", "/cut-off"]
)
def test_the_page_comes_unpacked_and_after_redirects(server: Server, path: str) -> None:
    assert get(server, path).body == PAGE


def test_what_the_server_declares_and_where_the_page_was_found(server: Server) -> None:
    found = get(server, "/relative")
    assert (found.media_type, found.charset) == ("text/html", "iso-8859-1")
    assert found.url == f"http://127.0.0.1:{server.server_port}/page"


def test_quoth_says_who_it_is(server: Server) -> None:
    get(server, "/text")
    _, headers = server.seen[-1]  # type: ignore[attr-defined]
    assert headers["User-Agent"] == f"quoth/{__version__} (+https://pypi.org/project/quoth)"


def test_no_proxy_is_taken_from_the_environment(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert get(server, "/page").body == PAGE


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/404", "not_found"),
        ("/410", "not_found"),
        ("/401", "refused"),
        ("/403", "refused"),
        ("/429", "refused"),
        ("/451", "refused"),
        ("/500", "refused"),
        ("/503", "refused"),
        ("/no-location", "refused"),
        ("/loop", "refused"),
        ("/to-file", "refused"),
        ("/nowhere", "refused"),
        ("/no-content", "empty"),
        ("/pdf", "not_text"),
        ("/json", "not_text"),
        ("/brotli", "not_text"),
        ("/not-gzip", "not_text"),
        ("/large", "too_large"),
        ("/bomb", "too_large"),
    ],
)
def test_why_there_is_no_page(server: Server, path: str, kind: str) -> None:
    assert refusal(server, path).kind == kind


def test_the_limit_itself_is_allowed(server: Server) -> None:
    assert len(get(server, "/just-fits").body) == LIMIT


@pytest.mark.parametrize("path", ["/slow-head", "/slow-body"])
def test_a_server_that_drips_does_not_outlast_the_time_allowed(server: Server, path: str) -> None:
    started = time.monotonic()
    assert refusal(server, path, ReadOptions(allow_private=True, timeout_s=0.5)).kind == "timeout"
    assert time.monotonic() - started < 3


def test_a_closed_port_is_refused() -> None:
    with running() as gone:
        port = gone.server_port
    with pytest.raises(ReadError) as raised:
        fetch(f"http://127.0.0.1:{port}/", OPTIONS)
    assert raised.value.kind == "refused"


# ---- addresses


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::5db8:d822", True),  # NAT64 of 93.184.216.34
        ("2002:5db8:d822::1", True),  # 6to4 of it
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),  # cloud metadata
        ("100.64.0.1", False),
        ("192.0.2.1", False),
        ("192.88.99.1", False),
        ("198.18.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("::7f00:1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),  # NAT64 of 10.0.0.1
        ("64:ff9b:1::a00:1", False),
        ("2002:7f00:1::", False),  # 6to4 of 127.0.0.1
        ("2001:0:a00:1::1", False),  # Teredo
        ("2001:db8::1", False),
        ("fc00::1", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("localhost", False),
        ("", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@given(st.ip_addresses(v=4))
def test_wrapping_an_address_does_not_make_it_public(ip: object) -> None:
    number = int(ip)  # type: ignore[call-overload]
    for wrapped in (
        f"::ffff:{ip}",
        f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}",
        f"2002:{number >> 16:x}:{number & 0xFFFF:x}::",
    ):
        assert is_public(wrapped) is is_public(str(ip))


def names(**hosts: Sequence[str]) -> tuple[Resolver, list[str]]:
    """A name server that knows `hosts` (dots written as _), and the list of what it was asked."""
    asked: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return hosts.get(host.replace(".", "_"), ())

    return resolve, asked


@pytest.mark.parametrize(
    "addresses",
    [
        pytest.param(["127.0.0.1"], id="loopback"),
        pytest.param(["::ffff:127.0.0.1"], id="loopback as IPv6"),
        pytest.param(["93.184.216.34", "127.0.0.1"], id="a public address and a private one"),
    ],
)
def test_a_name_that_leads_inside_is_refused(server: Server, addresses: list[str]) -> None:
    before = len(server.seen)  # type: ignore[attr-defined]
    resolve, _ = names(gazette_example=addresses)
    with pytest.raises(ReadError) as raised:
        fetch(f"http://gazette.example:{server.server_port}/page", ReadOptions(timeout_s=3), resolve=resolve)
    assert (raised.value.kind, "--allow-private" in raised.value.reason) == ("refused", True)
    assert len(server.seen) == before  # type: ignore[attr-defined]


def test_the_name_is_asked_once_and_the_checked_address_connected_to(server: Server) -> None:
    """DNS rebinding: the second answer would be another address, and is never asked for."""
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    fetched = fetch(f"http://gazette.example:{server.server_port}/page", OPTIONS, resolve=lambda *_: next(answers))
    assert fetched.body == PAGE
    assert next(answers) == ["127.0.0.2"]


def test_a_redirect_to_a_private_address_is_refused(server: Server) -> None:
    resolve, asked = names(gazette_example=["127.0.0.1"], inside_example=["10.0.0.1"])
    with pytest.raises(ReadError) as raised:
        # the server of this test counts as public, so that only the redirect's address is judged
        fetch(
            f"http://gazette.example:{server.server_port}/to-inside",
            ReadOptions(timeout_s=3),
            resolve=resolve,
            allows=lambda address: address == "127.0.0.1",
        )
    assert asked == ["gazette.example", "inside.example"]
    assert (raised.value.kind, "10.0.0.1" in raised.value.reason) == ("refused", True)


@pytest.mark.parametrize(
    "origin",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://localhost/",
    ],
)
def test_addresses_written_in_every_way_are_checked(origin: str) -> None:
    with pytest.raises(ReadError) as raised:
        fetch(origin, ReadOptions(timeout_s=3))
    assert raised.value.kind == "refused"


def test_an_unknown_host() -> None:
    resolve, _ = names()
    with pytest.raises(ReadError) as raised:
        fetch("https://nowhere.example/", OPTIONS, resolve=resolve)
    assert raised.value.kind == "not_found"


def test_a_name_server_that_hangs() -> None:
    done = threading.Event()

    def resolve(host: str, port: int) -> Sequence[str]:
        done.wait(10)
        return ()

    with pytest.raises(ReadError) as raised:
        fetch("https://slow.example/", ReadOptions(timeout_s=0.3), resolve=resolve)
    done.set()
    assert raised.value.kind == "timeout"


def test_the_next_address_is_tried_where_the_first_is_closed(server: Server) -> None:
    resolve, _ = names(gazette_example=["127.0.0.2", "127.0.0.1"])
    assert fetch(f"http://gazette.example:{server.server_port}/page", OPTIONS, resolve=resolve).body == PAGE


# ---- to the article


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/text", "No, said Bo."),
        ("/packed.txt.gz", "No, said Bo."),
        ("/hidden-pdf", "not_text"),
        ("/empty", "empty"),
        ("/404", "not_found"),
    ],
)
def test_a_url_is_an_origin_like_any_other(server: Server, path: str, outcome: str) -> None:
    origin = f"http://127.0.0.1:{server.server_port}{path}"
    (found,) = articles([origin], OPTIONS)
    assert found.origin == origin
    assert (found.text if isinstance(found, Article) else found.kind) == outcome
