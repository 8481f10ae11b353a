"""A statement's spans in its text -> whether its words were said, written, thought or done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.attribution import modality, writing
from quoth.attribution.clause import MENTION, Clause
from quoth.attribution.forms import words
from quoth.attribution.lexicon import entry
from quoth.domain import Act, Span


def phrases(*lines: str) -> re.Pattern[str]:
    """Whole words that one of the lines matches."""
    return re.compile(rf"\b(?:{'|'.join(lines)})\b")


# Cues whose act no single word of theirs tells; the first that matches decides.
PHRASES = (
    (
        Act.THOUGHT,
        phrases(
            r"in (?:the )?hopes?|had in mind|no idea|in (?:\w+ )?view|fed up|takes? (?:issue|pleasure)|turned off",
            r"(?:is|are|was|were|be|been) (?:against|resigned)|would rather(?! not)",
        ),
    ),
    (
        Act.SAID,
        phrases(
            r"made (?:it )?clear|makes? (?:it )?clear|let it be known|wanted to know",
            r"aloud|cut in|weigh\w* in|cast(?:s|ing)? doubt",
            r"(?:left|leaves?) (?:no|little) doubt|in the (?:opinion|words|judgement) of",
        ),
    ),
    (
        Act.DID,
        phrases(
            r"vot(?:e|es|ed|ing)|in favou?r of|sid(?:e|es|ed|ing) with|support behind|walk(?:s|ed|ing)? out|backing to",
            r"co-?sponsor\w*|came out (?:for|against)|signs?(?:ed)? (?:up|on)|pull(?:s|ed)? (?:out|the plug)",
            r"turn(?:s|ed|ing)? down|(?:was|were|been) (?:named|nominated|appointed|elected)",
        ),
    ),
    (
        Act.SAID,
        phrases(
            r"(?:express|voic|rais|air)\w* (?:\w+ ){0,2}(?:concern|support|doubt|fear|worr|view|opinion|hope)\w*",
            r"(?:express|voic)\w* (?:\w+ ){0,2}(?:confidence|regret|frustration|interest|dismay|outrage)|sound\w* off",
            r"shar(?:ed|ing)|rul(?:e|es|ed|ing) out|spoke|told|says?|said|pleaded|tweak",
        ),
    ),
)
WISH = re.compile(r"\b(?:want\w*|hop(?:e|es|ed|ing)|would like|wish\w*|long\w*|eager|keen|desire) to$")
QUOTED = tuple("“\"'‘«")
# With a quotation: said so ("I agree", agreed Hale), or said in signs.
ALOUD = words("agree wonder worry decide lament marvel sign rule reckon estimate remember")
BODIES = re.compile(  # that agree by a vote
    r".*\b(?:council|parliament|committee|board|cabinet|assembly|senate|country|countries|governments?|members)\b",
    re.IGNORECASE,
)
WRITTEN_VERBS = words("write tweet e-mail email post text retweet blog")  # "has e-mailed parents to say"
IN_PRINT = re.compile(r"\b(?:been|was|were|previously|first|(?:un)?widely)$")
PERSONAL = words("i he she we you who")
REQUEST = re.compile(  # "denied the appeal": turned it down
    r"(?:(?!and |that |no |of )[\w’']+ ){0,4}?(?:request|bail|appeal|application|petition|motion|permission"
    r"|access|entry|visa|permit|licen[cs]e|bid)s?\b",
    re.IGNORECASE,
)
# What is refused by deed; refusing anything else, or an answer, is refusing to say.
DEED = re.compile(
    r"to (?:\w+ly )?(?:sign|teach|accept|hand|sing|vote|play|pay|join|attend|shake|obey|wear|kneel|have|take|marry"
    r"|endorse|ratify|grant|allow|fight|serve|eat|move|march|work|return|board)\b"
)
ANSWERS = re.compile(
    r"(?:an? |any |further |all |his |her |the )*(?:comment|interview|answer|question|detail|response|request)"
)
THING = re.compile(r"(?!(?:it|this|that|them)\b)\w+ [\w’-]+ \w+")
RECEIVED = re.compile(r"(?:the|his|her|an?) (?:resignation|bid|offer|invitation|prize|award)")


def act(text: str, content: Sequence[Span], cue: Span | None, mention: Span | None, around: Clause | None) -> Act:
    """What the words were: said where nothing tells otherwise. `around`: the clause around the cue, if any."""
    name = mention.of(text) if mention else ""
    if cue is None or around is None:
        return Act.WROTE if writing.without_cue(text, content[0].start, content[-1].end, name) else Act.SAID
    if cue.of(text).startswith("["):  # "[Reuters]" behind what it reported
        return Act.WROTE
    told = _told(around, content[0].of(text), name)
    if _by_document(text, mention, around, told):
        return Act.WROTE
    in_writing = told is Act.SAID and (writing.is_writer(name) or writing.in_writing(around))
    return Act.WROTE if in_writing or writing.sends_paper(around, content[0].of(text)) else told


def _by_document(text: str, mention: Span | None, around: Clause, told: Act) -> bool:
    """Whether a document tells it; a paper that backs a candidate has done so."""
    if mention is None:
        return False
    name = mention.of(text)
    if told is Act.DID and writing.is_outlet(name):
        return False
    return writing.is_document(name) or writing.takes_up_document(text, mention, around)


def _told(around: Clause, content: str, name: str) -> Act:
    """What the cue tells, whoever speaks."""
    cue = " ".join(around.cue)
    if around.verb in modality.REFUSING:
        return Act.DID if _refused_by_deed(around, content) else Act.SAID
    if modality.rejects_a_claim(around, content):
        return Act.SAID
    if around.verb == "deny" and REQUEST.match(content):
        return Act.DID
    if around.verb in WRITTEN_VERBS:
        return Act.WROTE
    phrase = next((act for act, pattern in PHRASES if pattern.search(cue)), None)
    if phrase is not None:
        return phrase
    known = entry(around.head)
    if known is None:
        return Act.DID if cue == "against" else Act.THOUGHT if cue in ("to", "for") and name.islower() else Act.SAID
    return _by_word(around, content, name, known[1])


def _by_word(around: Clause, content: str, name: str, told: Act) -> Act:
    """What the reporting word tells, and the few that tell one thing or another."""
    if around.verb == "report" and _reported_in_print(around, name):
        return Act.WROTE
    if around.verb in ALOUD and content.startswith(QUOTED):
        return Act.SAID
    if around.verb == "agree" and (around.after[:1] == ("with",) or "strongly" in around.cue):
        return Act.THOUGHT
    if around.verb in ("agree", "accept") and _agreed_by_vote(around, content, name):
        return Act.DID
    if (around.verb == "plan" or (around.verb == "expect" and not name)) and modality.SPEECH_AHEAD.match(content):
        return Act.SAID
    if around.verb in ("oppose", "support") and around.head.endswith("ed") and _at_once(around):
        return Act.DID
    return Act.THOUGHT if told is Act.SAID and WISH.search(around.lead) else told


def _refused_by_deed(around: Clause, content: str) -> bool:
    """Whether it was a deed that was refused, "to sign", or a thing: "four honorary doctorates"; no answer."""
    content = content.lower()
    goes_on = around.head != around.cue[-1] or around.after[:1] == ("to",)  # "declined to comment on"
    if goes_on or content.startswith("to "):
        return bool(DEED.match(content)) and not goes_on
    return bool(THING.match(content)) and not ANSWERS.match(content)


def _agreed_by_vote(around: Clause, content: str, name: str) -> bool:
    if around.verb == "accept":
        return bool(RECEIVED.match(content))
    return content.startswith("to ") and bool(BODIES.match(name))


def _reported_in_print(around: Clause, name: str) -> bool:
    """ "The raid was first reported in May", "Doctors reported that"; he who reports is heard."""
    if not name:
        return bool(IN_PRINT.search(around.lead))
    told = around.head in ("report", "reports", "reported") and not around.reaches(modality.WILL)
    return told and name.lower() not in PERSONAL


def _at_once(around: Clause) -> bool:
    """Whether it was done once, as in "opposed the bill"; "is opposed to" and "has supported" are views."""
    return not around.lead or around.before[-1] == MENTION
