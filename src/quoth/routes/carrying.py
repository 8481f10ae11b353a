"""Which steps are told beside a statement, and which are still in force from one of its speaker's before.

Rules, not weights: cross-fitted on the train part a logistic regression over the same phrases reached F 44 for outlets
and 32 for audiences, for want of examples (116 and 119 statements in 50 articles); see training/fit_routes.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quoth.routes.candidates import Candidate
from quoth.routes.features import ASKS, Field, is_own
from quoth.routes.ground import Ground
from quoth.routes.vocabulary import ASKING, EMITTING, TELLS

Steps = dict[int, list[Candidate]]

NEAR_SENTENCES = 3  # how long "told CNN" stays in force for its speaker, where nobody else speaks between
INTERVIEWED = frozenset("interview interviews podcast sit-down spoke".split())
RELAYING = frozenset(("told", "with", "according", "published by", "on", "via", "through"))
OF_STAFF = frozenset("for at of from who".split())  # "an editor for the Post" speaks for himself
WRITTEN_IN = re.compile(r"\b(?:wr[oi]te|written|published|op-ed|column|editorial|essay|article|letter|printed|told|interview|appear)", re.IGNORECASE)
SPOKE = re.compile(r"\b(?:spoke|speaking|speaks|spoken|talk(?:ed|ing|s)?|interview|remarks|comments|said|statement)\b[^.;]{0,30}$", re.IGNORECASE)


def outlets_told(ground: Ground, field: Field, article_wide: bool = True) -> Steps:
    """For each statement the outlets through which it came."""
    direct = {n: _outlets_beside(ground, field, n) for n in range(len(ground.statements))}
    direct |= _within_reports(ground, direct)
    return _carried(ground, direct, lambda one: article_wide and _is_interview(ground, one))


def hearers_told(ground: Ground, field: Field) -> Steps:
    """For each statement to whom it was said."""
    direct = {n: _hearers_beside(ground, field, n) for n in range(len(ground.statements))}
    return _carried(ground, direct, lambda one: False)


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
    owner = field.owners[place]
    return owner is None or owner == number or ground.same_speaker(number, owner) is True


def _speaks(ground: Ground, number: int, one: Candidate) -> bool:
    """Whether the mention is the outlet's own, or its person's: "the Times", "The Blaze's Walsh", "a story in the Times"."""
    mention = ground.statements[number].mention
    if mention is None:
        return False
    before = ground.text[mention.start : max(mention.start, one.span.start)].lower().split()
    if any(word in OF_STAFF for word in before[-2:]) or "," in ground.text[mention.start : one.span.start]:
        return one.lead == "published by"
    return True


def _in_print(ground: Ground, one: Candidate) -> bool:
    """ "wrote in the Herald", "in an interview aired by", "in a Herald op-ed"."""
    before = ground.text[max(0, one.span.start - 60) : one.span.start]
    return one.lead in ("in", "for", "by") and bool(WRITTEN_IN.search(before)) or one.lead == "to" and bool(SPOKE.search(before))


def _to_crew(ground: Ground, one: Candidate) -> bool:
    """ "speaking to NBC's Hallie Jackson", "told a Herald reporter", "a CNN interview"."""
    before = [word.lower for word in ground.prose.before(one.span.start)[-3:]]
    after = [word.lower for word in ground.prose.after(one.span.end)[:3]]
    if one.lead == "possessive":
        return any(word in TELLS or word in ("to", "with", "by", "on") for word in before[-2:])
    return any(word in ("interview", "interviewer", "podcast", "broadcast", "debate") for word in after[:2])


def _within_reports(ground: Ground, direct: Steps) -> Steps:
    """What stands inside a report of an outlet came through it; so did what a person says whom the report just named."""
    out: Steps = {}
    for number, statement in enumerate(ground.statements):
        if direct[number]:
            continue
        for other in range(len(ground.statements)):
            if other == number or not direct[other] or not _is_report(ground, other, direct[other][0]):
                continue
            holder, distance = ground.statements[other], ground.sentences[number] - ground.sentences[other]
            inside = statement.within == other or holder.contains(statement)
            named = 0 <= distance <= 2 and _names_speaker(ground, number, other)
            if inside or named:
                out[number] = direct[other][:1]
    return out


def _is_report(ground: Ground, number: int, outlet: Candidate) -> bool:
    mention = ground.statements[number].mention
    return mention is not None and mention.overlaps(outlet.span)


def _names_speaker(ground: Ground, number: int, report: int) -> bool:
    called = ground.called[number]
    inside = [name for name in ground.names if any(span.contains(name.span) for span in ground.statements[report].content)]
    return any(name.key[-1] in called for name in inside)


def _is_interview(ground: Ground, one: Candidate) -> bool:
    before = {word.lower for word in ground.prose.before(one.span.start)[-4:]}
    return one.lead in ("with", "to") and bool(before & INTERVIEWED)


def _carried(ground: Ground, direct: Steps, lasts: Callable[[Candidate], bool]) -> Steps:
    """The direct steps, and for each statement without one those of its speaker's statement before it that are still in force."""
    order = sorted(range(len(ground.statements)), key=lambda n: ground.anchors[n].start)
    out: Steps = {}
    for place, number in enumerate(order):
        out[number] = direct[number] or _still(ground, out, order[:place], number, lasts)
    for number in order:
        if not out[number]:
            later = [n for n in order if direct[n] and lasts(direct[n][0]) and ground.same_speaker(number, n) is True]
            out[number] = direct[later[0]][:1] if later else []
    return out


