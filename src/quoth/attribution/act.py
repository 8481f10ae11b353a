"""A statement's spans in its text -> whether its words were said, written, thought or done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.attribution import modality
from quoth.attribution.clause import Clause, clause
from quoth.attribution.forms import words
from quoth.attribution.lexicon import DOCUMENTS, OUTLETS, VERB_FORMS, entry
from quoth.domain import Act, Span

# Cues whose act no single word of theirs tells.
PHRASES = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), act)
    for pattern, act in (
        (
            r"in (?:the )?hopes?|had in mind|no idea|in (?:\w+ )?view|fed up|takes? (?:issue|pleasure)|turned off",
            Act.THOUGHT,
        ),
        (r"vot(?:e|es|ed|ing)|in favou?r of|sid(?:e|es|ed|ing) with|support behind|walk(?:s|ed|ing)? out", Act.DID),
        (r"co-?sponsor\w*|came out (?:for|against)|signs?(?:ed)? (?:up|on)|pull(?:s|ed)? (?:out|the plug)", Act.DID),
        (r"turn(?:s|ed|ing)? down|(?:was|were|been) (?:named|nominated|appointed|elected)", Act.DID),
        (
            r"(?:express|voic|rais|air)\w* (?:\w+ ){0,2}(?:concern|support|doubt|fear|worr|view|opinion|hope)\w*",
            Act.SAID,
        ),
        (
            r"(?:express|voic)\w* (?:\w+ ){0,2}(?:confidence|regret|frustration|interest|dismay|outrage)|sound\w* off",
            Act.SAID,
        ),
        (r"shar(?:ed|ing)", Act.SAID),
        (r"rul(?:e|es|ed|ing) out|spoke|told|says?|said|pleaded|tweak", Act.SAID),
    )
)
_PLACES = (
    r"twitter|facebook|instagram|x|threads|bluesky|mastodon|linkedin|tiktok|reddit|tumblr|medium|truth social|weibo"
    r"|social media"
)
_PAPERS = (
    r"statement|letter|e-?mail|tweet|post|posting|thread|message|memo|note|blog|column|op-ed|article|essay|editorial|book"
    r"|memoir|autobiography|report|paper|release|filings?|papers|files?|documents?|affidavit|brief|complaint|indictment"
    r"|lawsuit|petition|ruling|judgment|judgement|opinion|verdict|caption|text|texts|website|newsletter|diary|study"
    r"|submission|questionnaire|manifesto|obituary|bulletin|circular|leaflet|pamphlet|messages|posts|tweets|letters"
)
WRITING = re.compile(
    rf"\b(?:on (?:\w+ ){{0,2}}?(?:{_PLACES})\b|took to (?:{_PLACES})\b|by (?:e-?mail|letter|text|post|fax)\b|online\b"
    r"|on (?:\w+ ){1,3}?(?:website|site|blog|page|account|feed)\b"
    r"|(?:in|via|through) (?:(?!to\b|of\b|on\b|about\b|for\b|over\b|response\b|reference\b|reaction\b)[\w-]+ ){0,4}?"
    rf"(?:{_PAPERS})\b)"
)
SPOKEN_BY = re.compile(
    r"\bstatement (?:read|on (?:tv|television)|outside|to reporters)|\bon the (?:post|note|medium)\b"
)
WISH = re.compile(r"\b(?:want\w*|hop(?:e|es|ed|ing)|would like|wish\w*|long\w*|eager|keen|desire) to$")
NOUN_PHRASE_END = re.compile(
    r"[,;(]|\s(?:by|from|in|on|for|about|at|to|with|that|which|who|whose|and|published|released|seen|issued|conducted"
    r"|last|this|dated|obtained|signed|taken|sent|headed|entitled|titled|called)\s",
    re.IGNORECASE,
)
OF = re.compile(r"\s(?:of)\s", re.IGNORECASE)
# "the Post’s Ann Hale", "Ann Hale of the Post"
WRITER = re.compile(rf"\b(?:{'|'.join(name.title() for name in sorted(OUTLETS))})(?:[’']s? [A-Z]|$)")
COPIES = words("copy version part series")
ARTICLES = words("The A An This That One His Her Their Its")
FIRST_NAMES = words("Bill Bills Law Page")  # who are no bill, law or page
OPENING_CHARS = 50
ALOUD = words("agree wonder worry decide lament marvel")  # with a quotation: said so
REQUEST = re.compile(  # "denied the appeal": turned it down
    r"(?:(?!and |that |no |of )[\w’']+ ){0,4}?(?:request|bail|appeal|application|petition|motion|permission"
    r"|access|entry|visa|permit|licen[cs]e|bid)s?\b",
    re.IGNORECASE,
)
ANSWER = re.compile(
    r"to (?:\w+ly )?(?:say|tell|comment|discuss|answer|respond|confirm|deny|rule|name|identify|elaborate|give|provide"
    r"|speak|talk|speculate|disclose|reveal|explain|address|apologi[sz]e|condemn|critici[sz]e|acknowledge|admit|affirm"
    r"|agree|describe|specify|call|concede|offer|commit|detail|share|release|testify|clarify"
    r"|be (?:interviewed|identified|named|quoted|drawn))\b",
    re.IGNORECASE,
)


def act(text: str, content: Sequence[Span], cue: Span | None, mention: Span | None) -> Act:
    """What the words were: said where nothing tells otherwise."""
    if cue is None:
        return Act.WROTE if _written(_paragraph(text, content)) else Act.SAID
    if cue.of(text).startswith("["):  # "[Reuters]" behind what it reported
        return Act.WROTE
    around = clause(text, content, cue, mention)
    name = _name(text, mention)
    told = _told(around, content[0].of(text), name)
    if is_document(name) or (told is Act.SAID and ((WRITER.search(name) and " " in name) or _in_writing(around))):
        return Act.WROTE
    return told


def _name(text: str, mention: Span | None) -> str:
    """The mention's words; of "that" or "which" the words before it, which it stands for."""
    if mention is None:
        return ""
    name = mention.of(text)
    if name.lower() not in ("that", "which"):
        return name
    return " ".join(text[max(0, mention.start - 40) : mention.start].split()[-1:]).strip(",") or name


