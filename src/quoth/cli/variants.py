"""`quoth variants`: how outlets print one quotation, and what changed from one to the next."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quoth.cli.app import app
from quoth.cli.failures import failures
from quoth.cli.options import Debug, RecordAt
from quoth.errors import UsageError

if TYPE_CHECKING:
    from rich.text import Text

    from quoth.record.variants import Variant


@app.command("variants", epilog="Example: `quoth variants 3f9c0d12`; search and who print the ids of statements.")
def variants_command(
    statement: Annotated[
        str, typer.Argument(metavar="ID", help="A statement's id, or its beginning.", show_default=False)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line and a variant.")] = False,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Print every wording on record of what a statement says, the earliest first, changes marked word by word."""
    with failures(debug):
        from quoth.record import open_record

        with closing(open_record(record)) as opened:
            meant = opened.subject(statement)
            if meant.statement is None:
                raise UsageError(f"{statement}: that is an article; quoth show {meant.id[:8]} lists its statements")
            found = opened.variants(meant.statement)
        if as_json:
            for one in found:
                typer.echo(json.dumps(_as_json(one), ensure_ascii=False))
        else:
            from quoth.cli.lines import print_lines

            print_lines(_lines(found))


def _lines(found: Sequence[Variant]) -> Iterator[Text]:
    from rich.text import Text

    from quoth.cli.checked import marked
    from quoth.variants import compare

    for n, one in enumerate(found):
        facts = [one.day.isoformat() if one.day else "no day", one.outlet, " and ".join(one.speakers), one.id[:8]]
        yield Text(" · ".join(fact for fact in facts if fact), style="dim")
        told = compare(one.words, found[0].words)
        yield Text("  ").append(Text(one.words) if n == 0 or not told.changes else marked(told))
        if n:
            attention = f"; attention: {told.negation}" if told.negation else ""
            yield Text(f"  {told.likeness.value}{attention}", style="red" if told.negation else "dim")


def _as_json(one: Variant) -> dict[str, Any]:
    return {
        "statement": one.id,
        "words": one.words,
        "speakers": list(one.speakers),
        "outlet": one.outlet,
        "day": one.day.isoformat() if one.day else None,
        "url": one.url,
        "headline": one.headline,
    }
