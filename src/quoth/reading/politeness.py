"""Fetches as a guest: asks robots.txt first, waits its turn at each host, comes back when it was told to.

A guest's manners are per host and last as long as the guest; what pages said is in its Memory.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from quoth.domain import ReadOptions
from quoth.errors import ErrorKind, ReadError
from quoth.reading.fetched import Asking, Fetched, StatusError
from quoth.reading.reservations import WELL_KNOWN, SiteRules, host_of, reservation, site_rules
from quoth.reading.visits import Memory, ShortMemory, Visit

if TYPE_CHECKING:
    from protego import Protego

ROBOT = "quoth"  # the name that robots.txt may call it by
ROBOTS_LAST_S = 3600.0  # then robots.txt is asked for again; RFC 9309 allows a day
LONGEST_DELAY_S = 60.0  # a crawl-delay beyond it is a misprint or a closed door, and would look like a hang
PATIENCE_S = 120.0  # a longer Retry-After is not waited for: the host's pages are skipped, and a later run gets them
ASKS_TO_WAIT = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of day, a stopwatch in seconds, and waiting."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    seconds: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(slots=True)
class Answer:
    """What came of asking for a page, and what its site reserves."""

    fetched: Fetched
    reservation: str | None = None
    overridden: bool = False


class RefusedError(ReadError):
    """The site does not want robots there."""

    def __init__(self, origin: str, reason: str, reservation: str) -> None:
        super().__init__(origin, ErrorKind.REFUSED, reason)
        self.reservation = reservation


@dataclass(frozen=True, slots=True)
class _Site:
    """What a host's robots.txt says, or why nobody knows."""

    rules: Protego
    read_at_s: float
    failed: ReadError | None = None  # the host cannot be reached at all

    @property
    def delay_s(self) -> float:
        rate = self.rules.request_rate(ROBOT)
        asked = max(self.rules.crawl_delay(ROBOT) or 0.0, rate.seconds / rate.requests if rate else 0.0)
        return min(asked, LONGEST_DELAY_S)


