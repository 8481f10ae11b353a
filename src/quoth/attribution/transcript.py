"""Turns of a transcript: "MORROW: Good evening." is a statement with a speaker and without a reporting verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.attribution.found import Found
from quoth.attribution.quoting import manner
from quoth.domain import Span
from quoth.marks import quotations

# A name in capitals, perhaps with a role behind a comma or in brackets, a colon, and words.
_NAME = r"(?:[A-Z][A-Z.'’-]*[A-Z.]|[A-Z]\.)(?: (?:[A-Z][A-Z.'’-]*[A-Z.]|[A-Z]\.|[A-Z])){0,3}"
_ROLE = r"(?:, [^:.\n]{2,40}| \([^):\n]{2,40}\))?"
LABEL = re.compile(rf"[\"“]?({_NAME}{_ROLE}):\s+(?=\S)")  # a transcript that is quoted opens each turn with a mark
LEAST_TURNS = 3  # two lines of that form are as often a list or a pair of headings
STAGE = re.compile(r"\((?:[A-Z][A-Z ,:'’\".-]+|[A-Z]?[a-z]+(?: [a-z]+)?)\)")  # (SOUNDBITE OF FILM), (Laughing)


@dataclass(frozen=True, slots=True)
class Turn:
    """label: who speaks, as printed; words: what is said, stage directions at its ends left out."""

    label: Span
    words: Span


def turns(text: str, paragraphs: Sequence[Span]) -> list[Turn]:
    """The turns, one a paragraph; none where the text is no transcript."""
    found = [turn for paragraph in paragraphs if (turn := _turn(text, paragraph)) is not None]
    return found if len(found) >= LEAST_TURNS else []


def _turn(text: str, paragraph: Span) -> Turn | None:
    label = LABEL.match(text, paragraph.start, paragraph.end)
    if label is None:
        return None
    start, end = label.end(), paragraph.end
    while (stage := STAGE.match(text, start, end)) is not None:
        start = stage.end() + len(text[stage.end() : end]) - len(text[stage.end() : end].lstrip())
    for stage in list(STAGE.finditer(text, start, end))[::-1]:
        if not text[stage.end() : end].strip():
            end = start + len(text[start : stage.start()].rstrip())
    return Turn(Span(*label.span(1)), Span(start, end)) if start < end else None


def without_labels(paragraphs: Sequence[Span], spoken: Sequence[Turn]) -> list[Span]:
    """The paragraphs, each turn cut down to its words, so that its label is not read as a name in them."""
    words = {turn.label.start: turn.words for turn in spoken}
    return [words.get(paragraph.start, paragraph) for paragraph in paragraphs]


def said_in_turn(text: str, spoken: Sequence[Turn]) -> list[Found]:
    """One statement a turn."""
    quoted = quotations(text, [turn.words for turn in spoken])
    return [Found((turn.words,), None, turn.label, manner([turn.words], quoted, text), None) for turn in spoken]


def apart(found: Sequence[Found], spoken: Sequence[Turn]) -> list[Found]:
    """What was found outside the turns, and what was found whole inside one and is less than it."""

    def stands(one: Found) -> bool:
        spans = [*one.content, *(span for span in (one.cue, one.mention) if span is not None)]
        touched = [turn for turn in spoken if any(turn.words.overlaps(span) for span in spans)]
        return not touched or (one.cue is not None and all(touched[0].words.contains(span) for span in spans))

    return [one for one in found if stands(one)]
