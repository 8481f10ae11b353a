"""Which steps are told beside a statement, and which are still in force from one of its speaker's before.

Rules, not weights: cross-fitted on the train part a logistic regression over the same phrases reached F 44 for outlets
and 32 for audiences, for want of examples (116 and 119 statements in 50 articles); see training/fit_routes.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence

from quoth.domain import Manner, Part
from quoth.routes.candidates import Candidate
from quoth.routes.features import ASKS, PRONOUN, Field, gap, is_own
from quoth.routes.ground import Ground
from quoth.routes.vocabulary import ASKING, EMITTING, TELLS

Steps = dict[int, list[Candidate]]

NEAR_SENTENCES = 3  # how long "told CNN" stays in force for its speaker, where nobody else speaks between
INTERVIEWED = frozenset("interview interviews podcast sit-down spoke".split())
SPOKEN_WITH = frozenset(("told", "with", "on"))
RELAYED = frozenset(("published by", "reports", "according"))  # ways of an outlet that quotes another
RELAYING = frozenset(("told", "with", "according", "published by", "on", "via", "through"))
NOT_PRINT = frozenset("spokesman spokeswoman spokesperson executive ceo drama show series".split())
PRINT = frozenset(
    "report story article editorial reporter columnist correspondent analysis piece column interview host anchor profile investigation reporters "
    "review op-ed essay website exclusive in and on by also's which editor writer journalist commentator contributor blogger itself staff".split()
)
OF_STAFF = frozenset("for at of from who".split())  # "an editor for the Post" speaks for himself
WRITTEN_IN = re.compile(r"\b(?:wr[oi]te|written|published|op-ed|column|editorial|essay|article|letter|printed|told|interview|appear|reports?|story|stories|piece|profile|quoted)", re.IGNORECASE)
SPOKE = re.compile(r"\b(?:spoke|speaking|speaks|spoken|talk(?:ed|ing|s)?|interview|remarks|comments|said|statement)\b[^.;]{0,30}$", re.IGNORECASE)


def told_to_an_outlet(ground: Ground, field: Field) -> set[int]:
    """The statements whose own words tell the outlet that they were said to."""
    direct = {n: _outlets_beside(ground, field, n) for n in range(len(ground.statements))}
    return {n for n, told in direct.items() if any(one.lead in SPOKEN_WITH for one in told)}


def outlets_told(ground: Ground, field: Field, moved: Container[int] = ()) -> Steps:
    """For each statement the outlets through which it came. `moved`: statements at whose place another occasion is told."""
    direct = {n: _outlets_beside(ground, field, n) for n in range(len(ground.statements))}
    direct |= _within_reports(ground, direct)
    for number in range(len(ground.statements)):
        if not direct[number]:
            direct[number] = [field.candidates[place] for place in _set_before(ground, field, number) if field.candidates[place].lead in SPOKEN_WITH][:1]
    return _carried(ground, direct, lambda one: _is_interview(ground, one), moved)


def hearers_told(ground: Ground, field: Field) -> Steps:
    """For each statement to whom it was said."""
    direct = {n: _hearers_beside(ground, field, n) for n in range(len(ground.statements))}
    for number in range(len(ground.statements)):
        if not direct[number]:
            direct[number] = [field.candidates[place] for place in _set_before(ground, field, number) if _spoken_to(ground, field.candidates[place])][:1]
    return _carried(ground, direct, lambda one: False, near=1)


def _set_before(ground: Ground, field: Field, number: int) -> list[int]:
    """The phrases of a sentence without a statement that names the speaker right before: "Orr met reporters. He said …"."""
    here = ground.sentences[number]
    out = []
    for place in field.reach(number):
        one = field.candidates[place]
        alone = field.owners[place] is None and not field.inside[place] and not ground.told_in(one.sentence)
        if alone and 0 < here - one.sentence <= 2 and (ground.named_in(number, one.sentence) or _takes_up(ground, number, one.sentence)):
            out.append(place)
    return out[::-1]


def _opens_before(ground: Ground, field: Field, number: int) -> list[int]:
    """The phrases that open the sentence right before, in the same paragraph, where nothing is said in it: "At the fair, both spoke."."""
    out = []
    for place in field.reach(number):
        one, here = field.candidates[place], ground.sentences[number]
        sentence = ground.prose.sentences[one.sentence]
        near = here - one.sentence == 1 and sentence.paragraph == ground.prose.sentences[here].paragraph
        if near and one.span.start - sentence.span.start < 60 and field.owners[place] is None and not field.inside[place]:
            out.append(place)
    return out


def _takes_up(ground: Ground, number: int, sentence: int) -> bool:
    """Whether a pronoun speaks and the sentence just before begins with a person's name."""
    mention = ground.statements[number].mention
    if mention is None or ground.sentences[number] - sentence != 1 or not PRONOUN.fullmatch(mention.of(ground.text)):
        return False
    start = ground.prose.sentences[sentence].span.start
    return any(name.sentence == sentence and name.span.start - start < 25 for name in ground.names)


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
    return _reaches(ground, field, number, place)


