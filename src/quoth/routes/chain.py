"""For each statement the steps by which its words reached the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from quoth.domain import Article, Span, Statement, Step, StepKind
from quoth.routes.addressed import addressed
from quoth.routes.candidates import Candidate
from quoth.routes.chosen import chosen
from quoth.routes.evidence import Evidence, Speakers, Told
from quoth.routes.ground import Ground
from quoth.routes.hearers import hearers
from quoth.routes.occasions import occasions
from quoth.routes.outlets import outlets
from quoth.routes.press import press
from quoth.routes.requested import requests
from quoth.routes.weights import Model, learned
from quoth.routes.wider import wider

RELAYED = frozenset(("published by", "reports", "according"))  # ways of an outlet that quotes another


def routes(article: Article, statements: Sequence[Statement]) -> tuple[tuple[Step, ...], ...]:
    """One chain for each statement, from the mouth to the page; empty where the text tells none."""
    return chains(evidence_of(article, statements), learned(), len(statements))


def evidence_of(article: Article, statements: Sequence[Statement]) -> dict[StepKind, Evidence]:
    """What can be seen of the article's routes, by kind of step; nothing where nothing is said."""
    if not statements or not article.spoken():
        return {}
    ground = Ground(article, statements)
    speakers = Speakers(ground)
    silent = _asked_only(ground)
    return {
        kind: Evidence(speakers, kind, [one for one in found if one.sentence not in silent])
        for kind, found in _found(ground).items()
    }


def _asked_only(ground: Ground) -> set[int]:
    """The sentences that say nothing but that somebody was asked for comment."""
    places = {ground.prose.sentence_number(one.span.start) for one in requests(ground.article, ground.statements)}
    return {place for place in places if not ground.told_in(place)}


def chains(
    evidence: Mapping[StepKind, Evidence], models: Mapping[StepKind, Model], count: int
) -> tuple[tuple[Step, ...], ...]:
    """For each of `count` statements its steps: venue, audience, then outlets, those that quote others last."""
    steps: list[list[Step]] = [[] for _ in range(count)]
    for kind, seen in evidence.items():
        told = chosen(seen, models[kind])
        if kind is StepKind.VENUE:
            for other in evidence.values():
                other.occasions = told
        for number, place in told.items():
            if place is not None:
                steps[number] += _steps(seen, number, place, told)
    return tuple(map(tuple, steps))


def _found(ground: Ground) -> dict[StepKind, list[Candidate]]:
    """The phrases of the article by the kind of step that they may tell.

    A medium's name is an outlet and nothing else, also after "told"; its programme is a venue, its reporter hears.
    """
    venues, media = list(occasions(ground)), list(outlets(ground))
    named = [one.span for one in media]
    audiences = list(hearers(ground, set(named)))
    forums = {one.span for one in venues}
    crowds = [one.span for one in audiences if "named" not in one.sort]
    loose = wider(ground, list(forums))
    heard = _merged(audiences, list(addressed(ground, crowds)))
    return {
        StepKind.VENUE: [*venues, *(one for one in loose if one.sort == "programme" or not _is_medium(one, named))],
        StepKind.AUDIENCE: [
            one for one in heard if one.sort == "crew" or (one.span not in forums and not _is_medium(one, named))
        ],
        StepKind.OUTLET: [*media, *press(ground, named)],
    }


def _is_medium(one: Candidate, named: Sequence[Span]) -> bool:
    """Whether the phrase ends with, or in, a medium's name."""
    return any(span.overlaps(one.span) and span.end >= one.span.end - 2 for span in named)


def _merged(sure: Sequence[Candidate], loose: Sequence[Candidate]) -> list[Candidate]:
    """Both, a person found twice only once: by the full name, and as what is sure of it says."""
    named = [one for one in sure if one.sort.startswith("named")]
    twice = {one.span.end: one for one in named}
    out = [one for one in sure if not one.sort.startswith("named")]
    ends = {one.span.end for one in loose}
    out += [one for one in named if one.span.end not in ends]
    for one in loose:
        other = twice.get(one.span.end)
        out.append(one if other is None else replace(one, sure=True, sort=f"{one.sort} {other.sort}"))
    return out


def _steps(evidence: Evidence, number: int, place: int, told: Told) -> Iterator[Step]:
    """The entity as a step, after the outlet that the one who is quoted spoke to before."""
    one = evidence.nearest(number, place)
    if evidence.kind is StepKind.OUTLET and one.lead in RELAYED:
        spoken_to = evidence.spoken_to(number, told)
        if spoken_to is not None and spoken_to != place:
            yield _step(evidence, number, spoken_to)
    yield _step(evidence, number, place)


def _step(evidence: Evidence, number: int, place: int) -> Step:
    one = evidence.nearest(number, place)
    return Step(evidence.kind, evidence.entities[place].name, one.span)
