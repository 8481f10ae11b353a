"""A Page as the JSON object that `quoth search --json` prints and the web serves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quoth.domain import Notice, Span
from quoth.record.search.hits import Count, Days, Hit, Page

Json = dict[str, Any]


def page_to_json(page: Page) -> Json:
    """The page; spans are [start, end) in code points of `evidence.text`, days as in the contract."""
    total = page.total
    told: Json = {
        "total": total and {"utterances": total.utterances, "appearances": total.appearances, "exact": total.exact},
        "hits": [_hit(hit) for hit in page.hits],
        "next": page.next,
    }
    if page.facets is not None:
        told["facets"] = {name: [_count(count) for count in counts] for name, counts in page.facets.items()}
    return told


def _hit(hit: Hit) -> Json:
    return {
        "id": hit.statement,
        "article": hit.article,
        "quote": hit.quote,
        "speakers": list(hit.speakers),
        "role": hit.role,
        "kind": hit.kind,
        "manner": hit.manner,
        "act": hit.act,
        "status": hit.status,
        "review": hit.review,
        "when": _days(hit.said),
        "published": _days(hit.published),
        "outlet": hit.outlet,
        "headline": hit.headline,
        "url": hit.url,
        "evidence": {
            "text": hit.evidence.text,
            "start": hit.evidence.start,
            "statement": _pairs(hit.evidence.statement),
            "marks": _pairs(hit.evidence.marks),
        },
        "score": hit.score,
        "utterance": hit.utterance,
        "appearances": hit.appearances,
        "notices": [_notice(notice) for notice in hit.notices],
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _days(days: Days | None) -> Json | None:
    return {"from": days.start.isoformat(), "to": days.end.isoformat()} if days else None


def _notice(notice: Notice) -> Json:
    day = notice.day.isoformat() if notice.day else None
    return {"kind": notice.kind.value, "day": day, "text": notice.text, "proposed": notice.proposed}


def _count(count: Count) -> Json:
    return {"value": count.value, "utterances": count.utterances, "appearances": count.appearances}
