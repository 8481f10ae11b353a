"""Pasted text on its way to passages: its paragraphs, and the part that each was found to be so far."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.domain import Part
from quoth.reading import bylines, furniture
from quoth.reading.lines import Paragraph


@dataclass(slots=True)
class Draft:
    """Paragraphs beside their parts; None where no rule has claimed the paragraph, and body if that stays so."""

    lines: tuple[Paragraph, ...]
    found: list[Part | None]
    spaced: bool  # blank lines set paragraphs apart, so that two lines without one belong together

    @classmethod
    def of(cls, lines: tuple[Paragraph, ...]) -> Draft:
        return cls(lines, [None] * len(lines), sum(line.gap for line in lines) * 3 > len(lines))

    def __len__(self) -> int:
        return len(self.lines)

    def text(self, index: int) -> str:
        return self.lines[index].text

    def part(self, index: int) -> Part:
        return self.found[index] or Part.BODY

    def is_free(self, index: int) -> bool:
        return self.found[index] is None

    def claim(self, index: int, part: Part) -> None:
        """Give the paragraph its part unless it has one."""
        self.found[index] = self.found[index] or part

    def is_weak(self, index: int) -> bool:
        line = self.lines[index]
        return furniture.is_weak(line.text, ends_sentence=line.ends_sentence)

    def is_byline(self, index: int) -> bool:
        """Whether the paragraph is a byline or date line, or a bare name or role beside one."""
        if not self.is_free(index):
            return self.found[index] is Part.BYLINE
        if self._says_byline(index):
            return True
        beside = [near for near in (index - 1, index + 1) if 0 <= near < len(self)]
        return index > 0 and bylines.is_name(self.text(index)) and any(map(self._says_byline, beside))

    def _says_byline(self, index: int) -> bool:
        if self.found[index] not in (None, Part.BYLINE):
            return False
        return bylines.is_byline(self.text(index)) or bylines.is_date_line(self.text(index))