def _still(ground: Ground, told: Steps, before: Sequence[int], number: int, lasts: Callable[[Candidate], bool]) -> list[Candidate]:
    for earlier in reversed(before):
        same = ground.same_speaker(number, earlier)
        if same is False:
            return []
        if same and ground.statements[number].within is None:
            far = ground.sentences[number] - ground.sentences[earlier]
            if told[earlier] and told[earlier][0].lead == "reports" and far > 1:
                return []  # a report is quoted at once or not at all
            return told[earlier][:1] if far <= NEAR_SENTENCES or any(lasts(one) for one in told[earlier]) else []
    return []


def venues_told(ground: Ground, field: Field) -> Steps:
    """For each statement the occasion or act at which it was made."""
    direct = {n: _venues_beside(ground, field, n) for n in range(len(ground.statements))}
    return _polled(ground, field, _titled(ground, _in_force(ground, direct)))


def _venues_beside(ground: Ground, field: Field, number: int) -> list[Candidate]:
    found = [field.candidates[place] for place in field.reach(number) if _venue_beside(ground, field, number, place)]
    found.sort(key=lambda one: (one.sort in ("sent", "platform"), abs(one.span.start - ground.anchors[number].start)))
    return found[:1]


def _venue_beside(ground: Ground, field: Field, number: int, place: int) -> bool:
    one, statement = field.candidates[place], ground.statements[number]
    if statement.cue is not None and statement.cue.overlaps(one.span):
        return True
    if statement.mention is not None and statement.mention.overlaps(one.span):
        return _is_head_of(ground, number, one)
    if one.sentence != ground.sentences[number] or any(span.overlaps(one.span) for span in statement.content):
        return False
    owner = field.owners[place]
    if not (owner is None or owner == number or ground.same_speaker(number, owner) is True):
        return False
    if set(field.inside[place]) - {number}:
        return False
    if one.sort in ("sent", "platform"):
        return one.lead != "of"
    if one.lead in ("of", "about", "for", "against", "after", "before", "since", "like", "than", "over", "between", "because", "and"):
        return False
    return one.lead in HELD_AT or one.lead in EMITTING or one.determiner in ("his", "her", "their", "'s") and one.sort in ("speech", "document", "statement")


def _is_head_of(ground: Ground, number: int, one: Candidate) -> bool:
    """Whether the mention speaks of the paper itself, or through it: "the poll", "a study by Dorn", "the order released Friday"."""
    mention = ground.statements[number].mention
    if mention is None or one.sort in ("crowd", "meeting", "interview") and one.lead not in HELD_AT and "panel" not in one.name.lower():
        return False
    before = ground.text[mention.start : max(mention.start, one.span.start)]
    return "," not in before and not re.search(r"\b(?:of|for|who|with|at|behind)\s(?:the |an? )?$", before)


HELD_AT = frozenset("in at during on via through from by to under throughout out".split())
STILL = {"interview": 14, "speech": 14, "meeting": 14, "crowd": 6, "statement": 4, "document": 5, "mail": 5, "video": 5, "sent": 2, "platform": 2, "post": 3, "study": 3, "poll": 3}


SHARED = frozenset("debate panel hearing forum roundtable round-table trial inquest tribunal session summit".split())


