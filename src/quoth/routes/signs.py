"""What can be seen of one phrase that may tell a route, and of one statement, as numbers."""

from __future__ import annotations

import re

from quoth.domain import Manner, Part, Statement, StepKind
from quoth.routes.candidates import Candidate
from quoth.routes.ground import Ground
from quoth.routes.sameness import PRONOUN, is_own
from quoth.routes.vocabulary import ASKING, CROWDS, EMITTING, TELLS, word_set

LEADS = (
    dict.fromkeys(ASKING | {"ask"}, "ask")
    | dict.fromkeys(("told", "tell", "tells", "telling"), "told")
    | dict.fromkeys(EMITTING, "emit")
    | dict.fromkeys(("about", "after", "before", "for", "against", "over"), "about")
    | {"via": "through", "among": "about", "addressing": "to", "throughout": "during", "published by": "reports"}
    | {"into": "in", "under": "in", "and": "and", "or": "and", ",": "and", "": "first"}
)
LEAD_NAMES = (
    "ask",
    "told",
    "emit",
    "through",
    "to",
    "during",
    "reports",
    "in",
    "about",
    "and",
    "first",
    "at",
    "on",
    "with",
    "from",
    "of",
    "by",
    "possessive",
    "according",
    "asker",
    "met",
    "crowd",
    "other",
)
SORTS = {
    StepKind.VENUE: (
        "poll",
        "study",
        "document",
        "statement",
        "mail",
        "interview",
        "speech",
        "meeting",
        "crowd",
        "video",
        "post",
        "sent",
        "platform",
        "film",
        "programme",
        "place",
    ),
    StepKind.AUDIENCE: ("crowd", "told", "prep", "named", "asked", "crew", "author", "loose", "pronoun", "asker"),
    StepKind.OUTLET: ("known", "noun", "crew", "magazine", "told", "reports", "people", "loose", "titled"),
}
DETERMINER_NAMES = ("a", "the", "own", "'s", "none")
OWN = word_set("his her their its our my")
NEW = word_set("a an another one any several some many")

