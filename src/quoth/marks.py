"""Where the quotation marks of a text open and close: every house style, over paragraphs, one inside another.

Reporters open every paragraph of a long quotation and close only the last; typists leave a mark out; an apostrophe
looks like a closing mark. So marks are classified by their neighbours first and then paired, paragraph by paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from quoth.domain import Span

MARK = re.compile(r"''|``|,,(?=\w)|[\"“”„‟«»‘’‚‛‹›']")

DOUBLE, SINGLE = "double", "single"
KIND = dict.fromkeys("‘’‚‛‹›'", SINGLE)  # all others are double

# An apostrophe that starts a word: '90s, 'em, rock 'n' roll. Only believed where it does not open a quotation.
ELISION = re.compile(
    r"(?:\d\ds?\b|(?:em|til|tis|twas|twere|cause|bout|round|n|neath|gainst|sup|kay|cuz)\b)", re.IGNORECASE
)
BEFORE_OPENER = re.compile(r"[\s(\[{<—–\-/“„«\"‘‚:…]")
AFTER_CLOSER = re.compile(r"[\s.,!?;:…—–\-)\]}”»\"’'/]")


class Side(IntEnum):
    """What a mark's own form and neighbours say of it."""

    NEITHER = 0  # an apostrophe, a foot or an inch
    OPENS = 1
    CLOSES = 2
    EITHER = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark as printed."""

    span: Span
    kind: str
    side: Side


@dataclass(frozen=True, slots=True)
class Quoted:
    """One paragraph's piece of a quotation, marks included."""

    span: Span
    opened: bool  # begins with an opening mark
    closed: bool  # ends with a closing mark; False at a paragraph's end when the next one carries on
    depth: int  # 0 for an outer quotation, 1 for one inside it
    continues: bool  # carries on the depth-0 piece before it, which had no closing mark
    opener_chars: int = 1

    @property
    def inner(self) -> tuple[int, int]:
        """Start and end of the words between the marks; they may be equal."""
        return self.span.start + self.opener_chars * self.opened, self.span.end - self.opener_chars * self.closed


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quoted, ...]:
    """Every quoted piece, by start, outer before inner; pieces never cross one another nor a paragraph's end."""
    out: list[Quoted] = []
    carried: str | None = None  # the kind of mark that the paragraph before left open
    for n, paragraph in enumerate(paragraphs):
        following = paragraphs[n + 1] if n + 1 < len(paragraphs) else None
        pieces, carried = _pair(text, paragraph, marks(text, paragraph), carried, following)
        out += pieces
    return tuple(out)


def marks(text: str, paragraph: Span) -> list[Mark]:
    """The quotation marks of one paragraph, in order, apostrophes left out."""
    out = []
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        side = _side(text, match, paragraph)
        if side is not Side.NEITHER:
            out.append(Mark(Span(*match.span()), KIND.get(match[0], DOUBLE), side))
    return out


def _side(text: str, match: re.Match[str], paragraph: Span) -> Side:
    mark, (start, end) = match[0], match.span()
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    if KIND.get(mark) == SINGLE and before.isalnum() and after.isalnum():
        return Side.NEITHER
    may_open = bool(BEFORE_OPENER.match(before)) and not after.isspace()
    may_close = not before.isspace() and bool(AFTER_CLOSER.match(after) or before in ".,!?…")
    if mark in "``„‚‛,,":
        return Side.OPENS
    if mark == "‘":
        return Side.NEITHER if ELISION.match(text, end) and not may_close else Side.OPENS
    if mark == "“":  # also closes „German“ quotations
        return Side.EITHER if may_close and not may_open else Side.OPENS
    if mark == "”":  # also opens ”Swedish” ones
        return Side.EITHER if may_open and not may_close else Side.CLOSES
    if mark in "«»‹›":
        return _guillemet(mark, before, after, may_open)
    if mark == "’":
        return Side.CLOSES if may_close else Side.NEITHER
    return _straight(text, mark, start, end, may_open, may_close)


def _guillemet(mark: str, before: str, after: str, may_open: bool) -> Side:
    """French houses set a space inside « », German ones turn them round: »so«."""
    if before.isspace() and after.isspace():
        return Side.OPENS if mark in "«‹" else Side.CLOSES
    if mark in "«‹":
        return Side.OPENS if before.isspace() or may_open else Side.CLOSES
    return Side.OPENS if may_open and not AFTER_CLOSER.match(after) else Side.CLOSES