def _reaches(ground: Ground, field: Field, number: int, place: int) -> bool:
    """Whether the phrase of the statement's own sentence is told of it: nearest to it or its speaker's, or before all that is said."""
    owner, one = field.owners[place], field.candidates[place]
    if owner is None or owner == number:
        return True
    told = ground.told_in(one.sentence)
    low, high = sorted((one.span.start, ground.anchors[number].start))
    between = [n for n in told if n != number and low < ground.anchors[n].start < high]
    if ground.same_speaker(number, owner) is True and all(n == owner for n in between) and one.span.start < ground.anchors[number].start:
        return True  # "told CNN that …, adding"
    starts = [span.start for n in told for span in (ground.anchors[n], ground.statements[n].mention) if span is not None]
    return one.span.end <= min(starts) or _asks(ground, owner)


def _asks(ground: Ground, number: int) -> bool:
    """Whether the statement is a question that nobody is said to ask: "when asked about tolls"."""
    one = ground.statements[number]
    return one.mention is None and one.cue is not None and bool(re.search(r"\basked\b", one.cue.of(ground.text), re.IGNORECASE))


def _speaks(ground: Ground, number: int, one: Candidate) -> bool:
    """Whether the mention is the outlet's own, or its person's: "the Times", "The Blaze's Walsh", "a story in the Times"."""
    mention = ground.statements[number].mention
    if mention is None:
        return False
    before = ground.text[mention.start : max(mention.start, one.span.start)].lower().split()
    after = ground.prose.after(one.span.end)
    ends = one.span.end >= mention.end - 1 or one.lead == "possessive" or not after or after[0].span.start >= mention.end
    if not ends and after[0].lower in NOT_PRINT or (not ends and not after[0].capital and ground.text[one.span.end] == " " and after[0].lower not in PRINT):
        return False
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
            named = 0 <= distance <= 2 and statement.manner is Manner.DIRECT and _names_speaker(ground, number, other)
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
    on_air = one.lead == "on" or one.lead == "possessive" and bool(before & {"on", "to", "with"})
    return on_air or one.lead in ("with", "to") and bool(before & INTERVIEWED)


def _carried(
    ground: Ground, direct: Steps, lasts: Callable[[Candidate], bool], moved: Container[int] = (), near: int = NEAR_SENTENCES
) -> Steps:
    """The direct steps, and for each statement without one those of its speaker's statement before it that are still in force."""
    order = sorted(range(len(ground.statements)), key=lambda n: ground.anchors[n].start)
    out: Steps = {}
    for place, number in enumerate(order):
        out[number] = direct[number]
        if not direct[number] or all(one.lead in RELAYED for one in direct[number]) and not _speaks_itself(ground, number, direct[number]):
            before = _still(ground, out, order[:place], number, lasts, moved, near)
            names = {one.name for one in direct[number]}
            fresh = [one for one in before if one.name not in names and (not direct[number] or one.lead not in RELAYED)]
            out[number] = [*fresh, *direct[number]]
    for number in order:
        early = ground.prose.sentences[ground.sentences[number]].paragraph <= 2
        if not out[number] and early and number not in moved:
            later = [n for n in order if direct[n] and ground.same_speaker(number, n) is True]
            only = len({direct[n][0].name for n in later}) == 1 and lasts(direct[later[0]][0])
            out[number] = direct[later[0]][:1] if only else []
    return out


def _in_caption(ground: Ground, number: int) -> bool:
    """Whether the statement stands under a picture, where nothing that was told before is in force."""
    return ground.prose.sentences[ground.sentences[number]].part is Part.CAPTION


def _speaks_itself(ground: Ground, number: int, told: Sequence[Candidate]) -> bool:
    mention = ground.statements[number].mention
    return mention is not None and any(mention.overlaps(one.span) for one in told)


def _still(
    ground: Ground, told: Steps, before: Sequence[int], number: int, lasts: Callable[[Candidate], bool], moved: Container[int], near: int
) -> list[Candidate]:
    if number in moved or _in_caption(ground, number) or _elsewhen(ground, number):
        return []
    for earlier in reversed(before):
        if _goes_on(ground, number, earlier):
            if ground.statements[number].within is not None:
                return []
            far = ground.sentences[number] - ground.sentences[earlier]
            if told[earlier] and told[earlier][0].lead == "reports" and far > 1:
                return []  # a report is quoted at once or not at all
            return told[earlier][:1] if far <= near or any(lasts(one) for one in told[earlier]) else []
        if not any(lasts(one) for other in before for one in told[other]):
            return []
    return []


