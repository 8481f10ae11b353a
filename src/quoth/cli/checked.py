"""A verdict as lines to read, with what changed marked word by word."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from quoth.variants import Comparison, Evidence, Finding, Verdict
from quoth.variants.aligning import Edit

MOST_EVIDENCE = 5
SURE = frozenset({Finding.VERBATIM, Finding.EDITED, Finding.HOUSE_STYLE})


def as_lines(verdict: Verdict, looked_in: str) -> Iterator[Text]:
    """The verdict for people: what was found, what is to be called out, on what evidence."""
    claimed = f" ({verdict.speaker})" if verdict.speaker else ""
    yield Text(f"{verdict.claim}{claimed}", style="bold")
    style = "green" if verdict.finding in SURE and verdict.negation is None else "yellow"
    yield Text(f"  {verdict.finding.value}", style=style).append(_reported(verdict), style="dim")
    if verdict.negation:
        yield Text(f"  attention: {verdict.negation}", style="red")
    for one in verdict.evidence[:MOST_EVIDENCE]:
        yield from _evidence(one, verdict.finding)
    more = len(verdict.evidence) - MOST_EVIDENCE
    if more > 0:
        yield Text(f"  and {more} more", style="dim")
    if verdict.finding is Finding.NOT_FOUND:
        yield Text(f"  searched: {looked_in}", style="dim")
    yield Text()


def _reported(verdict: Verdict) -> str:
    """ "as reported by 5 outlets, 2 of them independent"; nothing for a transcript."""
    if not verdict.outlets:
        return ""
    outlets = f"{verdict.outlets} outlet{'' if verdict.outlets == 1 else 's'}"
    return f", as reported by {outlets}, {min(verdict.independent, verdict.outlets)} of them independent"


def _evidence(one: Evidence, finding: Finding) -> Iterator[Text]:
    printed = one.printed
    facts = [printed.place, " and ".join(printed.speakers), printed.label, printed.url or ""]
    yield Text("  " + " · ".join(fact for fact in facts if fact), style="dim")
    if finding is Finding.PARAPHRASE:
        yield Text(f"    {printed.words}")
    else:
        yield Text("    ").append(marked(one.comparison))


def marked(comparison: Comparison) -> Text:
    """The words of the text, those that the claim dropped struck through, those that it added underlined."""
    out = Text()
    for n, change in enumerate(comparison.changes):
        out.append(" " * (n > 0))
        if change.edit is Edit.SAME:
            out.append(change.text)
            continue
        if change.text:
            out.append(f"[-{change.text}-]", style="red strike")
        if change.claim:
            out.append(" " * bool(change.text)).append(f"{{+{change.claim}+}}", style="green underline")
    return out
