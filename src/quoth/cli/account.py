"""A Reading as an account for the terminal: its speakers, then who, verb, words, where, through whom and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from quoth.contract import quote
from quoth.domain import Act, Manner, Part, Reading, Statement, Status

WIDEST = 100  # longer lines are hard to read


class Account:
    """Writes readings to stdout, one blank line apart: wrapped for a terminal, one line for each thing in a pipe."""

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or Console(highlight=False)
        if self.console.is_terminal:
            self.console.width = min(self.console.width, WIDEST)
        self.shown = 0

    def show(self, reading: Reading, most: int | None = None) -> None:
        """Writes one reading, at most so many of its statements."""
        if self.shown:
            self._line(Text())
        self.shown += 1
        for line in heading(reading):
            self._line(line)
        for line in cast(reading):
            self._line(line, 2)
        for statement in reading.statements[:most]:
            indent = 2 + 4 * _depth(reading, statement)
            self._line(Text())
            self._line(who(reading, statement), indent)
            self._line(words(reading, statement), indent + 2)
            if way(statement):
                self._line(Text(way(statement), style="dim"), indent + 2)

    def _line(self, line: Text, indent: int = 0) -> None:
        if self.console.is_terminal:
            self.console.print(Padding(line, (0, 0, 0, indent)))
        else:
            self.console.print(Text(" " * indent) + line, soft_wrap=True)


def heading(reading: Reading) -> list[Text]:
    """The headline, and a line with outlet, day, and the number of statements."""
    article, count = reading.article, len(reading.statements)
    facts = [article.outlet, _days(reading), f"{count} statement{'' if count == 1 else 's'}", article.origin]
    return [
        Text(article.headline or article.origin, style="bold"),
        Text(" · ".join(fact for fact in facts if fact), style="dim"),
    ]


def _days(reading: Reading) -> str | None:
    published = reading.article.published
    if published is None:
        return None
    if published.start == published.end:
        return published.start.isoformat()
    return f"{published.start} to {published.end}"


def cast(reading: Reading) -> list[Text]:
    """A line for each speaker of a statement: name, what they are, and how many statements are theirs."""
    counts = Counter(id_ for statement in reading.statements for id_ in statement.speakers)
    lines = []
    for speaker in reading.speakers:
        if counts[speaker.id]:
            line = Text().append(_flat(speaker.name), style="bold")
            facts = [speaker.role or "", speaker.kind, f"{counts[speaker.id]} ×", speaker.anonymity or ""]
            lines.append(line.append("  " + " · ".join(_flat(fact) for fact in facts if fact), style="dim"))
    return lines


def who(reading: Reading, statement: Statement) -> Text:
    """The speaker and the mention, the verb, what a reader must know of the words, and where they stand."""
    line = Text()
    name, mention = names(reading, statement.speakers), printed(reading, statement)
    line.append(name or mention or "(nobody named)", style="bold cyan")
    if name and mention and mention != name:
        line.append(f" ({mention})", style="cyan")
    if statement.candidates:
        line.append(f" (perhaps {names(reading, statement.candidates, ' or ')}?)", style="dim")
    if statement.cue:
        line.append("  ").append(_flat(statement.cue.of(reading.article.text)), style="green")
    if label(statement):
        line.append("  ").append(f"[{label(statement)}]", style="yellow")
    line.append("  ").append(where(reading, statement), style="dim")
    return line


def names(reading: Reading, ids: Iterable[int], between: str = " and ") -> str:
    """The names of the speakers with these ids; "" for none."""
    return between.join(_flat(reading.speakers[id_].name) for id_ in ids)


def printed(reading: Reading, statement: Statement) -> str:
    """The mention as printed; "" where nobody is named."""
    return _flat(statement.mention.of(reading.article.text)) if statement.mention else ""


def way(statement: Statement) -> str:
    """How the words came to the page and when they were said: "briefing → reporters · 2024-03-11"; "" for unknown."""
    route = " → ".join(_flat(step.name) for step in statement.route)
    return " · ".join(fact for fact in (route, day(statement)) if fact)


def day(statement: Statement) -> str:
    """The day on which it was said, or the first and the last; "" for unknown."""
    moment = statement.moment
    if moment is None:
        return ""
    return f"{moment.start}" if moment.start == moment.end else f"{moment.start} to {moment.end}"


def label(statement: Statement) -> str:
    """What a reader must know of the words: that they were thought or done, or do not stand: "thought, denied"."""
    act = statement.act if statement.act in (Act.THOUGHT, Act.DID) else ""
    status = statement.status if statement.status is not Status.ASSERTED else ""
    return ", ".join(word for word in (act, status) if word)


def words(reading: Reading, statement: Statement) -> Text:
    """The content as printed; in italics where it is not a quotation."""
    style = "italic" if statement.manner is Manner.INDIRECT else ""
    return Text(_flat(quote(reading.article.text, statement.content)), style=style)


def where(reading: Reading, statement: Statement) -> str:
    """The part of the page and the paragraph, counted over the passages of that part."""
    start = statement.content[0].start
    counts: dict[Part, int] = {}
    for passage in reading.article.passages:
        counts[passage.part] = counts.get(passage.part, 0) + 1
        if passage.span.start <= start < passage.span.end:
            return (
                passage.part.value if passage.part is Part.HEADLINE else f"{passage.part.value} ¶{counts[passage.part]}"
            )
    return ""


def _flat(words: str) -> str:
    return " ".join(words.split())


def _depth(reading: Reading, statement: Statement) -> int:
    depth = 0
    while statement.within is not None:
        statement, depth = reading.statements[statement.within], depth + 1
    return depth