@dataclass
class Guest:
    """A polite visitor of other people's servers."""

    options: ReadOptions
    memory: Memory = field(default_factory=ShortMemory)
    collection: str | None = None
    afresh: bool = False  # ask for everything again, whatever is remembered
    clock: Clock = field(default_factory=Clock)
    listed: Callable[[int], None] = lambda count: None  # told how many pages a listing holds
    _sites: dict[str, _Site] = field(default_factory=dict)
    _tdm: dict[str, SiteRules] = field(default_factory=dict)
    _free_at_s: dict[str, float] = field(default_factory=dict)
    _closed_till_s: dict[str, float] = field(default_factory=dict)

    def recall(self, url: str) -> Visit | None:
        """The last visit to the address, unless everything is to be asked for again."""
        return None if self.afresh else self.memory.last_visit(url)

    def get(self, url: str, conditions: Mapping[str, str] | None = None, options: ReadOptions | None = None) -> Answer:
        """The page, once its host's robots.txt and delay allow it.

        Raises: RefusedError where robots.txt does not; ReadError where there is no page.
        """
        answer = Answer(Fetched(b"", "", None, url))
        asking = Asking(dict(conditions or {}), before=lambda address: self._enter(url, address, answer))
        try:
            answer.fetched = _fetch(url, options or self.options, asking)
        except StatusError as error:
            if not self._waited(url, error):
                raise
            answer.fetched = _fetch(url, options or self.options, asking)
        return answer

    def judge(self, answer: Answer) -> None:
        """Completes the answer with what the page's publisher reserves. Raises RefusedError unless that is ignored."""
        fetched = answer.fetched
        reserved = reservation(fetched.url, fetched.headers, fetched.body, self._tdm_of(fetched.url))
        if reserved is None:
            return
        answer.reservation = "; ".join(filter(None, [answer.reservation, reserved]))
        if not self.options.ignore_reservation:
            reason = f"its publisher reserves text and data mining: {reserved}; if you may: --ignore-reservation"
            raise RefusedError(fetched.url, reason, answer.reservation)
        answer.overridden = True

    # ---- before each request

    def _enter(self, origin: str, address: str, answer: Answer) -> None:
        host = host_of(address)
        self._check_open(host, origin)
        site = self._site(host)
        if site.failed is not None:
            raise ReadError(origin, site.failed.kind, site.failed.reason)
        if not site.rules.can_fetch(address, ROBOT):
            if not self.options.ignore_robots:
                reason = f"{host}/robots.txt asks robots to leave it alone; if you may: --ignore-robots"
                raise RefusedError(origin, reason, "robots.txt")
            answer.reservation, answer.overridden = "robots.txt", True
        self._take_turn(host, site.delay_s)

    def _check_open(self, host: str, origin: str) -> None:
        left_s = self._closed_till_s.get(host, 0.0) - self.clock.seconds()
        if left_s > 0:
            reason = f"the server asks to come back in {_told(left_s)}; run the same command then"
            raise ReadError(origin, ErrorKind.REFUSED, reason)

    def _take_turn(self, host: str, delay_s: float = 0.0) -> None:
        """Waits until the host may be asked again, and keeps it from being asked for the delay."""
        self.clock.sleep(max(self._free_at_s.get(host, 0.0) - self.clock.seconds(), 0.0))
        self._free_at_s[host] = self.clock.seconds() + max(delay_s, self.options.delay_s)

    def _waited(self, url: str, error: StatusError) -> bool:
        """Whether the server said when to come back, and that has been waited for."""
        wait_s = _seconds(error.retry_after, self.clock.now()) if error.status in ASKS_TO_WAIT else None
        if wait_s is None:
            return False
        if wait_s <= PATIENCE_S:
            self.clock.sleep(wait_s)
            return True
        self._closed_till_s[host_of(url)] = self.clock.seconds() + wait_s
        return False

    # ---- what a host says of itself

    def _site(self, host: str) -> _Site:
        known = self._sites.get(host)
        if known is None or self.clock.seconds() > known.read_at_s + ROBOTS_LAST_S:
            known = self._sites[host] = self._robots(host)
        return known

    def _robots(self, host: str) -> _Site:
        now_s = self.clock.seconds()
        try:
            body = self._of_host(host, "/robots.txt")
        except StatusError as error:
            # RFC 9309: where there is none all is allowed, where the server fails nothing is
            closed = error.status >= 500 or error.status == 429
            return _Site(_rules("User-agent: *\nDisallow: /" if closed else ""), now_s)
        except ReadError as error:
            return _Site(_rules(""), now_s, error)
        return _Site(_rules(body.decode("utf8", "replace").removeprefix("\ufeff")), now_s)

    def _tdm_of(self, url: str) -> SiteRules:
        host = host_of(url)
        if host not in self._tdm:
            try:
                self._tdm[host] = site_rules(self._of_host(host, WELL_KNOWN))
            except ReadError:  # nothing is reserved by a file that is not there
                self._tdm[host] = SiteRules()
        return self._tdm[host]

    def _of_host(self, host: str, path: str) -> bytes:
        known = self._sites.get(host)
        turn = Asking(any_type=True, before=lambda address: self._take_turn(host, known.delay_s if known else 0.0))
        return _fetch(host + path, replace(self.options, max_bytes=max(self.options.max_bytes, 1 << 20)), turn).body


def _fetch(url: str, options: ReadOptions, asking: Asking) -> Fetched:
    from quoth.reading.fetch import fetch  # whoever has no address to ask must not pay for httpx

    return fetch(url, options, asking)


def _rules(robots_txt: str) -> Protego:
    from protego import Protego  # likewise

    return Protego.parse(robots_txt)


def _seconds(retry_after: str | None, now: datetime) -> float | None:
    """How long a Retry-After asks to wait; None where it says nothing that can be understood."""
    told = (retry_after or "").strip()
    if told.isdecimal():
        return float(told)
    try:
        return max((parsedate_to_datetime(told).astimezone(UTC) - now).total_seconds(), 0.0)
    except (TypeError, ValueError):
        return None


def _told(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes:,} minutes" if minutes > 1 else f"{max(round(seconds), 1)} seconds"
