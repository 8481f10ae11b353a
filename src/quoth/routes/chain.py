"""For each statement the steps by which its words reached the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quoth.domain import Article, Statement, Step, StepKind
from quoth.routes.candidates import Candidate
from quoth.routes.field import Field
from quoth.routes.force import RELAYED
from quoth.routes.ground import Ground
from quoth.routes.heard import hearers_told
from quoth.routes.hearers import hearers
from quoth.routes.held import direct_venues, venues_told
from quoth.routes.occasions import occasions
from quoth.routes.outlets import outlets
from quoth.routes.through import outlets_told
from quoth.routes.vocabulary import word_set

ELSEWHERE = word_set(
    "speech meeting crowd statement mail document post sent platform"
)  # an interview with an outlet is over

Fields = Mapping[StepKind, Field]


def fields(ground: Ground) -> Fields:
    """The phrases of the article by the kind of step that they may tell."""
    found = {StepKind.VENUE: occasions, StepKind.AUDIENCE: hearers, StepKind.OUTLET: outlets}
    return {kind: Field(ground, tuple(find(ground)), ground.article.outlet or "") for kind, find in found.items()}


def routes(article: Article, statements: Sequence[Statement]) -> tuple[tuple[Step, ...], ...]:
    """One chain for each statement, from the mouth to the page; empty where the text tells none."""
    if not statements or not article.spoken():
        return tuple(() for _ in statements)
    ground = Ground(article, statements)
    found = fields(ground)
    venues = venues_told(ground, found[StepKind.VENUE])
    moved = {
        n
        for n, told in direct_venues(ground, found[StepKind.VENUE]).items()
        if any(one.sort in ELSEWHERE for one in told)
    }
    media = outlets_told(ground, found[StepKind.OUTLET], moved)
    heard = hearers_told(ground, found[StepKind.AUDIENCE])
    return tuple(_chain((*venues[n], *heard[n], *media[n])) for n in range(len(statements)))


def _chain(told: Sequence[Candidate]) -> tuple[Step, ...]:
    """The steps in order: venue, audience, then outlets, those that quote others last."""
    order = list(StepKind)
    told = sorted(told, key=lambda one: (order.index(one.kind), one.lead in RELAYED, one.span.start))
    return tuple(Step(one.kind, one.name, one.span) for one in told)
