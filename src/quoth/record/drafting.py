"""A reading taken apart so that an editor's changes can be made one by one, and put together again as a Reading.

Whatever was changed, what comes out keeps a Reading's promises: statements in the order of their first content
character, the outer first, each told what it lies within; speakers numbered by first mention, with all their mentions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from quoth.contract import statement_ids
from quoth.domain import Article, Reading, Request, Review, Span, Speaker, SpeakerKind, Statement


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A statement's review state, and who gave it when; None where only the machine has seen it."""

    state: Review = Review.MACHINE
    by: str | None = None
    at: datetime | None = None


@dataclass(slots=True, eq=False)
class Voice:
    """A speaker that is being changed; its number is given at the end."""

    name: str
    kind: SpeakerKind
    mentions: list[Span]
    role: str | None = None
    anonymity: str | None = None


@dataclass(slots=True, eq=False)
class Draft:
    """A statement that is being changed. `statement.within`, `.speakers` and `.candidates` are told at the end."""

    id: str
    statement: Statement
    voices: list[Voice] = field(default_factory=list)
    candidates: list[Voice] = field(default_factory=list)
    reviewed: Reviewed = Reviewed()


@dataclass(frozen=True, slots=True)
class Part:
    """Some statements of an article as a Reading, with their ids and review states in the same order."""

    reading: Reading
    ids: tuple[str, ...]
    reviews: tuple[Reviewed, ...]


class Desk:
    """A reading on the editor's desk."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.article: Article = reading.article
        self.text = reading.article.text
        self.voices = [Voice(s.name, s.kind, list(s.mentions), s.role, s.anonymity) for s in reading.speakers]
        ids = statement_ids(reading.article, reading.statements)
        self.drafts = [self._draft(one, id_) for one, id_ in zip(reading.statements, ids, strict=True)]
        self.asked = [(self.voices[request.to], request) for request in reading.requests]

    def _draft(self, statement: Statement, id_: str) -> Draft:
        voices = [self.voices[n] for n in statement.speakers]
        return Draft(id_, statement, voices, [self.voices[n] for n in statement.candidates])

    def standing(self) -> Part:
        """The reading without what was rejected."""
        drafts = _ordered([one for one in self.drafts if one.reviewed.state is not Review.REJECTED])
        voices = _by_first_mention(self.voices, [*_named(drafts), *(voice for voice, _ in self.asked)])
        return self._part(drafts, voices, within=True)

    def rejected(self) -> Part:
        """What was rejected; its speakers keep their numbers, and those named nowhere else are numbered after them."""
        drafts = _ordered([one for one in self.drafts if one.reviewed.state is Review.REJECTED])
        others = list(_voices_of(self.standing_drafts()) | dict.fromkeys(voice for voice, _ in self.asked))
        voices = _by_first_mention(self.voices, others)
        voices += [voice for voice in _by_first_mention(self.voices, _named(drafts)) if voice not in voices]
        return self._part(drafts, voices, within=False)

    def standing_drafts(self) -> list[Draft]:
        """The statements that were not rejected."""
        return [one for one in self.drafts if one.reviewed.state is not Review.REJECTED]

    def _part(self, drafts: Sequence[Draft], voices: Sequence[Voice], *, within: bool) -> Part:
        numbers = {voice: n for n, voice in enumerate(voices)}
        statements = tuple(
            replace(
                draft.statement,
                within=_holder(drafts, n) if within else None,
                speakers=tuple(numbers[voice] for voice in draft.voices),
                candidates=tuple(numbers[voice] for voice in draft.candidates),
            )
            for n, draft in enumerate(drafts)
        )
        speakers = tuple(_speaker(voice, n) for n, voice in enumerate(voices))
        requests = tuple(_request(request, numbers[voice]) for voice, request in self.asked) if within else ()
        reading = replace(
            self.reading, article=self.article, statements=statements, speakers=speakers, requests=requests
        )
        return Part(reading, tuple(draft.id for draft in drafts), tuple(draft.reviewed for draft in drafts))


def _ordered(drafts: Sequence[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda one: (one.statement.content[0].start, -one.statement.content[-1].end))


def _holder(drafts: Sequence[Draft], n: int) -> int | None:
    """The innermost statement before the n-th that contains it."""
    return next((m for m in reversed(range(n)) if drafts[m].statement.contains(drafts[n].statement)), None)


def _voices_of(drafts: Sequence[Draft]) -> dict[Voice, None]:
    return dict.fromkeys(voice for draft in drafts for voice in (*draft.voices, *draft.candidates))


def _named(drafts: Sequence[Draft]) -> list[Voice]:
    return list(_voices_of(drafts))


def _by_first_mention(all_: Sequence[Voice], used: Sequence[Voice]) -> list[Voice]:
    """The voices that are used, by first mention; of two that begin at one place the one that was listed first."""
    wanted = set(used)
    return sorted((voice for voice in all_ if voice in wanted), key=lambda voice: min(voice.mentions).start)


def _speaker(voice: Voice, id_: int) -> Speaker:
    return Speaker(id_, voice.name, voice.kind, tuple(sorted(set(voice.mentions))), voice.role, voice.anonymity)


def _request(request: Request, to: int) -> Request:
    return replace(request, to=to)
