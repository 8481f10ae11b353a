"""What speaks for a statement having the days of one before it: the same speaker goes on, on the same occasion."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from quoth.chronology.earlier import Figures, alike, points_back
from quoth.chronology.scene import (
    Dated,
    Scene,
    Weighed,
    anchor,
    is_new,
    is_perfect,
    is_pronoun,
    same_speaker,
    words_of_cue,
)
from quoth.chronology.signs import ACT, CARRIES_ON, GATHERING, LATER, OCCASION, PRESENT, TOLD
from quoth.domain import Manner, Statement

REACH_PARAGRAPHS = 6  # from the last statement that has days
REACH_OF_SPEAKER = 10  # from the last of the same speaker that has days: an interview is told over a page
DOUBT, MORE_DOUBT = 0.6, 0.45
# "He spoke to them last week. Then, he said …": the word takes up the occasion of the sentence before.
THEN = re.compile(r"\W*(?:Then|There),?\s")
TAKEN_UP = 0.85


def carried(
    scene: Scene, statements: Sequence[Statement], number: int, dated: Sequence[Dated | None]
) -> Iterator[Weighed]:
    """The days of the last statement that has any, and of the last of the same speaker, weighed for this one.

    `dated` is what dates each statement before this one, None where nothing does.
    """
    if _is_of_another_time(scene, statements[number]):
        return
    for other in _carriers(scene, statements, number, dated):
        before = dated[other]
        if before is not None:
            figures = _of_both(scene, statements[number], statements[other])
            figures |= _of_days(scene, statements[number], before)
            figures |= _of_course(scene, statements, number, other, dated)
            yield Weighed(before.told, "carried", figures)


def _is_of_another_time(scene: Scene, statement: Statement) -> bool:
    """ "Has repeatedly said", "later defended", "now says"."""
    return is_perfect(scene, statement) or LATER.search(words_of_cue(scene, statement)) is not None


def _carriers(
    scene: Scene, statements: Sequence[Statement], number: int, dated: Sequence[Dated | None]
) -> Iterator[int]:
    here = scene.paragraph(anchor(statements[number]).start)
    apart = [here - scene.paragraph(anchor(one).start) for one in statements[:number]]
    with_days = [n for n in range(number - 1, -1, -1) if dated[n] is not None]
    if with_days and apart[with_days[0]] <= REACH_PARAGRAPHS:
        yield with_days[0]
    text = scene.article.text
    same = next((n for n in with_days if same_speaker(text, statements[n], statements[number])), None)
    if same is not None and same != with_days[0] and apart[same] <= REACH_OF_SPEAKER:
        yield same


def _of_both(scene: Scene, statement: Statement, other: Statement) -> Figures:
    """How the two statements stand to each other."""
    at, before = anchor(statement).start, anchor(other).start
    same = same_speaker(scene.article.text, other, statement)
    known = bool(statement.speakers or statement.candidates) and bool(other.speakers or other.candidates)
    who = "same" if same else "other" if known else "unsure"
    apart = max(0, scene.paragraph(at) - scene.paragraph(before))
    sentences = max(0, scene.sentence(at) - scene.sentence(before))
    direct = statement.manner is Manner.DIRECT
    return {
        "one": 1.0,
        f"who {who}": 1.0,
        f"{who} apart {_band(apart, 0, 1, 2, 3, 5)}": 1.0,
        f"sentences {_band(sentences, 0, 1, 2, 4, 8)}": 1.0,
        "direct": float(direct),
        "direct both": float(direct and other.manner is Manner.DIRECT),
        "indirect same": float(statement.manner is Manner.INDIRECT and same),
        "same sentence": float(sentences == 0),
        "same mention": float(statement.mention is not None and statement.mention == other.mention),
        "nested": float(statement.within is not None),
        "other nested": float(other.within is not None),
    } | _of_words(scene, statement)


def _of_words(scene: Scene, statement: Statement) -> Figures:
    cue = words_of_cue(scene, statement)
    return {
        "present": float(PRESENT.match(cue.split(" ")[0] if cue else "") is not None),
        "no cue": float(not cue),
        "new": float(is_new(scene, statement)),
        "pronoun": float(is_pronoun(scene, statement)),
        "carries on": float(CARRIES_ON.search(cue) is not None),
        "told": float(TOLD.search(cue) is not None),
        f"act {statement.act}": 1.0,
    }


def _of_days(scene: Scene, statement: Statement, before: Dated) -> Figures:
    """How the words that told the days stand to this statement, and how sure they were."""
    told, text, at = scene.told[before.told], scene.article.text, anchor(statement).start
    there = scene.layout.sentence_span(told.span.start)
    start, end = scene.layout.sentence_span(at)
    here = [one.days == told.days for one in scene.told if start <= one.span.start < end]
    since = [one for one in scene.told if told.span.end <= one.span.start < start and one.days != told.days]
    sure = min(0.99, before.sure)
    figures = {
        f"from words {_band(scene.paragraph(at) - scene.paragraph(told.span.start), -1, 0, 1, 2, 4, 8)}": 1.0,
        f"length {_band(len(told.days or ()), 1, 7, 31, 366)}": 1.0,
        "own date": float(bool(here)),
        "own same days": float(any(here)),
        "own other days": float(not all(here)),
        "later other days": float(bool(since)),
        "many later days": float(len(since) > 2),
        "gathering": float(GATHERING.search(text, *there) is not None),
        "occasion there": float(ACT.search(text, *there) is not None),
        "occasion near": float(
            OCCASION.search(text, max(there[0], told.span.start - 45), min(there[1], told.span.end + 45)) is not None
        ),
        "ahead": float(told.ahead),
        "sure": math.log(sure / (1 - sure)) / 2,
        "doubt": float(sure < DOUBT),
        "more doubt": float(sure < MORE_DOUBT),
    }
    return figures | points_back(scene, statement, there)


def _of_course(
    scene: Scene, statements: Sequence[Statement], number: int, other: int, dated: Sequence[Dated | None]
) -> Figures:
    """What was said between the two, and how far the days had been carried by then."""
    statement, before = statements[number], dated[other]
    told = before.told if before is not None else -1
    words = scene.told[told].span
    here, there = scene.sentence(anchor(statements[other]).start), scene.sentence(words.start)
    text = scene.article.text
    same = same_speaker(text, statements[other], statement)
    between = statements[other + 1 : number]
    gathering = GATHERING.search(text, *scene.layout.sentence_span(words.start)) is not None
    occasion = ACT.search(text, *scene.layout.sentence_span(words.start)) is not None
    return {
        "undated between": math.log1p(sum(one is None for one in dated[other + 1 : number])),
        "speakers between": math.log1p(len({one.speakers for one in between} - {statement.speakers})),
        "last statement": float(other == number - 1),
        "within it": float(statement.within == other),
        "holds it": float(statements[other].within == number),
        "stated beside": float(here == there),
        "stated below": float(here < there),
        "generations": math.log1p(sum(one is not None and one.told == told for one in dated[: other + 1])),
        "gathering, other": float(gathering and not same),
        "occasion there, same": float(occasion and same),
        "share of statements": sum(same_speaker(text, one, statement) for one in statements) / len(statements),
    } | alike(scene, statements, number, told)


def _band(count: int, *limits: int) -> str:
    return next((str(limit) for limit in limits if count <= limit), "more")


def taken_up(scene: Scene, statement: Statement) -> Dated | None:
    """The last expression of the sentence before, in the same paragraph, where "then" takes it up; else None."""
    at = anchor(statement).start
    start, _ = scene.layout.sentence_span(at)
    if not THEN.match(scene.layout.masked, start) or scene.paragraph(start - 1) != scene.paragraph(at):
        return None
    sentence = scene.sentence(at) - 1
    told = [n for n, told in enumerate(scene.told) if scene.sentence(told.span.start) == sentence and not told.ahead]
    return Dated(told[-1], TAKEN_UP) if told else None
