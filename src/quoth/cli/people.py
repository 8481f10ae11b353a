"""`quoth people`: who of several articles is one person; doubtful pairs, and what editors decide of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
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
        if first == second:
            raise UsageError(f"{one} and {other} are one dossier already")
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
        strange = sorted({*articles} - {seat.article for seat in told.seats})
        if strange:
            raise UsageError(
                f"{', '.join(strange)}: not in {told.id} {told.label}; quoth people list prints its articles"
            )
        _say(opened.decide(Ruling.APART, gone, sorted({*_signs(told)} - {*gone}), by=name_of(by), why=why))


@people.command("rename", epilog='Example: `quoth people rename 3f9c0d12ab34 "Ana María Ruiz"`')
def rename_command(
    dossier: Who, name: str, by: By = None, why: Why = None, record: RecordAt = None, debug: Debug = False
) -> None:
    """Give a dossier the name it is shown by."""
    with failures(debug), closing(_open(record)) as opened:
        _decide(opened, "name", _signs(_meant(opened, dossier)), by, why, name)


@people.command("alias", epilog='Example: `quoth people alias 3f9c0d12ab34 "A. M. Ruiz"`')
def alias_command(
    dossier: Who, name: str, by: By = None, why: Why = None, record: RecordAt = None, debug: Debug = False
) -> None:
    """Add another name to those by which a dossier is found."""
    with failures(debug), closing(_open(record)) as opened:
        _decide(opened, "alias", _signs(_meant(opened, dossier)), by, why, name)


@people.command("private", epilog="Example: `quoth people private 3f9c0d12ab34`")
def private_command(
    dossier: Who, by: By = None, why: Why = None, record: RecordAt = None, debug: Debug = False
) -> None:
    """Mark a person private: in no list, facet, feed or shared export from now on."""
    with failures(debug), closing(_open(record)) as opened:
        _decide(opened, "private", _signs(_meant(opened, dossier)), by, why)


@people.command("open", epilog='Example: `quoth people open "Nora Pell" --article a1b2c3d4e5f60718`')
def open_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As the article gives it.", show_default=False)],
    article: Annotated[
        str | None, typer.Option("--article", metavar="ID", help="Where, if several bear it.", show_default=False)
    ] = None,
    by: By = None,
    why: Why = None,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Open a dossier for somebody who has no public role in the articles, and so has none."""
    with failures(debug), closing(_open(record)) as opened:
        found = opened.unopened(name, article)
        if not found:
            raise UsageError(f"{name}: nobody of exactly that name is without a dossier")
        if len(found) > 1:
            where = "; ".join(", ".join(seat.article for seat in seats) for seats in found)
            raise UsageError(f"{name}: {len(found)} persons may be meant: in {where}; say which with --article")
        _decide(opened, "open", [seat.sign for seat in found[0]], by, why)


@people.command("import", epilog="Example: `quoth people import ministers.jsonl`")
def import_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="JSON lines; - is standard input.", show_default=False)],
    by: By = None,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Put an authority file on record: who is known, and when they held which office.

    A line is an object with "name" and, where known, "aliases", "description", "wikidata", "kind" (person or
    organisation) and "offices": objects with "role", "from" and "to". All lines are taken or, with an error that names
    the line, none. The same file again changes nothing.
    """
    with failures(debug, "nothing was imported"):
        from quoth.record.dossiers import parse

        known = parse(_lines_of(file), "standard input" if file == Path("-") else str(file))
        with closing(_open(record)) as opened:
            done = opened.import_authorities(known, name_of(by))
        typer.echo(
            f"{done.added} added, {done.changed} changed, {done.unchanged} known already; "
            f"{done.linked} dossier{'' if done.linked == 1 else 's'} linked"
        )


def _lines_of(file: Path) -> list[str]:
    """The file's lines, or those of standard input. Raises UsageError where it is no text or not there."""
    try:
        text = (sys.stdin.buffer.read() if file == Path("-") else file.read_bytes()).decode("utf8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: not UTF-8, at byte {error.start + 1}") from error
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from error
    return text.split("\n")


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


def _decide(
    opened: Record, what: str, signs: list[str], by: str | None, why: str | None, said: str | None = None
) -> None:
    from quoth.record.dossiers import Ruling

    _say(opened.decide(Ruling(what), signs, by=name_of(by), said=said, why=why))


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
    if one.authority is not None:
        yield f"  known as: {one.authority.wikidata or one.authority.id} {one.authority.description or ''}".rstrip()
    if one.aliases:
        yield f"  also: {'; '.join(one.aliases)}"
    for seat in one.seats:
        facts = (str(seat.day or ""), seat.outlet, seat.name, seat.role, seat.article)
        how = f"{seat.probability:.2f} by {seat.decided_by}" + (f", {seat.reason}" if seat.reason else "")
        how += "" if seat.is_sure else "; may be theirs, not counted"
        yield f"  {' · '.join(fact for fact in facts if fact)} ({how})"


def _doubt(one: Doubt) -> str:
    return f"{one.probability:.2f}\t{one.one.id} {one.one.label}\t{one.other.id} {one.other.label}"


def _say(one: Decision) -> None:
    said = f" {one.said}" if one.said else ""
    why = f": {one.why}" if one.why else ""
    undone = f", undone by {one.undone_by} on {one.undone_at:%Y-%m-%d %H:%M}" if one.undone_at else ""
    typer.echo(f"{one.id}\t{one.what}{said}\tby {one.by} on {one.at:%Y-%m-%d %H:%M}{why}{undone}")


def _json(one: object) -> str:
    return json.dumps(asdict(one), default=str, ensure_ascii=False)  # type: ignore[call-overload]
