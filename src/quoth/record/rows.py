"""A reading as the rows of the projection: pure, so that a row can be tested without a store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quoth.contract import quote
from quoth.domain import Article, Reading, Statement
from quoth.domain import Part as PagePart
from quoth.letters import unaccented
from quoth.record.drafting import Part

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One statement as it was drawn: its own row with its key, and those that hang on it."""

    row: Row
    statement: Statement
    speakers: list[Row]
    topics: list[Row]
    steps: list[Row]

    @property
    def key(self) -> int:
        """Its key in `statements`."""
        key: int = self.row["key"]
        return key


def folded(name: str) -> str:
    """A name as it is compared: without case, accents and doubled spaces."""
    return " ".join(unaccented(name).casefold().split())


def article_row(reading: Reading) -> Row:
    """The article's own columns that come from the reading."""
    article, published = reading.article, reading.article.published
    return {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "headline": article.headline,
        "byline": "; ".join(article.byline) or None,
        "section": article.section,
        "language": article.language,
        "published_from": published.start if published else None,
        "published_to": published.end if published else None,
        "published_basis": published.basis.value if published else None,
        "origin": article.origin,
    }


def byline_rows(reading: Reading) -> list[Row]:
    """The names of the byline, in order."""
    article = reading.article
    return [
        {"article": article.id, "position": n, "name": name, "folded": folded(name)}
        for n, name in enumerate(article.byline)
    ]


def speaker_rows(reading: Reading) -> list[Row]:
    """The article's speakers."""
    return [
        {
            "article": reading.article.id,
            "number": speaker.id,
            "name": speaker.name,
            "folded": folded(speaker.name),
            "kind": speaker.kind.value,
            "role": speaker.role,
            "anonymity": speaker.anonymity,
        }
        for speaker in reading.speakers
    ]


def request_rows(reading: Reading) -> list[Row]:
    """Whom the reporters asked for comment, and what came of it."""
    return [
        {
            "article": reading.article.id,
            "position": n,
            "asked": reading.speakers[request.to].name,
            "by": request.by,
            "outcome": request.outcome.value,
        }
        for n, request in enumerate(reading.requests)
    ]


def statement_rows(part: Part) -> Iterator[Row]:
    """One row a statement, in the given order; its key is the store's to give."""
    reading = part.reading
    for n, (statement, id_, seen) in enumerate(zip(reading.statements, part.ids, part.reviews, strict=True)):
        yield (
            {"id": id_, "article": reading.article.id, "position": n, "utterance": id_}
            | _words(reading, statement)
            | _who(reading, statement)
            | {"review": seen.state.value, "reviewed_by": seen.by, "reviewed_at": seen.at}
        )


def _words(reading: Reading, statement: Statement) -> Row:
    text, moment, sure = reading.article.text, statement.moment, statement.confidence
    return {
        "quote": quote(text, statement.content),
        "cue": statement.cue.of(text) if statement.cue else None,
        "mention": statement.mention.of(text) if statement.mention else None,
        "part": _part(reading.article, statement),
        "manner": statement.manner.value,
        "act": statement.act.value,
        "status": statement.status.value,
        "prompt": statement.prompt.of(text) if statement.prompt else None,
        "said_from": moment.start if moment else None,
        "said_to": moment.end if moment else None,
        "words_confidence": sure.words,
        "speaker_confidence": sure.speaker,
        "when_confidence": sure.when,
    }


def _part(article: Article, statement: Statement) -> str:
    first = statement.content[0]
    return next((one.part.value for one in article.passages if one.span.overlaps(first)), PagePart.BODY.value)


def _who(reading: Reading, statement: Statement) -> Row:
    who = [reading.speakers[id_] for id_ in statement.speakers]
    return {
        "speaker": " and ".join(speaker.name for speaker in who) or None,
        "role": " and ".join(speaker.role for speaker in who if speaker.role) or None,
        "kind": who[0].kind.value if who else None,
    }


def statement_speaker_rows(reading: Reading, statement: Statement, key: int) -> list[Row]:
    """Who made the statement: one row a speaker."""
    who = [reading.speakers[id_] for id_ in statement.speakers]
    return [
        {
            "statement": key,
            "position": n,
            "number": speaker.id,
            "name": speaker.name,
            "folded": folded(speaker.name),
            "kind": speaker.kind.value,
            "role": speaker.role,
        }
        for n, speaker in enumerate(who)
    ]


def topic_rows(statement: Statement, key: int) -> list[Row]:
    """Whom and what the statement names."""
    return [
        {"statement": key, "position": n, "name": topic.name, "folded": folded(topic.name)}
        for n, topic in enumerate(statement.about)
    ]


def step_rows(statement: Statement, key: int) -> list[Row]:
    """The way the words took, from the mouth to the page."""
    return [
        {"statement": key, "position": n, "kind": step.kind.value, "name": step.name, "folded": folded(step.name)}
        for n, step in enumerate(statement.route)
    ]