def _is_shared(one: Candidate) -> bool:
    """Whether many speak there, each in turn."""
    return any(word in SHARED for word in one.name.lower().split()[:4]) and one.lead in HELD_AT | {"of", "a", ""}


def _stays(one: Candidate) -> int:
    """How many sentences the venue stays in force for its speaker."""
    plural = one.name.lower().split()[0].endswith("s") and " " not in one.name
    return 1 if plural and one.sort in ("interview", "speech", "crowd", "meeting") and one.name.lower() != "remarks" else STILL[one.sort]


def _in_force(ground: Ground, direct: Steps) -> Steps:
    """The direct venues, and those of the speaker's statement before it that are still in force."""
    order = sorted(range(len(ground.statements)), key=lambda n: ground.anchors[n].start)
    out: Steps = {}
    since: dict[int, int] = {}  # the statement where the venue was told
    for place, number in enumerate(order):
        out[number], since[number] = direct[number], number
        for earlier in reversed(order[:place]) if not direct[number] else ():
            same = ground.same_speaker(number, earlier)
            if not same and out[earlier] and _is_shared(out[earlier][0]) and ground.sentences[number] - ground.sentences[earlier] <= 3:
                out[number], since[number] = out[earlier], since[earlier]
                break
            if not same:
                if ground.sentences[number] - ground.sentences[earlier] > 8:
                    break
                continue
            if out[earlier] and ground.sentences[number] - ground.sentences[since[earlier]] <= _stays(out[earlier][0]):
                out[number], since[number] = out[earlier], since[earlier]
            break
    return out


def _titled(ground: Ground, told: Steps) -> Steps:
    """A headline's statement was made where its speaker's first statement below it was."""
    for number, statement in enumerate(ground.statements):
        paragraph = ground.prose.sentences[ground.sentences[number]].paragraph
        if told[number] or paragraph > 0 or statement.mention is None:
            continue
        later = [n for n in range(len(ground.statements)) if ground.anchors[n].start > ground.anchors[number].start and ground.same_speaker(number, n)]
        first = next((n for n in later if told[n]), None)
        if first is not None and ground.prose.sentences[ground.sentences[first]].paragraph <= paragraph + 3:
            told[number] = told[first]
    return told


def _polled(ground: Ground, field: Field, told: Steps) -> Steps:
    """Shares of people who say or want something speak in the poll that the text last named, or first names."""
    polls = [one for one in field.candidates if one.sort == "poll"]
    for number, statement in enumerate(ground.statements):
        mention = statement.mention.of(ground.text) if statement.mention is not None else ""
        speaks = SHARES.search(mention) or (len(polls) >= 4 and PUBLIC.search(mention))
        if told[number] or not polls or not speaks:
            continue
        often = max(polls, key=lambda one: field.heads[one.name.lower().split()[-1]]).name.lower().split()[-1]
        before = [one for one in polls if one.sentence <= ground.sentences[number] and one.name.lower().split()[-1] == often]
        told[number] = [before[-1] if before else polls[0]]
    return told


PUBLIC = re.compile(r"\b(?:voters|Americans|adults|Republicans|Democrats|residents|women|men|people|Britons|Democratics)\b")
SHARES = re.compile(
    r"\d ?%|\b(?:percent|per cent|respondents|polled|surveyed|(?:one|two|three|four|six|seven|eight|nine|most|more than half|half|\d+) (?:in|of|out of) (?:\w+)|two-thirds|three-quarters|a (?:third|quarter|majority))\b",
    re.IGNORECASE,
)


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
    """Whether words go to the crowd, or an occasion is held with it: "wrote to his followers", "a call with reporters"."""
    before = ground.text[max(0, one.span.start - 90) : one.span.start]
    return bool(SAID_TO.search(before))


SAID_TO = re.compile(
    r"\b(?:wr[oi]te|written|said|says|spoke|speak(?:s|ing)?|spoken|talk(?:s|ed|ing)?|remarks?|comments?|statement|announced|appear(?:ed|ing)?|testif\w+|call|conference|"
    r"briefing|interview|meeting|speech|address|letter|e-?mails?|memo|message|went|shared|explained|emailed|tweeted|complained|apologi[sz]ed|confirmed|admitted|promised)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
SENT_TO = frozenset("letter letters email emails message messages memo note statement referral speaking spoke speaks interview talking".split())