def _straight(text: str, mark: str, start: int, end: int, may_open: bool, may_close: bool) -> Side:
    if mark == "'" and may_open and not may_close and ELISION.match(text, end):
        return Side.NEITHER
    if may_open and may_close:
        return Side.EITHER
    if may_open or may_close:
        return Side.OPENS if may_open else Side.CLOSES
    return Side.NEITHER if mark == "'" else Side.EITHER


@dataclass(slots=True)
class _Open:
    """A quotation whose end has not been seen."""

    start: int
    kind: str
    chars: int
    opened: bool
    continues: bool


def _pair(
    text: str, paragraph: Span, found: list[Mark], carried: str | None, following: Span | None
) -> tuple[list[Quoted], str | None]:
    """The paragraph's pieces, and the kind of mark left open for the next paragraph to carry on."""
    stack: list[_Open] = []
    out: list[Quoted] = []
    if carried and not _begins_with_opener(text, paragraph, carried) and _closes_first(found, carried):
        stack.append(_Open(paragraph.start, carried, 0, False, True))  # the opening mark was left out
    for n, mark in enumerate(found):
        open_kinds = [item.kind for item in stack]
        if mark.kind in open_kinds and _does_close(text, mark, found[n + 1 :], stack):
            while stack[-1].kind != mark.kind:
                stack.pop()  # an inner mark that was an apostrophe after all
            top = stack.pop()
            if mark.span.end > top.start + 2 * top.chars:
                span = Span(top.start, mark.span.end)
                out.append(Quoted(span, top.opened, True, len(stack), top.continues, len(mark.span)))
        elif mark.side is not Side.CLOSES and (mark.kind == DOUBLE or _has_closer(mark, found[n + 1 :])):
            if mark.kind in open_kinds:  # the mark before it was never closed
                del stack[open_kinds.index(mark.kind) :]
            at_start = not text[paragraph.start : mark.span.start].strip()
            stack.append(
                _Open(mark.span.start, mark.kind, len(mark.span), True, bool(carried) and at_start and not stack)
            )
    left = next((item for item in stack if item.kind == DOUBLE), None)
    left_kind = None
    if left is not None and (following is None or _carries_on(text, following, left)):
        end = paragraph.start + len(paragraph.of(text).rstrip())
        if end > left.start + left.chars:
            out.append(Quoted(Span(left.start, end), left.opened, False, 0, left.continues, max(1, left.chars)))
            left_kind = left.kind
    out.sort(key=lambda piece: (piece.span.start, -piece.span.end))
    return out, left_kind


def _does_close(text: str, mark: Mark, rest: list[Mark], stack: list[_Open]) -> bool:
    if mark.side is Side.OPENS:
        return False
    if mark.kind == DOUBLE or mark.side is Side.EITHER:
        return True
    # A single mark after a word's s is a possessive when a better closer stands before the next opener.
    if text[mark.span.start - 1] != "s" or not text[mark.span.end : mark.span.end + 2].strip():
        return True
    later = [other for other in rest if other.kind == mark.kind or len(stack) > 1]
    better = next((other for other in later if other.side is not Side.NEITHER), None)
    return not (
        better is not None
        and better.kind == mark.kind
        and better.side is Side.CLOSES
        and text[mark.span.end : mark.span.end + 1] == " "
    )


def _has_closer(mark: Mark, rest: list[Mark]) -> bool:
    """Whether a single mark that looks like an opener is answered in its paragraph; else it is an apostrophe."""
    return any(other.kind == mark.kind and other.side is not Side.OPENS for other in rest)


def _begins_with_opener(text: str, paragraph: Span, kind: str) -> bool:
    lead = paragraph.start + len(paragraph.of(text)) - len(paragraph.of(text).lstrip())
    match = MARK.match(text, lead, paragraph.end)
    return match is not None and KIND.get(match[0], DOUBLE) == kind


def _closes_first(found: list[Mark], kind: str) -> bool:
    first = next((mark for mark in found if mark.kind == kind), None)
    return first is not None and first.side is Side.CLOSES


def _carries_on(text: str, following: Span, left: _Open) -> bool:
    """Whether the next paragraph goes on with the quotation: it opens with a mark, or closes one it never opened."""
    return _begins_with_opener(text, following, left.kind) or _closes_first(marks(text, following), left.kind)
