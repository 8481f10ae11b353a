"""Joins an article to the story it prints: found by the bands of its fingerprint, decided by its words.

The story of an article depends on the set of articles on record alone, not on the order in which they came: how like
two are is told pair by pair, `grouping` makes stories of the pairs, and a story is called by its least id.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, bindparam, delete, or_, select, update

from quoth.domain import Article
from quoth.record import kept, tables
from quoth.record.putting import put
from quoth.record.stories.fingerprint import bands, fingerprint
from quoth.record.stories.grouping import LEAST_PAIR, groups
from quoth.record.stories.likeness import likeness
from quoth.record.stories.utterances import mark_utterances

WINDOW = timedelta(days=10)  # papers print an agency's report within days; follow-ups years later share background


def join(connection: Connection, article: Article) -> None:
    """Finds the article's copies anew, and draws the stories and utterances of all whom that concerns."""
    _join(connection, article, _left(connection, article.id))


def join_new(connection: Connection, article: Article) -> None:
    """The same for an article that has just come, as a story of its own: nothing is kept of it yet."""
    _join(connection, article, {article.id})


def _join(connection: Connection, article: Article, before: set[str]) -> None:
    here = bands(fingerprint(article))
    others = _candidates(connection, article, here)
    related = {article.id}
    if others:
        _compare(connection, {article.id}, others)
        related = _members(connection, {article.id})
        _compare(connection, related, related)  # whoever shares no band, but a story with one that shares one with both
    put(connection, tables.bands, [{"article": article.id, "band": n, "hash": value} for n, value in enumerate(here)])
    if before | related == {article.id}:  # its story is itself, as before
        mark_utterances(connection, [article.id])
    else:
        redraw(connection, before | related)


def _compare(connection: Connection, some: set[str], others: set[str]) -> None:
    """Keeps how like each pair is that has not been compared yet."""
    known = _likenesses(connection, some | others)
    new = {(min(a, b), max(a, b)) for a in some for b in others if a != b} - set(known)
    told = {id_: kept.reading(connection, id_) for id_ in sorted({id_ for pair in new for id_ in pair})}
    prints = {id_: fingerprint(one.article) for id_, one in told.items() if one is not None}
    rows = [{"article": a, "copy": b, "likeness": likeness(prints[a], prints[b])} for a, b in sorted(new)]
    put(connection, tables.copies, rows)


def leave(connection: Connection, article: str) -> None:
    """Takes the article out of its story; call it before the article's row is deleted."""
    redraw(connection, _left(connection, article))


def redraw(connection: Connection, concerned: Iterable[str]) -> None:
    """Names the stories of these articles, and of all that may print the same copy, and marks their utterances."""
    left = set(concerned)
    while left:
        related = _members(connection, {left.pop()})
        left -= related
        like = _likenesses(connection, related) if len(related) > 1 else {}
        for story in groups(sorted(related), like):
            _name(connection, story)
            mark_utterances(connection, story)


def _name(connection: Connection, story: list[str]) -> None:
    here = tables.articles.c.id.in_(story) & (tables.articles.c.story != story[0])
    connection.execute(update(tables.articles).where(here).values(story=story[0]))


def _likenesses(connection: Connection, ids: set[str]) -> dict[tuple[str, str], float]:
    pairs = select(tables.copies).where(tables.copies.c.article.in_(ids), tables.copies.c.copy.in_(ids))
    return {(row.article, row.copy): row.likeness for row in connection.execute(pairs)}


def _left(connection: Connection, article: str) -> set[str]:
    """Takes the article's bands and pairs out; gives back whom it had a story with, itself among them."""
    connection.execute(WITHOUT_BANDS, {"its": article})
    pairs = connection.execute(WITHOUT_PAIRS, {"its": article}).all()
    near = {id_ for row in pairs if row.likeness >= LEAST_PAIR for id_ in (row.article, row.copy)} - {article}
    return {article} | (_members(connection, near) if near else set())


WITHOUT_BANDS = delete(tables.bands).where(tables.bands.c.article == bindparam("its"))
WITHOUT_PAIRS = (
    delete(tables.copies)
    .where(or_(tables.copies.c.article == bindparam("its"), tables.copies.c.copy == bindparam("its")))
    .returning(tables.copies)
)


def _candidates(connection: Connection, article: Article, here: list[int]) -> set[str]:
    """Whoever shares a band and may have printed the same copy by its date."""
    if not here:
        return set()
    same_band = select(tables.bands.c.article).where(tables.bands.c.hash.in_(here)).distinct()
    near = select(tables.articles.c.id).where(tables.articles.c.id.in_(same_band), tables.articles.c.id != article.id)
    if article.published is not None:
        near = near.where(_near(article.published.start, article.published.end))
    return set(connection.scalars(near))


def _near(start: date, end: date) -> ColumnElement[bool]:
    articles = tables.articles.c
    undated = articles.published_from.is_(None)
    return or_(undated, (articles.published_from <= end + WINDOW) & (articles.published_to >= start - WINDOW))


def _members(connection: Connection, ids: set[str]) -> set[str]:
    """These articles and all that are joined to them by pairs that are somewhat alike."""
    found, edge = set(ids), set(ids)
    while edge:
        mine = or_(tables.copies.c.article.in_(edge), tables.copies.c.copy.in_(edge))
        pairs = select(tables.copies).where(mine, tables.copies.c.likeness >= LEAST_PAIR)
        edge = {id_ for row in connection.execute(pairs) for id_ in (row.article, row.copy)} - found
        found |= edge
    return found