POLLED = re.compile(
    r"\b(?:percent|per cent|%|respondents|in (?:three|four|five|ten|10)|voters|polled|surveyed|half|majority|"
    r"two-thirds)\b|\d%",
    re.IGNORECASE,
)
TIMES = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|(?<=in )May|June|July|August|"
    r"September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec|(?:19|20)\d\d|yesterday|today|tonight|"
    r"(?:last|this|next|earlier|later|previous) (?:week|month|year|summer|fall|spring|winter|night)|ago|earlier|"
    r"previously|recently|later|often|repeatedly|once|at the time)\b"
)
FREE = re.compile(r"\b(?:ago|earlier|previously|recently|later|often|repeatedly|once|at the time)\b")
OTHER_TIME = re.compile(
    r"[\"“‘']?(?:But |And |Then )?(?:In (?:(?:early|late|mid-?) ?)?(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December|\d{4}|an? (?:earlier|later|separate))|"
    r"Last (?:week|month|year|spring|summer|fall|autumn|winter|night|\w+day)|Earlier|On (?:Mon|Tues|Wednes|Thurs|"
    r"Fri|Satur|Sun)day|(?:Two|Three|Four|Five|Several|Six|A few|A) (?:\w+ )?(?:hours?|days?|weeks?|months?|"
    r"years?) (?:ago|later|earlier|before|after)|"
    r"At the time|Previously|Months|Weeks|Years|For (?:months|years|weeks)|Until|Since|Separately|Meanwhile)\b"
)
PERFECT = word_set("has have had 've 's ’s ’ve used")
THINKING = word_set(
    "hopes wants believes plans expects thinks seems fears hope want believe plan expect think hoped wanted feels "
    "feel sees"
)
MODALS = word_set("would will could can should may might must to cannot won't wouldn't")
PAST = word_set("said told wrote gave made spoke saw held put")
STANDS = re.compile(
    r"(?:support|endors|oppos|back|favo|attack|reject|embrac|prais|critici|condemn|denounc|defend|accus|blam|mock|"
    r"blast|slam|rip|disagre|agre|refus|declin|den[iy])"
)
CLAIMS = re.compile(
    r"(?:argu|claim|insist|assert|declar|call|describ|promis|vow|pledg|announc|explain|suggest|warn|predict|maintain|"
    r"contend|acknowledg|admit|conced|complain|stress|emphasi|point|reveal|report|show|found|find|indicat|propos|"
    r"quip|jok|respond|repl|answer|continu|conclud|recall|observ|not|remark|stat|comment|cit)"
)
CUES = (
    dict.fromkeys(("said", "says", "say", "noted"), "said")
    | dict.fromkeys(("told", "tells", "telling"), "told")
    | dict.fromkeys(("wrote", "writes", "tweeted"), "wrote")
    | dict.fromkeys(("added", "continued", "adding", "replied"), "went on")
    | {"according": "according"}
)
CUE_NAMES = (
    "said",
    "told",
    "wrote",
    "went on",
    "according",
    "asks",
    "thinks",
    "perfect",
    "claims",
    "stands",
    "none",
    "other",
)
MENTIONS = ("none", "pronoun", "polled", "name", "noun")
SPOKE_BEFORE = re.compile(
    r"\b(?:sp[eo]a?k\w*|said|says|saying|told|tell\w*|talk\w*|interview\w*|appear\w*|remark\w*|comment\w*|statement|"
    r"announced?|wr[io]t\w+|testif\w+|testimony|spoken)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
PRINTED_BEFORE = re.compile(
    r"\b(?:publish\w*|report\w*|quoted|cited|obtained|air\w*|broadcast\w*|releas\w*|print\w*|wr[io]t\w+|op-ed|"
    r"article|story|column|post\w*|according|conduct\w*|issu\w+)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
CREW_AFTER = (" interview", "'s", "’s", " reporter", " poll", " host", " panel", " debate")

PHRASE = (
    "sure",
    "in quotes",
    "held",
    "title",
    "paragraph",
    "words",
    "capital",
    "plural",
    "spoke before",
    "printed before",
    "crew after",
    "stop after",
    "own",
    "crowd",
    "begins",
)
STATEMENT = (
    "direct",
    "mixed",
    "within",
    "caption",
    "other time",
    "paragraph told",
    "speaker known",
    "told in sentence",
    "past",
    "present",
    "participle",
    "modal",
    "cue words",
    "has time",
    "free time",
)


def phrase_names(kind: StepKind) -> list[str]:
    """What the numbers of a phrase are."""
    return [
        *(f"sort {name}" for name in SORTS[kind]),
        *(f"lead {name}" for name in LEAD_NAMES),
        *(f"determiner {name}" for name in DETERMINER_NAMES),
        *PHRASE,
    ]


def statement_names() -> list[str]:
    """What the numbers of a statement are."""
    return [*(f"cue {name}" for name in CUE_NAMES), *(f"mention {name}" for name in MENTIONS), *STATEMENT]


def name_words(name: str) -> list[str]:
    """The words of a name as they are compared: small, without articles and possessives."""
    words = re.findall(r"\w+", re.sub(r"['’]s\b", "", name.lower()))
    return [word for word in words if word not in ("the", "a", "an")]


def of_phrase(ground: Ground, one: Candidate, slug: str) -> list[float]:
    """The numbers of a phrase, in the order of phrase_names."""
    span, sorts = one.span, one.sort.split()
    before = ground.text[max(0, span.start - 70) : span.start]
    after = ground.text[span.end : span.end + 40].lower()
    sentence = ground.prose.sentences[one.sentence]
    lead, determiner = _lead(one), _determiner(one)
    head = one.head or (name_words(one.name) or [""])[-1]
    return [
        *(float(name in sorts) for name in SORTS[one.kind]),
        *(float(lead == name) for name in LEAD_NAMES),
        *(float(determiner == name) for name in DETERMINER_NAMES),
        float(one.sure),
        float(ground.prose.in_quotes(span.start)),
        float(bool(ground.holders(span))),
        float(sentence.title_case or sentence.part is Part.HEADLINE),
        float(one.paragraph),
        float(len(one.name.split())),
        float(one.name != one.name.lower()),
        float((one.head or one.name).endswith("s")),
        float(bool(SPOKE_BEFORE.search(before))),
        float(bool(PRINTED_BEFORE.search(before))),
        float(after.startswith(CREW_AFTER)),
        float(after[:1] in ",:" or after[:4] in (" on ", " in ", " tha", " whe")),
        float(one.kind is StepKind.OUTLET and is_own(one.name, slug)),
        float(head in CROWDS),
        float(span.start - sentence.span.start < 30),
    ]


def _lead(one: Candidate) -> str:
    lead = LEADS.get(one.lead, one.lead)
    return "crowd" if lead.startswith("crowd") else lead if lead in LEAD_NAMES else "other"


def _determiner(one: Candidate) -> str:
    word = one.determiner
    if not word:
        return "none"
    return "'s" if word in ("'s", "’s") else "own" if word in OWN else "a" if word in NEW else "the"


def of_statement(ground: Ground, number: int) -> list[float]:
    """The numbers of a statement, in the order of statement_names."""
    one = ground.statements[number]
    cue, mention = _cue(ground, one), _mention(ground, one)
    sentence = ground.prose.sentences[ground.sentences[number]]
    text = sentence.span.of(ground.text)
    return [
        *(float(cue == name) for name in CUE_NAMES),
        *(float(mention == name) for name in MENTIONS),
        float(one.manner is Manner.DIRECT),
        float(one.manner is Manner.MIXED),
        float(one.within is not None),
        float(sentence.part is Part.CAPTION),
        float(bool(OTHER_TIME.match(text))),
        float(sentence.paragraph),
        float(bool(one.speakers)),
        float(len(ground.told_in(ground.sentences[number]))),
        *_tense(ground, one),
        float(bool(TIMES.search(text))),
        float(bool(FREE.search(text))),
    ]


def _cue(ground: Ground, one: Statement) -> str:
    words = [word.lower for word in ground.words_of(one.cue)] if one.cue is not None else []
    if not words:
        return "none"
    if words[0] in PERFECT | THINKING:
        return "perfect" if words[0] in PERFECT else "thinks"
    return next((sort for word in words if (sort := _cue_word(word))), "other")


def _cue_word(word: str) -> str:
    if word in CUES:
        return CUES[word]
    return "asks" if word in TELLS else "claims" if CLAIMS.match(word) else "stands" if STANDS.match(word) else ""


def _tense(ground: Ground, one: Statement) -> list[float]:
    """Past, present, participle, or after a small verb; and how many words it has."""
    words = [word.lower for word in ground.words_of(one.cue)] if one.cue is not None else []
    before = ground.prose.before(one.cue.start)[-2:] if one.cue is not None else []
    first = words[0] if words else ""
    return [
        float(first.endswith("ed") or first in PAST),
        float(first.endswith("s") and not first.endswith("ss")),
        float(first.endswith("ing")),
        float(bool(MODALS & {first, *(word.lower for word in before)})),
        float(len(words)),
    ]


def _mention(ground: Ground, one: Statement) -> str:
    if one.mention is None:
        return "none"
    text = one.mention.of(ground.text)
    if POLLED.search(text):
        return "polled"
    return "pronoun" if PRONOUN.fullmatch(text.strip()) else "name" if text[0].isupper() else "noun"
