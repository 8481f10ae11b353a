"""Whether the words around a phrase, by themselves, say that something was said there, to them or through it."""

from __future__ import annotations

import re

from quoth.domain import StepKind
from quoth.routes.candidates import Candidate
from quoth.routes.ground import Ground
from quoth.routes.sameness import ASKS
from quoth.routes.vocabulary import ASKING, EMITTING, TELLS, word_set

RELAYING = frozenset(("told", "with", "according", "published by", "reports", "on", "via", "through"))
AIRED = word_set("interview interviewer podcast broadcast debate poll survey")
WRITTEN_IN = re.compile(
    r"\b(?:wr[oi]te|writing|written|published|op-ed|column|editorial|essay|article|letter|printed|told|interview|appear|"
    r"reports?|story|stories|piece|profile|quoted)",
    re.IGNORECASE,
)
SPOKE = re.compile(
    r"\b(?:spoke|speaking|speaks|spoken|talk(?:ed|ing|s)?|interview|remarks|comments|said|statement)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
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
NEAR = 30  # characters from "asked" to whom
HEARD = word_set("to with before addressing rallied") | SENT_TO


def is_told(ground: Ground, number: int, one: Candidate) -> bool:
    """Whether they say so of the statement, in whose sentence the phrase stands."""
    if one.kind is StepKind.VENUE:
        return held_at(ground, number, one)
    return _hears(ground, number, one) if one.kind is StepKind.AUDIENCE else _relays(ground, number, one)


def held_at(ground: Ground, number: int, one: Candidate) -> bool:
    """ "at a rally", "on a call", "told the forum", "released a memo", "in his speech"."""
    cue = ground.statements[number].cue
    if one.sort in ("sent", "platform", "programme"):
        return one.lead != "of"
    if one.lead in EMITTING or (cue is not None and cue.overlaps(one.span) and bool(one.determiner)):
        return True
    if one.lead in ("in", "at", "during", "via", "through", "out"):
        return not (one.lead == "at" and one.sort in ("document", "study", "poll"))
    if one.lead == "on":
        return one.sort in ("meeting", "interview", "video", "post")
    if one.lead in ("from", "told"):
        return one.sort == "meeting"
    return one.lead == "by" and one.sort == "mail"


def _hears(ground: Ground, number: int, one: Candidate) -> bool:
    """ "told reporters", "in a letter to the council", "wrote to his followers"."""
    statement, anchor = ground.statements[number], ground.anchors[number]
    if statement.mention is not None and statement.mention.contains(one.span):
        return False
    if any(span.contains(one.span) for span in statement.content):
        return statement.cue is not None and bool(ASKS.search(statement.cue.of(ground.text)))
    if one.lead in TELLS or one.lead == "ask":
        return (one.lead not in ASKING and one.lead != "ask") or abs(one.span.start - anchor.end) < NEAR
    before = ground.text[max(0, one.span.start - 90) : one.span.start]
    return one.lead in HEARD and (one.sort == "crew" or one.lead in SENT_TO or bool(SAID_TO.search(before)))


def _relays(ground: Ground, number: int, one: Candidate) -> bool:
    cue, mention = ground.statements[number].cue, ground.statements[number].mention
    if mention is not None and mention.overlaps(one.span):
        return True
    if cue is not None and cue.overlaps(one.span) and cue.of(ground.text)[0] in "[(":
        return True  # "[Reuters.]" signs what stands before
    return one.lead in RELAYING or _in_print(ground, one) or _to_crew(ground, one)


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
    return any(word in AIRED for word in after[:2])
