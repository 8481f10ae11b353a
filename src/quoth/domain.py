"""quoth's words as values: an Article and its Passages, the Statements in it, the Reading of one pass.

Frozen, without I/O, standard library only; each word has one meaning, told where it is defined.
What cannot be built wrong needs no check later, so the constructors check what they can.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from quoth import __version__
from quoth.errors import ErrorKind


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points [start, end) of Article.text. Never bytes, never tokens."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"need 0 <= start < end, got [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Part(StrEnum):
    """What a Passage is on its page."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    CORRECTION = "correction"  # the publisher's own correction, retraction or clarification note
    FURNITURE = "furniture"  # subscription offers, author cards, "read more" lines, share buttons


SPOKEN_PARTS = frozenset({Part.HEADLINE, Part.STANDFIRST, Part.BODY, Part.CAPTION})
"""The parts in which statements are sought."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text with one part."""

    span: Span
    part: Part


class DateBasis(StrEnum):
    """What a publication date was read from, best first."""

    GIVEN = "given"
    META = "meta"
    URL = "url"
    DATELINE = "dateline"
    TEXT = "text"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Published:
    """The days between which an article appeared, both included."""

    start: date
    end: date
    basis: DateBasis

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError(f"published from {self.start} to {self.end} runs backwards")


@dataclass(frozen=True, slots=True)
class Article:
    """One published text. Passages are in order, do not overlap, and cover every character that is not white space."""

    id: str
    origin: str
    text: str
    passages: tuple[Passage, ...]
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    byline: tuple[str, ...] = ()
    section: str | None = None
    language: str | None = None  # ISO 639-1
    published: Published | None = None

    def __post_init__(self) -> None:
        end = 0
        for passage in self.passages:
            if passage.span.start < end or passage.span.end > len(self.text):
                raise ValueError(f"{self.origin}: passage {passage.span} overlaps the one before or leaves the text")
            if self.text[end : passage.span.start].strip():
                raise ValueError(f"{self.origin}: words before {passage.span} lie in no passage")
            end = passage.span.end
        if self.text[end:].strip():
            raise ValueError(f"{self.origin}: words after {end} lie in no passage")

    def spoken(self) -> tuple[Passage, ...]:
        """The passages in which statements are sought, in order."""
        return tuple(passage for passage in self.passages if passage.part in SPOKEN_PARTS)


@dataclass(frozen=True, slots=True)
class Skipped:
    """An origin that yielded no article, and why: in bulk work a value, not an exception."""

    origin: str
    kind: ErrorKind
    message: str


class Manner(StrEnum):
    """Whether the content stands in quotation marks: all of it, none, or part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What the words were to the one they are given to."""

    SAID = "said"
    WROTE = "wrote"
    THOUGHT = "thought"  # believes, fears, wants, plans
    DID = "did"  # backed, vetoed, refused to sign: an act that takes a side without words


class Status(StrEnum):
    """Whether the words stand as what the speaker said, wrote, thought or did."""

    ASSERTED = "asserted"
    DENIED = "denied"
    NOT_SAID = "not said"
    REFUSED = "refused"
    HYPOTHETICAL = "hypothetical"
    EXPECTED = "expected"


MIN_CONFIDENCE = 0.4
"""Statements whose words are less certain are left out by default: swept 0 to 0.6, linked.joint is best here on dev."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """Calibrated probabilities; None where that step has not been built."""

    words: float
    speaker: float | None = None
    when: float | None = None


class SpeakerKind(StrEnum):
    """What sort of speaker it is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"  # people by description: "voters", "critics"
    UNNAMED = "unnamed"  # somebody who speaks without being named: "a senior aide"
    DOCUMENT = "document"  # a report, poll or letter that speaks, and nobody is said to have written it
    READER = "reader"  # "you", "we", "people" at large
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who it is, within one Article. Ids count from 0 by first mention."""

    id: int
    name: str  # the fullest that the article itself gives; of the unnamed and of groups the fullest description
    kind: SpeakerKind
    mentions: tuple[Span, ...]  # in text order, pronouns included
    role: str | None = None
    anonymity: str | None = None  # why an unnamed speaker is unnamed, in the article's words

    def __post_init__(self) -> None:
        if not self.mentions:
            raise ValueError(f"{self.name}: a speaker needs a mention")


class StepKind(StrEnum):
    """What a Step of a route is."""

    VENUE = "venue"  # the occasion or act: "press conference", "interview", "post"
    AUDIENCE = "audience"  # "reporters"
    OUTLET = "outlet"  # a named medium


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way of words from the mouth to the page."""

    kind: StepKind
    name: str
    span: Span


