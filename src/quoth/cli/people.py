"""`quoth people`: who of several articles is one person; doubtful pairs, and what editors decide of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from quoth.cli.app import app
from quoth.cli.desk import By, name_of
from quoth.cli.failures import failures
from quoth.cli.options import Debug, RecordAt
from quoth.errors import UsageError

if TYPE_CHECKING:
    from quoth.record import Record
    from quoth.record.dossiers import Decision, Dossier, Doubt

people = typer.Typer(no_args_is_help=True, help="Dossiers: who of several articles is one person, and who is not.")
app.add_typer(people, name="people")

Who = Annotated[str, typer.Argument(metavar="DOSSIER", help="A dossier's id, or a name that only one bears.")]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why; kept with it.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


@people.command("doubts", epilog="Example: `quoth people doubts`")
def doubts_command(as_json: AsJson = False, record: RecordAt = None, debug: Debug = False) -> None:
    """List pairs of dossiers that may be one and are left apart, the likeliest first."""
    with failures(debug), closing(_open(record)) as opened:
        for one in opened.doubts():
            typer.echo(_json(one) if as_json else _doubt(one))


@people.command("list", epilog='Example: `quoth people list "Ana Ruiz"`')
def list_command(
    name: Annotated[str | None, typer.Argument(metavar="NAME", show_default=False)] = None,
    private: Annotated[bool, typer.Option("--private", help="Those marked private too.")] = False,
    as_json: AsJson = False,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """List dossiers, namesakes apart, with names, roles, and why each article is in it."""
    with failures(debug), closing(_open(record)) as opened:
        for one in opened.dossiers(name, private=private):
            for line in [_json(one)] if as_json else _lines(one):
                typer.echo(line)


@people.command("merge", epilog="Example: `quoth people merge 3f9c0d12ab34 77aa01cd9f10`")
def merge_command(
    one: Who, other: Who, by: By = None, why: Why = None, record: RecordAt = None, debug: Debug = False
) -> None:
    """Say that two dossiers are one person; `quoth people undo` takes it back."""
    from quoth.record.dossiers import Ruling

    with failures(debug), closing(_open(record)) as opened:
        first, second = (_signs(_meant(opened, typed)) for typed in (one, other))
        _say(opened.decide(Ruling.SAME, first, second, by=name_of(by), why=why))


@people.command("split", epilog="Example: `quoth people split 3f9c0d12ab34 a1b2c3d4e5f60718`")
def split_command(
    dossier: Who,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Ids of the articles that go.")],
    by: By = None,
    why: Why = None,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Say that in these articles it is somebody else."""
    from quoth.record.dossiers import Ruling

    with failures(debug), closing(_open(record)) as opened:
        told = _meant(opened, dossier)
        gone = [seat.sign for seat in told.seats if seat.article in articles]
        _say(opened.decide(Ruling.APART, gone, sorted({*_signs(told)} - {*gone}), by=name_of(by), why=why))


@people.command("rename", epilog='Example: `quoth people rename 3f9c0d12ab34 "Ana María Ruiz"`')
def rename_command(dossier: Who, name: str, by: By = None, record: RecordAt = None, debug: Debug = False) -> None:
    """Give a dossier the name it is shown by."""
    _told("name", dossier, name, by, record, debug)


@people.command("alias", epilog='Example: `quoth people alias 3f9c0d12ab34 "A. M. Ruiz"`')
def alias_command(dossier: Who, name: str, by: By = None, record: RecordAt = None, debug: Debug = False) -> None:
    """Add another name to those that a dossier lists."""
    _told("alias", dossier, name, by, record, debug)


@people.command("private", epilog="Example: `quoth people private 3f9c0d12ab34`")
def private_command(dossier: Who, by: By = None, record: RecordAt = None, debug: Debug = False) -> None:
    """Mark a person private: in no list of dossiers from now on."""
    _told("private", dossier, None, by, record, debug)


@people.command("undo", epilog="Example: `quoth people undo 4`")
def undo_command(
    decision: Annotated[int, typer.Argument(metavar="N", help="The decision's number, as `log` prints it.")],
    by: By = None,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Take a decision back."""
    with failures(debug), closing(_open(record)) as opened:
        _say(opened.undo_decision(decision, name_of(by)))


@people.command("log", epilog="Example: `quoth people log`")
def log_command(as_json: AsJson = False, record: RecordAt = None, debug: Debug = False) -> None:
    """List what editors decided, in order, decisions taken back too."""
    with failures(debug), closing(_open(record)) as opened:
        for one in opened.decisions():
            typer.echo(_json(one)) if as_json else _say(one)


def _told(what: str, dossier: str, said: str | None, by: str | None, record: str | None, debug: bool) -> None:
    from quoth.record.dossiers import Ruling

    with failures(debug), closing(_open(record)) as opened:
        signs = _signs(_meant(opened, dossier))
        _say(opened.decide(Ruling(what), signs, by=name_of(by), said=said))


def _open(record: str | None) -> Record:
    from quoth.record import open_record

    return open_record(record)


def _meant(opened: Record, typed: str) -> Dossier:
    found = opened.dossiers(typed, private=True)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"{typed}: no dossier of that id or name; quoth people list prints them")
    raise UsageError(f"{typed}: several dossiers: {'; '.join(f'{one.id} {one.label}' for one in found)}; give an id")


def _signs(dossier: Dossier) -> list[str]:
    return [seat.sign for seat in dossier.seats]


def _lines(one: Dossier) -> Iterator[str]:
    yield f"{one.id}\t{one.label}" + ("\tprivate" if one.private else "")
    if one.aliases:
        yield f"  also: {'; '.join(one.aliases)}"
    for seat in one.seats:
        facts = (str(seat.day or ""), seat.outlet, seat.name, seat.role, seat.article)
        how = f"{seat.probability:.2f} by {seat.decided_by}" + (f", {seat.reason}" if seat.reason else "")
        yield f"  {' · '.join(fact for fact in facts if fact)} ({how})"


def _doubt(one: Doubt) -> str:
    return f"{one.probability:.2f}\t{one.one.id} {one.one.label}\t{one.other.id} {one.other.label}"


def _say(one: Decision) -> None:
    said = f" {one.said}" if one.said else ""
    undone = f", undone by {one.undone_by}" if one.undone_by else ""
    typer.echo(f"{one.id}\t{one.what}{said}\tby {one.by} on {one.at:%Y-%m-%d %H:%M}{undone}")


def _json(one: object) -> str:
    return json.dumps(asdict(one), default=str, ensure_ascii=False)  # type: ignore[call-overload]
