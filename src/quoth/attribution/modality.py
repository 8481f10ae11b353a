"""English words around a reporting word that take it back: negation, refusal, condition, question, future, denial.

Patterns run over Clause's lower-case words, contractions undone. Those made by `pattern` are asked for with
Clause.reaches, which lets adverbs stand between; those that end in $ must end just before the reporting word.
"""

from __future__ import annotations

import re

from quoth.attribution.clause import CONTENT, MENTION, Clause
from quoth.attribution.forms import words


def pattern(*lines: str) -> re.Pattern[str]:
    """Whole words that one of the lines matches."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(lines)})(?![\w-])")


# A negation or a modal that takes nothing back: "made no secret of", "could not help saying", "would later say".
MERELY_WORDED = pattern(
    r"no (?:secret|apolog\w+|bones|doubt|illusions?|hesitation|uncertain|less|surprise)",
    r"(?<!can )not (?:only|just|merely|minc\w+)",
    r"(?:not|never) (?:hesitat\w+|stop\w*|tir\w+|shy|shied|afraid|forgotten|forgot)",
    r"can not (?:help|stress|wait)|could not (?:help|resist|wait|agree)|could not (?:be )?more|never (?:miss|seem)\w*",
    r"(?:can|could|do|does|did) not (?:hide|conceal|contain)|would say only|would only say",
    r"(?:would|should) (?:have )?(?:liked?|love|rather(?! not)|prefer(?! not))",
    r"would (?:often|always|later|regularly|sometimes|frequently|go on|soon)",
    r"not without|nothing but|goes without|needless to|it is fair to",
)
SURELY = pattern(
    rf"(?:i|we|{MENTION}) (?:can tell you|(?:have to|must|got to|can only) (?:say|admit|confess|concede|agree))"
)

# -- conditions and questions
IF = re.compile(
    r"(?:^|[^\w])(?<!even )(?:if|unless|whether|in case|in the event|suppose|supposing|assuming|lest|as though"
    rf"|provided that|let s|let us|let {MENTION}|only when|why not)(?!\w)(?:(?! but\b)[^,;:.()—–-])*$"
)
LET_US = re.compile(r"let[’']s", re.IGNORECASE)
PERHAPS = re.compile(r"(?:^|\s)(?:maybe|perhaps|possibly|conceivably)(?: [^\s,]+){0,4}$")
# With the present tense: "once he says", "when a man says", "it will end when they say".
WHEN = re.compile(
    r"\b(?:once|until|whenever|when (?:an?|someone|somebody|people|you|one)|(?:will|would) [^,;:.]*when)"
    r"\b[^,;:.()—–-]*$"
)
A_MAN = re.compile(r"(?:an?|someone|somebody|people|you|one)\b", re.IGNORECASE)
WHEN_HE = re.compile(rf"\bwhen {MENTION} (?:\w+ly )?$")
SUPPOSING = re.compile(r"\b(?:would|could|might)\b")
WANTED = re.compile(rf"\b(?:need|seek|want|lack|court|await|crave)s? (?:{MENTION}|his|her|their|its|our|your)$")
INVERTED = re.compile(  # "did she ever say", "nor has he said"
    r"(?:^|[,;:—–-] |(?:^|\s)(?:nor|neither|what|why|how|who|whom|when|where|which|only|never|nowhere|and|but|or|so"
    r"|then) )(?:do|does|did|has|have|had|is|are|was|were|will|would|could|can|should|might|may|must)(?: not)?"
    rf" (?:{MENTION}|he|she|they|it|you|we|i|anyone|anybody|(?:the |a )?\w+)"
    r"(?: \w+ly| ever| really| also| to| have| be)*$"
)
NOR = re.compile(r"\b(?:nor|neither|never|nowhere|no longer|at no point|not once) \w+ [^,;]*$")
SAY_THAT = re.compile(rf"^(?:say|suppose|imagine)(?: that)? (?:\w+ )?{MENTION}")
WHETHER_AND = re.compile(r"\bwhether\b.*\band$")  # "has not said whether ... and declined": no condition
SUPPOSED = re.compile(  # "should he say", "were he to"
    rf"(?:^|[,;] )(?:should|were|had) (?:{MENTION}|\w+)(?: to)?$|\bshould {MENTION}(?: \w+ly)?$"
)
ALL_IT_TAKES = re.compile(rf"\ball (?:{MENTION}|\w+) (?:have|has|need|needs) to do is\b[^;:.]*$")
# "Calling it a moan is never right": nobody in particular does it
AS_SUBJECT = re.compile(rf"(?:\w+ )?{CONTENT} (?:\w+ly )?(?:is|are|was|were|would|can|could|will|may|might|should)\b")
MAY = pattern(
    r"would|could|might|can|should|must|ought to|ha[sv]e? to|needs? to|supposed to|allow\w* to|free to|reason to",
    r"(?<!in )(?<!since )(?<!last )(?<!of )may",  # the month speaks of the past
    r"consider\w*|mull\w*|think\w* (?:about|of)|(?:easy|hard|difficult|fun|tempting|wrong|right) to",
)
# "will be unable to turn on them and accuse": nothing is said, nor refused
UNABLE = pattern(r"will (?:not be able|be unable) to|would (?:not be able|be unable) to")
# "would defy the whip and throw": what precedes the first verb holds for the second too
SHARED = re.compile(
    r"(?:(?P<may>\b(?:would|could|might|may|should|must|can|have to|(?:will be )?unable to|will not be able to))"
    rf"|\bwill|\bshall)\b(?:(?! {MENTION} | that | which | who | to say )[^;:.()])*"
    r" (?:and|or)(?: \w+ly| then| even| also)?$"
)
CAN_NOT = pattern(r"(?:can|could) (?:not|never)")
MEANS = re.compile(  # "it would require the mayor to say"
    r"\b(?:would|could|might|may|will) (?:require|mean|involve|force|prompt|lead|allow|see|have|make|take|get|be)"
    r"(?: [^\s,;]+){0,3}$"
)
WHO_EVER = re.compile(rf"\b(?:people|anyone|anybody|someone|somebody|everyone|those|any \w+) {MENTION}$")
ANYONE = re.compile(r"(?:any|anyone|anybody|whoever|everyone who|no matter who)\b", re.IGNORECASE)
WONDERING = words("ask wonder question query inquire enquire")

# -- refusal
REFUSED = pattern(
    r"refus\w+(?: to| of)?|declin\w+(?: to)?|unwilling(?:ness)?(?: to)?|not (?:prepared|willing|ready) to",
    r"reluctan\w+ to|loath to|balk\w+ at|resist\w+ calls to",
)
REFUSING = words("refuse decline refusal")
NOT_REFUSED = pattern(r"(?:not|never) (?:refus|declin)\w+")
WILL_NOT = pattern(
    r"(?:am|m|is|s|are|re|was|were) not (?:going|about) to|(?:will|would|could) neither|(?:will|would) (?:not|never)"
)
PREFER_NOT = pattern(r"would (?:\w+ )?(?:rather|prefer) not")

SO_FAR_AS = re.compile(r"\bso far as\b")
WOULD_SAY = pattern("would|will")
ON_RECORD = words("say comment discuss confirm deny talk speak answer elaborate explain reveal name identify disclose")

# -- the future
WILL = pattern(
    r"will|shall|going to|gonna|(?:is|are|was|were|s|re|am) (?:\w+ly )?to|about to|due|due to|expected to",
    r"(?:set|poised|scheduled|slated) to|(?<!more )(?<!less )(?:un)?likely to|plan\w* (?:to|on)|intend\w* to",
    r"intention to|aim\w* to|prepar\w+ to|(?:vow|promis|threaten|agree|pledg|offer)\w* to",
)
SHALL_HEAR = re.compile(
    r"\b(?:will|set to|due to|going to|scheduled to) (?:hear|make|give|deliver|need) (?:\w+ ){0,2}$"
)
# "plans to call on", "is expected to announce": what is to be said
SPEECH_AHEAD = re.compile(
    r"to (?:\w+ly )?(?:say|tell|announce|call (?:on|for)|report|brief|address|urge|ask|present|propose|unveil"
    r"|declare|demand|argue|warn|promise|criticise|criticize|discuss|speak|testify|lay out|outline)\b"
)
TIMETABLE = pattern(r"scheduled|slated|due|set|poised|bound")

# -- negation
NOT = pattern(
    r"not|never|no|none|nor|neither|nothing|without|nobody|hardly|scarcely|barely|rather than|instead of|no longer",
    r"yet to|fail\w* to|failure to|neglect\w* to|omit\w* to|forg[eo]t\w* to|unable to|inability to|avoid\w*",
    r"refrain\w* from|short of|put off|far from|stop\w*|can not|could not|longer|lack(?:s|ed|ing)?(?: of)?|mum",
)
BEFORE = re.compile(rf"\bbefore {MENTION} (?:had|has|have|could)(?: \w+ly| even| ever)?$")
NOT_WHAT = re.compile(rf"\b(?:not|hardly|scarcely)(?: \w+ly)? (?:what|{CONTENT}) {MENTION}$")
NO_PROOF = re.compile(  # "offered no proof that", "gave no details of"
    r"no (?:\w+ )?(?:proof|evidence|detail|explanation|comment|reason|word|hint|indication|sign|timetable|apology"
    r"|answer|figure|date|clue|specifics?|opinion|response|reply)s?\b"
)
LEFT_OPEN = re.compile(r"\b(?:left|leaves?|leaving) (?:it )?open\b")
WHICH_WAY = re.compile(r"(?:who|whether|what|when|where|how|why|which|if)\b", re.IGNORECASE)
NOT_TO = ("not", "to")  # "decided not to renew": decided
NOT_THAT = re.compile(rf"\bnot (?:that|because) (?:{MENTION}|he|she|they|we|i)$")
NO_ONE = re.compile(  # "No 10", where a prime minister lives, speaks; so does "Nobody’s Child"
    r"(?:no(?!\.? ?\d)|none|neither|nobody|nor|few|not (?:every\w*|all|many|one))\b(?![’'])|no[ -]one\b(?![’'])",
    re.IGNORECASE,
)
UNKNOWN = words("unclear unaware unsure uncertain unknown undecided")
KNOWING = words("know aware clear sure certain idea understand understanding remember hear notice mind figure")

# -- denial
DENYING = words(
    "deny dispute refute rebut disavow disclaim contradict repudiate debunk doubt disbelieve denial rebuttal"
)
NOT_TRUE = words("accept agree recognise buy concede believe share")  # with a negation: denied, not unsaid
NOT_GUILTY = re.compile(r"\bnot guilty\b|cast\w* doubt|not buy(?:ing)?\b")
DENIED_DOING = pattern(r"den(?:y|ies|ied|ying)(?: ever)?")
RULED_OUT = re.compile(r"\brul\w+ out\b")
SAID_NO = re.compile(r"^(?:say|says|said|saying) no to\b")
REJECTING = words(
    "reject dismiss rebuff bristle contest counter shrug brush knock shoot challenge rubbish scotch quash pooh-pooh"
    " scoff sneer mock ridicule deride"
)
CLAIM = re.compile(  # what can only be denied by rejecting it; a bid or a plan is turned down
    r"(?:[\w.’'-]+ ){1,6}?(?:consensus|conclusion|finding|assessment|claim|view|idea|notion|theory)s? that\b"
    r"|(?:\W|the|a|any|all|at|his|her|their|its|such|those|these|this|that|as|out|off|down|away|\w+[’']s|\w+ly|recent|new"
    r"|false|media|press|earlier|wild)*\W*(?:claim|notion|idea|suggestion|allegation|accusation|assertion|charge|report"
    r"|rumou?r|speculation|argument|theory|theories|insinuation|implication|contention|comparison|criticism"
    r"|talk|link|involvement|responsibility|wrongdoing|blame|concern|fear)s?\b",
    re.IGNORECASE,
)

# -- "to" before the reporting word
TO = re.compile(r"(?:^|\s)to(?: \w+ly)?$")
DID_SO = re.compile(  # "went on to say", "quick to praise", "used the debate to attack": it was done
    r"\b(?:continu|beg[aiu]n|start|w[eo]nt on|go(?:es)? on|going on|came|come|proceed|seem|appear|tend|attempt"
    r"|tr(?:y|ies|ied|ying)\b|s(?:eek|ought)|struggl|manag|cho(?:os|s)e|us(?:e|es|ed|ing)\b|had\b|forced|quick|first"
    r"|last\b|only\b|one of|latest|happen|to+k|turn|rush|rose|paus|mov|bold|correct|eager|inclined|willing|bother|keen"
    r"|proud|happy|compell|prompt|enough|taken|went)\S*(?: [^\s,;]+){0,8} to(?: \w+ly)?$"
)
CAME_TO = re.compile(  # "envoys gathered on Friday to discuss", "he defied the whip to support": done for that end
    rf"{MENTION} (?:\w+ )?(?:gather|met\b|meet|spoke|defi|broke|telephon|phon|rang|wrote|appear|join|stood|return"
    rf"|assembl|conven|emerg|travel|flew|rall|post|tweet|e-?mail)[^\s{MENTION}]*"
    rf"(?: [^\s,;{MENTION}]+){{0,8}} to(?: \w+ly)?$"
)
FIRST = re.compile(r"\b(?:first|last|latest|earliest|only|one of)\b", re.IGNORECASE)


PRONOUN = re.compile(r"(?:it|that|this|them)", re.IGNORECASE)


def rejects_a_claim(around: Clause, content: str) -> bool:
    """Whether what is rejected is a claim, and so denied: "rejected suggestions that", "dismissed that"."""
    if around.verb not in REJECTING:
        return False
    outright = around.verb in ("reject", "dismiss") and (
        content.startswith(("that ", "as "))
        or " as “" in content
        or PRONOUN.fullmatch(content.rstrip(".,"))
        or around.after[:1] == ("as",)
    )
    return bool(outright or CLAIM.match(" ".join(around.after)) or CLAIM.match(content))


def offers_none(around: Clause, content: str) -> bool:
    """Whether what is given is none: "offered no proof that", "gave no details"."""
    return bool(NO_PROOF.match(" ".join(around.after)) or NO_PROOF.match(content.lower()))
