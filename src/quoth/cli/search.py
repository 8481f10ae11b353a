"""`quoth search`: what is on record, found by words, facts and meaning."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from quoth.cli import filters
from quoth.cli.app import app
from quoth.cli.failures import FAILED, failures
from quoth.cli.options import Debug, RecordAt
from quoth.errors import QueryError

if TYPE_CHECKING:
    from quoth.record import Record
    from quoth.record.search import FindOptions, Page, Query

NOTHING_FOUND = FAILED  # as grep has it


@app.command(
    "search",
    epilog='Example: `quoth search \'"not now" OR later -rain\' --by "Ana Ruiz" --said 2026-03..` '
    "Exit code 0: found; 1: nothing found, or failed; 2: the query cannot be understood.",
)
def search_command(
    query: filters.QueryWords = None,
    by: filters.By = None,
    about: filters.About = None,
    role: filters.Role = None,
    outlet: filters.Outlet = None,
    through: filters.Through = None,
    byline: filters.Byline = None,
    section: filters.Section = None,
    collection: filters.InCollection = None,
    review: filters.ReviewState = None,
    notice: filters.NoticeShown = None,
    act: filters.ActOf = None,
    status: filters.StatusOf = None,
    manner: filters.MannerOf = None,
    kind: filters.KindOf = None,
    said: filters.Said = None,
    published: filters.PublishedOn = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, metavar="N", help="Hits a page.")] = 20,
    after: Annotated[
        str | None,
        typer.Option("--after", metavar="CURSOR", help="The next page; the last line has it.", show_default=False),
    ] = None,
    by_meaning: Annotated[
        bool, typer.Option("--meaning", help="What says alike, in whatever words; filters hold as ever.")
    ] = False,
    all_copies: Annotated[
        bool, typer.Option("--all-copies", help="Each article that carries the words, not one for all.")
    ] = False,
    with_facets: Annotated[
        bool,
        typer.Option("--facets", help="Also how often each speaker, outlet, month ... occurs in all of it."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The page as one JSON object.")] = False,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Find who said what on record: each hit with its evidence, best first."""
    with failures(debug):
        from quoth.record import open_record
        from quoth.record.search import FindOptions

        wanted = filters.selection(" ".join(query or ()), locals())
        if not wanted.conditions:
            raise QueryError("it is empty; give words or a filter, such as --by NAME")
        options = FindOptions(limit, after, all_copies, with_facets)
        with closing(open_record(record)) as opened:
            page = _alike(opened, wanted, options) if by_meaning else opened.find(wanted, options)
        _print(page, as_json)
    raise typer.Exit(0 if page.hits else NOTHING_FOUND)


def _alike(record: Record, wanted: Query, options: FindOptions) -> Page:
    """Finds by the meaning of the query's plain words. Raises QueryError where it has none."""
    from quoth.inference import OnnxEmbedder
    from quoth.record.search import asked_by_meaning

    if options.facets:
        raise QueryError("--facets counts what words and filters find; leave out --meaning, or it")
    text, rest = asked_by_meaning(wanted)
    if not text:
        raise QueryError("--meaning needs words whose meaning is to be found, beside filters")
    return record.find_alike(OnnxEmbedder().embed([text])[0], rest, options)


def _print(page: Page, as_json: bool) -> None:
    if as_json:
        from quoth.record.search import page_to_json

        typer.echo(json.dumps(page_to_json(page), ensure_ascii=False))
        return
    from quoth.cli.found import Found

    Found().show(page)
