"""`quoth notice`: what a reader must know of an article, a statement or a speaker."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from quoth.cli.app import app
from quoth.cli.desk import By, Desk, name_of
from quoth.cli.failures import failures
from quoth.cli.options import Debug, RecordAt
from quoth.cli.read import day
from quoth.domain import Notice, NoticeKind
from quoth.errors import UsageError

if TYPE_CHECKING:
    from quoth.record.notices import About, Noted
    from quoth.record.protocol import Record


@app.command(
    "notice",
    epilog='Examples: `quoth notice ARTICLE --kind retracted --text "the letter was forged"`; '
    "`quoth notice --list --proposed`; `quoth notice --confirm 3`; `quoth notice --lift 3`",
)
def notice_command(
    subject: Annotated[
        str | None,
        typer.Argument(
            metavar="SUBJECT",
            help="An article's or statement's id, an address, or a speaker's name.",
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="corrected, retracted, disputed or hidden.", show_default=False),
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What a reader must know.", show_default=False)
    ] = None,
    on: Annotated[
        str | None, typer.Option("--day", metavar="DATE", help="Its day, YYYY-MM-DD; else today.", show_default=False)
    ] = None,
    by: By = None,
    lift: Annotated[
        int | None, typer.Option(metavar="N", help="Take the notice of that number out of force.", show_default=False)
    ] = None,
    confirm: Annotated[
        int | None, typer.Option(metavar="N", help="Put the proposed notice in force.", show_default=False)
    ] = None,
    show: Annotated[bool, typer.Option("--list", help="The notices on SUBJECT, or on the whole record.")] = False,
    proposed: Annotated[
        bool, typer.Option("--proposed", help="With --list: those read from publishers' notes, not confirmed.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Put a notice on SUBJECT. It goes with every hit, export and feed; what is retracted is not counted,
    what is hidden not shown."""
    with failures(debug, "nothing was changed"):
        from quoth.record import open_record

        with closing(open_record(record)) as opened:
            if show:
                about = _about(opened, subject) if subject else None
                found: Sequence[Noted] = opened.notices(about, proposed=proposed)
            elif lift is not None:
                found = [opened.lift(lift, name_of(by))]
            elif confirm is not None:
                found = [opened.confirm(confirm, name_of(by))]
            else:
                notice = Notice(_kind(kind), day(on) or date.today(), _text(text))
                found = [opened.notify(_about(opened, subject), notice, name_of(by))]
        _print(found, as_json)


def _about(record: Record, subject: str | None) -> About:
    """An article or a statement where there is one of that id or address, else a speaker of that name."""
    from quoth.record.notices import About

    if not subject:
        raise UsageError("say what it is about: an article's or statement's id, an address, or a speaker's name")
    try:
        meant = record.subject(subject)
    except UsageError as error:
        if "several" in str(error) or "://" in subject:
            raise
        return About(speaker=subject)
    return About(meant.article, meant.statement)


def _kind(given: str | None) -> NoticeKind:
    try:
        return NoticeKind(given or "")
    except ValueError as error:
        raise UsageError(f"--kind {given or ''}: it is one of {', '.join(NoticeKind)}") from error


def _text(given: str | None) -> str:
    if not given or not given.strip():
        raise UsageError('give --text "what a reader must know"')
    return given.strip()


def _print(found: Sequence[Noted], as_json: bool) -> None:
    if not as_json:
        Desk().notices(found)
        return
    for one in found:
        typer.echo(json.dumps(asdict(one), ensure_ascii=False, default=str))
