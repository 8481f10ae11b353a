"""One change made to a statement on the desk: each has its function; what does not fit the text says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from quoth.domain import (
    Confidence,
    Moment,
    MomentBasis,
    Review,
    Span,
    Statement,
    Step,
)
from quoth.errors import CorrectionError
from quoth.record.anchoring import Place, again, all_again, occurrences, shared
from quoth.record.corrections import (
    ActIs,
    ContentIs,
    CueIs,
    Days,
    DaysAre,
    KindIs,
    MannerIs,
    MentionIs,
    Missed,
    ReviewIs,
    RoleIs,
    RouteIs,
    Seen,
    SpeakerIs,
    StatementChange,
    StatusIs,
    Through,
)
from quoth.record.drafting import Desk, Draft, Voice
from quoth.record.rows import folded
from quoth.record.understanding import about, figure_there, kind_there, manner_of, understood

SURE = 1.0  # what an editor says is not a probability
LEADING_ARTICLE = re.compile(r"^(?i:the|an?) (?=[a-z])")
SAME_WORDS = 0.8  # share of characters: more than a comma or an attribution apart is another statement


def apply(desk: Desk, draft: Draft, change: StatementChange) -> None:
    """Makes the change. Raises CorrectionError, and changes nothing, where it does not fit the article's text."""
    edit: Callable[[Desk, Draft, Any], None] = EDITS[type(change)]
    edit(desk, draft, change)


def seen(desk: Desk, draft: Draft) -> Seen:
    """The statement as it stands, to be known again."""
    one, text = draft.statement, desk.text
    place = partial(_place, text)
    return Seen(
        content=tuple(Place(span.of(text), span.start) for span in one.content),
        cue=place(one.cue),
        mention=place(one.mention),
        speakers=tuple(voice.name for voice in draft.voices),
        manner=one.manner,
        act=one.act,
        status=one.status,
        days=Days(one.moment.start, one.moment.end, place(one.moment.span)) if one.moment else None,
        route=tuple(Through(step.kind, Place(step.span.of(text), step.span.start)) for step in one.route),
    )


def put_back(desk: Desk, id_: str, was: Seen) -> Draft:
    """A statement that the machine does not find any more, as it stood. Raises CorrectionError where it cannot be."""
    content = _content(desk, was.content)
    twin = next((one for one in desk.drafts if one.statement.content == content), None)
    if twin is not None:
        raise CorrectionError(f"these words are statement {twin.id} now")
    shift = content[0].start - was.content[0].start
    cue, mention = (again(place, desk.text, shift) if place else None for place in (was.cue, was.mention))
    one = Statement(content, cue, mention, was.manner, Confidence(SURE), act=was.act, status=was.status)
    draft = Draft(id_, replace(one, about=about(desk.article, one)))
    voices = [_voice_again(desk, name, draft) for name in was.speakers]
    desk.drafts.append(draft)
    _give(desk, draft, voices)
    if was.days is not None and (was.days.told_by is None or again(was.days.told_by, desk.text)):
        _days(desk, draft, DaysAre(was.days))
    _route(desk, draft, RouteIs(tuple(step for step in was.route if again(step.name, desk.text))))
    return draft


def add(desk: Desk, id_: str, missed: Missed) -> Draft:
    """The missed statement, to be told by `apply`; where the machine has found it by now, that one."""
    content = _content(desk, missed.content)
    draft = twin(desk, content)
    if draft is None:
        draft = Draft(id_, _from_text(desk, missed, content))
        desk.drafts.append(draft)
    draft.id = id_
    return draft


def twin(desk: Desk, content: Sequence[Span]) -> Draft | None:
    """The statement with these words, but for a comma or two."""
    best = max(desk.drafts, key=lambda one: shared(one.statement.content, content), default=None)
    return best if best is not None and shared(best.statement.content, content) >= SAME_WORDS else None


def _from_text(desk: Desk, missed: Missed, content: tuple[Span, ...]) -> Statement:
    shift = content[0].start - missed.content[0].start
    cue, mention = (_must(desk, place, shift) if place else None for place in (missed.cue, missed.mention))
    one = Statement(content, cue, mention, manner_of(desk.article, content), Confidence(SURE))
    return understood(desk.article, one, [draft.statement for draft in desk.drafts])


