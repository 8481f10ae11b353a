"""An article and its statements in; for each the days on which it was said, and how sure that is."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from quoth.chronology.carried import carried, taken_up
from quoth.chronology.days import Days
from quoth.chronology.evidence import weighed
from quoth.chronology.expressions import with_preposition
from quoth.chronology.layout import layout
from quoth.chronology.scene import Dated, Scene, Weighed, anchor
from quoth.chronology.timeline import Told, timeline
from quoth.domain import Article, DateBasis, Moment, MomentBasis, Statement

# F is flat from 0.25 to 0.45 over the folds of training/fit_moments.py, and a wrong day costs more than none.
LEAST_SURE = 0.45


@dataclass(frozen=True, slots=True)
class Curves:
    """Weights of each figure, by how an expression stands to a statement; fitted by training/fit_moments.py."""

    weights: Mapping[str, Mapping[str, float]]
    slope: float = 1.0
    shift: float = 0.0

    def sureness(self, sure: float) -> float:
        """How often what is so sure was right on articles that the weights had not seen; to two decimals."""
        sure = min(max(sure, 1e-6), 1 - 1e-6)
        odds = self.slope * math.log(sure / (1 - sure)) + self.shift
        return round(1 / (1 + math.exp(-odds)), 2)

    def score(self, one: Weighed) -> float:
        """What speaks for the expression, beside 0 for the statement having no days."""
        weights = self.weights.get(one.where, {})
        total = sum(weights.get(name, 0.0) * value for name, value in one.figures.items())
        return max(-30.0, min(30.0, total))


def moments(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each with the days on which it was said and how sure that is; both None where nothing tells.

    Not the days that its words talk about. What the speaker quotes from others keeps the days that are told for it.
    """
    scene = scene_of(article)
    if scene is None:
        return tuple(statements)
    dated = chosen(scene, statements, curves())
    return tuple(_with(scene, statement, one) for statement, one in zip(statements, dated, strict=True))


def _with(scene: Scene, statement: Statement, dated: Dated | None) -> Statement:
    if dated is None or not is_sure(dated):
        return statement
    told = scene.told[dated.told]
    if told.days is None:
        return statement
    span = with_preposition(scene.article.text, told.span)
    moment = Moment(told.days.start, told.days.end, span, _basis(scene, statement, told))
    return replace(
        statement, moment=moment, confidence=replace(statement.confidence, when=curves().sureness(dated.sure))
    )


def _basis(scene: Scene, statement: Statement, told: Told) -> MomentBasis:
    published = scene.article.published
    inferred = published is not None and published.basis is DateBasis.INFERRED and told.expression.needs_today
    if told.counted or inferred:
        return MomentBasis.INFERRED
    beside = scene.layout.sentence(anchor(statement).start) == scene.layout.sentence(told.span.start)
    return MomentBasis.STATED if beside else MomentBasis.CARRIED


@cache
def curves() -> Curves:
    """The weights that ship with quoth."""
    fitted = json.loads(resources.files("quoth.chronology").joinpath("weights.json").read_text(encoding="utf8"))
    return Curves(fitted["weights"], **fitted["sureness"])


def scene_of(article: Article) -> Scene | None:
    """What the article tells of days; None where it tells none."""
    published = Days(article.published.start, article.published.end) if article.published else None
    places = layout(article)
    told = tuple(one for one in timeline(article.text, published, places.is_quoted) if one.days is not None)
    if not told:
        return None
    if published is None:  # what is whole by itself can still be weighed, as if read soon after
        latest = max(one.days.end for one in told if one.days is not None)
        published = Days(latest, latest)
    return Scene(article, places, told, published)


def chosen(scene: Scene, statements: Sequence[Statement], curves: Curves) -> list[Dated | None]:
    """For each statement what dates it: words in its own sentence, the days of a statement before, or words elsewhere.

    Where none of them is sure enough, the likeliest, so that a caller sees how near it was.
    """
    out: list[Dated | None] = []
    known: list[Dated | None] = []
    for number in range(len(statements)):
        best = likeliest(scene, rivals(scene, statements, number, known), curves)
        best = best if is_sure(best) else taken_up(scene, statements[number]) or best
        out.append(best)
        known.append(best if is_sure(best) else None)
    return out


def rivals(scene: Scene, statements: Sequence[Statement], number: int, dated: Sequence[Dated | None]) -> list[Weighed]:
    """All that may date a statement, where `dated` tells what dates those before it."""
    return [*weighed(scene, statements, number), *carried(scene, statements, number, dated)]


def is_sure(dated: Dated | None) -> bool:
    """Whether what dates a statement is sure enough to be put on record."""
    return dated is not None and dated.sure >= LEAST_SURE


def likeliest(scene: Scene, rivals: Sequence[Weighed], curves: Curves) -> Dated | None:
    """The expression that speaks best for the likeliest days; expressions of the same days speak together."""
    shares = [math.exp(curves.score(one)) for one in rivals]
    whole = 1 + sum(shares)
    by_days: dict[Days | None, list[tuple[float, int]]] = {}
    for one, share in zip(rivals, shares, strict=True):
        by_days.setdefault(scene.told[one.told].days, []).append((share / whole, one.told))
    if not by_days:
        return None
    best = max(by_days.values(), key=lambda same: sum(share for share, _ in same))
    return Dated(max(best)[1], sum(share for share, _ in best))