class MomentBasis(StrEnum):
    """How a Moment is known."""

    STATED = "stated"  # beside the statement
    CARRIED = "carried"  # told before, and still in force
    INFERRED = "inferred"  # from other days in the text


@dataclass(frozen=True, slots=True)
class Moment:
    """The days on which something was said, both included, and the words that tell so."""

    start: date
    end: date
    span: Span
    basis: MomentBasis

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError(f"a moment from {self.start} to {self.end} runs backwards")


@dataclass(frozen=True, slots=True)
class Topic:
    """A person, body or place named in a statement's content: its fullest name in the article, and the place."""

    name: str
    span: Span


class Outcome(StrEnum):
    """What came of a request for comment."""

    ASKED = "asked"
    DECLINED = "declined"
    NO_REPLY = "no reply"
    REPLIED = "replied"


@dataclass(frozen=True, slots=True)
class Request:
    """A request for comment: the Speaker's id whom it went to, the way it took ("email"), and what came of it."""

    to: int
    by: str | None
    outcome: Outcome
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said. An interrupted quotation has several content spans, in text order."""

    content: tuple[Span, ...]
    cue: Span | None  # None: no reporting verb, as in a transcript
    mention: Span | None  # None: the text does not say who
    manner: Manner
    confidence: Confidence
    within: int | None = None  # index of the innermost statement that contains this one
    act: Act = Act.SAID
    status: Status = Status.ASSERTED
    speakers: tuple[int, ...] = ()  # ids in text order; empty where nobody clears the threshold
    candidates: tuple[int, ...] = ()  # then: who it may be, likeliest first
    route: tuple[Step, ...] = ()  # from the mouth to the page
    moment: Moment | None = None
    prompt: Span | None = None  # the question or remark that is answered
    about: tuple[Topic, ...] = ()

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement needs content")
        if any(b.start < a.end for a, b in zip(self.content, self.content[1:], strict=False)):
            raise ValueError(f"content spans overlap or are out of order: {self.content}")

    def contains(self, other: Statement) -> bool:
        """Whether every content span of `other` lies in one of this statement's, and less than all of it."""
        inside = all(any(outer.contains(inner) for outer in self.content) for inner in other.content)
        return inside and self.content != other.content


@dataclass(frozen=True, slots=True)
class Reading:
    """An Article with what one pass over it yields. Statements stand in the order of their first content character."""

    article: Article
    statements: tuple[Statement, ...]
    model: str  # version of the weights, such as "en:3f9c0d"
    speakers: tuple[Speaker, ...] = ()
    requests: tuple[Request, ...] = ()
    quoth: str = __version__  # the version that read it

    def __post_init__(self) -> None:
        if [speaker.id for speaker in self.speakers] != list(range(len(self.speakers))):
            raise ValueError(f"{self.article.origin}: speakers are not numbered from 0 in their order")


class Review(StrEnum):
    """How far a person has looked at a statement."""

    MACHINE = "machine"  # nobody has
    CHECKED = "checked"  # somebody found it right
    EDITED = "edited"  # somebody changed or added it
    REJECTED = (
        "rejected"  # somebody found that it is none: it is kept, and left out of everything that is not asked for it
    )


class NoticeKind(StrEnum):
    """What a reader must know."""

    CORRECTED = "corrected"
    RETRACTED = "retracted"
    DISPUTED = "disputed"
    HIDDEN = "hidden"  # for legal reasons: shown to nobody who does not ask for it by name


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must know of an article, statement or speaker; it travels with everything made from it."""

    kind: NoticeKind
    day: date | None  # None: the publisher's own note, on a page that tells no day
    text: str
    proposed: bool = False  # read from the publisher's own note, and not yet confirmed by a person


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the caller of a reading may ask for."""

    allow_private: bool = False  # fetch from private, loopback and link-local addresses too
    timeout_s: float = 20.0
    max_bytes: int = 10_000_000  # of a page, after decompression
    max_redirects: int = 5
    published: date | None = None  # overrides what the page says
    suffixes: frozenset[str] = field(
        default_factory=lambda: frozenset({".html", ".htm", ".xhtml", ".txt", ".md", ".gz", ".jsonl", ".warc"})
    )
    ignore_robots: bool = False  # fetch what a site's robots.txt asks robots to leave alone
    ignore_reservation: bool = False  # keep pages whose publisher reserves text and data mining
    delay_s: float = 1.0  # at least, between two requests to one host