def _add(desk: Desk, draft: Draft, missed: Missed) -> None:
    content = _content(desk, missed.content)
    shift = content[0].start - missed.content[0].start
    one = draft.statement
    if one.content != content:
        one = replace(one, content=content, manner=manner_of(desk.article, content))
        one = replace(one, about=about(desk.article, one))
    cue = _must(desk, missed.cue, shift) if missed.cue else one.cue
    mention = _must(desk, missed.mention, shift) if missed.mention else one.mention
    one = replace(
        one, manner=missed.manner or one.manner, act=missed.act or one.act, status=missed.status or one.status
    )
    voices = [_voice(desk, name, draft) for name in missed.speakers]
    sure = Confidence(SURE, SURE if voices else one.confidence.speaker, one.confidence.when)
    draft.statement = replace(one, cue=cue, mention=mention, confidence=sure)
    _give(desk, draft, voices or draft.voices)


# ---- one function a change


def _speaker(desk: Desk, draft: Draft, change: SpeakerIs) -> None:
    voices = [_voice(desk, name, draft) for name in change.names]
    _give(desk, draft, list(dict.fromkeys(voices)))
    sure = SURE if voices else None
    draft.statement = replace(draft.statement, confidence=replace(draft.statement.confidence, speaker=sure))


def _give(desk: Desk, draft: Draft, voices: list[Voice]) -> None:
    """Makes them the statement's speakers: its mention is theirs now, and no longer that of whom it was given to."""
    before, mention = draft.voices, draft.statement.mention
    draft.voices, draft.candidates = voices, []
    desk.voices += [voice for voice in voices if voice not in desk.voices]
    for voice in before:
        others = any(voice in one.voices and one.statement.mention == mention for one in desk.drafts)
        if voice not in voices and mention in voice.mentions and not others and len(voice.mentions) > 1:
            voice.mentions.remove(mention)
    _rejoin(draft)


def _rejoin(draft: Draft) -> None:
    """Every mention is among its speakers' mentions."""
    mention = draft.statement.mention
    for voice in draft.voices:
        if mention is not None and mention not in voice.mentions:
            voice.mentions.append(mention)


def _voice(desk: Desk, name: str, draft: Draft) -> Voice:
    """The article's speaker of that name, else a new one whose name the article prints."""
    wanted = folded(name)
    named = [voice for voice in desk.voices if folded(voice.name) == wanted]
    if named:  # the machine may take two for one name: then who is mentioned there, or nearest before
        return max(named, key=lambda voice: _nearness(voice, draft))
    mentioned = [voice for voice in desk.voices if wanted in {folded(span.of(desk.text)) for span in voice.mentions}]
    if len(mentioned) > 1:
        names = " or ".join(f"“{voice.name}”" for voice in mentioned)
        raise CorrectionError(f"“{name}” may be {names} in this article: give the full name")
    return mentioned[0] if mentioned else _new_voice(desk, name)


def _voice_again(desk: Desk, name: str, draft: Draft) -> Voice:
    """The speaker as the statement had it: a name that the machine made of several mentions is printed nowhere."""
    try:
        return _voice(desk, name, draft)
    except CorrectionError:
        mention = draft.statement.mention
        if mention is None:
            raise
        return Voice(name, kind_there(desk.article, [mention]), [mention])


def _nearness(voice: Voice, draft: Draft) -> tuple[bool, bool, int]:
    start = draft.statement.content[0].start
    before = [span.start for span in voice.mentions if span.start <= start]
    return voice in draft.voices, draft.statement.mention in voice.mentions, max(before, default=-1)


def _new_voice(desk: Desk, name: str) -> Voice:
    spans = occurrences(desk.text, name, any_case=True)
    if not spans:
        raise CorrectionError(
            f"the article does not contain “{name}”: no speaker is named without evidence in the text; "
            "give a name or description that is printed there"
        )
    figure = figure_there(desk.article, spans)
    printed = " ".join(spans[0].of(desk.text).split())
    if figure is None:
        return Voice(LEADING_ARTICLE.sub("", printed), kind_there(desk.article, spans), spans)
    mentions = [*spans, *figure.spans] if folded(figure.name) == folded(name) else spans
    return Voice(printed, figure.kind, sorted(set(mentions)))


