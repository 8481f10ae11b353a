"""Pages at addresses, as a guest gets them: in go an address or a listing, out comes an Unread for every page.

A visit is remembered only after whoever takes the Unread has come back for the next one, so that a kill between the
two costs a second fetch and never an article; and a listing only when all of its pages are settled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from urllib.parse import urlsplit

from quoth.domain import Article, ReadOptions, Skipped
from quoth.errors import ErrorKind, ReadError
from quoth.reading.canonical import cleaned
from quoth.reading.fetched import NOT_FOUND_STATUS, NOT_MODIFIED, StatusError
from quoth.reading.given import Given, unread_of
from quoth.reading.listings import MAX_LISTING_BYTES, Entry, entries_in, listing_root
from quoth.reading.politeness import Answer, Guest, RefusedError
from quoth.reading.unread import Unread, digest_of
from quoth.reading.visits import SETTLED, Visit, conditions, is_due, repeated

LISTING_SUFFIXES = (".xml", ".gz", ".rss", ".atom", ".rdf")
NOTHING = ""  # the digest of what was not fetched
DEEPEST = 3  # site maps in an index in an index; deeper ones go in circles


def at_address(url: str, guest: Guest) -> Iterator[Unread | Skipped]:
    """The page at the address, or every page that the feed or site map there lists."""
    yield from _visited(Entry(url), guest, depth=0)


def listed(given: Given, guest: Guest, depth: int = 0) -> Iterator[Unread | Skipped]:
    """Every page that the listing names, in its order. Raises ReadError where there is none."""
    try:
        entries = list(entries_in(given.body, given.url))
    except ValueError as error:
        reason = f"the feed or site map cannot be understood ({error}); check it"
        raise ReadError(given.origin, ErrorKind.NOT_TEXT, reason) from error
    if not entries:
        reason = "the feed or site map lists no page; give the addresses of its articles"
        raise ReadError(given.origin, ErrorKind.NO_ARTICLE, reason)
    guest.listed(len(entries))
    for entry in entries:
        yield from _visited(entry, guest, depth + 1)


@dataclass(slots=True)
class _Outcome:
    """What became of an Unread in the hands of whoever took it."""

    words: str | None = None  # digest of what may hold statements
    skipped: Skipped | None = None


def _visited(entry: Entry, guest: Guest, depth: int) -> Iterator[Unread | Skipped]:
    if guest.memory.forgets(url=cleaned(entry.url)):  # it need not be fetched to be left out
        yield Unread(entry.url, NOTHING, lambda: _read_again(entry.url, guest))
        return
    past = guest.recall(cleaned(entry.url))
    if depth and past is not None and _may_rest(past, entry, guest):
        yield from _as_before(past, entry.url, guest)
        return
    try:
        answer = guest.get(entry.url, _conditions(past, guest), _room(entry, guest))
    except ReadError as error:
        skipped = _told(error, past)
        guest.memory.note_visit(_failure(entry.url, error, skipped, past, guest))
        yield skipped
        return
    if answer.fetched.status == NOT_MODIFIED and past is not None:
        yield from _as_before(past, entry.url, guest)
        guest.memory.note_visit(repeated(past, guest.clock.now()))
    elif listing_root(answer.fetched.body) and (not depth or entry.is_listing) and depth < DEEPEST:
        yield from _listing(entry, answer, guest, depth)
    else:
        yield from _page(entry.url, answer, past, guest)


def _may_rest(past: Visit, entry: Entry, guest: Guest) -> bool:
    """Whether a listed page is known and need not be asked for again yet."""
    if entry.is_listing:
        is_old = entry.changed_at is not None and entry.changed_at <= past.fetched_at
        return is_old and past.is_settled and past.collection == guest.collection
    refused = past.reservation is not None and not past.overridden
    if refused and (guest.options.ignore_reservation or guest.options.ignore_robots):
        return False
    by_publisher = refused and past.status is not None  # robots.txt is asked anew: that costs the site nothing
    return (past.is_settled or by_publisher) and not is_due(past, guest.clock.now(), entry.changed_at)


def _conditions(past: Visit | None, guest: Guest) -> dict[str, str]:
    """What asks only for what is new; a listing that went into another collection is wanted whole."""
    is_listing = past is not None and past.digest is None and past.skipped is None
    if past is None or (is_listing and past.collection != guest.collection):
        return {}
    return conditions(past)


def _room(entry: Entry, guest: Guest) -> ReadOptions | None:
    is_listing = entry.is_listing or urlsplit(entry.url).path.lower().endswith(LISTING_SUFFIXES)
    return replace(guest.options, max_bytes=max(guest.options.max_bytes, MAX_LISTING_BYTES)) if is_listing else None


def _as_before(past: Visit, url: str, guest: Guest) -> Iterator[Unread | Skipped]:
    """What the address held at the last visit; nothing of a listing, whose pages were all settled then."""
    if past.skipped is not None:
        yield replace(past.skipped, origin=url)
    elif past.digest is not None:
        yield Unread(url, past.digest, lambda: _read_again(url, guest))


def _read_again(url: str, guest: Guest) -> Article:
    """The page after all: the record has lost what it once read there. Raises ReadError."""
    answer = guest.get(url)
    guest.judge(answer)
    return unread_of(_given(url, answer), guest.options).read()


def _given(url: str, answer: Answer) -> Given:
    fetched = answer.fetched
    is_page = True if "html" in fetched.media_type else None
    return Given(url, fetched.body, fetched.url, fetched.charset, is_page)


# ---- what an answer holds


def _listing(entry: Entry, answer: Answer, guest: Guest, depth: int) -> Iterator[Unread | Skipped]:
    settled = True
    try:
        for one in listed(_given(entry.url, answer), guest, depth):
            settled = settled and not (isinstance(one, Skipped) and one.kind not in SETTLED)
            yield one
    except ReadError as error:
        yield Skipped(entry.url, error.kind, error.reason)
        return
    visit = _visit(entry.url, answer, guest)
    guest.memory.note_visit(visit if settled else replace(visit, etag=None, last_modified=None))


def _page(url: str, answer: Answer, past: Visit | None, guest: Guest) -> Iterator[Unread | Skipped]:
    fetched = answer.fetched
    visit = replace(_visit(url, answer, guest), digest=digest_of(fetched.body, fetched.url, guest.options))
    try:
        guest.judge(answer)
    except RefusedError as error:
        skipped = Skipped(url, error.kind, error.reason)
        guest.memory.note_visit(_lasting(replace(visit, reservation=error.reservation, skipped=skipped), past))
        yield skipped
        return
    outcome = _Outcome()
    unread = unread_of(_given(url, answer), guest.options)
    yield replace(unread, read=lambda: _watched(unread, outcome))
    visit = replace(visit, reservation=answer.reservation, overridden=answer.overridden)
    guest.memory.note_visit(_lasting(replace(visit, words=outcome.words, skipped=outcome.skipped), past))


def _watched(unread: Unread, outcome: _Outcome) -> Article:
    try:
        article = unread.read()
    except ReadError as error:
        outcome.skipped = Skipped(error.origin, error.kind, error.reason)
        raise
    spoken = "\n".join(passage.span.of(article.text) for passage in article.spoken())
    outcome.words = sha256(spoken.encode("utf8", "surrogatepass")).hexdigest()
    return article


def _visit(url: str, answer: Answer, guest: Guest) -> Visit:
    headers = answer.fetched.headers
    return Visit(
        cleaned(url),
        guest.clock.now(),
        answer.fetched.status,
        headers.get("etag"),
        headers.get("last-modified"),
        collection=guest.collection,
        reservation=answer.reservation,
        overridden=answer.overridden,
    )


def _lasting(visit: Visit, past: Visit | None) -> Visit:
    """The visit with how often in a row its page was the same, and the words that it had then."""
    if past is None:
        return visit
    same_bytes = visit.digest == past.digest
    words = visit.words or (past.words if same_bytes else None)
    same = same_bytes or (words is not None and words == past.words)
    return replace(visit, words=words, unchanged=past.unchanged + 1 if same else 0)


def _told(error: ReadError, past: Visit | None) -> Skipped:
    status = error.status if isinstance(error, StatusError) else None
    if status in NOT_FOUND_STATUS and past is not None and past.digest is not None and past.skipped is None:
        reason = f"the page is gone ({status}); what the record holds of it stays"
        return Skipped(error.origin, error.kind, reason)
    return Skipped(error.origin, error.kind, error.reason)


def _failure(url: str, error: ReadError, skipped: Skipped, past: Visit | None, guest: Guest) -> Visit:
    """The visit that brought nothing; what was known of the page before stays known where the failure may pass."""
    status = error.status if isinstance(error, StatusError) else None
    reservation = error.reservation if isinstance(error, RefusedError) else None
    failed = Visit(cleaned(url), guest.clock.now(), status, skipped=skipped, reservation=reservation)
    failed = replace(failed, collection=guest.collection)
    if past is None:
        return failed
    if past.skipped is None and reservation is None and not failed.is_settled:
        return past
    same = failed.is_settled and past.status == status
    return replace(failed, digest=past.digest, words=past.words, unchanged=past.unchanged + 1 if same else 0)
