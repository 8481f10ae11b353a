"""`quoth forget`: takes an article, an outlet or a speaker out of the record for good."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from quoth.cli.app import app
from quoth.cli.desk import By, name_of
from quoth.cli.failures import FAILED, failures
from quoth.cli.options import Debug, RecordAt
from quoth.errors import UsageError

if TYPE_CHECKING:
    from quoth.record.forgetting import Forgetting, Whom

MOST_LISTED = 10


@app.command(
    "forget",
    epilog='Example: `quoth forget https://example.org/story --reason "court order 12/24" --dry-run`, then without it',
)
def forget_command(
    subject: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE|URL|OUTLET|SPEAKER",
            help="An article's id or address, an outlet, or a named speaker.",
            show_default=False,
        ),
    ],
    reason: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Why; kept on record, so without what is forgotten.", show_default=False),
    ] = None,
    whom: Annotated[
        str | None,
        typer.Option(
            "--as", metavar="SORT", help="article, outlet or speaker, where a name is several.", show_default=False
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="What goes, as one JSON object.")] = False,
    by: By = None,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Take it out for good: texts, every version, index, corrections, notices. It does not come back by a feed.

    Of a speaker, the articles stay; their statements go, and their words and name are blacked out. There is no undo.
    """
    with failures(debug, "whether it was forgotten, the same command with --dry-run says"):
        from quoth.record import open_record
        from quoth.record.scrubbing import backups

        with closing(open_record(record)) as opened:
            plan = opened.to_forget(subject, _whom(whom))
            copies = [str(path) for path in backups(opened.engine)]
            _tell(plan, copies, as_json)
            if dry_run:
                return
            if not reason or not reason.strip():
                raise UsageError('give --reason "why"; it is kept on record')
            if not yes and not _agreed():
                raise typer.Exit(FAILED)
            for line in opened.forget(plan, name_of(by), reason.strip()):
                typer.echo(f"quoth: {line}", err=True)
    typer.echo("forgotten", err=True)


def _whom(given: str | None) -> Whom | None:
    from quoth.record.forgetting import Whom

    try:
        return None if given is None else Whom(given)
    except ValueError as error:
        raise UsageError(f"--as {given}: it is one of {', '.join(Whom)}") from error


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise UsageError("there is nobody to ask; add --yes to do it")
    return typer.confirm("Forget it for good?", default=False)


def _tell(plan: Forgetting, copies: list[str], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(asdict(plan) | {"backups": copies}, ensure_ascii=False))
        return
    verb = "blacked out in" if plan.whom == "speaker" else "goes with"
    typer.echo(f"{plan.whom} {plan.name}: {verb} {_count(len(plan.articles), 'article')}")
    typer.echo(f"  {_count(plan.statements, 'statement')} and {_count(plan.versions, 'version')} concerned")
    if plan.corrections or plan.notices:
        typer.echo(f"  {_count(plan.corrections, 'correction')} and {_count(plan.notices, 'notice')} beside them")
    for article in plan.articles[:MOST_LISTED]:
        typer.echo(f"  {article}")
    if len(plan.articles) > MOST_LISTED:
        typer.echo(f"  and {len(plan.articles) - MOST_LISTED:,} more")
    for path in copies:
        typer.echo(f"  deleted too, as it may hold the same: {path}")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
