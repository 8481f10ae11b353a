"""To whom each statement was said."""

from __future__ import annotations

import re

from quoth.routes.candidates import Candidate
from quoth.routes.field import ASKS, Field
from quoth.routes.force import carried
from quoth.routes.ground import Ground
from quoth.routes.reach import Steps, set_before
from quoth.routes.vocabulary import ASKING, TELLS, word_set

SENT_TO = word_set(
    "letter letters email emails message messages memo note statement referral speaking spoke speaks interview talking"
)
SAID_TO = re.compile(
    r"\b(?:wr[oi]te|written|said|says|spoke|speak(?:s|ing)?|spoken|talk(?:s|ed|ing)?|remarks?|comments?|"
    r"statement|announced|appear(?:ed|ing)?|testif\w+|call|conference|"
    r"briefing|interview|meeting|speech|address|letter|e-?mails?|memo|message|went|shared|explained|emailed|"
    r"tweeted|complained|apologi[sz]ed|confirmed|admitted|promised)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def hearers_told(ground: Ground, field: Field) -> Steps:
    """For each statement to whom it was said."""
    direct = {n: _hearers_beside(ground, field, n) for n in range(len(ground.statements))}
    for number in range(len(ground.statements)):
        if not direct[number]:
            direct[number] = [
                field.candidates[place]
                for place in set_before(ground, field, number)
                if _spoken_to(ground, field.candidates[place])
            ][:1]
    return carried(ground, direct)


def _hearers_beside(ground: Ground, field: Field, number: int) -> list[Candidate]:
    out = [field.candidates[place] for place in field.reach(number) if _hearer_beside(ground, field, number, place)]
    return sorted(out, key=lambda one: abs(one.span.start - ground.anchors[number].start))[:1]


def _hearer_beside(ground: Ground, field: Field, number: int, place: int) -> bool:
    one, statement = field.candidates[place], ground.statements[number]
    if one.sentence != ground.sentences[number]:
        return False
    if statement.mention is not None and statement.mention.contains(one.span):
        return False
    if any(span.contains(one.span) for span in statement.content):
        return statement.cue is not None and bool(ASKS.search(statement.cue.of(ground.text)))
    if field.inside[place] and set(field.inside[place]) != {number}:
        return False
    owner = field.owners[place]
    mine = owner == number or owner is None or (ground.same_speaker(number, owner) is True)
    if one.lead in TELLS:
        return mine and (one.lead not in ASKING or abs(one.span.start - ground.anchors[number].end) < 30)
    if one.lead not in ("to", "with", "before", "among", "addressing", "rallied", *SENT_TO):
        return False
    return mine and (one.sort == "crew" or one.lead in SENT_TO or _spoken_to(ground, one))


def _spoken_to(ground: Ground, one: Candidate) -> bool:
    """Whether words go to the crowd: "wrote to his followers", "on a call with reporters"."""
    before = ground.text[max(0, one.span.start - 90) : one.span.start]
    return bool(SAID_TO.search(before))
