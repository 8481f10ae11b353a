"""How an expression of time in another sentence stands to a statement: what speaks for its being still in force."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from quoth.chronology.scene import (
    Scene,
    anchor,
    common_names,
    is_new,
    is_perfect,
    is_pronoun,
    same_speaker,
    words_of_cue,
)
from quoth.chronology.signs import CARRIES_ON, DEFINITE, OCCASION, POINTS_BACK, REPORTING, SMALL, TOLD
from quoth.domain import Manner, Statement

Figures = dict[str, float]
LEAD_PARAGRAPHS = 4
STEM_CHARS = 6
LONG = re.compile(r"[^\W\d_]{4,}")


def below(scene: Scene, statement: Statement, told: int) -> Figures:
    """Of an expression under a headline or an opening."""
    at, span = anchor(statement).start, scene.told[told].span
    away = scene.sentence(span.start) - scene.sentence(at)
    return {
        "headline": float(scene.paragraph(at) == 0),
        f"sentences {min(3, away)}": 1.0,
        f"paragraphs {scene.paragraph(span.start) - scene.paragraph(at)}": 1.0,
        "shared names": float(common_names(scene, statement, *scene.layout.sentence_span(span.start))),
    }


def before(scene: Scene, statements: Sequence[Statement], number: int, told: int) -> Figures:
    """Of an expression in an earlier sentence."""
    statement, span = statements[number], scene.told[told].span
    at = anchor(statement).start
    there = scene.layout.sentence_span(span.start)
    own_start, _ = scene.layout.sentence_span(at)
    later = [other for other in scene.told[told + 1 :] if other.span.start < own_start]
    cue, text = words_of_cue(scene, statement), scene.article.text
    figures = {
        f"sentences {min(4, scene.sentence(at) - scene.sentence(span.start))}": 1.0,
        f"paragraphs {min(4, scene.paragraph(at) - scene.paragraph(span.start))}": 1.0,
        "later dates": float(min(3, len(later))),
        "later other days": float(any(other.days != scene.told[told].days for other in later)),
        "statements between": math.log1p(sum(span.end < anchor(one).start for one in statements[:number])),
        "carries on": float(CARRIES_ON.search(cue) is not None),
        "pronoun": float(is_pronoun(scene, statement)),
        "new": float(is_new(scene, statement)),
        "told": float(TOLD.search(cue) is not None),
        "perfect": float(is_perfect(scene, statement)),
        "direct": float(statement.manner is Manner.DIRECT),
        "shared names": float(common_names(scene, statement, *there)),
        "occasion there": float(OCCASION.search(text, *there) is not None),
        "reported there": float(REPORTING.search(text, *there) is not None),
    }
    return figures | points_back(scene, statement, there)


def points_back(scene: Scene, statement: Statement, there: tuple[int, int]) -> Figures:
    """Whether its sentence speaks of the occasion that the other tells of: "Then, …", "the e-mail goes on"."""
    start, end = scene.layout.sentence_span(anchor(statement).start)
    masked, text = scene.layout.masked, scene.article.text
    here = {_stem(found[0].split()[-1]) for found in DEFINITE.finditer(masked, start, end)}
    occasions = {_stem(found[0]) for found in OCCASION.finditer(text, *there)}
    return {
        "points back": float(POINTS_BACK.match(text, start) is not None),
        "same occasion": float(bool(here & occasions)),
        "another occasion": float(OCCASION.search(masked, start, end) is not None and not here & occasions),
    }


def alike(scene: Scene, statements: Sequence[Statement], number: int, told: int) -> Figures:
    """How much of one matter the statement's sentence and that of the expression are, and who speaks there."""
    statement, span = statements[number], scene.told[told].span
    there, here = scene.layout.sentence_span(span.start), scene.layout.sentence_span(anchor(statement).start)
    if there == here:
        return {}
    words = _matter(scene.article.text, *there)
    own = _matter(scene.article.text, *here).union(
        *(_matter(scene.article.text, one.start, one.end) for one in statement.content)
    )
    speak = [one for one in statements if one is not statement and there[0] <= anchor(one).start < there[1]]
    same = any(same_speaker(scene.article.text, one, statement) for one in speak)
    lead = scene.paragraph(span.start) < LEAD_PARAGRAPHS
    return {
        "of one matter": len(words & own) / max(1, min(len(words), len(own))),
        "speaks there": float(same),
        "others speak there": float(bool(speak) and not same),
        "lead": float(lead),
        "lead, speaks there": float(lead and same),
        "opens paragraph": float(there[0] == scene.layout.paragraphs[max(0, scene.paragraph(there[0]))]),
    }


def _matter(text: str, start: int, end: int) -> frozenset[str]:
    """The beginnings of the longer words, but for those that tell nothing."""
    found = (word.lower() for word in LONG.findall(text, start, end))
    return frozenset(word[:STEM_CHARS] for word in found if not SMALL.fullmatch(word))


def _stem(word: str) -> str:
    return word.lower().replace("-", "").rstrip("s")
