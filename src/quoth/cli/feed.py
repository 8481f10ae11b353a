"""`quoth feed`: an Atom feed of what a query finds."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from quoth.cli import filters
from quoth.cli.app import app
from quoth.cli.failures import failures
from quoth.cli.options import Debug, RecordAt
from quoth.errors import QueryError, UsageError


@app.command("feed", epilog='Example: `quoth feed --by "Ana Ruiz" --output ruiz.xml`, after each `quoth add`')
def feed_command(
    query: filters.QueryText = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to, else standard output.", show_default=False),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, metavar="N", help="Entries at most.")] = 50,
    self_url: Annotated[
        str | None,
        typer.Option("--self", metavar="URL", help="Where the feed will be published.", show_default=False),
    ] = None,
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
    """Write an Atom feed of the newest that QUERY finds: each utterance once, with at most 30 words around it."""
    given = locals()
    with failures(debug, "no feed was written"):
        from quoth.export.atom import feed
        from quoth.export.told import is_address
        from quoth.record import open_record

        wanted = filters.selection(query, given)
        if not wanted.conditions:
            raise QueryError("it is empty; give words or a filter, such as --by NAME")
        if self_url is not None and not is_address(self_url):
            raise UsageError(f"--self {self_url}: not an address; give all of it, with https://")
        with closing(open_record(record)) as opened:
            document = feed(opened.newest(wanted, limit), filters.written(query, given), self_url)
        _write(document, output)


def _write(document: bytes, output: Path | None) -> None:
    from quoth.cli.whole_file import whole_file

    if output is None or output == Path("-"):
        sys.stdout.buffer.write(document)
        sys.stdout.buffer.flush()
        return
    with whole_file(output) as out:
        out.write(document)
