"""Marked-up text -> text and what is marked in it. The format is told in tests/articles/README.md."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from quoth.domain import Part, Passage, Span

STATUSES = ("asserted", "denied", "not-said", "refused", "hypothetical", "expected")
ACTS = ("said", "wrote", "thought", "did")
LABELS = "|".join((*ACTS, *STATUSES))
TOKEN = re.compile(rf"\{{([mqcp])(\d+(?:,\d+)*)((?:=(?:{LABELS}))*) |\}}|@(" + "|".join(Part) + r") ")


@dataclass
class Told:
    """One statement as it is marked."""

    content: list[Span] = field(default_factory=list)
    cue: Span | None = None
    mention: Span | None = None
    prompt: Span | None = None
    act: str = "said"
    status: str = "asserted"


@dataclass(frozen=True)
class Marked:
    """The text without its marks, its passages, and its statements by number."""

    text: str
    passages: tuple[Passage, ...]
    statements: Mapping[int, Told]

    def attributions(self) -> list[dict[str, list[list[int]]]]:
        """The statements as a row of shared/data/polnear holds them."""
        one = lambda span: [[span.start, span.end]] if span else []  # noqa: E731
        return [
            {
                "source": one(told.mention),
                "cue": one(told.cue),
                "content": [[s.start, s.end] for s in sorted(told.content)],
            }
            for _, told in sorted(self.statements.items())
        ]


def unmark(marked: str) -> Marked:
    """The text and what is marked in it. Raises ValueError where marks do not balance."""
    out: list[str] = []
    length = place = 0
    stack: list[tuple[str, list[int], int]] = []
    parts: list[tuple[int, Part]] = [(0, Part.BODY)]
    statements: dict[int, Told] = {}
    for match in TOKEN.finditer(marked):
        out.append(marked[place : match.start()])
        length, place = length + match.start() - place, match.end()
        if match[4]:
            parts.append((length, Part(match[4])))
        elif match[1]:
            numbers = [int(n) for n in match[2].split(",")]
            stack.append((match[1], numbers, length))
            for number in numbers:
                _label(statements.setdefault(number, Told()), match[3].split("=")[1:])
        elif stack:
            role, numbers, start = stack.pop()
            for number in numbers:
                _tell(statements.setdefault(number, Told()), role, Span(start, length))
        else:
            raise ValueError(f"a }} without its {{ at {match.start()}: {marked[match.start() - 40 : match.end()]!r}")
    if stack:
        raise ValueError(f"{len(stack)} marks are not closed")
    text = "".join([*out, marked[place:]])
    return Marked(text, _passages(text, parts), statements)


def _tell(told: Told, role: str, span: Span) -> None:
    if role == "c":
        told.content.append(span)
    elif role == "q":
        told.cue = span
    elif role == "p":
        told.prompt = span
    else:
        told.mention = span


def _label(told: Told, labels: list[str]) -> None:
    for label in labels:
        if label in ACTS:
            told.act = label
        else:
            told.status = label.replace("-", " ")


def _passages(text: str, parts: list[tuple[int, Part]]) -> tuple[Passage, ...]:
    """One passage for each line, or each marked stretch of one."""
    cuts = sorted({0, len(text), *(place for place, _ in parts), *(m.end() for m in re.finditer("\n", text))})
    out = []
    for start, end in pairwise(cuts):
        words = text[start:end]
        if words.strip():
            lead = len(words) - len(words.lstrip())
            part = [part for place, part in parts if place <= start][-1]
            out.append(Passage(Span(start + lead, start + len(words.rstrip())), part))
    return tuple(out)
