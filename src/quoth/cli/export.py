"""`quoth export`: what is on record, in the form of another program."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from quoth.cli import filters
from quoth.cli.app import app
from quoth.cli.failures import failures
from quoth.cli.options import Debug, RecordAt
from quoth.errors import UsageError

if TYPE_CHECKING:
    from quoth.export import Format, Written
    from quoth.record.picked import Picked

FORMATS = ("jsonl", "csv", "xlsx", "parquet", "annotations", "jsonld", "training")  # tested to be those of quoth.export
TO_STDOUT = (None, Path("-"))


@app.command("export", epilog='Example: `quoth export --by "Ana Ruiz" --format csv --output ruiz.csv`')
def export_command(
    query: filters.QueryText = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"{', '.join(FORMATS)}; else what the ending of the file says, else jsonl.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to, else standard output.", show_default=False),
    ] = None,
    share: Annotated[
        bool,
        typer.Option(
            "--share", help="Without article texts and private persons: each quotation with at most 30 words around it."
        ),
    ] = False,
    by: filters.By = None,
    about: filters.About = None,
    role: filters.Role = None,
    outlet: filters.Outlet = None,
    through: filters.Through = None,
    byline: filters.Byline = None,
    section: filters.Section = None,
    collection: filters.InCollection = None,
    review: filters.ReviewState = None,
    notice: filters.NoticeOf = None,
    act: filters.ActOf = None,
    status: filters.StatusOf = None,
    manner: filters.MannerOf = None,
    kind: filters.KindOf = None,
    said: filters.Said = None,
    published: filters.PublishedOn = None,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Write what is on record as JSON lines, a table, web annotations or schema.org: all of it, or what QUERY finds."""
    given = locals()
    with failures(debug, "what was printed is whole" if output in TO_STDOUT else f"{output} is as it was"):
        from quoth.export import write
        from quoth.record import open_record

        chosen = format_of(form, output)
        wanted = filters.selection(query, given)
        with closing(open_record(record)) as opened, _out(output, chosen) as out:
            picked = opened.picked(wanted if wanted.conditions else None, public=share)
            done = write(_watched(picked, output), chosen, out, share)
        if output not in TO_STDOUT:
            typer.echo(f"quoth: {_told(done)} written to {output}", err=True)


def format_of(given: str | None, output: Path | None) -> Format:
    """The format that is asked for, or that the file's ending tells. Raises UsageError."""
    from quoth.export import Format

    ending = output.suffix.lstrip(".").lower() if output is not None else ""
    name = given.lower() if given is not None else ending if ending in FORMATS else Format.JSONL
    if name not in FORMATS:
        raise UsageError(f"--format {given}: no such format; there are {', '.join(FORMATS)}")
    return Format(name)


@contextmanager
def _out(output: Path | None, form: Format) -> Iterator[BinaryIO]:
    """Where the bytes go; standard output gets those of a workbook when it is done."""
    from quoth.cli.whole_file import whole_file

    if output is not None and output not in TO_STDOUT:
        with whole_file(output) as out:
            yield out
    elif form.is_text:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif sys.stdout.isatty():
        raise UsageError(f"{form.value} is nothing for a terminal; name a file with --output")
    else:
        with tempfile.TemporaryFile() as whole:
            yield whole
            whole.seek(0)
            shutil.copyfileobj(whole, sys.stdout.buffer)
            sys.stdout.buffer.flush()


def _told(done: Written) -> str:
    statements = f"{done.statements:,} statement{'' if done.statements == 1 else 's'}"
    return f"{statements} of {done.articles:,} article{'' if done.articles == 1 else 's'}"


def _watched(picked: Iterable[Picked], output: Path | None) -> Iterable[Picked]:
    """The same, shown on stderr where a person waits for them."""
    if not sys.stderr.isatty() or (output in TO_STDOUT and sys.stdout.isatty()):
        return picked
    from rich.console import Console
    from rich.progress import track

    return track(picked, description="Exporting", console=Console(stderr=True), transient=True, total=None)