def _goes_on(ground: Ground, number: int, earlier: int) -> bool:
    """Whether the speaker of `earlier` speaks on: the same, or nobody else that the text tells, right after."""
    same = ground.same_speaker(number, earlier)
    if same is not None:
        return same
    mention = ground.statements[number].mention
    nameless = mention is None or PRONOUN.fullmatch(mention.of(ground.text)) is not None
    return nameless and 0 <= ground.sentences[number] - ground.sentences[earlier] <= 2


def _elsewhen(ground: Ground, number: int) -> bool:
    """Whether the statement is of another time than the one before it, or of no time: "has often said", "In May, he said"."""
    cue = ground.statements[number].cue
    words = [word.lower for word in ground.words_of(cue)] if cue is not None else []
    if words and words[0] in PERFECT | THINKING:
        return True
    here = ground.prose.sentences[ground.sentences[number]].span
    return bool(OTHER_TIME.match(here.of(ground.text)))


PERFECT = frozenset("has have had 've 's ’s ’ve used".split())
THINKING = frozenset("hopes wants believes plans expects thinks seems fears hope want believe plan expect think hoped wanted feels feel sees".split())
OTHER_TIME = re.compile(
    r"[\"“‘']?(?:But |And |Then )?(?:In (?:(?:early|late|mid-?) ?)?(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4}|an? (?:earlier|later|separate))|"
    r"Last (?:week|month|year|spring|summer|fall|autumn|winter|night|\w+day)|Earlier|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Two|Three|Four|Five|Several|Six|A few|A) (?:\w+ )?(?:hours?|days?|weeks?|months?|years?) (?:ago|later|earlier|before|after)|"
    r"At the time|Previously|Months|Weeks|Years|For (?:months|years|weeks)|Until|Since|Separately|Meanwhile)\b"
)


def venues_told(ground: Ground, field: Field, told_elsewhere: Container[int] = ()) -> Steps:
    """For each statement the occasion or act at which it was made. `told_elsewhere`: statements with an outlet of their own."""
    return _polled(ground, field, _titled(ground, _in_force(ground, direct_venues(ground, field), told_elsewhere)))


def direct_venues(ground: Ground, field: Field) -> Steps:
    """For each statement the venue told in its own sentence, or in the one that sets the scene right before."""
    direct = {n: _venues_beside(ground, field, n) for n in range(len(ground.statements))}
    for number in range(len(ground.statements)):
        if not direct[number]:
            set_before = [field.candidates[place] for place in _set_before(ground, field, number) or _opens_before(ground, field, number)]
            direct[number] = [one for one in set_before if (_held_at(one) or one.lead in EMITTING) and one.sort != "platform"][:1]
    return direct


def _venues_beside(ground: Ground, field: Field, number: int) -> list[Candidate]:
    found = [field.candidates[place] for place in field.reach(number) if _venue_beside(ground, field, number, place)]
    found.sort(key=lambda one: (one.sort in ("sent", "platform"), abs(one.span.start - ground.anchors[number].start)))
    return found[:1]


def _venue_beside(ground: Ground, field: Field, number: int, place: int) -> bool:
    one, statement = field.candidates[place], ground.statements[number]
    if statement.cue is not None and statement.cue.overlaps(one.span):
        return one.sort in ("sent", "platform") or bool(one.determiner) or _held_at(one) or one.lead in EMITTING
    if statement.mention is not None and statement.mention.overlaps(one.span):
        return _is_head_of(ground, number, one)
    if one.sentence != ground.sentences[number] or any(span.overlaps(one.span) for span in statement.content):
        return False
    if not _reaches(ground, field, number, place):
        return False
    if set(field.inside[place]) - {number}:
        return False
    if one.sort in ("sent", "platform"):
        return one.lead != "of"
    if one.lead in ("of", "about", "for", "against", "after", "before", "since", "like", "than", "over", "between", "because", "and"):
        return False
    if WHICH.match(ground.text[one.span.end : ground.anchors[number].start]):
        return True
    if one.lead in EMITTING:
        return gap(one.span, ground.anchors[number]) <= MAX_EMITTING
    return _held_at(one) or one.determiner in ("his", "her", "their", "'s") and one.sort in ("speech", "document", "statement")


WHICH = re.compile(r"[^.;]{0,40}?,? (?:in|at|during|on) which\b|[^.;]{0,25}, where\b")
MAX_EMITTING = 40  # characters between "released a memo" and what it says


def _held_at(one: Candidate) -> bool:
    """Whether the small word before the phrase says that something was said there."""
    if one.lead in ("in", "at", "during", "via", "through", "out"):
        return not (one.lead == "at" and one.sort in ("document", "study", "poll"))
    if one.lead == "on":
        return one.sort in ("meeting", "interview", "video", "post", "platform", "sent")
    if one.lead == "from":
        return one.sort == "meeting"
    return one.lead == "by" and one.sort == "mail"


