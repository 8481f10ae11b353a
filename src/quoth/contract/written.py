"""A Reading as the JSON object that `quoth read --json` prints; a field that is not built yet has its plain value."""

from __future__ import annotations

from typing import Any

from quoth.contract.editorial import Editorial, unseen
from quoth.contract.naming import quote
from quoth.domain import Article, Moment, Notice, Published, Reading, Request, Review, Skipped, Span, Speaker, Statement

Json = dict[str, Any]


def to_contract(reading: Reading, editorial: Editorial | None = None) -> Json:
    """The contract's object (docs/contract.md) for one reading; spans are [start, end) in code points.

    `editorial`: what people say of it; nothing where it is None.
    """
    told = editorial or unseen(reading)
    statements = zip(reading.statements, told.ids, told.reviews, told.statements, strict=True)
    return {
        "article": _article(reading) | {"notices": _notices(told.article)},
        "speakers": [
            _speaker(one) | {"notices": _notices(notices)}
            for one, notices in zip(reading.speakers, told.speakers, strict=True)
        ],
        "statements": [
            _statement(reading.article, one, id_) | _seen(review, notices) for one, id_, review, notices in statements
        ],
        "requests": [_request(request) for request in reading.requests],
    }


def error_to_contract(skipped: Skipped) -> Json:
    """The line that stands for an origin which could not be read."""
    return {"origin": skipped.origin, "error": {"kind": skipped.kind.value, "message": skipped.message}}


def _article(reading: Reading) -> Json:
    article = reading.article
    return {
        "id": article.id,
        "origin": article.origin,
        "url": article.url,
        "outlet": article.outlet,
        "headline": article.headline,
        "byline": list(article.byline),
        "section": article.section,
        "language": article.language,
        "published": _published(article.published),
        "read_by": {"quoth": reading.quoth, "model": reading.model},
        "text": article.text,
        "passages": [{"span": _pair(passage.span), "part": passage.part.value} for passage in article.passages],
    }


def _published(published: Published | None) -> Json | None:
    if published is None:
        return None
    return {
        "from": published.start.isoformat(),
        "to": published.end.isoformat(),
        "basis": published.basis.value,
    }


def _statement(article: Article, statement: Statement, id_: str) -> Json:
    text, confidence = article.text, statement.confidence
    return {
        "id": id_,
        "quote": quote(text, statement.content),
        "content": [_pair(span) for span in statement.content],
        "cue": _pair(statement.cue) if statement.cue else None,
        "cue_text": statement.cue.of(text) if statement.cue else None,
        "mention": _pair(statement.mention) if statement.mention else None,
        "mention_text": statement.mention.of(text) if statement.mention else None,
        "speakers": list(statement.speakers),
        "candidates": list(statement.candidates),
        "manner": statement.manner.value,
        "act": statement.act.value,
        "status": statement.status.value,
        "within": statement.within,
        "prompt": _pair(statement.prompt) if statement.prompt else None,
        "about": [{"name": topic.name, "span": _pair(topic.span)} for topic in statement.about],
        "route": [{"kind": step.kind.value, "name": step.name, "span": _pair(step.span)} for step in statement.route],
        "when": _moment(statement.moment),
        "confidence": {"words": confidence.words, "speaker": confidence.speaker, "when": confidence.when},
    }


def _seen(review: Review, notices: tuple[Notice, ...]) -> Json:
    return {"review": review.value, "notices": _notices(notices)}


def _notices(notices: tuple[Notice, ...]) -> list[Json]:
    return [
        {"kind": one.kind.value, "day": one.day and one.day.isoformat(), "text": one.text, "proposed": one.proposed}
        for one in notices
    ]


def _speaker(speaker: Speaker) -> Json:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind.value,
        "role": speaker.role,
        "anonymity": speaker.anonymity,
        "mentions": [_pair(span) for span in speaker.mentions],
    }


def _moment(moment: Moment | None) -> Json | None:
    if moment is None:
        return None
    return {
        "from": moment.start.isoformat(),
        "to": moment.end.isoformat(),
        "span": _pair(moment.span),
        "basis": moment.basis.value,
    }


def _request(request: Request) -> Json:
    return {"to": request.to, "by": request.by, "outcome": request.outcome.value, "span": _pair(request.span)}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
