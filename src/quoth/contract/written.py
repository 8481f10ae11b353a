"""A Reading as the JSON object that `quoth read --json` prints; a field that is not built yet has its plain value."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from quoth.domain import Article, Moment, Published, Reading, Request, Skipped, Span, Speaker, Statement

Json = dict[str, Any]

PIECE_JOINT = " … "


def to_contract(reading: Reading) -> Json:
    """The contract's object (docs/contract.md) for one reading; spans are [start, end) in code points."""
    article = reading.article
    ids = statement_ids(article, reading.statements)
    return {
        "article": _article(reading),
        "speakers": [_speaker(speaker) for speaker in reading.speakers],
        "statements": [_statement(article, one, id_) for one, id_ in zip(reading.statements, ids, strict=True)],
        "requests": [_request(request) for request in reading.requests],
    }


def error_to_contract(skipped: Skipped) -> Json:
    """The line that stands for an origin which could not be read."""
    return {"origin": skipped.origin, "error": {"kind": skipped.kind.value, "message": skipped.message}}


def quote(text: str, content: tuple[Span, ...]) -> str:
    """The printed words, pieces joined by an ellipsis."""
    return PIECE_JOINT.join(span.of(text) for span in content)


def statement_ids(article: Article, statements: tuple[Statement, ...]) -> list[str]:
    """One id a statement, made from the article's id and the normalised words, so that small page changes keep it.

    The second statement of the same words gets the suffix -2, and so on.
    """
    out: list[str] = []
    seen: dict[str, int] = {}
    for statement in statements:
        words = " ".join(re.findall(r"\w+", quote(article.text, statement.content).casefold()))
        key = hashlib.sha256(f"{article.id}\n{words}".encode("utf8", "surrogatepass")).hexdigest()[:16]
        seen[key] = seen.get(key, 0) + 1
        out.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return out


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
