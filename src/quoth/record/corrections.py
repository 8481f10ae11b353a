"""What an editor changes, as values that outlive a reading: they point at words, not at places in one version.

A Correction is one change with who, when and why. `corrected` applies them; the record keeps them as JSON.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from quoth.domain import Act, Manner, Review, SpeakerKind, Status, StepKind
from quoth.record.anchoring import Place

if TYPE_CHECKING:
    from cattrs import Converter

# ---- of a statement


@dataclass(frozen=True, slots=True)
class SpeakerIs:
    """Who said it: names that the article gives, in text order; () where the text does not tell."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindIs:
    """What sort of speaker it is that made the statement; `name` says whose, where several made it."""

    kind: SpeakerKind
    name: str | None = None


@dataclass(frozen=True, slots=True)
class RoleIs:
    """The role of the statement's speaker; None for none."""

    role: str | None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class ContentIs:
    """What was said, piece by piece in text order."""

    content: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class CueIs:
    """The words that say that somebody speaks; None for none."""

    cue: Place | None


@dataclass(frozen=True, slots=True)
class MentionIs:
    """The words that name who; None for none."""

    mention: Place | None


@dataclass(frozen=True, slots=True)
class MannerIs:
    """Whether the content stands in quotation marks."""

    manner: Manner


@dataclass(frozen=True, slots=True)
class ActIs:
    """What the words were to the speaker."""

    act: Act


@dataclass(frozen=True, slots=True)
class StatusIs:
    """Whether the words stand."""

    status: Status


@dataclass(frozen=True, slots=True)
class Through:
    """One step of a route, named by words of the article."""

    kind: StepKind
    name: Place


@dataclass(frozen=True, slots=True)
class RouteIs:
    """The way of the words from the mouth to the page; () for unknown."""

    route: tuple[Through, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """The days on which it was said, and the words that tell so, where the article has such words."""

    start: date
    end: date
    told_by: Place | None = None


@dataclass(frozen=True, slots=True)
class DaysAre:
    """When it was said; None for unknown."""

    days: Days | None


@dataclass(frozen=True, slots=True)
class ReviewIs:
    """What a person found of the statement as it stands: right (checked), none at all (rejected), or nothing yet."""

    review: Review


@dataclass(frozen=True, slots=True)
class Missed:
    """A statement that the machine missed. What is None is told from the text."""

    content: tuple[Place, ...]
    speakers: tuple[str, ...] = ()
    cue: Place | None = None
    mention: Place | None = None
    manner: Manner | None = None
    act: Act | None = None
    status: Status | None = None


# ---- of an article


@dataclass(frozen=True, slots=True)
class OutletIs:
    """Who published the article."""

    outlet: str | None


@dataclass(frozen=True, slots=True)
class HeadlineIs:
    """The article's headline."""

    headline: str | None


@dataclass(frozen=True, slots=True)
class BylineIs:
    """Who wrote the article."""

    byline: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedIs:
    """The days between which the article appeared."""

    start: date
    end: date


ArticleChange = OutletIs | HeadlineIs | BylineIs | PublishedIs
StatementChange = (
    SpeakerIs
    | KindIs
    | RoleIs
    | ContentIs
    | CueIs
    | MentionIs
    | MannerIs
    | ActIs
    | StatusIs
    | RouteIs
    | DaysAre
    | ReviewIs
    | Missed
)
Change = StatementChange | ArticleChange

WORD_OF: dict[type[Any], str] = {
    SpeakerIs: "speaker",
    KindIs: "kind",
    RoleIs: "role",
    ContentIs: "content",
    CueIs: "cue",
    MentionIs: "mention",
    MannerIs: "manner",
    ActIs: "act",
    StatusIs: "status",
    RouteIs: "route",
    DaysAre: "day",
    ReviewIs: "review",
    Missed: "add",
    OutletIs: "outlet",
    HeadlineIs: "headline",
    BylineIs: "byline",
    PublishedIs: "published",
}
"""What each change is called in the record and on the command line."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement as it stood when an editor changed it: enough to know it again, and to put it back if need be."""

    content: tuple[Place, ...]
    cue: Place | None
    mention: Place | None
    speakers: tuple[str, ...]
    manner: Manner
    act: Act
    status: Status
    days: Days | None = None
    route: tuple[Through, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """One change by an editor. It is never taken out of the record, only undone."""

    id: int  # from 1, in the order in which they were made
    article: str
    statement: str | None  # the contract's id; None where the article itself is corrected
    change: Change
    seen: Seen | None  # None where there was no statement yet
    by: str
    at: datetime
    why: str | None = None
    undone_by: str | None = None
    undone_at: datetime | None = None

    @property
    def is_active(self) -> bool:
        """Whether it still holds."""
        return self.undone_at is None

    @property
    def word(self) -> str:
        """What is changed, in a word."""
        return WORD_OF[type(self.change)]


@cache
def _converter() -> Converter:
    from cattrs.preconf.json import make_converter  # few records hold corrections, and it takes a while to load
    from cattrs.strategies import configure_tagged_union

    converter = make_converter(omit_if_default=True)
    configure_tagged_union(Change, converter, tag_name="what", tag_generator=lambda one: WORD_OF[one])
    return converter


def change_to_json(change: Change) -> str:
    """The change as a JSON object that begins with what is changed."""
    value = _converter().unstructure(change, unstructure_as=Change)
    return json.dumps({"what": value.pop("what")} | value, ensure_ascii=False)


def change_from_json(text: str) -> Change:
    """The change that the JSON tells."""
    change: Change = _converter().structure(json.loads(text), Change)  # type: ignore[arg-type]
    return change


def seen_to_json(seen: Seen | None) -> str | None:
    """The statement as it stood, as JSON."""
    return None if seen is None else json.dumps(_converter().unstructure(seen), ensure_ascii=False)


def seen_from_json(text: str | None) -> Seen | None:
    """The statement that the JSON tells."""
    return None if text is None else _converter().structure(json.loads(text), Seen)


# ---- in words, for a log


def described(change: Change) -> str:
    """What the change says, in a line: `speaker: Tom Hale`."""
    return f"{WORD_OF[type(change)]}: {_said(change) or 'none'}"


def _said(change: Change) -> str:
    match change:
        case SpeakerIs(names):
            return " and ".join(names)
        case KindIs(kind, name):
            return f"{kind}{f' ({name})' if name else ''}"
        case RoleIs(role, name):
            return f"{role or 'none'}{f' ({name})' if name else ''}"
        case ContentIs(content) | Missed(content):
            return " … ".join(place.words for place in content)
        case CueIs(place) | MentionIs(place):
            return place.words if place else ""
        case RouteIs(route):
            return " → ".join(f"{step.kind} {step.name.words}" for step in route)
        case DaysAre(days):
            return "" if days is None else _days(days.start, days.end)
        case PublishedIs(start, end):
            return _days(start, end)
        case BylineIs(byline):
            return ", ".join(byline)
        case MannerIs(value) | ActIs(value) | StatusIs(value) | ReviewIs(value):
            return value.value
        case OutletIs(text) | HeadlineIs(text):
            return text or ""


def _days(start: date, end: date) -> str:
    return f"{start}" if start == end else f"{start} to {end}"
