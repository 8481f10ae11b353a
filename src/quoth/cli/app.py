"""`quoth`: parse, call, print. Everything slow is imported by the command that needs it."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from threading import Thread
from typing import Annotated, Any

import typer

from quoth import __version__
from quoth.domain import MIN_CONFIDENCE, Reading, ReadOptions, Skipped
from quoth.errors import QuothError, UsageError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

FAILED, MISUSE, INTERRUPTED = 1, 2, 130


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quoth {__version__}")
        raise typer.Exit


@app.callback()
def quoth(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Who said what in the news, tied to the exact characters it came from."""


@app.command("read", epilog="Example: `quoth read examples/breakwater.txt --json | jq .statements[].quote`")
def read_command(
    origins: Annotated[
        list[str],
        typer.Argument(
            metavar="ORIGIN...",
            help="Files (HTML, text, .jsonl, each may be .gz), folders, URLs, or `-` for standard input.",
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
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
) -> None:
    """Print who said what in ORIGIN: the speaker's mention, the verb, the words, and where they stand."""
    with _failures(debug):
        options = ReadOptions(allow_private=allow_private, timeout_s=timeout, published=_day(published))
        results = _read(origins, options, min_confidence)
        skipped = _print(_with_progress(results, origins), as_json, html)
    raise typer.Exit(FAILED if skipped else 0)


def _read(origins: list[str], options: ReadOptions, min_confidence: float) -> Iterator[Reading | Skipped]:
    from quoth import pipeline

    tagger = pipeline.open_tagger()
    Thread(target=tagger.load).start()  # while the rules for pages are loaded and the first page is read
    from quoth import reading

    return pipeline.read(reading.articles(origins, options, sys.stdin.buffer), tagger, min_confidence)


def _day(given: str | None) -> date | None:
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


@contextmanager
def _failures(debug: bool) -> Iterator[None]:
    """One line and an exit code for whatever goes wrong; --debug adds the traceback."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("quoth: stopped; what was printed is whole", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the interpreter complains at exit
        raise typer.Exit(FAILED) from None
    except (QuothError, OSError) as error:
        if debug:
            traceback.print_exc()
        typer.echo(f"quoth: {error}", err=True)
        raise typer.Exit(MISUSE if isinstance(error, UsageError) else FAILED) from error


def main(arguments: list[str] | None = None) -> Any:
    """The entry point of the `quoth` command."""
    return app(arguments)
