"""A transcript as text with its lines: who speaks in each, and where it stands (a line's number, or a time)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from quoth.domain import Span

LABEL = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z(][\w.'’)-]*){0,5})(?: \([^)]{1,60}\))?:\s+(?=\S)")
TIMED = (".vtt", ".srt")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one caption: where it begins in the transcript's text, what it is called, and who speaks."""

    start: int
    place: str  # "line 212", "00:04:31"
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said, as one text, and its lines in order."""

    text: str
    lines: tuple[Line, ...]

    def place(self, span: Span) -> str:
        """Where the words stand, as a person looks them up."""
        first, last = self._line(span.start), self._line(span.end - 1)
        return first.place if first is last else f"{first.place} to {last.place.removeprefix('line ')}"

    def speaker(self, span: Span) -> str | None:
        """Who says the first of the words; None where the transcript does not tell."""
        return self._line(span.start).speaker

    def _line(self, at: int) -> Line:
        return self.lines[max(bisect_right(self.lines, at, key=lambda line: line.start) - 1, 0)]


def line_label(label: str) -> str:
    """The speaker's name as a label has it, without what stands in brackets and without capitals throughout."""
    name = re.sub(r"\s*\([^)]*\)", "", label).strip()
    return name.title() if name.isupper() else name


def transcript(text: str, suffix: str) -> Transcript:
    """The transcript that a file of that suffix holds (".vtt", ".srt", or plain text).

    Raises: ValueError where captions are none.
    """
    told = _captions(text, suffix) if suffix.lower() in TIMED else _lines(text)
    return _joined(told)


def _captions(text: str, suffix: str) -> Iterator[tuple[str, str, str | None]]:
    """Each caption's words, time and speaker; a label holds on until the next one."""
    speaker: str | None = None
    for caption in _parsed(text, suffix).captions:
        words = " ".join(caption.text.split())
        name, rest = _labelled(words)
        speaker = caption.voice or name or speaker
        if rest:
            yield rest, str(caption.start).partition(".")[0], speaker


def _parsed(text: str, suffix: str) -> webvtt.WebVTT:
    try:
        return webvtt.WebVTT.from_buffer(StringIO(text), format=suffix.lower().lstrip("."))
    except (MalformedFileError, MalformedCaptionError) as error:
        raise ValueError(f"these are no captions in the form of {suffix}") from error


def _lines(text: str) -> Iterator[tuple[str, str, str | None]]:
    speaker: str | None = None
    for number, line in enumerate(text.split("\n"), 1):
        name, rest = _labelled(line.strip())
        speaker = name or speaker
        if rest:
            yield rest, f"line {number}", speaker


def _labelled(line: str) -> tuple[str | None, str]:
    """The speaker's label at the start of a line, and the words after it."""
    match = LABEL.match(line)
    return (match["name"], line[match.end() :]) if match else (None, line)


def _joined(told: Iterable[tuple[str, str, str | None]]) -> Transcript:
    lines, pieces, at = list[Line](), list[str](), 0
    for words, place, speaker in told:
        lines.append(Line(at, place, speaker))
        pieces.append(words)
        at += len(words) + 1
    return Transcript("\n".join(pieces), tuple(lines) or (Line(0, "line 1", None),))
