"""`quoth show`: all that is on record of an article or a statement."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from quoth.cli.account import heading
from quoth.cli.app import app
from quoth.cli.desk import Desk, notices_of, told
from quoth.cli.failures import failures
from quoth.cli.options import Debug, RecordAt
from quoth.errors import UsageError

if TYPE_CHECKING:
    from quoth.record.corrected import Corrected
    from quoth.record.protocol import Record
    from quoth.record.subjects import Subject


@app.command("show", epilog="Example: `quoth show 3f9c0d12`, or `quoth show https://example.org/story`")
def show_command(
    subject: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A statement's or article's id, its beginning, or an address.", show_default=False
        ),
    ],
    version: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="The machine's reading of that version.", show_default=False)
    ] = None,
    hidden: Annotated[bool, typer.Option("--hidden", help="Also what is hidden for legal reasons.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The article as one JSON object.")] = False,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Print an article's or a statement's record: the words in their place, versions, corrections and notices."""
    with failures(debug):
        from quoth.record import open_record

        with closing(open_record(record)) as opened:
            meant = opened.subject(subject)
            shown = _shown(opened, meant, version, hidden)
            if as_json:
                from quoth.contract import to_contract

                typer.echo(json.dumps(to_contract(shown.reading, shown.editorial), ensure_ascii=False))
            elif meant.statement is not None and version is None:
                _print_statement(opened, shown, meant)
            else:
                _print_article(opened, shown, meant)


def _shown(record: Record, meant: Subject, version: int | None, hidden: bool) -> Corrected:
    from quoth.record.corrected import untouched

    if record.corrected(meant.article, hidden=hidden) is None:
        raise UsageError(f"{meant.id}: it is hidden for legal reasons; --hidden shows it all the same")
    if version is None:
        shown = record.corrected(meant.article, hidden=hidden)
    else:
        if not hidden and _hides(record, meant.article):
            raise UsageError(f"{meant.id}: its versions hold what is hidden for legal reasons; --hidden shows them")
        reading = record.reading(meant.article, version)
        shown = untouched(reading) if reading is not None else None
    if shown is None:
        raise UsageError(f"{meant.article}: there is no version {version}")
    return shown


def _hides(record: Record, article: str) -> bool:
    """Whether something of the article is hidden."""
    return record.corrected(article, hidden=True) != record.corrected(article)


def _print_article(record: Record, shown: Corrected, meant: Subject) -> None:
    desk, article = Desk(), shown.reading.article
    for line in heading(shown.reading):
        desk.line(line)
    desk.line(Text(f"{article.id}  {article.url or ''}", style="dim"))
    for notice in shown.editorial.article:
        desk.line(told(notice))
    for one in record.versions(meant.article):
        desk.line(Text(f"version {one.number}: read by {one.model} on {one.read_at:%Y-%m-%d %H:%M}", style="dim"))
    for n, id_ in enumerate(shown.ids):
        desk.line()
        desk.statement(shown.standing, n, notices_of(shown, id_), context=False)
    logged = record.corrections(meant)
    if logged:
        desk.line()
        desk.line(Text("corrections", style="bold"))
        desk.corrections(logged)


def _print_statement(record: Record, shown: Corrected, meant: Subject) -> None:
    desk = Desk()
    part = next((one for one in (shown.standing, shown.rejected) if meant.statement in one.ids), None)
    if part is None or meant.statement is None:
        raise UsageError(f"{meant.id}: it is hidden for legal reasons; --hidden shows it all the same")
    notices = (*shown.editorial.article, *notices_of(shown, meant.statement))
    desk.statement(part, part.ids.index(meant.statement), notices)
    desk.line()
    for line in heading(shown.reading):
        desk.line(line, 2)
    desk.line(Text(shown.reading.article.id, style="dim"), 2)
    logged = record.corrections(meant)
    if logged:
        desk.line()
        desk.corrections(logged)
