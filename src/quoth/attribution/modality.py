"""English words around a reporting word that take it back: negation, refusal, condition, question, future, denial.

Patterns run over Clause's lower-case words, contractions undone. Those made by `pattern` are asked for with
Clause.reaches, which lets adverbs stand between; those that end in $ must end just before the reporting word.
"""

from __future__ import annotations

import re

from quoth.attribution.clause import MENTION, Clause
from quoth.attribution.forms import words


def pattern(*lines: str) -> re.Pattern[str]:
    """Whole words that one of the lines matches."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(lines)})(?![\w-])")


# A negation or a modal that takes nothing back: "made no secret of", "could not help saying", "would later say".
MERELY_WORDED = pattern(
    r"no (?:secret|apolog\w+|bones|doubt|illusions?|hesitation|uncertain|less|surprise)",
    r"(?<!can )not (?:only|just|merely|minc\w+)",
    r"(?:not|never) (?:hesitat\w+|stop\w*|tir\w+|shy|shied|afraid|forgotten|forgot)",
    r"can not (?:help|stress|wait)|could not (?:help|resist|wait|agree)|could not (?:be )?more",
    r"would (?:like|love|rather(?! not)|prefer(?! not)|often|always|later|regularly|sometimes|frequently|go on|soon)",
    r"not without|nothing but|goes without|needless to|it is fair to",
)
SURELY = pattern(rf"(?:i|we|{MENTION}) (?:have to|must|got to|can only) (?:say|admit|confess|concede|agree)")

# -- conditions and questions
IF = re.compile(
    r"(?:^|[^\w])(?<!even )(?:if|unless|whether|in case|in the event|suppose|supposing|assuming|lest|as though"
    rf"|provided that|let s|let us|let {MENTION}|only when|why not)(?!\w)(?:(?! but )[^,;:.()—–-])*$"
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
SUPPOSED = re.compile(rf"(?:^|[,;] )(?:should|were|had) (?:{MENTION}|\w+)(?: to)?$")  # "should he say", "were he to"
MAY = pattern(
    r"would|could|might|can|should|must|ought to|ha[sv]e? to|needs? to|supposed to|allow\w* to|free to|reason to",
    r"(?<!in )(?<!since )(?<!last )(?<!of )may",  # the month speaks of the past
    r"consider\w*|mull\w*|think\w* (?:about|of)|(?:easy|hard|difficult|fun|tempting|wrong|right) to",
)
CAN_NOT = pattern(r"(?:can|could) (?:not|never)")
MEANS = re.compile(  # "it would require the mayor to say"
    r"\b(?:would|could|might|may|will) (?:require|mean|involve|force|prompt|lead|allow|see|have|make|take|get|be)"
    r"(?: [^\s,;]+){0,3}$"
)
ANYONE = re.compile(r"(?:any|anyone|anybody|whoever|everyone who|no matter who)\b", re.IGNORECASE)
WONDERING = words("ask wonder question query inquire enquire")

# -- refusal
REFUSED = pattern(
    r"refus\w+(?: to| of)?|declin\w+(?: to)?|unwilling(?:ness)?(?: to)?|not (?:prepared|willing|ready) to",
    r"reluctan\w+ to|loath to|balk\w+ at|resist\w+ calls to",
)
REFUSING = words("refuse decline refusal")
NOT_REFUSED = pattern(r"(?:not|never) (?:refus|declin)\w+")
WILL_NOT = pattern(r"(?:will|would|could) neither|(?:will|would) (?:not|never)")
PREFER_NOT = pattern(r"would (?:\w+ )?(?:rather|prefer) not")

# -- the future
WILL = pattern(
    r"will|shall|going to|gonna|(?:is|are|was|were|s|re|am) (?:\w+ly )?to|about to|due|due to|expected to",
    r"(?:set|poised|scheduled|slated) to|(?<!more )(?<!less )(?:un)?likely to|plan\w* (?:to|on)|intend\w* to",
    r"intention to|aim\w* to|prepar\w+ to|(?:vow|promis|threaten|agree|pledg|offer)\w* to",
)
SHALL_HEAR = re.compile(
    r"\b(?:will|set to|due to|going to|scheduled to) (?:hear|make|give|deliver|need) (?:\w+ ){0,2}$"
)
TIMETABLE = pattern(r"scheduled|slated|due|set|poised|bound")

# -- negation
NOT = pattern(
    r"not|never|no|none|nor|neither|nothing|without|nobody|hardly|scarcely|barely|rather than|instead of|no longer",
    r"yet to|fail\w* to|failure to|neglect\w* to|omit\w* to|forg[eo]t\w* to|unable to|inability to|avoid\w*",
    r"refrain\w* from|short of|put off|far from|stop\w*|can not|could not|longer|lack(?:s|ed|ing)?(?: of)?|mum",
)
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
DENIED_DOING = pattern(r"den(?:y|ies|ied|ying)(?: ever)?")
RULED_OUT = re.compile(r"\brul\w+ out\b")
SAID_NO = re.compile(r"^(?:say|says|said|saying) no to\b")
REJECTING = words("reject dismiss rebuff contest counter shrug brush knock shoot challenge rubbish scotch quash")
CLAIM = re.compile(  # what can only be denied by rejecting it; a bid or a plan is turned down
    r"(?:\W|the|a|any|all|his|her|their|its|such|those|these|this|that|as|out|off|down|away|\w+[’']s|\w+ly|recent|new"
    r"|false|media|press|earlier|wild)*\W*(?:claim|notion|idea|suggestion|allegation|accusation|assertion|charge|report"
    r"|rumou?r|speculation|argument|theory|theories|insinuation|implication|contention|comparison|criticism)s?\b",
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
FIRST = re.compile(r"\b(?:first|last|latest|earliest|only|one of)\b", re.IGNORECASE)


def rejects_a_claim(around: Clause, content: str) -> bool:
    """Whether what is rejected is a claim, and so denied: "rejected suggestions that", "dismissed that"."""
    if around.verb not in REJECTING:
        return False
    outright = around.verb in ("reject", "dismiss") and content.startswith("that ")
    return outright or bool(CLAIM.match(" ".join(around.after)) or CLAIM.match(content))
