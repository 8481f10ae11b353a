"""Which phrases of an article reach a statement: in its own sentence, or in the one that sets the scene before."""

from __future__ import annotations

import re

from quoth.routes.candidates import Candidate
from quoth.routes.field import PRONOUN, Field
from quoth.routes.ground import Ground

Steps = dict[int, list[Candidate]]


def set_before(ground: Ground, field: Field, number: int) -> list[int]:
    """The phrases of a sentence right before that says nothing but names the speaker: "Orr met reporters."."""
    here = ground.sentences[number]
    out = []
    for place in field.reach(number):
        one = field.candidates[place]
        alone = field.owners[place] is None and not field.inside[place] and not ground.told_in(one.sentence)
        if (
            alone
            and 0 < here - one.sentence <= 2
            and (ground.named_in(number, one.sentence) or _takes_up(ground, number, one.sentence))
        ):
            out.append(place)
    return out[::-1]


def _takes_up(ground: Ground, number: int, sentence: int) -> bool:
    """Whether a pronoun speaks and the sentence just before begins with a person's name."""
    mention = ground.statements[number].mention
    if mention is None or ground.sentences[number] - sentence != 1 or not PRONOUN.fullmatch(mention.of(ground.text)):
        return False
    start = ground.prose.sentences[sentence].span.start
    return any(name.sentence == sentence and name.span.start - start < 25 for name in ground.names)


def reaches(ground: Ground, field: Field, number: int, place: int) -> bool:
    """Whether a phrase of the statement's own sentence is told of it: it is nearest, or before all that is said."""
    owner, one = field.owners[place], field.candidates[place]
    if owner is None or owner == number:
        return True
    told = ground.told_in(one.sentence)
    low, high = sorted((one.span.start, ground.anchors[number].start))
    between = [n for n in told if n != number and low < ground.anchors[n].start < high]
    if (
        ground.same_speaker(number, owner) is True
        and all(n == owner for n in between)
        and one.span.start < ground.anchors[number].start
    ):
        return True  # "told CNN that …, adding"
    starts = [
        span.start for n in told for span in (ground.anchors[n], ground.statements[n].mention) if span is not None
    ]
    return one.span.end <= min(starts) or _asks(ground, owner)


def _asks(ground: Ground, number: int) -> bool:
    """Whether the statement is a question that nobody is said to ask: "when asked about tolls"."""
    one = ground.statements[number]
    return (
        one.mention is None
        and one.cue is not None
        and bool(re.search(r"\basked\b", one.cue.of(ground.text), re.IGNORECASE))
    )