def _kind(desk: Desk, draft: Draft, change: KindIs) -> None:
    _whose(draft, change.name).kind = change.kind


def _role(desk: Desk, draft: Draft, change: RoleIs) -> None:
    _whose(draft, change.name).role = change.role


def _whose(draft: Draft, name: str | None) -> Voice:
    if not draft.voices:
        raise CorrectionError("the statement has no speaker; give one first")
    meant = [voice for voice in draft.voices if name is None or folded(voice.name) == folded(name)]
    if len(meant) != 1:
        names = " and ".join(voice.name for voice in draft.voices)
        raise CorrectionError(f"the statement is by {names}: say whose kind or role it is")
    return meant[0]


def _content_is(desk: Desk, draft: Draft, change: ContentIs) -> None:
    content = _content(desk, change.content)
    other = next((one for one in desk.drafts if one is not draft and one.statement.content == content), None)
    if other is not None and other.reviewed.state is not Review.MACHINE:
        raise CorrectionError(f"these words are statement {other.id} already")
    if other is not None:  # better weights have found by themselves what the editor told
        desk.drafts.remove(other)
    one = replace(draft.statement, content=content, manner=manner_of(desk.article, content))
    draft.statement = replace(one, about=about(desk.article, one), confidence=replace(one.confidence, words=SURE))


def _cue(desk: Desk, draft: Draft, change: CueIs) -> None:
    draft.statement = replace(draft.statement, cue=_must(desk, change.cue) if change.cue else None)


def _mention(desk: Desk, draft: Draft, change: MentionIs) -> None:
    mention = _must(desk, change.mention) if change.mention else None
    draft.statement = replace(draft.statement, mention=mention)
    _rejoin(draft)


def _manner_is(desk: Desk, draft: Draft, change: MannerIs) -> None:
    draft.statement = replace(draft.statement, manner=change.manner)


def _act(desk: Desk, draft: Draft, change: ActIs) -> None:
    draft.statement = replace(draft.statement, act=change.act)


def _status(desk: Desk, draft: Draft, change: StatusIs) -> None:
    draft.statement = replace(draft.statement, status=change.status)


def _route(desk: Desk, draft: Draft, change: RouteIs) -> None:
    shown = [(step, _must(desk, step.name)) for step in change.route]
    steps = tuple(Step(step.kind, " ".join(step.name.words.split()), span) for step, span in shown)
    draft.statement = replace(draft.statement, route=steps)


def _days(desk: Desk, draft: Draft, change: DaysAre) -> None:
    one, days = draft.statement, change.days
    sure = replace(one.confidence, when=SURE if days else None)
    if days is None:
        draft.statement = replace(one, moment=None, confidence=sure)
        return
    told_by = _must(desk, days.told_by) if days.told_by else None
    # Where no words tell the days, the span shows where the statement is made: an editor knew them otherwise.
    span = told_by or one.cue or one.mention or one.content[0]
    basis = MomentBasis.STATED if told_by else MomentBasis.INFERRED
    draft.statement = replace(one, moment=Moment(days.start, days.end, span, basis), confidence=sure)


def _review(desk: Desk, draft: Draft, change: ReviewIs) -> None:
    """Nothing of the statement itself: its state is told by who applies the change."""


EDITS: dict[type[Any], Callable[[Desk, Draft, Any], None]] = {
    SpeakerIs: _speaker,
    KindIs: _kind,
    RoleIs: _role,
    ContentIs: _content_is,
    CueIs: _cue,
    MentionIs: _mention,
    MannerIs: _manner_is,
    ActIs: _act,
    StatusIs: _status,
    RouteIs: _route,
    DaysAre: _days,
    ReviewIs: _review,
    Missed: _add,
}


# ---- places in the text


def _must(desk: Desk, place: Place, shift: int = 0) -> Span:
    span = again(place, desk.text, shift)
    if span is None:
        raise CorrectionError(f"the article does not contain “{place.words}” any more")
    return span


def _content(desk: Desk, content: Sequence[Place]) -> tuple[Span, ...]:
    spans = all_again(content, desk.text)
    if spans is None:
        words = " … ".join(place.words for place in content)
        raise CorrectionError(f"the article does not contain “{words}” any more")
    return spans


def _place(text: str, span: Span | None) -> Place | None:
    return Place(span.of(text), span.start) if span else None
