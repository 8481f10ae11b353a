"""A statement's spans in its text -> whether its words stand as what the speaker said, by the clause around the cue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.attribution.clause import MENTION, Clause, clause
from quoth.attribution.forms import plural, words
from quoth.attribution.lexicon import NOUNS, VERB_FORMS
from quoth.domain import Act, Span, Status


def pattern(line: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{line})(?![\w-])")


# "made no secret of", "could not agree more": a negation or a modal that takes nothing back.
MERELY_WORDED = pattern(
    r"no (?:secret|apolog\w+|bones|doubt|illusions?|hesitation|uncertain|less|surprise)|(?<!can )not (?:only|just|merely|minc\w+)"
    r"|(?:not|never) (?:hesitat\w+|stop\w*|tir\w+|shy|shied|afraid|forgotten|forgot)|can not (?:help|stress|wait)"
    r"|could not (?:help|resist|wait)|would (?:like|love|rather(?! not)|prefer(?! not)|often|always|later|regularly|sometimes|frequently|go on|soon)"
    r"|not without|nothing but|could not (?:be )?(?:more|agree)"
)
SURELY = pattern(rf"(?:i|we|{MENTION}) (?:have to|must|got to|can only) (?:say|admit|confess|concede|agree)")
IF = re.compile(
    r"(?:^|[^\w])(?<!even )(?:if|unless|whether|in case|in the event|suppose|supposing|assuming|lest|as though|provided that"
    rf"|let s|let us|let {MENTION}|only when|why not)\b(?:(?! but )[^,;:.()—–-])*$"
)
PERHAPS = re.compile(r"(?:^|\s)(?:maybe|perhaps|possibly|conceivably)(?: [^\s,]+){0,4}$")
WANTED = re.compile(rf"\b(?:need|seek|want|lack|court|await|crave)s? (?:{MENTION}|his|her|their|its|our|your)$")
WHEN = re.compile(r"\b(?:once|until|whenever)\b[^,;:.()—–-]*$")
QUESTION_WORDS = r"what|why|how|who|whom|when|where|which"
INVERTED = re.compile(
    rf"(?:^|[,;:—–-] |(?:^|\s)(?:nor|neither|{QUESTION_WORDS}|only|never|nowhere|and|but|or|so|then) )"
    rf"(?P<aux>do|does|did|has|have|had|is|are|was|were|will|would|could|can|should|might|may|must)(?: not)?"
    rf" (?:{MENTION}|he|she|they|it|you|we|i|anyone|anybody|(?:the |a )?\w+)(?: \w+ly| ever| really| also| to| have| be)*$"
)
NOR = re.compile(r"\b(?:nor|neither|never|nowhere|no longer|at no point|not once) \w+ [^,;]*$")
SUPPOSED = re.compile(rf"(?:^|[,;] )(?:should|were|had) (?:{MENTION}|\w+)(?: to)?$")

REFUSED = pattern(
    r"refus\w+(?: to| of)?|declin\w+(?: to)?|unwilling(?:ness)?(?: to)?|not (?:prepared|willing|ready) to|reluctan\w+ to"
    r"|loath to|balk\w+ at|resist\w+ calls to"
)
WILL_NOT = pattern(r"(?:will|would) (?:not|never)")
PREFER_NOT = pattern(r"would (?:\w+ )?(?:rather|prefer) not")
CAN_NOT = pattern(r"(?:can|could) (?:not|never)")
MAY = pattern(
    r"would|could|might|can|should|must|ought to|ha[sv]e? to|needs? to|(?<!in )(?<!since )(?<!last )(?<!of )may"
    r"|supposed to|free to|reason to|consider\w*|mull\w*|think\w* (?:about|of)|allow\w* to|easy to|hard to|difficult to"
    r"|fun to|tempting to|wrong to|right to"
)
WILL = pattern(
    r"will|shall|going to|gonna|(?:is|are|was|were|s|re|am) (?:\w+ly )?to|expected to|due to|due|(?:set|poised|scheduled|slated) to"
    r"|about to|(?<!more )(?<!less )(?:un)?likely to|plan\w* (?:to|on)|intend\w* to|intention to|aim\w* to|prepar\w+ to"
    r"|(?:vow|promis|threaten|agree|pledg|offer)\w* to"
)
SHALL_HEAR = re.compile(
    r"\b(?:will|set to|due to|going to|scheduled to) (?:hear|make|give|deliver|need) (?:\w+ ){0,2}$"
)
TIMETABLE = pattern(r"scheduled|slated|due|set|poised|bound")
NOT = pattern(
    r"not|never|no|none|nor|neither|nothing|without|nobody|hardly|scarcely|barely|rather than|instead of|short of|yet to"
    r"|fail\w* to|failure to|neglect\w* to|omit\w* to|forg[eo]t\w* to|unable to|inability to|avoid\w*|refrain\w* from"
    r"|no longer|put off|far from|stop\w*|can not|could not|longer|lack(?:s|ed|ing)?(?: of)?|mum"
)
NOT_THAT = re.compile(rf"\bnot (?:that|because) (?:{MENTION}|he|she|they|we|i)$")
MEANS = re.compile(
    r"\b(?:would|could|might|may|will) (?:require|mean|involve|force|prompt|lead|allow|see|have|make|take|get|be)"
    r"(?: [^\s,;]+){0,3}$"
)
NO_ONE = re.compile(r"(?:no|none|neither|nobody|nor|few|not (?:every\w*|all|many|one))\b|no[ -]one\b", re.IGNORECASE)
ANYONE = re.compile(r"(?:any|anyone|anybody|whoever|everyone who|no matter who)\b", re.IGNORECASE)
DENIED_DOING = pattern(r"den(?:y|ies|ied|ying)(?: ever)?")
# "quick to praise", "one of the first to say": the thing was done.
DID_SO = re.compile(
    r"\b(?:continu|beg[aiu]n|start|w[eo]nt on|go(?:es)? on|going on|came|come|proceed|seem|appear|tend|tr(?:y|ies|ied|ying)\b"
    r"|attempt|s(?:eek|ought)|struggl|manag|cho(?:os|s)e|us(?:e|es|ed|ing)\b|had\b|forced|quick|first|last\b|only\b|one of"
    r"|latest|happen|to+k|turn|rush|rose|paus|mov|bold|correct|eager|inclined|willing|bother|keen|proud|happy|compell|mov"
    r"|prompt|enough|taken|went)\S*(?: [^\s,;]+){0,8} to(?: \w+ly)?$"
)
TO = re.compile(r"(?:^|\s)to(?: \w+ly)?$")
FIRST = re.compile(r"\b(?:first|last|latest|earliest|only|one of)\b", re.IGNORECASE)

DENYING = words("deny dispute refute rebut disavow disclaim contradict repudiate debunk doubt disbelieve")
DENIALS = words("denial rebuttal")
REJECTING = words("reject dismiss rebuff contest counter shrug brush knock shoot challenge rubbish scotch quash")
CLAIM = re.compile(
    r"(?:\W|the|a|any|all|his|her|their|its|such|those|these|this|that|as|out|off|down|away|\w+[’']s|\w+ly|recent|new|"
    r"false|media|press|earlier|wild)*\W*(?:claim|notion|idea|suggestion|allegation|accusation|assertion|charge|report"
    r"|rumou?r|speculation|argument|theory|theories|insinuation|implication|contention|comparison|criticism)s?\b",
    re.IGNORECASE,
)
RULED_OUT = re.compile(r"\brul\w+ out\b")
SAID_NO = re.compile(r"^(?:say|says|said|saying) no to\b")
UNKNOWN = words("unclear unaware unsure uncertain unknown undecided")
KNOWING = words("know aware clear sure certain idea understand understanding remember hear notice mind figure")
WONDERING = words("ask wonder question query inquire enquire")


def status(text: str, content: Sequence[Span], cue: Span | None, mention: Span | None, act: Act) -> Status:
    """How the words stand; asserted where there is no cue, as in a transcript."""
    if cue is None:
        return Status.ASSERTED
    around = clause(text, content, cue, mention)
    if _worded(around) or (act is Act.WROTE and around.cue == ("would",)):  # "the bill would ban": it says so
        return Status.ASSERTED
    name = mention.of(text) if mention else ""
    asked = _asked(around, text, content, act)
    return asked or _conditional(around, name) or _by_cue(around, text, content, name, act)


def _by_cue(around: Clause, text: str, content: Sequence[Span], name: str, act: Act) -> Status:
    return (
        _refused(around, act)
        or _possible(around)
        or _future(around)
        or _negated(around, name, act)
        or _denied(around, text, content)
        or _infinitive(around, name)
        or Status.ASSERTED
    )


def _worded(around: Clause) -> bool:
    line = " ".join((*around.before[max(0, around.start - 4) :], around.head, *around.after[:1]))
    return bool(MERELY_WORDED.search(line) or SURELY.search(line))


def _asked(around: Clause, text: str, content: Sequence[Span], act: Act) -> Status | None:
    """Hypothetical in a question and behind "should he"; not said behind "nor did"."""
    inverted = INVERTED.search(around.lead)
    if inverted and NOR.search(around.lead):
        return Status.NOT_SAID
    if SUPPOSED.search(around.lead):
        return Status.HYPOTHETICAL
    ends_content = content[-1].of(text).rstrip().endswith("?")
    plain = around.asks and around.head in VERB_FORMS and around.verb not in WONDERING
    if (plain and (not ends_content or act is Act.THOUGHT)) or (inverted and (around.asks or ends_content)):
        return Status.HYPOTHETICAL
    return None


def _conditional(around: Clause, name: str) -> Status | None:
    left = around.lead
    present = bool(around.head) and around.head in (around.verb, plural(around.verb))
    if IF.search(left) or PERHAPS.search(" ".join(around.before[: around.start])) or name.lower() in ("let's", "let’s"):
        return Status.HYPOTHETICAL
    if (ANYONE.match(name) and MENTION in around.before) or (present and WHEN.search(left)) or _imperative(around):
        return Status.HYPOTHETICAL
    return Status.HYPOTHETICAL if around.head in NOUNS and WANTED.search(left) else None


def _imperative(around: Clause) -> bool:
    """Whether the sentence begins with the bare verb: "Say no to ...", "Never forget that ..."."""
    bare = around.head == around.verb and around.head not in NOUNS and bool(around.head)
    return bare and around.lead in ("", "please", "do not", "never", "do", "just", "and", "but", "so")


def _refused(around: Clause, act: Act) -> Status | None:
    if around.reaches(REFUSED) or (around.verb in ("refuse", "decline", "refusal") and act is not Act.DID):
        return Status.NOT_SAID if around.reaches(_NOT_REFUSED) else Status.REFUSED
    if around.reaches(WILL_NOT) or PREFER_NOT.search(" ".join((*around.before, *around.cue))):
        return Status.DENIED if act is Act.THOUGHT else Status.REFUSED
    return None


_NOT_REFUSED = pattern(r"(?:not|never) (?:refus|declin)\w+")


def _possible(around: Clause) -> Status | None:
    left = " ".join(around.before[: around.start])
    if (around.reaches(MAY) and not around.reaches(CAN_NOT)) or MEANS.search(left):
        return Status.HYPOTHETICAL
    return None


def _future(around: Clause) -> Status | None:
    if around.reaches(WILL) or SHALL_HEAR.search(f"{around.lead} "):
        return Status.EXPECTED
    if not around.head and around.cue and TIMETABLE.search(around.cue[-1]):
        return Status.EXPECTED
    return None


def _negated(around: Clause, name: str, act: Act) -> Status | None:
    behind = around.after[:1] in (("nothing",), ("little",), ("not",)) and "not" not in around.after[1:2]
    if around.verb in UNKNOWN:
        return Status.NOT_SAID
    if not (
        around.reaches(NOT)
        or behind
        or NO_ONE.match(name)
        or NOT_THAT.search(around.lead)
        or (not around.head and NOT.search(" ".join(around.cue)))
    ):
        return None
    return Status.DENIED if act is Act.THOUGHT and around.verb not in KNOWING else Status.NOT_SAID


def _denied(around: Clause, text: str, content: Sequence[Span]) -> Status | None:
    cue = " ".join((around.head, *around.after))
    rejected = CLAIM.match(cue.removeprefix(around.head)) or CLAIM.match(content[0].of(text))
    if (
        around.verb in DENYING
        or around.verb in DENIALS
        or around.reaches(DENIED_DOING)
        or SAID_NO.search(cue)
        or RULED_OUT.search(cue)
    ):
        return Status.DENIED
    outright = around.verb in ("reject", "dismiss") and content[0].of(text).startswith("that ")
    return Status.DENIED if around.verb in REJECTING and (rejected or outright) else None


def _infinitive(around: Clause, name: str) -> Status | None:
    """Hypothetical behind a bare "to", unless it follows what was done: "went on to say"."""
    cue = around.before[around.start :]
    own = [word for word in cue if word != "to" and not word.endswith("ly")]
    starts = around.cue[:1] == ("to",) or (not own and TO.search(around.lead) is not None)
    base = not around.head or around.head == around.verb
    lead = " ".join((*around.before[: around.start], "to")) if around.cue[:1] == ("to",) else around.lead
    return Status.HYPOTHETICAL if starts and base and not DID_SO.search(lead) and not FIRST.search(name) else None
