"""What an editor typed about a statement or article -> the changes that are meant; `-` stands for none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from quoth.domain import Act, Manner, Review, Span, SpeakerKind, Statement, Status, StepKind
from quoth.errors import CorrectionError, UsageError
from quoth.record.anchoring import Place, typed, typed_pieces
from quoth.record.corrected import Corrected
from quoth.record.corrections import (
    ActIs,
    BylineIs,
    Change,
    ContentIs,
    CueIs,
    Days,
    DaysAre,
    HeadlineIs,
    KindIs,
    MannerIs,
    MentionIs,
    Missed,
    OutletIs,
    PublishedIs,
    ReviewIs,
    RoleIs,
    RouteIs,
    SpeakerIs,
    StatusIs,
    Through,
)
from quoth.record.subjects import Subject

NONE = "-"
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed; None and () where nothing was."""

    speakers: tuple[str, ...] = ()
    kind: str | None = None
    role: str | None = None
    of: str | None = None  # whose kind or role, where several speak
    content: str | None = None
    cue: str | None = None
    mention: str | None = None
    manner: str | None = None
    act: str | None = None
    status: str | None = None
    route: tuple[str, ...] = ()  # KIND:WORDS
    outlet: str | None = None
    day: str | None = None
    told_by: str | None = None
    review: str | None = None
    add: str | None = None
    headline: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    at: int | None = None  # where the words stand that were typed, where they stand in several places


def changes(shown: Corrected, subject: Subject, given: Typed) -> list[Change]:
    """The changes, in an order in which they can be made one by one.

    Raises: CorrectionError where words are not in the article; UsageError where something cannot be understood.
    """
    if subject.statement is None:
        return list(_of_article(shown, given))
    alien = {"--add": given.add, "--headline": given.headline, "--byline": given.byline, "--published": given.published}
    _refuse(alien, "is for an article: give the article's id")
    return list(_of_statement(shown, _statement(shown, subject.statement), given))


def _of_article(shown: Corrected, given: Typed) -> Iterator[Change]:
    if given.add is not None:
        yield _missed(shown, given)
    else:
        names = (
            "speakers",
            "kind",
            "role",
            "content",
            "cue",
            "mention",
            "manner",
            "act",
            "status",
            "route",
            "day",
            "review",
        )
        alien = {f"--{name.removesuffix('s') if name == 'speakers' else name}": getattr(given, name) for name in names}
        _refuse(alien, "is for a statement: give the statement's id, or --add with the words of a missed one")
    if given.outlet is not None:
        yield OutletIs(_or_none(given.outlet))
    if given.headline is not None:
        yield HeadlineIs(_or_none(given.headline))
    if given.byline:
        yield BylineIs(() if given.byline == (NONE,) else given.byline)
    if given.published is not None:
        yield PublishedIs(*days(given.published, "--published"))


def _missed(shown: Corrected, given: Typed) -> Missed:
    article = shown.reading.article
    content = typed_pieces(article, given.add or "", (), given.at)
    near = [Span(place.start, place.start + len(place.words)) for place in content]
    return Missed(
        content,
        _names(given.speakers),
        typed(article, given.cue, near) if given.cue else None,
        typed(article, given.mention, near) if given.mention else None,
        _word(Manner, given.manner, "--manner") if given.manner else None,
        _word(Act, given.act, "--act") if given.act else None,
        _word(Status, given.status, "--status") if given.status else None,
    )


def _of_statement(shown: Corrected, one: Statement, given: Typed) -> Iterator[Change]:
    """Words first: what else is told is told of them."""

    def place(words: str, old: Span | None) -> Place:
        return typed(shown.reading.article, words, [old] if old else one.content, given.at)

    if given.content is not None:
        yield ContentIs(typed_pieces(shown.reading.article, given.content, one.content, given.at))
    if given.cue is not None:
        yield CueIs(None if given.cue == NONE else place(given.cue, one.cue))
    if given.mention is not None:
        yield MentionIs(None if given.mention == NONE else place(given.mention, one.mention))
    if given.speakers:
        yield SpeakerIs(_names(given.speakers))
    yield from _words(given)
    if given.route or given.outlet is not None:
        yield RouteIs(tuple(_route(shown, one, given, place)))
    if given.day is not None:
        yield DaysAre(None if given.day == NONE else _days(given, place))
    if given.review is not None:
        yield ReviewIs(_word(Review, given.review, "--review"))


def _words(given: Typed) -> Iterator[Change]:
    """What is told in one of a few words, or in words of the editor's own."""
    if given.kind is not None:
        yield KindIs(_word(SpeakerKind, given.kind, "--kind"), given.of)
    if given.role is not None:
        yield RoleIs(_or_none(given.role), given.of)
    if given.manner is not None:
        yield MannerIs(_word(Manner, given.manner, "--manner"))
    if given.act is not None:
        yield ActIs(_word(Act, given.act, "--act"))
    if given.status is not None:
        yield StatusIs(_word(Status, given.status, "--status"))


def _route(
    shown: Corrected, one: Statement, given: Typed, place: Callable[[str, Span | None], Place]
) -> Iterator[Through]:
    """The steps that were typed; with --outlet the old ones, but for the outlets."""
    if given.outlet is not None and not given.route:
        text = shown.reading.article.text
        for step in one.route:
            if step.kind is not StepKind.OUTLET:
                yield Through(step.kind, Place(step.span.of(text), step.span.start))
    for typed_ in given.route if given.route != (NONE,) else ():
        kind, colon, words = typed_.partition(":")
        if not colon:
            raise UsageError(f"--route {typed_}: write it as KIND:WORDS, such as venue:interview or outlet:Euractiv")
        yield Through(_word(StepKind, kind, "--route"), place(words.strip(), None))
    if given.outlet not in (None, NONE):
        yield Through(StepKind.OUTLET, place(str(given.outlet), None))


def _days(given: Typed, place: Callable[[str, Span | None], Place]) -> Days:
    start, end = days(given.day or "", "--day")
    return Days(start, end, place(given.told_by, None) if given.told_by else None)


def days(given: str, option: str) -> tuple[date, date]:
    """The day or days that were typed: 2024-03-11, or 2024-03-11..2024-03-12. Raises UsageError."""
    first, _, last = given.partition("..")
    try:
        start = date.fromisoformat(first)
        end = date.fromisoformat(last or first)
    except ValueError as error:
        raise UsageError(f"{option} {given}: write it as 2024-03-11, or 2024-03-11..2024-03-12") from error
    if start > end:
        raise UsageError(f"{option} {given}: it runs backwards")
    return start, end


def _statement(shown: Corrected, id_: str) -> Statement:
    for part in (shown.standing, shown.rejected):
        if id_ in part.ids:
            return part.reading.statements[part.ids.index(id_)]
    raise CorrectionError(f"{id_}: the article as it is now has no such statement")


def _names(typed_: Sequence[str]) -> tuple[str, ...]:
    return () if list(typed_) == [NONE] else tuple(typed_)


def _or_none(typed_: str) -> str | None:
    return None if typed_ == NONE else typed_


def _word(words: type[Word], typed_: str, option: str) -> Word:
    wanted = typed_.replace("-", " ").replace("_", " ").lower()
    found = next((word for word in words if word.value == wanted), None)
    if found is None:
        raise UsageError(f"{option} {typed_}: it is one of {', '.join(words)}")
    return found


def _refuse(given: dict[str, Any], why: str) -> None:
    for option, value in given.items():
        if value:
            raise UsageError(f"{option} {why}")
