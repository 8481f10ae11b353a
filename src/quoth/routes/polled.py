"""Shares of people who say or want something speak in a poll."""

from __future__ import annotations

import re

from quoth.routes.field import Field
from quoth.routes.ground import Ground
from quoth.routes.reach import Steps

PUBLIC = re.compile(
    r"(?:\w+ ){0,4}(?:voters|Americans|adults|Republicans|Democrats|residents|women|men|people|Britons|Democratics)\b"
)
SHARES = re.compile(
    r"\d ?%|\b(?:percent|per cent|respondents|polled|surveyed|(?:one|two|three|four|six|seven|eight|nine|most|"
    r"more than half|half|\d+) (?:in|of|out of) (?:\w+)|two-thirds|three-quarters|a (?:third|quarter|majority))\b",
    re.IGNORECASE,
)


def polled(ground: Ground, field: Field, told: Steps) -> Steps:
    """Shares of people who say or want something speak in the poll that the text last named, or first names."""
    polls = [one for one in field.candidates if one.sort == "poll"]
    for number, statement in enumerate(ground.statements):
        mention = statement.mention.of(ground.text) if statement.mention is not None else ""
        here = ground.prose.sentences[ground.sentences[number]].paragraph
        close = any(0 <= here - one.paragraph <= 1 for one in polls)
        speaks = SHARES.search(mention) or (len(polls) >= 4 and close and PUBLIC.match(mention))
        if told[number] or not polls or not speaks:
            continue
        often = max(polls, key=lambda one: field.heads[one.name.lower().split()[-1]]).name.lower().split()[-1]
        before = [
            one for one in polls if one.sentence <= ground.sentences[number] and one.name.lower().split()[-1] == often
        ]
        told[number] = [before[-1] if before else polls[0]]
    return told
