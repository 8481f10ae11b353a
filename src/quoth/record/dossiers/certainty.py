"""Which speakers of an article certainly made a statement, and which statements may be whose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quoth.domain import Reading, Review, Speaker, SpeakerKind, Statement
from quoth.identity.confidence import OTHERS_THRESHOLD, THRESHOLD
from quoth.record.corrected import Corrected

LOOKED_AT = frozenset({Review.CHECKED, Review.EDITED})
MOST_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class Certainty:
    """What is certain of who speaks in an article."""

    reading: Reading  # whose statements name as speakers those too who may only be theirs
    sure: frozenset[int]  # numbers of the speakers of whom a statement certainly is
    may_be: tuple[tuple[int, int], ...]  # a statement's place and a speaker's number


def certainty(done: Corrected) -> Certainty:
    """What is certain of who speaks in it: by the machine's confidence, or because an editor looked."""
    reading = done.reading
    sure: set[int] = set()
    may_be: list[tuple[int, int]] = []
    for n, (one, seen) in enumerate(zip(reading.statements, done.reviews, strict=True)):
        told = {id_ for id_ in one.speakers if seen.state in LOOKED_AT or is_sure(one, reading.speakers[id_])}
        sure |= told
        may_be += [(n, id_) for id_ in _whose(one) if id_ not in told]
    statements = tuple(replace(one, speakers=tuple(_whose(one)), candidates=()) for one in reading.statements)
    return Certainty(replace(reading, statements=statements), frozenset(sure), tuple(may_be))


def is_sure(one: Statement, speaker: Speaker) -> bool:
    """Whether the machine is sure enough of a statement's speaker to say so; a person's name needs more."""
    told = one.confidence.speaker
    return told is None or told >= (THRESHOLD if speaker.kind is SpeakerKind.PERSON else OTHERS_THRESHOLD)


def _whose(one: Statement) -> Iterator[int]:
    yield from one.speakers or one.candidates[:MOST_CANDIDATES]
