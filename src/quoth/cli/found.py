"""A page of hits for the terminal: who, the words in their article with what was sought marked, where from."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quoth.cli.account import WIDEST
from quoth.cli.desk import headed
from quoth.domain import Manner, Span
from quoth.record.search import Count, Days, Hit, Page, Total


class Found:
    """Writes a page to stdout, and to stderr how much there is: wrapped for a terminal, a line a thing in a pipe."""

    def __init__(self, console: Console | None = None, remarks: Console | None = None) -> None:
        self.console = console or Console(highlight=False)
        self.remarks = remarks or Console(stderr=True, highlight=False)
        if self.console.is_terminal:
            self.console.width = min(self.console.width, WIDEST)

    def show(self, page: Page) -> None:
        for n, hit in enumerate(page.hits):
            if n:
                self._line(Text())
            self._line(who(hit))
            self._line(words(hit, plain=not self.console.is_terminal), 2)
            self._line(Text(where(hit), style="dim"), 2)
            for notice in hit.notices:
                self._line(Text(f"{headed(notice)}: {notice.text}", style="yellow"), 2)
        for name, counts in (page.facets or {}).items():
            self.console.print()
            self.console.print(facet(name, counts))
        self.remarks.print(Text(told(page), style="dim"), soft_wrap=True)

    def _line(self, line: Text, indent: int = 0) -> None:
        if self.console.is_terminal:
            self.console.print(Padding(line, (0, 0, 0, indent)))
        else:
            self.console.print(Text(" " * indent) + line, soft_wrap=True)


def who(hit: Hit) -> Text:
    """The speaker with the role, what a reader must know of the words, and the day on which they were said."""
    line = Text(" and ".join(hit.speakers) or "(nobody named)", style="bold cyan")
    if hit.role:
        line.append(f", {_flat(hit.role)}", style="cyan")
    if hit.label:
        line.append(f"  [{hit.label}]", style="yellow")
    if hit.said:
        line.append(f"  {days(hit.said)}", style="dim")
    return line


def words(hit: Hit, plain: bool) -> Text:
    """The evidence, the statement brighter than what is around it; in a pipe between ‹ and ›."""
    evidence = hit.evidence
    line = Text("…" if evidence.start else "", style="dim" if not plain else "")
    line.append(evidence.text, style="dim")
    shift = len(line) - len(evidence.text)
    for span in evidence.statement:
        line.stylize("not dim italic" if hit.manner == Manner.INDIRECT else "not dim", *_moved(span, shift))
    for span in evidence.marks:
        line.stylize("not dim bold yellow", *_moved(span, shift))
    if plain:
        line = _bracketed(line, [_moved(span, shift) for span in evidence.statement])
    return _one_line(line)


def _moved(span: Span, by: int) -> tuple[int, int]:
    return span.start + by, span.end + by


def _bracketed(line: Text, spans: Sequence[tuple[int, int]]) -> Text:
    out, place = Text(), 0
    for start, end in spans:
        out.append(line.plain[place:start]).append("‹").append(line.plain[start:end]).append("›")
        place = end
    return out.append(line.plain[place:])


def _one_line(line: Text) -> Text:
    """Line ends as blanks, so that styles keep their places."""
    flat = Text("".join(" " if char.isspace() else char for char in line.plain), style=line.style)
    flat.spans = line.spans
    return flat


def where(hit: Hit) -> str:
    """The outlet, the day, the address, how many carry it, and the statement's id for `quoth fix`."""
    copies = f"{hit.appearances} appearances" if hit.appearances > 1 else ""
    published = days(hit.published) if hit.published else ""
    facts = (hit.outlet or "", published, hit.url or hit.headline or "", copies, hit.statement)
    return " · ".join(_flat(fact) for fact in facts if fact)


def days(given: Days) -> str:
    """One day, or the first and the last."""
    return f"{given.start}" if given.start == given.end else f"{given.start} to {given.end}"


def facet(name: str, counts: Sequence[Count]) -> Table:
    """The most frequent values of a field, with utterances and appearances."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(name)
    table.add_column("utterances", justify="right")
    table.add_column("appearances", justify="right")
    for count in counts:
        table.add_row(Text(_flat(count.value)), f"{count.utterances:,}", f"{count.appearances:,}")
    return table


def told(page: Page) -> str:
    """How much there is, and how to go on."""
    parts = [_total(page.total) if page.total else f"the {len(page.hits):,} nearest in meaning"]
    if not page.hits:
        parts = ["nothing found"]
    if page.next:
        parts.append(f"go on with --after {page.next}")
    return "; ".join(parts)


def _total(total: Total) -> str:
    least = "" if total.exact else "more than "
    utterances = f"{total.utterances:,} utterance{'' if total.utterances == 1 else 's'}"
    articles = f"{total.appearances:,} article{'' if total.appearances == 1 else 's'}"
    return f"{least}{utterances} in {articles}" + ("" if total.exact else ", the newest of them ranked first")


def _flat(text: str) -> str:
    return " ".join(text.split())
