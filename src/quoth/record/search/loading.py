"""Candidates as hits: what is shown of each, fetched for one page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from quoth.contract import quote
from quoth.domain import Notice
from quoth.record import noticing
from quoth.record.search.evidence import evidence, read_spans
from quoth.record.search.hits import Days, Hit
from quoth.record.search.query import Query, Words
from quoth.record.search.selecting import HIDDEN, Candidate
from quoth.record.search.tables import search
from quoth.record.speaking import speakers_of
from quoth.record.tables import articles, statements, versions


@dataclass(frozen=True, slots=True)
class _Around:
    """What is shown beside the rows themselves."""

    speakers: dict[int, list[str]]  # by a statement's key
    copies: dict[str, int]  # by utterance
    notices: dict[str, tuple[Notice, ...]]  # by a statement's id
    texts: dict[str, str]  # by article, where something in it is blacked out


def hits(
    connection: Connection, found: Sequence[tuple[Candidate, float]], query: Query, sought: Sequence[Words]
) -> tuple[Hit, ...]:
    """The candidates with their scores as hits, in the order given."""
    keys = [candidate.key for candidate, _ in found]
    rows = {row.key: row for row in connection.execute(_shown(keys))}
    around = _Around(
        speakers_of(connection, keys),
        appearances(connection, {candidate.utterance for candidate, _ in found}),
        noticing.notices_for(connection, [row.id for row in rows.values()]),
        {} if query.wants(HIDDEN) else _blacked_out(connection, {row.article for row in rows.values()}),
    )
    return tuple(_hit(rows[one.key], around, rank, sought) for one, rank in found if one.key in rows)


def _blacked_out(connection: Connection, ids: set[str]) -> dict[str, str]:
    """The texts of those articles in which something is hidden, without it; letters keep their places."""
    from quoth.record import showing  # it draws articles, and drawing puts them into this room's index

    some = statements.c.hidden & statements.c.article.in_(ids)
    concerned = [row.article for row in connection.execute(select(statements.c.article).where(some).distinct())]
    shown = (showing.corrected(connection, id_, hidden=False) for id_ in concerned)
    return {one.reading.article.id: one.reading.article.text for one in shown if one is not None}


def appearances(connection: Connection, utterances: set[str]) -> dict[str, int]:
    """How many articles on record carry each utterance."""
    counted = (
        select(statements.c.utterance, func.count(statements.c.article.distinct()))
        .where(statements.c.utterance.in_(utterances))
        .group_by(statements.c.utterance)
    )
    return {row[0]: row[1] for row in connection.execute(counted)}


def _shown(keys: Sequence[int]) -> Any:
    about = [articles.c[name] for name in ("outlet", "headline", "url", "published_from", "published_to")]
    newest = (versions.c.article == articles.c.id) & (versions.c.number == articles.c.version)
    return (
        select(statements, *about, versions.c.text, search.c.spans)
        .join(articles, articles.c.id == statements.c.article)
        .join(versions, newest)
        .join(search, search.c.statement == statements.c.key)
        .where(statements.c.key.in_(keys))
    )


def _hit(row: Row[Any], around: _Around, rank: float, sought: Sequence[Words]) -> Hit:
    spans, text = read_spans(row.spans), around.texts.get(row.article)
    return Hit(
        statement=row.id,
        article=row.article,
        quote=row.quote if text is None else quote(text, spans),
        speakers=tuple(around.speakers[row.key]),
        role=row.role,
        kind=row.kind,
        manner=row.manner,
        act=row.act,
        status=row.status,
        review=row.review,
        said=_days(row.said_from, row.said_to),
        published=_days(row.published_from, row.published_to),
        outlet=row.outlet,
        headline=row.headline,
        url=row.url,
        evidence=evidence(row.text if text is None else text, spans, sought),
        score=rank,
        utterance=row.utterance,
        appearances=around.copies[row.utterance],
        notices=around.notices.get(row.id, ()),
    )


def _days(start: date | None, end: date | None) -> Days | None:
    return Days(start, end or start) if start else None
