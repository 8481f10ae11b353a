"""A newspaper's web server on this machine: the test says what stands where, and reads what was asked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from quoth.reading.politeness import Clock

STARTED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass
class Answered:
    """What stands at a path."""

    body: str | bytes = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str | None = None  # then 304 to whoever has it


class Site(ThreadingHTTPServer):
    """Answers from `pages`; 404 elsewhere. `asked` lists the paths in order, `sent` each request's headers."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, Answered] = {}
        self.asked: list[str] = []
        self.sent: list[Mapping[str, str]] = []

    def url(self, path: str = "") -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def asked_for(self, start: str = "/") -> list[str]:
        """The paths asked for since the last call, without those that only manners ask for."""
        asked = [path for path in self.asked if path not in {"/robots.txt", "/.well-known/tdmrep.json"}]
        self.asked.clear()
        return [path for path in asked if path.startswith(start)]

    def handle_error(self, request: object, client_address: object) -> None:
        pass


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.sent.append(dict(self.headers))
        page = self.server.pages.get(self.path, Answered(status=404))
        known = page.etag is not None and self.headers.get("If-None-Match") == page.etag
        self.send_response(304 if known else page.status)
        headers = {"Content-Type": "text/html; charset=utf-8", **page.headers}
        for name, value in (headers | ({"ETag": page.etag} if page.etag else {})).items():
            self.send_header(name, value)
        self.end_headers()
        if not known:
            self.wfile.write(page.body.encode() if isinstance(page.body, str) else page.body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=site.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        site.server_close()
        thread.join()


class FakeTime:
    """A clock that stands still but for what is slept, which it writes down."""

    def __init__(self) -> None:
        self.passed_s = 0.0
        self.slept: list[float] = []

    def clock(self) -> Clock:
        return Clock(lambda: STARTED + timedelta(seconds=self.passed_s), lambda: self.passed_s, self.sleep)

    def sleep(self, seconds: float) -> None:
        if seconds:
            self.slept.append(seconds)
            self.passed_s += seconds

    def later(self, **span: float) -> None:
        self.passed_s += timedelta(**span).total_seconds()


def page(headline: str, words: str = "“We will pay nothing,” said Mayor Ana Ruiz.", head: str = "") -> str:
    return (
        f"<html><head><title>{headline}</title>{head}</head><body><article><h1>{headline}</h1>"
        f"<p>{words} The harbour toll was set in May, and the council will vote on it again before the winter.</p>"
        "<p>The drivers meet on Friday, and they have said that they will not pay what is asked of them there.</p>"
        "<p>Nobody in the town was asked before the toll was set, and the port does not say who will be.</p>"
        "</article></body></html>"
    )


def rss(*addresses: str, **updated: str) -> Answered:
    entries = "".join(f"<item><title>x</title><link>{address}</link></item>" for address in addresses)
    return Answered(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title>{entries}</channel></rss>',
        headers={"Content-Type": "application/rss+xml"},
    )