def _in_writing(around: Clause) -> bool:
    """Whether the cue, what follows it or the opening of its sentence says so: "In a letter, Ruiz said ..."."""
    if around.head and around.head not in VERB_FORMS:
        return False
    return _written(" ".join((*around.cue, *around.after))) or _written(around.lead[:OPENING_CHARS])


def _told(around: Clause, content: str, name: str) -> Act:
    cue = " ".join(around.cue)
    if around.verb in modality.REFUSING:
        return Act.DID if content.startswith("to ") and not ANSWER.match(content) else Act.SAID
    if modality.rejects_a_claim(around, content):
        return Act.SAID
    if around.verb == "deny" and REQUEST.match(content):
        return Act.DID
    phrase = next((act for pattern, act in PHRASES if pattern.search(cue)), None)
    if phrase is not None:
        return phrase
    known = entry(around.head)
    if known is None:
        return Act.DID if cue == "against" else Act.THOUGHT if cue in ("to", "for") and name.islower() else Act.SAID
    told = known[1]
    if not name and around.verb == "report" and around.lead.endswith(("been", "was", "previously", "first")):
        return Act.WROTE  # "the raid was first reported in May": in print
    if around.verb in ALOUD and content[:1] in "“\"'‘":
        return Act.SAID
    return Act.THOUGHT if told is Act.SAID and WISH.search(around.lead) else told


def _written(line: str) -> bool:
    return bool(WRITING.search(line.lower()) and not SPOKEN_BY.search(line.lower()))


def _paragraph(text: str, content: Sequence[Span]) -> str:
    """The words of the paragraph that holds the content, without the content."""
    start = text.rfind("\n", 0, content[0].start) + 1
    end = text.find("\n", content[-1].end)
    return text[start : content[0].start] + " " + text[content[-1].end : end if end >= 0 else len(text)]


def is_document(name: str) -> bool:
    """Whether a mention names something written or printed: "The study by Ruiz", "the Gannet Herald"."""
    cut = NOUN_PHRASE_END.split(name, maxsplit=1)[0].split()
    if not cut:
        return False
    if cut[-1][:1].isupper() and _bare(cut[-1]) in OUTLETS:
        return True
    parts = [part.split()[-1] for part in OF.split(" ".join(cut)) if part.split()]
    head = parts[-1] if _bare(parts[0]) in COPIES else parts[0]
    person = head.istitle() and cut[0].istitle() and cut[0] not in ARTICLES and (len(cut) > 1 or head in FIRST_NAMES)
    return not person and (_bare(head) in DOCUMENTS or _bare(head).removesuffix("s") in DOCUMENTS)


def _bare(word: str) -> str:
    return re.sub(r"[^\w-]|[’']s$", "", word).lower()
