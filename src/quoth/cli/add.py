"""`quoth add`: articles read and put on record."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import Annotated

import typer

from quoth.cli.app import app
from quoth.cli.failures import FAILED, failures
from quoth.cli.options import Debug, RecordAt
from quoth.cli.read import day
from quoth.domain import MIN_CONFIDENCE, ReadOptions

SAFE = "what was added is safe; run the same command again to go on"


@app.command("add", epilog="Example: `quoth add archive/ https://gazette.example/rss --collection harbour --watch 15m`")
def add_command(
    origins: Annotated[
        list[str],
        typer.Argument(
            metavar="ORIGIN...",
            help="Files (HTML, text, .jsonl, each may be .gz; .warc), folders, URLs, feeds and site maps by URL or as "
            "files, or `-` for standard input.",
            show_default=False,
        ),
    ],
    record: RecordAt = None,
    collection: Annotated[
        str, typer.Option("--collection", metavar="NAME", help="The collection that they belong to.")
    ] = "news",
    watch: Annotated[
        str | None,
        typer.Option(metavar="SPAN", help="Look again every 15m, 2h or 1d, until Ctrl-C.", show_default=False),
    ] = None,
    reread: Annotated[
        bool, typer.Option("--reread", help="Read what is known again, as after an update; the old stays a version.")
    ] = False,
    no_meaning: Annotated[
        bool, typer.Option("--no-meaning", help="Leave out what `search --meaning` needs; saves a third of the time.")
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
    delay: Annotated[
        float,
        typer.Option(
            min=0.0, metavar="SECONDS", help="Least time between two requests to one host; robots.txt may ask for more."
        ),
    ] = 1.0,
    ignore_robots: Annotated[
        bool, typer.Option("--ignore-robots", help="Fetch what robots.txt closes to robots; the record notes it.")
    ] = False,
    ignore_reservation: Annotated[
        bool,
        typer.Option(
            "--ignore-reservation",
            help="Keep pages whose publisher reserves text and data mining, as under a licence; the record notes it.",
        ),
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private, loopback and link-local addresses too.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Put who said what in ORIGIN on record. What is known is passed over, so the same command may run again."""
    with failures(debug, SAFE):
        from quoth.cli.adding import Printer
        from quoth.cli.late import LateEmbedder
        from quoth.cli.rounds import Rounds, interval_of
        from quoth.record import AddOptions, open_record

        interval = interval_of(watch, origins)
        options = ReadOptions(
            allow_private=allow_private,
            timeout_s=timeout,
            published=day(published),
            ignore_robots=ignore_robots,
            ignore_reservation=ignore_reservation,
            delay_s=delay,
        )
        with closing(open_record(record)) as opened:
            rounds = Rounds(
                origins,
                opened,
                options,
                AddOptions(collection, reread, min_confidence, None if no_meaning else LateEmbedder()),
                Printer(as_json),
            )
            if interval is not None:
                with suppress(KeyboardInterrupt):  # the way to end it: nothing has gone wrong
                    rounds.forever(interval)
                typer.echo("quoth: stopped watching; what was added is safe", err=True)
                raise typer.Exit
            tally = rounds.once()
    raise typer.Exit(FAILED if tally.skipped else 0)