def _is_head_of(ground: Ground, number: int, one: Candidate) -> bool:
    """Whether the mention speaks of the paper itself, or through it: "the poll", "a study by Dorn", "the order released Friday"."""
    mention = ground.statements[number].mention
    if mention is None or one.sort in ("crowd", "meeting", "interview") and one.lead not in HELD_AT and "panel" not in one.name.lower():
        return False
    before = ground.text[mention.start : max(mention.start, one.span.start)]
    return "," not in before and not re.search(r"\b(?:of|for|who|with|at|behind)\s(?:the |an? )?$", before)


HELD_AT = frozenset("in at during on via through from by to under throughout out".split())
STILL = {"interview": 14, "speech": 14, "meeting": 14, "crowd": 6, "statement": 4, "document": 5, "mail": 5, "video": 5, "sent": 2, "platform": 2, "post": 3, "study": 3, "poll": 3}


MAX_LEAD = 2  # the paragraphs that tell what a report is about
MAX_SHARED = 12  # sentences from where a debate is told to the last that is said in it
SHARED = frozenset("debate panel hearing forum roundtable round-table trial inquest tribunal session summit".split())


def _is_shared(one: Candidate) -> bool:
    """Whether many speak there, each in turn."""
    return one.paragraph <= MAX_LEAD and any(word in SHARED for word in one.name.lower().split()[:4]) and _held_at(one)


def _stays(one: Candidate) -> int:
    """How many sentences the venue stays in force for its speaker."""
    plural = one.name.lower().split()[0].endswith("s") and " " not in one.name
    return 0 if plural and one.sort in ("interview", "speech", "crowd", "meeting") and one.name.lower() != "remarks" else STILL[one.sort]


def _in_force(ground: Ground, direct: Steps, told_elsewhere: Container[int]) -> Steps:
    """The direct venues, and those of the speaker's statement before it that are still in force."""
    order = sorted(range(len(ground.statements)), key=lambda n: ground.anchors[n].start)
    out: Steps = {}
    since: dict[int, int] = {}  # the statement where the venue was told
    for place, number in enumerate(order):
        out[number], since[number] = direct[number], number
        stays = not direct[number] and number not in told_elsewhere and not _in_caption(ground, number)
        earlier = None if not stays else _holding(ground, out, since, order[:place], number)
        if earlier is not None:
            out[number], since[number] = out[earlier], since[earlier]
    return out


def _holding(ground: Ground, told: Steps, since: Mapping[int, int], before: Sequence[int], number: int) -> int | None:
    """The statement before whose venue is still in force: its speaker's last one, or any at a debate."""
    interrupted = False
    if _elsewhen(ground, number):
        return None
    for earlier in reversed(before):
        far = ground.sentences[number] - ground.sentences[earlier]
        whole = ground.sentences[number] - ground.sentences[since[earlier]]
        if _goes_on(ground, number, earlier):
            if not told[earlier]:
                return None
            limit = _stays(told[earlier][0])
            return earlier if (far <= 3 and whole <= limit if interrupted else whole <= limit + 6 * (limit > 6)) else None
        if told[earlier] and _is_shared(told[earlier][0]) and far <= 3 and whole <= MAX_SHARED:
            return earlier
        if far > 8:
            return None
        interrupted = True
    return None


WHOLE = frozenset("interview speech meeting statement crowd poll study".split())  # what a whole report may be about


def _titled(ground: Ground, told: Steps) -> Steps:
    """A headline's statement was made where its speaker's first statement below it was."""
    for number, statement in enumerate(ground.statements):
        paragraph = ground.prose.sentences[ground.sentences[number]].paragraph
        if told[number] or paragraph > 1 or statement.mention is None or _elsewhen(ground, number):
            continue
        later = [n for n in range(len(ground.statements)) if ground.anchors[n].start > ground.anchors[number].start and ground.same_speaker(number, n)]
        first = next((n for n in later if told[n] and told[n][0].sort in WHOLE), None)
        if len({told[n][0].name for n in later if told[n] and told[n][0].sort == "interview"}) > 1:
            continue  # which of two interviews the headline is about is not told
        if first is not None and ground.prose.sentences[ground.sentences[first]].paragraph <= paragraph + 3:
            told[number] = told[first]
    return told


def _polled(ground: Ground, field: Field, told: Steps) -> Steps:
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
        before = [one for one in polls if one.sentence <= ground.sentences[number] and one.name.lower().split()[-1] == often]
        told[number] = [before[-1] if before else polls[0]]
    return told


PUBLIC = re.compile(r"(?:\w+ ){0,4}(?:voters|Americans|adults|Republicans|Democrats|residents|women|men|people|Britons|Democratics)\b")
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
