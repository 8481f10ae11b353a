"""`quoth who`: what the record holds of a speaker's name."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from quoth.cli.app import app
from quoth.cli.failures import FAILED, failures
from quoth.cli.options import Collection, Debug, RecordAt

if TYPE_CHECKING:
    from quoth.record.profile import Named, Profile


@app.command("who", epilog='Example: `quoth who "Ana Ruiz"`, or `quoth who ruiz`')
def who_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A speaker's name, or words of it.", show_default=False)],
    latest: Annotated[int, typer.Option(min=0, metavar="N", help="How many of the latest statements.")] = 5,
    collection: Collection = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Print what is on record of NAME: roles, statements by month, outlets, latest words, who is quoted beside.

    Where several names hold the words, they are listed and the exit code is 1; so it is where none does.
    """
    with failures(debug):
        from quoth.record import open_record

        with closing(open_record(record)) as opened:
            found = opened.names(name, collection)
            told = opened.profile(found[0].name, latest, collection) if len(found) == 1 else None
        if as_json:
            typer.echo(
                json.dumps(asdict(told) if told else [asdict(one) for one in found], default=str, ensure_ascii=False)
            )
        elif told is not None:
            _print(told)
        else:
            _list(name, found)
    raise typer.Exit(FAILED if told is None else 0)


def _list(name: str, found: tuple[Named, ...]) -> None:
    if not found:
        typer.echo(f'quoth: nobody called "{name}" speaks on this record; part of a name is enough', err=True)
        return
    typer.echo(f'quoth: several speakers are called "{name}"; give one of these names', err=True)
    for one in found:
        typer.echo(f"{one.name}\t{one.utterances} statements in {one.appearances} articles")


def _print(told: Profile) -> None:
    from rich.console import Console

    from quoth.cli.dossier import lines

    console = Console(highlight=False)
    for line in lines(told, min(console.width, 100)):
        console.print(line, soft_wrap=not console.is_terminal)
