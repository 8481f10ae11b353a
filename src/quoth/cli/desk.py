"""What people say of articles and statements, in lines for the terminal: corrections, review states and notices."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from quoth.cli.account import WIDEST, way, who, words
from quoth.domain import Notice, Review, Span, Statement

if TYPE_CHECKING:
    from quoth.record.corrected import Corrected, Part, Reviewed
    from quoth.record.fixing import Logged
    from quoth.record.notices import Noted

By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who does it; else your user name.", show_default=False),
]


def name_of(by: str | None) -> str:
    """Who is at work: the name that is given, else the user's."""
    if by or os.environ.get("USER"):
        return by or os.environ["USER"]
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user in the system's list, as in some containers
        return "unknown"


class Desk:
    """Writes lines to stdout: wrapped for a terminal, a line a thing in a pipe."""

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or Console(highlight=False)
        if self.console.is_terminal:
            self.console.width = min(self.console.width, WIDEST)

    def line(self, line: Text | str = "", indent: int = 0) -> None:
        """One line, folded to the terminal's width behind its indent."""
        text = Text(line) if isinstance(line, str) else line
        if self.console.is_terminal:
            self.console.print(Padding(text, (0, 0, 0, indent)))
        else:
            self.console.print(Text(" " * indent) + text, soft_wrap=True)

    def statement(self, part: Part, n: int, notices: Sequence[Notice] = (), *, context: bool = True) -> None:
        """The n-th statement of some: its id and state, who, the words (in their passage), the way, notices."""
        reading, one = part.reading, part.reading.statements[n]
        head = Text(part.ids[n], style="bold").append(f"  {state(part.reviews[n])}", style="dim")
        self.line(head)
        self.line(who(reading, one), 2)
        self.line(
            in_context(reading.article.text, one, self._passages(part, one)) if context else words(reading, one), 4
        )
        if way(one):
            self.line(Text(way(one), style="dim"), 4)
        for notice in notices:
            self.line(told(notice), 4)

    def _passages(self, part: Part, one: Statement) -> list[Span]:
        passages = [passage.span for passage in part.reading.article.passages]
        return [span for span in passages if any(span.overlaps(piece) for piece in one.content)]

    def corrections(self, logged: Iterable[Logged]) -> None:
        """A line for each correction, and one below for why it was made, and for why it does not fit any more."""
        from quoth.record.corrections import described

        for one in logged:
            correction = one.correction
            subject = correction.statement or correction.article
            line = Text(f"{correction.id}", style="bold").append(f"  {subject}  ", style="dim")
            line.append(" ".join(described(correction.change).split()))
            line.append(f"  by {correction.by} on {correction.at:%Y-%m-%d %H:%M}", style="dim")
            if correction.undone_by:
                line.stylize("strike")
                line.append(f"  undone by {correction.undone_by}", style="yellow")
            self.line(line)
            if correction.why:
                self.line(Text(" ".join(correction.why.split()), style="italic"), 4)
            if one.lost and correction.is_active:
                self.line(Text(f"does not fit any more: {one.lost}", style="yellow"), 4)

    def notices(self, noted: Iterable[Noted]) -> None:
        """A line for each notice."""
        for one in noted:
            about = one.about
            line = Text(f"{one.id}", style="bold")
            line.append(f"  {about.statement or about.speaker or about.article}  ", style="dim")
            self.line(line.append_text(told(one.notice)).append(f"  by {one.by}", style="dim"))


def state(reviewed: Reviewed) -> str:
    """The review state, by whom and when."""
    if reviewed.state is Review.MACHINE:
        return reviewed.state.value
    return f"{reviewed.state} by {reviewed.by} on {reviewed.at:%Y-%m-%d}"


def headed(notice: Notice) -> str:
    """What kind of notice it is, and of what day."""
    return f"{notice.kind} on {notice.day}" if notice.day else notice.kind.value


def told(notice: Notice) -> Text:
    """A notice in a line."""
    line = Text(headed(notice), style="yellow")
    line.append(" (proposed, not confirmed)" if notice.proposed else "").append(f": {' '.join(notice.text.split())}")
    return line


def in_context(text: str, one: Statement, passages: Sequence[Span]) -> Text:
    """The passages that hold the words, the words between ‹ and ›."""
    out = Text()
    for passage in passages:
        if out:
            out.append(" ")
        for piece, is_said in _pieces(text, passage, one.content):
            flat = " ".join(piece.split(" ")).replace("\n", " ")
            out.append(f"‹{flat}›" if is_said else flat, style="bold" if is_said else "dim")
    return out


def _pieces(text: str, passage: Span, content: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    place = passage.start
    for span in content:
        start, end = max(span.start, passage.start), min(span.end, passage.end)
        if start < end:
            yield text[place:start], False
            yield text[start:end], True
            place = end
    yield text[place : passage.end], False


def notices_of(shown: Corrected, id_: str) -> tuple[Notice, ...]:
    """The notices of a statement and of its speakers."""
    if id_ not in shown.ids:
        return ()
    n = shown.ids.index(id_)
    speakers = [notice for who_ in shown.reading.statements[n].speakers for notice in shown.editorial.speakers[who_]]
    return (*shown.editorial.statements[n], *speakers)
