"""Through which outlets each statement came: told to them, said on them, printed in them, or reported by them."""

from __future__ import annotations

import re
from collections.abc import Container

from quoth.domain import Manner
from quoth.routes.candidates import Candidate
from quoth.routes.field import Field, is_own
from quoth.routes.force import carried
from quoth.routes.ground import Ground
from quoth.routes.reach import Steps, reaches, set_before
from quoth.routes.vocabulary import TELLS, word_set

SPOKEN_WITH = frozenset(("told", "with", "on"))
RELAYING = frozenset(("told", "with", "according", "published by", "on", "via", "through"))
NOT_PRINT = word_set("spokesman spokeswoman spokesperson executive ceo drama show series")
PRINT = word_set(
    "report story article editorial reporter columnist correspondent analysis piece column interview host "
    "anchor profile investigation reporters review op-ed essay website exclusive in and on by also's which "
    "editor writer journalist commentator contributor blogger itself staff"
)
OF_STAFF = word_set("for at of from who")  # "an editor for the Post" speaks for himself
WRITTEN_IN = re.compile(
    r"\b(?:wr[oi]te|writing|written|published|op-ed|column|editorial|essay|article|letter|printed|told|interview|appear|"
    r"reports?|story|stories|piece|profile|quoted)",
    re.IGNORECASE,
)
SPOKE = re.compile(
    r"\b(?:spoke|speaking|speaks|spoken|talk(?:ed|ing|s)?|interview|remarks|comments|said|statement)\b[^.;]{0,30}$",
    re.IGNORECASE,
)


def outlets_told(ground: Ground, field: Field, moved: Container[int] = ()) -> Steps:
    """For each statement the outlets it came through. `moved`: statements of which another occasion is told."""
    direct = {n: _outlets_beside(ground, field, n) for n in range(len(ground.statements))}
    direct |= _within_reports(ground, direct)
    for number in range(len(ground.statements)):
        if not direct[number]:
            direct[number] = [
                field.candidates[place]
                for place in set_before(ground, field, number)
                if field.candidates[place].lead in SPOKEN_WITH
            ][:1]
    return carried(ground, direct, moved)


def _outlets_beside(ground: Ground, field: Field, number: int) -> list[Candidate]:
    out: list[Candidate] = []
    for place in field.reach(number):
        one = field.candidates[place]
        if one.name not in [other.name for other in out] and _outlet_beside(ground, field, number, place):
            out.append(one)
    return out[:2]


def _outlet_beside(ground: Ground, field: Field, number: int, place: int) -> bool:
    one, statement = field.candidates[place], ground.statements[number]
    own = is_own(one.name, field.slug)
    if statement.mention is not None and statement.mention.overlaps(one.span):
        return not own and _speaks(ground, number, one)
    if statement.cue is not None and statement.cue.overlaps(one.span) and statement.cue.of(ground.text)[0] in "[(":
        return True  # "[Reuters.]" signs what stands before
    if one.sentence != ground.sentences[number] or (own and one.lead not in ("told", "with", "published by")):
        return False
    if one.lead not in RELAYING and not _in_print(ground, one) and not _to_crew(ground, one):
        return False
    return reaches(ground, field, number, place)


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


def _in_print(ground: Ground, one: Candidate) -> bool:
    """ "wrote in the Herald", "in an interview aired by", "in a Herald op-ed"."""
    before = ground.text[max(0, one.span.start - 60) : one.span.start]
    return (one.lead in ("in", "for", "by") and bool(WRITTEN_IN.search(before))) or (
        one.lead == "to" and bool(SPOKE.search(before))
    )


def _to_crew(ground: Ground, one: Candidate) -> bool:
    """ "speaking to NBC's Hallie Jackson", "told a Herald reporter", "a CNN interview"."""
    before = [word.lower for word in ground.prose.before(one.span.start)[-3:]]
    after = [word.lower for word in ground.prose.after(one.span.end)[:3]]
    if one.lead == "possessive":
        return any(word in TELLS or word in ("to", "with", "by", "on") for word in before[-2:])
    return any(word in ("interview", "interviewer", "podcast", "broadcast", "debate") for word in after[:2])


def _within_reports(ground: Ground, direct: Steps) -> Steps:
    """What stands inside an outlet's report came through it; so did the words of whom the report just named."""
    out: Steps = {}
    for number, statement in enumerate(ground.statements):
        if direct[number]:
            continue
        for other in range(len(ground.statements)):
            if other == number or not direct[other] or not _is_report(ground, other, direct[other][0]):
                continue
            holder, distance = ground.statements[other], ground.sentences[number] - ground.sentences[other]
            inside = statement.within == other or holder.contains(statement)
            named = 0 <= distance <= 2 and statement.manner is Manner.DIRECT and _names_speaker(ground, number, other)
            if inside or named:
                out[number] = direct[other][:1]
    return out


def _is_report(ground: Ground, number: int, outlet: Candidate) -> bool:
    mention = ground.statements[number].mention
    return mention is not None and mention.overlaps(outlet.span)


def _names_speaker(ground: Ground, number: int, report: int) -> bool:
    called = ground.called[number]
    inside = [
        name for name in ground.names if any(span.contains(name.span) for span in ground.statements[report].content)
    ]
    return any(name.key[-1] in called for name in inside)
