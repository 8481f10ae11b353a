"""Web annotations (W3C Web Annotation Data Model, 2017): one a statement and a line, each a JSON-LD document.

A statement of several pieces has several targets: the model's several selectors of one target are ways to the same
stretch. Positions count code points of `article.text`, the text that quoth read of the page: `renderedVia` says so.
Who spoke is a body that identifies only where the words may be put in his mouth; else the description names him.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from quoth.domain import Speaker
from quoth.export.around import MOST_WORDS
from quoth.export.jsonl import line
from quoth.export.selectors import selectors
from quoth.export.told import Told, address, digest, line_of, told
from quoth.record.picked import Picked

Json = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write(picked: Iterable[Picked], out: BinaryIO, share: bool) -> None:
    """Writes the lines."""
    for one in picked:
        for value in annotations_of(one, share):
            out.write(line(value))


def annotations_of(picked: Picked, share: bool) -> Iterator[Json]:
    """The annotations of an article's statements, in text order."""
    sha256 = digest(picked.corrected.reading.article.text)
    for one in told(picked):
        yield annotation(one, sha256, share)


def annotation(one: Told, sha256: str, share: bool) -> Json:
    """The statement as an annotation of its page."""
    software = {"type": "Software", "name": f"quoth {one.reading.quoth}"}
    targets = _targets(one, sha256, software, share)
    return {
        "@context": CONTEXT,
        "id": one.iri,
        "type": "Annotation",
        "motivation": "describing",
        "generator": software,
        "body": list(_bodies(one)),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _targets(one: Told, sha256: str, software: Json, share: bool) -> list[Json]:
    content = one.statement.content
    most_words = MOST_WORDS // (2 * len(content)) if share else None
    return [
        {
            "type": "SpecificResource",
            "source": address(one.article),
            "selector": selectors(one.article, span, most_words),
            "renderedVia": software | {"schema:sha256": sha256},
        }
        for span in content
    ]


def _bodies(one: Told) -> Iterator[Json]:
    yield _text("describing", described(one))
    if one.is_theirs:
        yield from (_text("identifying", who.name) for who in one.speakers)
    yield from (_text("tagging", tag) for tag in tags(one))
    yield from (_text("assessing", line_of(notice)) for notice in one.notices)


def _text(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def described(one: Told) -> str:
    """Who spoke, and what a reader must know of the words: "Ana Ruiz (mayor) [denied]"."""
    who = " and ".join(map(_name, one.speakers)) or "(nobody named)"
    return f"{who} [{one.label}]" if one.label else who


def _name(speaker: Speaker) -> str:
    return f"{speaker.name} ({speaker.role})" if speaker.role else speaker.name


def tags(one: Told) -> Iterator[str]:
    """What is known of the statement, each as `name: value`."""
    said = one.statement
    yield f"act: {said.act.value}"
    yield f"status: {said.status.value}"
    yield f"manner: {said.manner.value}"
    yield f"review: {one.review.value}"
    if said.moment:
        yield f"said: {span_of_days(said.moment.start.isoformat(), said.moment.end.isoformat())}"
    yield from (f"{step.kind.value}: {step.name}" for step in said.route)
    yield from dict.fromkeys(f"about: {topic.name}" for topic in said.about)


def span_of_days(start: str, end: str) -> str:
    """One day, or a stretch of days as ISO 8601 writes it."""
    return start if start == end else f"{start}/{end}"
