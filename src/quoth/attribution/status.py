"""A statement's spans in its text -> whether its words stand as what the speaker said, by the clause around the cue."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.attribution import modality
from quoth.attribution.clause import MENTION, Clause
from quoth.attribution.forms import plural
from quoth.attribution.lexicon import NOUNS, VERB_FORMS
from quoth.domain import Act, Span, Status


def status(text: str, content: Sequence[Span], mention: Span | None, act: Act, around: Clause | None) -> Status:
    """How the words stand; asserted where there is no cue and so no clause around one, as in a transcript."""
    if around is None:
        return Status.ASSERTED
    if _worded(around) or (act is Act.WROTE and around.cue == ("would",)):  # "the bill would ban": it says so
        return Status.ASSERTED
    name = mention.of(text) if mention else ""
    asked = _asked(around, text, content, act)
    return asked or _conditional(around, name) or _by_cue(around, text, content, name, act)


def _by_cue(around: Clause, text: str, content: Sequence[Span], name: str, act: Act) -> Status:
    return (
        _nobody(around, name)
        or _refused(around, name, act)
        or _possible(around)
        or _shared(around)
        or _future(around, content[0].of(text), act)
        or _pleaded(around)
        or _negated(around, content[0].of(text), name, act)
        or _denied(around, text, content, act)
        or _infinitive(around, name)
        or Status.ASSERTED
    )


def _worded(around: Clause) -> bool:
    line = " ".join((*around.before[max(0, around.start - 4) :], around.head, *around.after[:1]))
    return bool(modality.MERELY_WORDED.search(line) or modality.SURELY.search(line))


def _asked(around: Clause, text: str, content: Sequence[Span], act: Act) -> Status | None:
    """Hypothetical in a question and behind "should he"; not said behind "nor did"."""
    inverted = modality.INVERTED.search(around.lead)
    if inverted and modality.NOR.search(around.lead):
        return Status.NOT_SAID
    ends_content = content[-1].of(text).rstrip().endswith("?")
    plain = around.asks and around.head in VERB_FORMS and around.verb not in modality.WONDERING
    asked = (plain and (not ends_content or act is Act.THOUGHT)) or (inverted and (around.asks or ends_content))
    supposed = modality.SUPPOSED.search(around.lead) or modality.SAY_THAT.search(around.lead)
    return Status.HYPOTHETICAL if asked or supposed else None


def _conditional(around: Clause, name: str) -> Status | None:
    lead = around.lead
    present = bool(around.head) and around.head in (around.verb, plural(around.verb))
    conditions = (
        (modality.IF.search(lead) and not modality.WHETHER_AND.search(lead))
        or modality.LET_US.fullmatch(name)
        or modality.PERHAPS.search(around.left),
        MENTION in around.before and modality.ANYONE.match(name),
        present and (modality.WHEN.search(lead) or modality.WHO_EVER.search(lead) or _whenever(lead, name)),
        around.head in NOUNS and modality.WANTED.search(lead),
        _imperative(around),
        bool(around.head) and modality.ALL_IT_TAKES.search(lead),
        _by_anybody(around, name),
    )
    return Status.HYPOTHETICAL if any(conditions) else None


def _whenever(lead: str, name: str) -> bool:
    """Whether it is what anybody might say: "when a man says"."""
    return bool(modality.A_MAN.match(name) and modality.WHEN_HE.search(f"{lead} "))


def _imperative(around: Clause) -> bool:
    """Whether the sentence begins with the bare verb: "Say no to ...", "Never forget that ..."."""
    bare = around.head == around.verb and around.head not in NOUNS and bool(around.head)
    return bare and around.lead in ("", "please", "do not", "never", "do", "just", "and", "but", "so")


def _by_anybody(around: Clause, name: str) -> bool:
    """Whether the report is itself the subject of a sentence: "Calling it a moan is never right"."""
    opens = around.left in ("", "but", "and", "so") or around.left[-1] in ",—–;"
    gerund = around.head.endswith("ing") and around.head == (around.cue[0] if around.cue else "")
    return bool(opens and gerund and not name and modality.AS_SUBJECT.match(" ".join(around.after)))


def _nobody(around: Clause, name: str) -> Status | None:
    """Refused where nobody would say; not said where nobody will ever ask."""
    if not modality.NO_ONE.match(name) or not around.reaches(modality.WOULD_SAY):
        return None
    if around.verb in modality.ON_RECORD:
        return Status.REFUSED
    return Status.NOT_SAID if around.reaches(modality.WILL) else Status.HYPOTHETICAL


def _shared(around: Clause) -> Status | None:
    """As the verb before it, where it shares that one's modal: "would defy the whip and throw"."""
    shared = modality.SHARED.search(around.lead) if around.head and around.head == around.verb else None
    if shared is None:
        return None
    return Status.HYPOTHETICAL if shared["may"] else Status.EXPECTED


