"""Finds by words: the newest five hundred that match are ranked, then the five hundred before, and so on.

A frequent word is in hundreds of thousands of statements, and to rank them all takes seconds. So what is ranked at a
time is bounded; a query that finds fewer than the bound, as most do, is ranked as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from quoth.record.search.cursor import Cursor, Order, Window, read_cursor
from quoth.record.search.facets import facets
from quoth.record.search.hits import Page, Total
from quoth.record.search.loading import hits
from quoth.record.search.query import Query
from quoth.record.search.ranking import scorer
from quoth.record.search.selecting import LAST_PLACE, Candidate, matches, newest, total, visible
from quoth.record.search.tables import search
from quoth.record.tables import statements

RANKED = 500  # statements at a time


@dataclass(frozen=True, slots=True)
class FindOptions:
    """How the caller wants to have it."""

    limit: int = 20
    after: str | None = None  # the cursor of the page before
    all_copies: bool = False  # each copy of an utterance, rather than one for all
    facets: bool = False  # also how often each speaker, outlet and so on occurs in all that is found


AS_USUAL = FindOptions()


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A candidate in its place in the order."""

    candidate: Candidate
    order: Order

    @property
    def score(self) -> float:
        return -self.order[0]


def find(connection: Connection, query: Query, options: FindOptions = AS_USUAL) -> Page:
    """One page of what the query finds, best first within each five hundred. Raises QueryError for a strange cursor."""
    query = visible(query)
    manner = "copies" if options.all_copies else "words"
    cursor = read_cursor(options.after, query, manner) if options.after else None
    shown, windows, all_of = list[_Ranked](), list[Window](), None
    for window, found, ranked in _windows(connection, query, cursor, options.all_copies):
        all_of = found if window.top == LAST_PLACE and cursor is None else all_of
        shown += ranked
        windows += [window] * len(ranked)
        if len(shown) > options.limit:
            break
    page = shown[: options.limit]
    more = len(shown) > options.limit and page
    return Page(
        hits=hits(connection, [(one.candidate, one.score) for one in page], query, query.sought()),
        total=_total(connection, query, all_of, options.facets),
        next=Cursor(windows[len(page) - 1], page[-1].order).written(query, manner) if more else None,
        facets=facets(connection, query) if options.facets else None,
    )


def _windows(
    connection: Connection, query: Query, cursor: Cursor | None, all_copies: bool
) -> Iterator[tuple[Window, list[Candidate], list[_Ranked]]]:
    """From where the cursor stands, newest first: a window, what it holds, and what is left to show, best first."""
    window, last = (cursor.window, cursor.last) if cursor else (Window(LAST_PLACE), None)
    while True:
        limit = RANKED if window.bottom is None else None  # a page goes on in the same window, as it was or fuller
        found = newest(connection, query, window.bottom or 0, window.top, limit)
        bottom = window.bottom
        if bottom is None:
            bottom = found[-1].place if len(found) == RANKED else 0
        one_each = found if all_copies else _first_copies(connection, query, found, window.top)
        ranked = _ranked(query, one_each)
        yield Window(window.top, bottom), found, [one for one in ranked if last is None or one.order > last]
        if bottom == 0:
            return
        window, last = Window(bottom - 1), None


def _ranked(query: Query, found: list[Candidate]) -> list[_Ranked]:
    score = scorer(query.sought())
    scored = ((one, -score(one.words, one.stems)) for one in found)
    ranked = (_Ranked(one, (rank, -one.day, one.article, one.position)) for one, rank in scored)
    return sorted(ranked, key=lambda one: one.order)


def _first_copies(connection: Connection, query: Query, found: list[Candidate], top: int) -> list[Candidate]:
    """Of each utterance the copy that was published first, unless a newer window has shown one already."""
    first = {one.utterance: one for one in found}  # they come newest first
    if top == LAST_PLACE or not first:
        return list(first.values())
    above = (
        select(statements.c.utterance)
        .join(search, search.c.statement == statements.c.key)
        .where(statements.c.utterance.in_(first), search.c.place > top)
    )
    if query.conditions:
        above = above.where(matches(query, connection.dialect.name))
    shown = set(connection.scalars(above))
    return [one for utterance, one in first.items() if utterance not in shown]


def _total(connection: Connection, query: Query, first: list[Candidate] | None, whole: bool) -> Total:
    """The whole selection where it is small or `whole` is wanted; else what is known of it after the first window."""
    if whole:
        return Total(*total(connection, query), exact=True)
    found = newest(connection, query, 0, LAST_PLACE, RANKED) if first is None else first
    utterances, appearing = {one.utterance for one in found}, {one.article for one in found}
    return Total(len(utterances), len(appearing), exact=len(found) < RANKED)
