"""Which lines of pasted text make one paragraph? Lines in, Paragraphs out; hard-wrapped lines are joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from quoth.domain import Span

LINE = re.compile(r"[^\n\x0b\x0c\x85\u2028\u2029]+")
BULLET = re.compile(r"(?:[•●▪◦‣·*–—-]|\d{1,2}[.)])\s+\S")
TERMINAL = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
NARROWEST_WRAP, WIDEST_WRAP = 40, 100  # mail and teletype wrap at 60-80, PDF columns from 45, wide terminals at 100
SLACK = 0.85  # ragged PDF lines stop up to a seventh short of the margin


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its words on one line, where they stand, and whether a blank line goes before."""

    text: str
    span: Span
    gap: bool

    @property
    def is_bullet(self) -> bool:
        return BULLET.match(self.text) is not None

    @property
    def ends_sentence(self) -> bool:
        return TERMINAL.search(self.text) is not None


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of `text` in order; every character that is not white space lies in one."""
    lines = _lines(text)
    width = _wrap_width(lines)
    found: list[Paragraph] = []
    before: Paragraph | None = None
    for line in lines:
        if before is not None and width is not None and _continues(before, line, width, text):
            joined = Span(found[-1].span.start, line.span.end)
            found[-1] = Paragraph(f"{found[-1].text} {line.text}", joined, found[-1].gap)
        else:
            found.append(line)
        before = line
    return tuple(found)


def _lines(text: str) -> list[Paragraph]:
    lines: list[Paragraph] = []
    end = 0
    for match in LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            lines.append(Paragraph(words, Span(start, start + len(words)), text.count("\n", end, start) > 1))
            end = start + len(words)
    return lines


def _wrap_width(lines: list[Paragraph]) -> int | None:
    """The column at which the text was hard-wrapped; None where lines are paragraphs.

    Wrapping leaves two marks that lists and short paragraphs lack: the next line's first word would not have fitted,
    and most lines go on in the middle of a sentence.
    """
    neighbours = [(line, after) for line, after in pairwise(lines) if not after.gap]
    width = max((len(line.text) for line, _ in neighbours if " " in line.text), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    full = [after for line, after in neighbours if _is_full(line, after, width)]
    midway = [after for after in full if not after.text[0].isupper() and not after.is_bullet]
    wrapped = len(full) >= 2 and len(full) * 2 >= len(neighbours) and len(midway) * 2 >= len(full)
    return width if wrapped else None


def _is_full(line: Paragraph, after: Paragraph, width: int) -> bool:
    return len(line.text) + 1 + len(after.text.split()[0]) > width * SLACK


def _continues(before: Paragraph, line: Paragraph, width: int, text: str) -> bool:
    if line.gap or line.is_bullet:
        return False
    if _indent(line, text) - _indent(before, text) >= 2 and not before.is_bullet:
        return False  # an indented first line opens a paragraph
    return _is_full(before, line, width) or (line.text[0].islower() and not before.ends_sentence)


def _indent(line: Paragraph, text: str) -> int:
    return line.span.start - max(text.rfind("\n", 0, line.span.start), -1) - 1
