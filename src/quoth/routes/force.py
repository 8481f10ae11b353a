"""Whether a step that was told of one statement is still in force at a later one of the same speaker."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from quoth.domain import Part
from quoth.routes.candidates import Candidate
from quoth.routes.field import PRONOUN
from quoth.routes.ground import Ground
from quoth.routes.reach import Steps
from quoth.routes.vocabulary import word_set

RELAYED = frozenset(("published by", "reports", "according"))  # ways of an outlet that quotes another
NEAR_SENTENCES = 2  # how long "told CNN" stays in force for its speaker, where nobody else speaks between
PERFECT = word_set("has have had 've 's ’s ’ve used")
THINKING = word_set(
    "hopes wants believes plans expects thinks seems fears hope want believe plan expect think hoped wanted "
    "feels feel sees"
)
OTHER_TIME = re.compile(
    r"[\"“‘']?(?:But |And |Then )?(?:In (?:(?:early|late|mid-?) ?)?(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December|\d{4}|an? (?:earlier|later|separate))|"
    r"Last (?:week|month|year|spring|summer|fall|autumn|winter|night|\w+day)|Earlier|On (?:Mon|Tues|Wednes|Thurs|"
    r"Fri|Satur|Sun)day|(?:Two|Three|Four|Five|Several|Six|A few|A) (?:\w+ )?(?:hours?|days?|weeks?|months?|"
    r"years?) (?:ago|later|earlier|before|after)|"
    r"At the time|Previously|Months|Weeks|Years|For (?:months|years|weeks)|Until|Since|Separately|Meanwhile)\b"
)


def carried(ground: Ground, direct: Steps, moved: Container[int] = ()) -> Steps:
    """The direct steps; for statements without one those of their speaker that are still in force."""
    order = sorted(range(len(ground.statements)), key=lambda n: ground.anchors[n].start)
    out: Steps = {}
    for place, number in enumerate(order):
        out[number] = direct[number]
        if not direct[number] or (
            all(one.lead in RELAYED for one in direct[number]) and not _speaks_itself(ground, number, direct[number])
        ):
            before = _still(ground, out, order[:place], number, moved)
            names = {one.name for one in direct[number]}
            fresh = [one for one in before if one.name not in names and (not direct[number] or one.lead not in RELAYED)]
            out[number] = [*fresh, *direct[number]]
    return out


def in_caption(ground: Ground, number: int) -> bool:
    """Whether the statement stands under a picture, where nothing that was told before is in force."""
    return ground.prose.sentences[ground.sentences[number]].part is Part.CAPTION


def _speaks_itself(ground: Ground, number: int, told: Sequence[Candidate]) -> bool:
    mention = ground.statements[number].mention
    return mention is not None and any(mention.overlaps(one.span) for one in told)


def _still(ground: Ground, told: Steps, before: Sequence[int], number: int, moved: Container[int]) -> list[Candidate]:
    """The step of the statement right before, where its speaker goes on close by."""
    if not before or number in moved or in_caption(ground, number) or elsewhen(ground, number):
        return []
    earlier = before[-1]
    far = ground.sentences[number] - ground.sentences[earlier]
    if not told[earlier] or not goes_on(ground, number, earlier) or ground.statements[number].within is not None:
        return []
    limit = 1 if told[earlier][0].lead == "reports" else NEAR_SENTENCES  # a report is quoted at once or not at all
    return told[earlier][:1] if far <= limit else []


def goes_on(ground: Ground, number: int, earlier: int) -> bool:
    """Whether the speaker of `earlier` speaks on: the same, or nobody else that the text tells, right after."""
    same = ground.same_speaker(number, earlier)
    if same is not None:
        return same
    mention = ground.statements[number].mention
    nameless = mention is None or PRONOUN.fullmatch(mention.of(ground.text)) is not None
    return nameless and 0 <= ground.sentences[number] - ground.sentences[earlier] <= 2


def elsewhen(ground: Ground, number: int) -> bool:
    """Whether it is of another time than what came before, or of none: "has often said", "In May, he said"."""
    cue = ground.statements[number].cue
    words = [word.lower for word in ground.words_of(cue)] if cue is not None else []
    if words and words[0] in PERFECT | THINKING:
        return True
    here = ground.prose.sentences[ground.sentences[number]].span
    return bool(OTHER_TIME.match(here.of(ground.text)))
