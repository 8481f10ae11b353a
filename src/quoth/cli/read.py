"""`quoth read`: who said what in some articles, printed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from threading import Thread
from typing import Annotated

import typer

from quoth.cli.app import app
from quoth.cli.failures import FAILED, failures
from quoth.cli.options import Debug
from quoth.domain import MIN_CONFIDENCE, Reading, ReadOptions, Skipped
from quoth.errors import UsageError


@app.command("read", epilog="Example: `quoth read examples/breakwater.txt --json | jq .statements[].quote`")
def read_command(
    origins: Annotated[
        list[str],
        typer.Argument(
            metavar="ORIGIN...",
            help="Files (HTML, text, .jsonl, each may be .gz; .warc), folders, URLs, feeds and site maps by URL or as "
            "files, or `-` for standard input.",
            show_default=False,
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line and an article, in order.")] = False,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Also write one self-contained page: the article, marked."),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication day, YYYY-MM-DD, whatever the page says.")
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(min=0.0, max=1.0, metavar="P", help="Leave out statements whose words are less certain; 0: none."),
    ] = MIN_CONFIDENCE,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Longest wait for a URL.")] = 20.0,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private, loopback and link-local addresses too.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Print who said what in ORIGIN: the speaker's mention, the verb, the words, and where they stand."""
    with failures(debug):
        options = ReadOptions(allow_private=allow_private, timeout_s=timeout, published=day(published))
        results = _read(origins, options, min_confidence)
        skipped = _print(_with_progress(results, origins), as_json, html)
    raise typer.Exit(FAILED if skipped else 0)


def _read(origins: list[str], options: ReadOptions, min_confidence: float) -> Iterator[Reading | Skipped]:
    from quoth import pipeline

    tagger = pipeline.open_tagger()
    Thread(target=tagger.load).start()  # while the rules for pages are loaded and the first page is read
    from quoth import reading

    return pipeline.read(reading.articles(origins, options, sys.stdin.buffer), tagger, min_confidence)


def day(given: str | None) -> date | None:
    """The day that `--published` gives. Raises UsageError where it is none."""
    if given is None:
        return None
    try:
        return datetime.strptime(given, "%Y-%m-%d").date()
    except ValueError as error:
        raise UsageError(f"--published {given}: not a day; write it as 2024-03-11") from error


def _print(results: Iterable[Reading | Skipped], as_json: bool, html: Path | None) -> int:
    """How many origins were skipped; each is also named on stderr, so that a pipe does not hide it."""
    from quoth.cli.printers import print_account, print_json, write_page

    if html is not None:
        results = write_page(results, html)
    count = 0
    for skipped in print_json(results) if as_json else print_account(results):
        count += 1
        typer.echo(f"quoth: {skipped.origin}: {skipped.message}", err=True)
    return count


def _with_progress(results: Iterator[Reading | Skipped], origins: list[str]) -> Iterator[Reading | Skipped]:
    """The results, counted on stderr where a person waits for them: many, and not printed before his eyes anyway."""
    many = len(origins) > 1 or Path(origins[0]).suffix == ".jsonl" or Path(origins[0]).is_dir()
    watched = many and sys.stderr.isatty() and not sys.stdout.isatty()
    if not watched:
        yield from results
        return
    from quoth.cli.progress import counted

    yield from counted(results)
