"""To which network addresses may quoth connect? A network backend that connects only to an address it has checked.

The name is looked up here, every answer is checked, and the connection goes to the checked address itself: neither a
redirect nor a second DNS answer (DNS rebinding) gets past that.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import httpcore

Resolver = Callable[[str, int], Sequence[str]]
"""The IP addresses of a host name, best first; none where the name does not exist."""

Rule = Callable[[str], bool]
"""Whether quoth may connect to an IP address."""

CONNECT_TIMEOUT_S = 10.0  # for each address, so that a dead IPv6 route leaves time for IPv4
GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
RELAY_ANYCAST = ipaddress.IPv4Network("192.88.99.0/24")  # 6to4 relays, withdrawn by RFC 7526; Python calls it global
SOCKET_OPTION = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


class UnknownHostError(Exception):
    """The host name leads nowhere."""


class PrivateAddressError(Exception):
    """The host name leads to an address that is not on the public internet."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"{host} leads to {address}")
        self.host, self.address = host, address


def anywhere(address: str) -> bool:
    """True: the rule of a caller who allows private addresses."""
    return True


def is_public(address: str) -> bool:
    """Whether the IP address is on the public internet, and so is every IPv4 address wrapped in it."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = _wrapped(ip)
        return _is_public_v4(wrapped) if wrapped is not None else ip in GLOBAL_UNICAST and ip.is_global
    return _is_public_v4(ip)


def _is_public_v4(ip: ipaddress.IPv4Address) -> bool:
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and ip not in RELAY_ANYCAST


def _wrapped(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that packets to `ip` end at: IPv4-mapped, 6to4 and NAT64."""
    if ip in NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


def system_resolver(host: str, port: int) -> Sequence[str]:
    """What the operating system's resolver answers."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):  # UnicodeError: a label longer than 63 bytes
        return ()
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))


class Deadline:
    """The moment by which a whole fetch, redirects included, must be done."""

    def __init__(self, seconds: float) -> None:
        self.at = time.monotonic() + seconds

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Time that does not count: waiting for one's turn is no fault of the server."""
        started = time.monotonic()
        try:
            yield
        finally:
            self.at += time.monotonic() - started

    def left_s(self, at_most: float | None = None) -> float:
        """Seconds left, `at_most` that many. Raises httpcore.ReadTimeout when there are none."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time allowed is up")
        return left if at_most is None else min(left, at_most)


class CheckedBackend(httpcore.NetworkBackend):
    """Connects only to addresses that the rule allows, and never past the deadline."""

    def __init__(self, resolve: Resolver, allows: Rule, deadline: Deadline) -> None:
        self._resolve, self._allows, self._deadline = resolve, allows, deadline
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the host's addresses that answers."""
        addresses = self._addresses(host, port)
        for place, address in enumerate(addresses, 1):
            try:
                seconds = self._deadline.left_s(CONNECT_TIMEOUT_S)
                stream = self._sockets.connect_tcp(address, port, seconds, local_address, socket_options)
                return DeadlineStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if place == len(addresses):
                    raise
        raise UnknownHostError(host)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[SOCKET_OPTION] | None = None
    ) -> httpcore.NetworkStream:
        """Never: a page is not on this machine's sockets."""
        raise PrivateAddressError(path, "a socket of this machine")

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        addresses = _in_time(lambda: self._resolve(host, port), self._deadline)
        for address in addresses:
            if not self._allows(address):
                raise PrivateAddressError(host, address)
        return addresses


def _in_time(look_up: Callable[[], Sequence[str]], deadline: Deadline) -> Sequence[str]:
    """What `look_up` returns. The system's resolver takes no timeout, so it gets a thread that may be left."""
    answers: list[Sequence[str]] = []
    thread = threading.Thread(target=lambda: answers.append(look_up()), daemon=True)
    thread.start()
    thread.join(deadline.left_s())
    if thread.is_alive():
        raise httpcore.ConnectTimeout("the name server does not answer")
    return answers[0] if answers else ()


class DeadlineStream(httpcore.NetworkStream):
    """A connection on which no read or write outlasts the deadline, however slowly the bytes drip."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left_s(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left_s(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left_s(timeout))
        return DeadlineStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
