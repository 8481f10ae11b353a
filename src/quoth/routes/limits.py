"""Which phrases cannot tell of a statement, whatever their weights say."""

from __future__ import annotations

import re

from quoth.domain import Part, StepKind
from quoth.routes.candidates import Candidate
from quoth.routes.ground import Ground
from quoth.routes.sameness import is_own
from quoth.routes.vocabulary import word_set

SPOKEN_WITH = frozenset(("told", "with", "to", "on", "ask"))  # ways of an outlet that one speaks to oneself
OF_ONE = word_set("statement document mail interview post sent video speech")  # acts of one speaker
STAGED = re.compile(r"\b(?:sponsored|hosted|organi[sz]ed|moderated|owned|run|staged) by (?:the )?$")
NOT_PRINT = word_set("spokesman spokeswoman spokesperson executive ceo drama show series")
PRINT = word_set(
    "report story article editorial reporter columnist correspondent analysis piece column interview host "
    "anchor profile investigation reporters review op-ed essay website exclusive in and on by also's which "
    "editor writer journalist commentator contributor blogger itself staff"
)
OF_STAFF = word_set("for at of from who")  # "an editor for the Post" speaks for himself


def carries(ground: Ground, number: int, earlier: int, one: Candidate) -> bool:
    """Whether what was told of the earlier statement can be in force for another: not for another speaker's own act."""
    if ground.same_speaker(number, earlier) is not False:
        return True
    if one.kind is StepKind.VENUE:
        return one.sort not in OF_ONE
    return one.kind is StepKind.AUDIENCE or one.lead not in SPOKEN_WITH


def may_tell(ground: Ground, number: int, one: Candidate, slug: str) -> bool:
    """Whether the phrase may tell of the statement at all."""
    statement, part = ground.statements[number], ground.prose.sentences[ground.sentences[number]].part
    if part is Part.CAPTION and one.sentence != ground.sentences[number]:
        return False  # nothing that was told before is in force under a picture
    begins = statement.content[0].start
    if any(c.overlaps(one.span) for c in statement.content) and one.span.start - begins > 5:
        return False  # what is spoken of in the words themselves
    return one.kind is not StepKind.OUTLET or _may_print(ground, number, one, slug)


def _may_print(ground: Ground, number: int, one: Candidate, slug: str) -> bool:
    mention = ground.statements[number].mention
    own = is_own(one.name, slug)
    if mention is not None and mention.overlaps(one.span):
        return not own and _speaks(ground, number, one)
    if STAGED.search(ground.text[max(0, one.span.start - 24) : one.span.start]):
        return False
    return not own or one.lead in ("told", "with", "published by")


def _speaks(ground: Ground, number: int, one: Candidate) -> bool:
    """Whether the outlet speaks, or its person: "the Times", "the Times' Hal Jory", "a story in the Times"."""
    mention = ground.statements[number].mention
    if mention is None:
        return False
    before = ground.text[mention.start : max(mention.start, one.span.start)].lower().split()
    after = ground.prose.after(one.span.end)
    ends = (
        one.span.end >= mention.end - 1 or one.lead == "possessive" or not after or after[0].span.start >= mention.end
    )
    if (not ends and after[0].lower in NOT_PRINT) or (
        not ends and not after[0].capital and ground.text[one.span.end] == " " and after[0].lower not in PRINT
    ):
        return False
    if any(word in OF_STAFF for word in before[-2:]) or "," in ground.text[mention.start : one.span.start]:
        return one.lead == "published by"
    return True