def _refused(around: Clause, name: str, act: Act) -> Status | None:
    if around.reaches(modality.REFUSED) or (around.verb in modality.REFUSING and act is not Act.DID):
        return Status.NOT_SAID if around.reaches(modality.NOT_REFUSED) else Status.REFUSED
    if around.reaches(modality.UNABLE) or (name.lower() == "you" and around.reaches(modality.WILL_NOT)):
        return Status.HYPOTHETICAL
    if modality.SO_FAR_AS.search(" ".join(around.cue)):
        return Status.NOT_SAID if around.reaches(modality.WILL_NOT) else None
    if around.reaches(modality.WILL_NOT) or modality.PREFER_NOT.search(" ".join((*around.before, *around.cue))):
        return Status.DENIED if act is Act.THOUGHT else Status.REFUSED
    return None


def _possible(around: Clause) -> Status | None:
    if (around.reaches(modality.MAY) and not around.reaches(modality.CAN_NOT)) or modality.MEANS.search(around.left):
        return Status.HYPOTHETICAL
    return None


def _future(around: Clause, content: str, act: Act) -> Status | None:
    scheduled = not around.head and around.cue and "not" not in around.cue and modality.TIMETABLE.search(around.cue[-1])
    ahead = around.verb in ("plan", "expect") and act is Act.SAID and modality.SPEECH_AHEAD.match(content)
    if scheduled or ahead or around.reaches(modality.WILL) or modality.SHALL_HEAR.search(f"{around.lead} "):
        return Status.EXPECTED
    return None


def _pleaded(around: Clause) -> Status | None:
    """Denied where the cue itself is a denial that no verb tells: "pleaded not guilty", "cast doubt on"."""
    return Status.DENIED if modality.NOT_GUILTY.search(" ".join(around.cue)) else None


def _negated(around: Clause, content: str, name: str, act: Act) -> Status | None:
    if around.verb in modality.UNKNOWN:
        return Status.NOT_SAID
    negations = (
        around.reaches(modality.NOT),
        around.after[:1] in (("nothing",), ("little",), ("not",)) and around.after[:2] != modality.NOT_TO,
        act is not Act.THOUGHT and modality.offers_none(around, content),
        modality.BEFORE.search(around.lead) or modality.NOT_WHAT.search(around.left),
        modality.LEFT_OPEN.search(" ".join(around.cue)) and modality.WHICH_WAY.match(content),
        modality.NO_ONE.match(name),
        modality.NOT_THAT.search(around.lead),
        not around.head and modality.NOT.search(" ".join(around.cue)),
    )
    if not any(negations):
        return None
    denied = around.verb in modality.NOT_TRUE or (act is Act.THOUGHT and around.verb not in modality.KNOWING)
    return Status.DENIED if denied else Status.NOT_SAID


def _denied(around: Clause, text: str, content: Sequence[Span], act: Act) -> Status | None:
    cue = " ".join((around.head, *around.after))
    denials = (
        act is not Act.DID and around.verb in modality.DENYING,
        around.reaches(modality.DENIED_DOING),
        modality.SAID_NO.search(cue) or modality.RULED_OUT.search(cue),
        any(modality.rejects_a_claim(around, span.of(text)) for span in content),
    )
    return Status.DENIED if any(denials) else None


def _infinitive(around: Clause, name: str) -> Status | None:
    """Hypothetical behind a bare "to", unless it follows what was done: "went on to say"."""
    if around.cue == ("to",):  # "To them, it signals"
        return None
    own = [word for word in around.before[around.start :] if word != "to" and not word.endswith("ly")]
    opens = around.cue[:1] == ("to",)
    lead = f"{around.left} to" if opens else around.lead
    base = not around.head or around.head == around.verb
    did = modality.DID_SO.search(lead) or modality.CAME_TO.search(lead)
    done = modality.FIRST.search(name) or (did and not modality.SUPPOSING.search(lead))
    return Status.HYPOTHETICAL if (opens or (not own and modality.TO.search(lead))) and base and not done else None
