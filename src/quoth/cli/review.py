"""`quoth review`: walks through statements, the least certain first, and keeps what a person says of each."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from quoth.cli.account import heading
from quoth.cli.app import app
from quoth.cli.desk import Desk, name_of, notices_of
from quoth.cli.failures import FAILED, failures
from quoth.cli.options import Debug, RecordAt
from quoth.domain import Review
from quoth.errors import CorrectionError, UsageError

if TYPE_CHECKING:
    from quoth.record.protocol import Record
    from quoth.record.reviewing import ToReview

KEYS = "y right · n no statement · e another speaker · s skip · q quit"
Values = list[str]


def _filter(name: str, metavar: str, told: str) -> Any:
    return typer.Option(f"--{name}", metavar=metavar, help=told, show_default=False, rich_help_panel="Filters")


@app.command(
    "review",
    epilog="Example: `quoth review --outlet 'Harbour Gazette' --limit 20`; in scripts: `quoth review --json`",
)
def review_command(
    query: Annotated[
        str | None,
        typer.Argument(metavar="QUERY", help="As for quoth search; else all statements.", show_default=False),
    ] = None,
    by: Annotated[Values | None, _filter("by", "NAME", "Who speaks. Any filter given twice: either of them.")] = None,
    about: Annotated[Values | None, _filter("about", "NAME", "Who or what the words name.")] = None,
    outlet: Annotated[Values | None, _filter("outlet", "NAME", "Who published.")] = None,
    collection: Annotated[Values | None, _filter("collection", "NAME", "A collection of articles.")] = None,
    review: Annotated[Values | None, _filter("review", "STATE", "checked, edited or rejected; else machine.")] = None,
    status: Annotated[Values | None, _filter("status", "STATUS", "asserted, denied, refused and so on.")] = None,
    kind: Annotated[Values | None, _filter("kind", "KIND", "person, organisation, group, unnamed and so on.")] = None,
    said: Annotated[Values | None, _filter("said", "DAYS", "When it was said: 2024-03, 2024-03..2024-05.")] = None,
    published: Annotated[Values | None, _filter("published", "DAYS", "When it appeared, likewise.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="At most so many.")] = None,
    who: Annotated[
        str | None, typer.Option("--as", metavar="NAME", help="Who reviews; else your user name.", show_default=False)
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="List them, one JSON object a line; nothing is asked.")
    ] = False,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Look through statements, those first that the machine is least sure of. Each decision is kept at once."""
    given = locals()
    with failures(debug, "what was decided is kept"):
        from quoth.record import open_record
        from quoth.record.search import FIELDS, parse

        wanted = parse(query or "", {field: given.get(field) or [] for field in FIELDS})
        with closing(open_record(record)) as opened:
            found = opened.to_review(wanted, limit)
            if as_json:
                _list(opened, found)
            elif not sys.stdin.isatty():
                raise UsageError("quoth review asks for an answer to each; in a script use --json, then quoth fix")
            else:
                Walk(opened, found, name_of(who)).go()
    raise typer.Exit(0 if found else FAILED)


def _list(record: Record, found: Sequence[ToReview]) -> None:
    for one in found:
        shown = record.corrected(one.article)
        if shown is not None and one.statement in shown.ids:
            from quoth.contract import to_contract

            value = to_contract(shown.reading, shown.editorial)
            statement = value["statements"][shown.ids.index(one.statement)]
            names = [value["speakers"][n]["name"] for n in statement["speakers"]]
            line = {"sure": one.sure, "article": one.article, "speaker_names": names, "statement": statement}
            typer.echo(json.dumps(line, ensure_ascii=False))


class Walk:
    """One person's walk through some statements."""

    def __init__(self, record: Record, found: Sequence[ToReview], by: str) -> None:
        self.record, self.found, self.by, self.desk = record, found, by, Desk()

    def go(self) -> None:
        """Shows each and does what is answered, until the end or `q`."""
        if not self.found:
            typer.echo("nothing to review", err=True)
        for number, one in enumerate(self.found, 1):
            if not self._show(one, f"{number} of {len(self.found)}, {one.sure:.0%} sure"):
                continue
            if not self._answered(one):
                return

    def _show(self, one: ToReview, where: str) -> bool:
        """Whether it is still there to be looked at."""
        shown = self.record.corrected(one.article)
        part = shown.standing if shown is not None and one.statement in shown.ids else None
        part = shown.rejected if shown is not None and one.statement in shown.rejected.ids else part
        if shown is None or part is None:
            return False
        self.desk.line()
        self.desk.line(Text(where, style="dim"))
        self.desk.line(heading(shown.reading)[0])
        self.desk.statement(part, part.ids.index(one.statement), notices_of(shown, one.statement))
        return True

    def _answered(self, one: ToReview) -> bool:
        """Asks until there is an answer; False for the end of the walk."""
        while True:
            answer = str(typer.prompt(KEYS, default="s", show_default=False)).strip().lower()[:1]
            if answer in ("s", "q"):
                return answer == "s"
            if answer in ("y", "n"):
                self._review(one, Review.CHECKED if answer == "y" else Review.REJECTED)
                return True
            if answer == "e" and self._speaker(one):
                return True

    def _review(self, one: ToReview, state: Review) -> None:
        from quoth.record.corrections import ReviewIs

        self.record.fix(self.record.subject(one.statement), [ReviewIs(state)], self.by)

    def _speaker(self, one: ToReview) -> bool:
        from quoth.record.corrections import SpeakerIs

        name = str(typer.prompt("speaker, as the article names them (- for nobody, empty to go back)", default=""))
        if not name.strip():
            return False
        try:
            names = () if name.strip() == "-" else (name.strip(),)
            self.record.fix(self.record.subject(one.statement), [SpeakerIs(names)], self.by)
        except CorrectionError as error:
            typer.echo(f"quoth: {error}", err=True)
            return False
        return True
