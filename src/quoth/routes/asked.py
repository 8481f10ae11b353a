"""Requests for comment with the speakers whom they went to: who was only asked is a speaker of the article too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.domain import Article, Confidence, Manner, Request, Speaker, Statement
from quoth.identity import identify
from quoth.routes.requested import Asked, requests

SURE = Confidence(1.0)


def with_requests(
    article: Article, statements: Sequence[Statement], speakers: Sequence[Speaker]
) -> tuple[tuple[Statement, ...], tuple[Speaker, ...], tuple[Request, ...]]:
    """The statements; the speakers with those who were asked for comment; the requests. Ids in order of mention."""
    asked = requests(article, statements)
    if not asked:
        return tuple(statements), tuple(speakers), ()
    grown, places = list(speakers), []
    for speaker in _whom(article, statements, asked):
        places.append(None if speaker is None else _place(grown, speaker))
    order = sorted(range(len(grown)), key=lambda place: (grown[place].mentions[0], grown[place].name))
    new_id = {place: n for n, place in enumerate(order)}
    told = [
        Request(new_id[place], one.by, one.outcome, one.span)
        for one, place in zip(asked, places, strict=True)
        if place is not None
    ]
    numbered = tuple(replace(grown[place], id=n) for n, place in enumerate(order))
    return tuple(_renumbered(one, new_id) for one in statements), numbered, tuple(told)


def _whom(article: Article, statements: Sequence[Statement], asked: Sequence[Asked]) -> list[Speaker | None]:
    """Who each request went to, found as if it were a statement of theirs; None where nobody is sure."""
    plain = [replace(one, within=None, speakers=(), candidates=()) for one in statements]
    shadows = [Statement((one.span,), None, one.to, Manner.INDIRECT, SURE) for one in asked]
    together, speakers = identify(article, [*plain, *shadows])
    return [speakers[one.speakers[0]] if one.speakers else None for one in together[len(plain) :]]


def _place(grown: list[Speaker], speaker: Speaker) -> int:
    """Where the speaker stands among those known, added at the end if new; its mentions come together."""
    for place, known in enumerate(grown):
        same = known.name == speaker.name and known.kind is speaker.kind
        if same and (set(known.mentions) & set(speaker.mentions) or not _is_nameless(known)):
            grown[place] = replace(known, mentions=tuple(sorted({*known.mentions, *speaker.mentions})))
            return place
    grown.append(speaker)
    return len(grown) - 1


def _is_nameless(speaker: Speaker) -> bool:
    """Whether it is told apart by its mentions and not by a name, as officials are."""
    return not any(char.isupper() for char in speaker.name)


def _renumbered(statement: Statement, new_id: dict[int, int]) -> Statement:
    ids, others = (tuple(sorted(new_id[n] for n in statement.speakers)), tuple(new_id[n] for n in statement.candidates))
    return replace(statement, speakers=ids, candidates=others)
