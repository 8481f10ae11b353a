"""A URL's bytes: in goes an address, out come the page's body, type and final address, within time and size."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from email.message import Message
from functools import cache
from typing import NoReturn

import httpcore
import httpx

from quoth import __version__
from quoth.domain import ReadOptions
from quoth.errors import ErrorKind, ReadError
from quoth.reading.addresses import (
    CheckedBackend,
    Deadline,
    PrivateAddressError,
    Resolver,
    Rule,
    UnknownHostError,
    anywhere,
    is_public,
    system_resolver,
)
from quoth.reading.fetched import NOT_FOUND_STATUS, NOT_MODIFIED, Asking, Fetched, StatusError
from quoth.reading.inflate import DamagedError, TooLargeError, inflated, limited

USER_AGENT = f"quoth/{__version__} (+https://pypi.org/project/quoth)"
HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",  # only what inflate.py can stop in the middle
}
TEXT_TYPES = frozenset({"", "application/xhtml+xml", "application/xml", "application/octet-stream"})
PACKED_TYPES = frozenset({"application/gzip", "application/x-gzip"})
EMPTY_STATUS = frozenset({204, 205})


PLAINLY = Asking()


def fetch(
    origin: str,
    options: ReadOptions,
    asking: Asking = PLAINLY,
    *,
    resolve: Resolver = system_resolver,
    allows: Rule = is_public,
) -> Fetched:
    """The page at the address `origin`. `options.allow_private` lifts the rule `allows`. Raises ReadError."""
    allowed = anywhere if options.allow_private else allows
    deadline = Deadline(options.timeout_s)
    backend = CheckedBackend(resolve, allowed, deadline)
    headers = HEADERS | dict(asking.headers)
    try:
        with httpx.Client(transport=_Transport(backend), headers=headers, trust_env=False, timeout=None) as client:
            return _follow(client, origin, options, asking, deadline)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.CookieConflict) as error:
        raise ReadError(origin, ErrorKind.REFUSED, f"the address is not usable: {_short(error)}; check it") from error
    except (httpcore.TimeoutException, TimeoutError) as error:
        reason = f"no answer within {options.timeout_s:g} seconds; try again later or allow more time"
        raise ReadError(origin, ErrorKind.TIMEOUT, reason) from error
    except UnknownHostError as error:
        reason = f"there is no host named {_short(error)}; check the address and the network"
        raise ReadError(origin, ErrorKind.NOT_FOUND, reason) from error
    except PrivateAddressError as error:
        reason = f"{_short(error)}, which is not on the public internet; allow it with --allow-private"
        raise ReadError(origin, ErrorKind.REFUSED, reason) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
        reason = f"the connection failed ({_short(error)}); check the address or try again later"
        raise ReadError(origin, ErrorKind.REFUSED, reason) from error


def _follow(client: httpx.Client, origin: str, options: ReadOptions, asking: Asking, deadline: Deadline) -> Fetched:
    """The page at the end of the redirects. Their bodies are never read: httpx itself would, without a limit."""
    request = client.build_request("GET", origin)
    for _ in range(options.max_redirects + 1):
        _check_address(request.url, origin)
        with deadline.paused():
            asking.before(str(request.url))
        response = client.send(request, stream=True)
        try:
            if response.next_request is None:
                return _received(response, origin, options, asking)
        finally:
            response.close()
        request = response.next_request
    reason = f"more than {options.max_redirects} redirects; give the address they lead to"
    raise ReadError(origin, ErrorKind.REFUSED, reason)


def _check_address(url: httpx.URL, origin: str) -> None:
    if url.scheme not in ("http", "https") or not url.host or not 0 < (url.port or 80) < 65536:
        reason = f"only http and https addresses are fetched, not {_short(url)}; check it"
        raise ReadError(origin, ErrorKind.REFUSED, reason)


def _received(response: httpx.Response, origin: str, options: ReadOptions, asking: Asking) -> Fetched:
    headers = dict(response.headers)
    if response.status_code == NOT_MODIFIED and asking.headers:
        return Fetched(b"", "", None, str(response.url), NOT_MODIFIED, headers)
    _check_status(response, origin)
    declared = Message()
    declared["Content-Type"] = response.headers.get("content-type", "")
    media_type = declared.get_content_type() if response.headers.get("content-type", "").strip() else ""
    if not (asking.any_type or _may_be_text(media_type)):
        reason = f"the address holds {media_type}, not a page; save or export it as text or HTML"
        raise ReadError(origin, ErrorKind.NOT_TEXT, reason)
    charset = declared.get_content_charset()
    body = _body(response, origin, options)
    return Fetched(body, media_type, charset, str(response.url), response.status_code, headers)


def _may_be_text(media_type: str) -> bool:
    return media_type.startswith("text/") or media_type.endswith("+xml") or media_type in TEXT_TYPES | PACKED_TYPES


def _check_status(response: httpx.Response, origin: str) -> None:
    status = response.status_code
    if status in NOT_FOUND_STATUS:
        kind, reason = ErrorKind.NOT_FOUND, f"the server has no such page ({status}); check the address"
    elif status in EMPTY_STATUS:
        kind, reason = ErrorKind.EMPTY, f"the server sends no content ({status}); check the address"
    elif status >= 300:
        hint = "save the page in a browser and give the file" if status < 500 else "try again later"
        kind, reason = ErrorKind.REFUSED, f"the server refuses the page ({status}); {hint}"
    else:
        return
    raise StatusError(origin, kind, reason, status, response.headers.get("retry-after"))


def _body(response: httpx.Response, origin: str, options: ReadOptions) -> bytes:
    """The unpacked body; as far as it goes where the connection breaks."""
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    unpack = {"identity": limited, "": limited, "gzip": inflated, "x-gzip": inflated, "deflate": inflated}.get(packing)
    if unpack is None:
        _refuse_packing(origin, packing)
    try:
        return unpack(_until_broken(response.iter_raw()), options.max_bytes)
    except TooLargeError as error:
        reason = f"the page is larger than {options.max_bytes:,} bytes; save the article alone and give the file"
        raise ReadError(origin, ErrorKind.TOO_LARGE, reason) from error
    except DamagedError:
        _refuse_packing(origin, packing)


def _refuse_packing(origin: str, packing: str) -> NoReturn:
    reason = f"the page comes packed as {packing[:20]!r} and cannot be unpacked; save it in a browser and give the file"
    raise ReadError(origin, ErrorKind.NOT_TEXT, reason)


def _until_broken(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The chunks up to where the connection breaks; the error itself if that is before the first."""
    received = False
    try:
        for chunk in chunks:
            received = received or bool(chunk)
            yield chunk
    except (httpcore.NetworkError, httpcore.ProtocolError):
        if not received:
            raise


def _short(error: object) -> str:
    return " ".join(str(error).split())[:160] or type(error).__name__


@cache
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)


class _Transport(httpx.BaseTransport):
    """httpx on httpcore's pool with our own network backend, which httpx.HTTPTransport does not take."""

    def __init__(self, backend: httpcore.NetworkBackend) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=_tls(), network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        target = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore.Request(request.method, target, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        body: Iterable[bytes] = self._answer.iter_stream()
        yield from body

    def close(self) -> None:
        self._answer.close()
