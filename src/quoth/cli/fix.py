"""`quoth fix`: corrects what the machine read."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quoth.cli.app import app
from quoth.cli.desk import By, Desk, name_of, notices_of
from quoth.cli.failures import failures
from quoth.cli.options import Debug, RecordAt
from quoth.errors import UsageError

if TYPE_CHECKING:
    from quoth.record.fixing import Logged
    from quoth.record.protocol import Record
    from quoth.record.subjects import Subject


def _option(name: str, metavar: str, told: str, panel: str = "What changes; - stands for none") -> Any:
    return typer.Option(f"--{name}", metavar=metavar, help=told, show_default=False, rich_help_panel=panel)


ARTICLE = "An article"
LOG = "The log"


@app.command(
    "fix",
    epilog='Examples: `quoth fix 3f9c0d12 --speaker "Tom Hale"`; `quoth fix 3f9c0d12 --remove --why "a headline"`; '
    '`quoth fix ARTICLE --add "it rained" --speaker "Tom Hale"`; `quoth fix --undo 7`',
)
def fix_command(
    subject: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="A statement's or article's id, or its beginning.", show_default=False),
    ] = None,
    speaker: Annotated[
        list[str] | None, _option("speaker", "NAME", "Who said it, as the article names them; twice for two.")
    ] = None,
    content: Annotated[
        str | None, _option("content", "WORDS", "The words said, as printed; pieces joined by …")
    ] = None,
    cue: Annotated[str | None, _option("cue", "WORDS", "The words that say that somebody speaks.")] = None,
    mention: Annotated[str | None, _option("mention", "WORDS", "The words that name who.")] = None,
    at: Annotated[int | None, _option("at", "N", "Where the words stand, if in several places.")] = None,
    manner: Annotated[str | None, _option("manner", "MANNER", "direct, indirect or mixed.")] = None,
    act: Annotated[str | None, _option("act", "ACT", "said, wrote, thought or did.")] = None,
    status: Annotated[
        str | None, _option("status", "STATUS", "asserted, denied, not-said, refused, hypothetical or expected.")
    ] = None,
    kind: Annotated[
        str | None, _option("kind", "KIND", "person, organisation, group, unnamed, document, reader or unknown.")
    ] = None,
    role: Annotated[str | None, _option("role", "WORDS", "The speaker's role.")] = None,
    of: Annotated[str | None, _option("of", "NAME", "Whose kind or role it is, where two speak.")] = None,
    day: Annotated[str | None, _option("day", "DAYS", "When it was said: 2024-03-11, or with .. the last.")] = None,
    told_by: Annotated[str | None, _option("told-by", "WORDS", "The words that tell the day.")] = None,
    route: Annotated[
        list[str] | None, _option("route", "KIND:WORDS", "A step from mouth to page: venue:, audience:, outlet:.")
    ] = None,
    outlet: Annotated[
        str | None, _option("outlet", "NAME", "The outlet of a statement's route; of an article its own.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="It is right as it is.", rich_help_panel=LOG)] = False,
    remove: Annotated[bool, typer.Option("--remove", help="It is no statement.", rich_help_panel=LOG)] = False,
    add: Annotated[str | None, _option("add", "WORDS", "A missed statement's words.", ARTICLE)] = None,
    headline: Annotated[str | None, _option("headline", "TEXT", "Its headline.", ARTICLE)] = None,
    byline: Annotated[list[str] | None, _option("byline", "NAME", "Who wrote it; twice for two.", ARTICLE)] = None,
    published: Annotated[str | None, _option("published", "DAYS", "When it appeared.", ARTICLE)] = None,
    why: Annotated[str | None, _option("why", "TEXT", "The reason, for the log.", LOG)] = None,
    by: By = None,
    undo: Annotated[int | None, _option("undo", "N", "Take the correction of that number back.", LOG)] = None,
    show_log: Annotated[
        bool, typer.Option("--list", help="The log: of ID, or of the whole record.", rich_help_panel=LOG)
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.", rich_help_panel=LOG)] = False,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Correct a statement or an article on record. What the machine read is kept, and later readings keep this."""
    given = locals()
    with failures(debug, "nothing was changed"):
        from quoth.record import open_record

        with closing(open_record(record)) as opened:
            if show_log or undo is not None:
                meant = opened.subject(subject) if subject else None
                _print_log(opened.corrections(meant) if undo is None else _undone(opened, undo, by), as_json)
            else:
                _fix(opened, given, as_json)


def _undone(record: Record, number: int, by: str | None) -> list[Logged]:
    from quoth.record.fixing import Logged

    return [Logged(one, None) for one in record.undo(number, name_of(by))]


def _fix(record: Record, given: dict[str, Any], as_json: bool) -> None:
    from quoth.record.typed_changes import Typed, changes

    if not given["subject"]:
        raise UsageError("give the id of a statement or an article; quoth search prints them")
    if given["check"] and given["remove"]:
        raise UsageError("--check and --remove exclude each other")
    review = "checked" if given["check"] else "rejected" if given["remove"] else None
    simple = (
        *("kind", "role", "of", "content", "cue", "mention", "manner", "act", "status", "outlet", "day", "told_by"),
        *("add", "headline", "published", "at"),
    )
    typed = Typed(
        speakers=tuple(given["speaker"] or ()),
        route=tuple(given["route"] or ()),
        byline=tuple(given["byline"] or ()),
        review=review,
        **{name: given[name] for name in simple},
    )
    subject = record.subject(given["subject"])
    shown = record.corrected(subject.article, hidden=True)
    wanted = changes(shown, subject, typed) if shown is not None else []
    if not wanted:
        raise UsageError("nothing to change: give an option such as --speaker NAME")
    done = record.fix(subject, wanted, name_of(given["by"]), given["why"])
    if as_json:
        from quoth.record.fixing import Logged

        _print_log([Logged(one, None) for one in done], as_json=True)
    else:
        print_after(record, subject, [one.statement for one in done])


def print_after(record: Record, subject: Subject, changed: list[str | None]) -> None:
    """Prints what was changed as it is now."""
    desk, shown = Desk(), record.corrected(subject.article, hidden=True)
    for id_ in dict.fromkeys(changed):
        for part in (shown.standing, shown.rejected) if shown is not None else ():
            if id_ in part.ids and shown is not None:
                desk.statement(part, part.ids.index(id_), notices_of(shown, id_))
    if None in changed and shown is not None:
        from quoth.cli.account import heading

        for line in heading(shown.reading):
            desk.line(line)


def _print_log(logged: list[Logged], as_json: bool) -> None:
    if not as_json:
        Desk().corrections(logged)
        return
    from quoth.record.corrections import change_to_json

    for one in logged:
        value = asdict(one.correction) | {"change": json.loads(change_to_json(one.correction.change)), "lost": one.lost}
        del value["seen"]
        typer.echo(json.dumps(value, ensure_ascii=False, default=str))
