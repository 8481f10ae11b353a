"""`quoth who`: what the record holds of a person or body across articles."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from quoth.cli.app import app
from quoth.cli.failures import FAILED, failures
from quoth.cli.options import Collection, Debug, RecordAt

if TYPE_CHECKING:
    from quoth.record.dossiers import Seat
    from quoth.record.profile import Figure, Profile


@app.command("who", epilog='Example: `quoth who "Ana Ruiz"`, or `quoth who ruiz`')
def who_command(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A name, words of it, or a dossier's id.", show_default=False)
    ],
    latest: Annotated[int, typer.Option(min=0, metavar="N", help="How many of the latest statements.")] = 5,
    collection: Collection = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Print what is on record of NAME: roles, statements by month, outlets, latest words, aliases, who is beside.

    Where several dossiers bear the name, namesakes among them, they are listed and the exit code is 1; so it is where
    none does.
    """
    with failures(debug):
        from quoth.record import open_record

        inside = (collection,) if collection is not None else ()
        with closing(open_record(record)) as opened:
            found = opened.figures(name, inside)
            told = opened.profile(found[0].id, latest, inside) if len(found) == 1 else None
            unopened = opened.unopened(name) if not found and not as_json else []
        if as_json:
            value = asdict(told) if told else [asdict(one) for one in found]
            typer.echo(json.dumps(value, default=str, ensure_ascii=False))
        elif told is not None:
            _print(told)
        else:
            _list(name, found, unopened)
    raise typer.Exit(FAILED if told is None else 0)


def _list(name: str, found: Sequence[Figure], unopened: Sequence[Sequence[Seat]]) -> None:
    from quoth.cli.dossier import counts

    if found:
        typer.echo(f'quoth: several dossiers are called "{name}"; give the id of one', err=True)
        for one in found:
            typer.echo(f"{one.id}\t{one.label}\t{counts(one)}")
    elif unopened:
        count = len({seat.article for seats in unopened for seat in seats})
        where = f"{count} article{'' if count == 1 else 's'}"
        typer.echo(
            f'quoth: "{name}" speaks in {where} without a public role, so there is no dossier; '
            f'quoth search --by "{name}" finds the words, and quoth people open "{name}" opens one',
            err=True,
        )
    else:
        typer.echo(f'quoth: nobody called "{name}" has a dossier on this record; part of a name is enough', err=True)


def _print(told: Profile) -> None:
    from rich.console import Console

    from quoth.cli.dossier import lines

    console = Console(highlight=False)
    for line in lines(told, min(console.width, 100)):
        console.print(line, soft_wrap=not console.is_terminal)
