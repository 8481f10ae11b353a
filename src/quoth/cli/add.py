"""`quoth add`: articles read and put on record."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from quoth.cli.app import app
from quoth.cli.failures import FAILED, failures
from quoth.cli.options import Debug, RecordAt
from quoth.cli.read import day
from quoth.domain import MIN_CONFIDENCE, ReadOptions, Skipped

if TYPE_CHECKING:
    from quoth.record import Added, AddOptions


@app.command("add", epilog="Example: `quoth add archive/ rows.jsonl https://example.org/story --collection harbour`")
def add_command(
    origins: Annotated[
        list[str],
        typer.Argument(
            metavar="ORIGIN...",
            help="Files (HTML, text, .jsonl, each may be .gz), folders, URLs, or `-` for standard input.",
            show_default=False,
        ),
    ],
    record: RecordAt = None,
    collection: Annotated[
        str, typer.Option("--collection", metavar="NAME", help="The collection that they belong to.")
    ] = "news",
    reread: Annotated[
        bool, typer.Option("--reread", help="Read what is known again, as after an update; the old stays a version.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One line an article: origin, id, what became of it.")
    ] = False,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication day, YYYY-MM-DD, whatever the pages say.")
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, metavar="P", help="Leave out statements whose words are less certain.")
    ] = MIN_CONFIDENCE,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Longest wait for a URL.")] = 20.0,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private, loopback and link-local addresses too.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Put who said what in ORIGIN on record. What is known is passed over, so the same command may run again."""
    with failures(debug, "what was added is safe; run the same command again to go on"):
        from quoth.cli.adding import Tally, print_changes
        from quoth.record import AddOptions

        options = ReadOptions(allow_private=allow_private, timeout_s=timeout, published=day(published))
        tally = Tally()
        try:
            print_changes(
                _add(origins, options, record, AddOptions(collection, reread, min_confidence)), tally, as_json
            )
        finally:
            typer.echo(tally.told(), err=as_json)
    raise typer.Exit(FAILED if tally.skipped else 0)


def _add(
    origins: list[str], options: ReadOptions, where: str | None, add_options: AddOptions
) -> Iterator[Added | Skipped]:
    from quoth import pipeline, reading
    from quoth.record import add, open_record

    with closing(open_record(where)) as record:
        tagger = pipeline.open_tagger()
        Thread(target=tagger.load).start()  # while the first page is read
        yield from add(reading.unread(origins, options, sys.stdin.buffer), record, tagger, add_options)
