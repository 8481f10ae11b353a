"""Articles in which one speaker says one thing, for the tests of dossiers."""

from __future__ import annotations

from datetime import date

from quoth.domain import (
    Article,
    Confidence,
    DateBasis,
    Manner,
    Part,
    Passage,
    Published,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)
from quoth.record.store import SqlRecord

PERSON, UNNAMED, BODY = SpeakerKind.PERSON, SpeakerKind.UNNAMED, SpeakerKind.ORGANISATION
HARBOUR = "The lock at Skelby will close in May while the Skelby Harbour Board mends its gates, the council heard."
PITCH = "The striker scored twice for Skelby Rovers in the cup at Marram Park before the goalkeeper saved a penalty."
Told = tuple[str, str | None, str]  # name, role, what the article is about


def said(
    id_: str,
    told: Told,
    day: str = "2026-01-05",
    kind: SpeakerKind = PERSON,
    outlet: str = "Gazette",
    sure: float | None = None,
    *,
    maybe: bool = False,
) -> Reading:
    """An article with one statement; `maybe`: whose it is is uncertain, and the speaker only a candidate."""
    name, role, about = told
    words = f"“We will see {id_},”"
    text = f"{words} said {name}. {about}"
    at = text.index(name)
    on = Published(date.fromisoformat(day), date.fromisoformat(day), DateBasis.GIVEN)
    whole = (Passage(Span(0, len(text)), Part.BODY),)
    article = Article(id_, id_, text, whole, outlet=outlet, published=on, language="en")
    who = {"candidates": (0,)} if maybe else {"speakers": (0,)}
    content = (Span(0, len(words)),)
    statement = Statement(content, None, None, Manner.DIRECT, Confidence(1.0, speaker=sure), **who)
    return Reading(article, (statement,), "en:none", (Speaker(0, name, kind, (Span(at, at + len(name)),), role),))


def signs(record: SqlRecord, *articles: str) -> list[str]:
    """The signs of whoever speaks in these articles and has a dossier."""
    return [seat.sign for one in record.dossiers(private=True) for seat in one.seats if seat.article in articles]


def groups(record: SqlRecord) -> list[list[str]]:
    """The articles of each dossier."""
    return sorted([seat.article for seat in one.seats] for one in record.dossiers())
