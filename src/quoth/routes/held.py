"""On what occasion, or by what act, each statement was made: in its sentence, just before, or still in force."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quoth.routes.candidates import Candidate
from quoth.routes.field import Field, gap
from quoth.routes.force import elsewhen, goes_on, in_caption
from quoth.routes.ground import Ground
from quoth.routes.polled import polled
from quoth.routes.reach import Steps, reaches, set_before
from quoth.routes.vocabulary import EMITTING, word_set

HELD_AT = word_set("in at during on via through from by to under throughout out")
STILL = {
    "interview": 14,
    "speech": 14,
    "meeting": 14,
    "crowd": 6,
    "statement": 4,
    "document": 5,
    "mail": 5,
    "video": 5,
    "sent": 2,
    "platform": 2,
    "post": 3,
    "study": 3,
    "poll": 3,
}
MAX_LEAD = 2  # the paragraphs that tell what a report is about
MAX_OPENING = 4  # and those in which the occasion of the whole article is told
MAX_SHARED = 12  # sentences from where a debate is told to the last that is said in it
SHARED = word_set("debate panel hearing forum roundtable round-table trial inquest tribunal session summit")
WHOLE = word_set("interview speech meeting statement crowd poll study")  # what a whole report may be about
WHICH = re.compile(r"[^.;]{0,40}?,? (?:in|at|during|on) which\b|[^.;]{0,25}, where\b")
MAX_EMITTING = 40  # characters between "released a memo" and what it says


def venues_told(ground: Ground, field: Field) -> Steps:
    """For each statement its occasion or act."""
    told = _in_force(ground, direct_venues(ground, field))
    return polled(ground, field, _throughout(ground, field, told))


def direct_venues(ground: Ground, field: Field) -> Steps:
    """For each statement the venue told in its own sentence, or in the one that sets the scene right before."""
    direct = {n: _venues_beside(ground, field, n) for n in range(len(ground.statements))}
    for number in range(len(ground.statements)):
        if not direct[number]:
            scene = [field.candidates[place] for place in set_before(ground, field, number)]
            direct[number] = [
                one for one in scene if (_held_at(one) or one.lead in EMITTING) and one.sort != "platform"
            ][:1]
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
    if not reaches(ground, field, number, place):
        return False
    if set(field.inside[place]) - {number}:
        return False
    if one.sort in ("sent", "platform"):
        return one.lead != "of"
    if one.lead in (
        "of",
        "about",
        "for",
        "against",
        "after",
        "before",
        "since",
        "like",
        "than",
        "over",
        "between",
        "because",
        "and",
    ):
        return False
    if WHICH.match(ground.text[one.span.end : ground.anchors[number].start]):
        return True
    if one.lead in EMITTING:
        return gap(one.span, ground.anchors[number]) <= MAX_EMITTING
    return _held_at(one) or (
        one.determiner in ("his", "her", "their", "'s") and one.sort in ("speech", "document", "statement")
    )


def _held_at(one: Candidate) -> bool:
    """Whether the small word before the phrase says that something was said there."""
    if one.lead in ("in", "at", "during", "via", "through", "out"):
        return not (one.lead == "at" and one.sort in ("document", "study", "poll"))
    if one.lead == "on":
        return one.sort in ("meeting", "interview", "video", "post", "platform", "sent")
    if one.lead in ("from", "told"):
        return one.sort == "meeting"
    return one.lead == "by" and one.sort == "mail"


def _is_head_of(ground: Ground, number: int, one: Candidate) -> bool:
    """Whether the mention speaks of the paper itself: "the poll", "a study by Dorn", "the order released Friday"."""
    mention = ground.statements[number].mention
    if mention is None or (
        one.sort in ("crowd", "meeting", "interview") and one.lead not in HELD_AT and "panel" not in one.name.lower()
    ):
        return False
    before = ground.text[mention.start : max(mention.start, one.span.start)]
    return "," not in before and not re.search(r"\b(?:of|for|who|with|at|behind)\s(?:the |an? )?$", before)


def _is_shared(one: Candidate) -> bool:
    """Whether many speak there, each in turn."""
    return one.paragraph <= MAX_LEAD and any(word in SHARED for word in one.name.lower().split()[:4]) and _held_at(one)


def _stays(one: Candidate) -> int:
    """How many sentences the venue stays in force for its speaker."""
    plural = one.name.lower().split()[0].endswith("s") and " " not in one.name
    return (
        0
        if plural and one.sort in ("interview", "speech", "crowd", "meeting") and one.name.lower() != "remarks"
        else STILL[one.sort]
    )


def _in_force(ground: Ground, direct: Steps) -> Steps:
    """The direct venues, and those of the speaker's statement before it that are still in force."""
    order = sorted(range(len(ground.statements)), key=lambda n: ground.anchors[n].start)
    out: Steps = {}
    since: dict[int, int] = {}  # the statement where the venue was told
    for place, number in enumerate(order):
        out[number], since[number] = direct[number], number
        stays = not direct[number] and not in_caption(ground, number)
        earlier = None if not stays else _holding(ground, out, since, order[:place], number)
        if earlier is not None:
            out[number], since[number] = out[earlier], since[earlier]
    return out


def _holding(ground: Ground, told: Steps, since: Mapping[int, int], before: Sequence[int], number: int) -> int | None:
    """The statement before whose venue is still in force: its speaker's last one, or any at a debate."""
    interrupted = False
    if elsewhen(ground, number):
        return None
    for earlier in reversed(before):
        far = ground.sentences[number] - ground.sentences[earlier]
        whole = ground.sentences[number] - ground.sentences[since[earlier]]
        if goes_on(ground, number, earlier):
            if not told[earlier]:
                return None
            limit = _stays(told[earlier][0])
            return (
                earlier if (far <= 3 and whole <= limit if interrupted else whole <= limit + 6 * (limit > 6)) else None
            )
        if told[earlier] and _is_shared(told[earlier][0]) and far <= 3 and whole <= MAX_SHARED:
            return earlier
        if far > 8:
            return None
        interrupted = True
    return None


def _throughout(ground: Ground, field: Field, told: Steps) -> Steps:
    """The occasion that an article opens with is in force all through it, for those who are told to speak there."""
    opening = [one for one in field.candidates if one.paragraph <= MAX_OPENING and one.sort in WHOLE and _held_at(one)]
    if not opening:
        return told
    there = {who for n, at in told.items() if at and at[0].sort == opening[0].sort for who in _speakers(ground, n)}
    return {
        n: at or (opening[:1] if there & _speakers(ground, n) and _may_be_there(ground, n) else [])
        for n, at in told.items()
    }


def _may_be_there(ground: Ground, number: int) -> bool:
    return not (elsewhen(ground, number) or in_caption(ground, number))


def _speakers(ground: Ground, number: int) -> set[int]:
    return set(ground.statements[number].speakers)
