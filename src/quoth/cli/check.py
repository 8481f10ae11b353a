"""`quoth check`: whether the words of a quotation stand on record, or in a transcript."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quoth.cli.app import app
from quoth.cli.failures import FAILED, failures
from quoth.cli.options import Debug, RecordAt
from quoth.errors import UsageError

if TYPE_CHECKING:
    from quoth.record import Record
    from quoth.record.verifying import Claim
    from quoth.variants import Verdict
    from quoth.variants.transcript import Transcript

ALL_FOUND = frozenset({"verbatim", "verbatim with ellipsis or brackets", "same words in another house style"})


@app.command(
    "check",
    epilog='Example: `quoth check "We will not gamble with homes" --speaker "Ana Ruiz"`, or `quoth check draft.txt`. '
    "Exit code 0: every quotation was found as it stands; 1: one was not.",
)
def check_command(
    quotation: Annotated[
        str,
        typer.Argument(
            metavar="QUOTE|DRAFT",
            help="The words; or a draft (a file, or - for standard input), each quotation of which is looked for.",
            show_default=False,
        ),
    ],
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whom the words are given to.", show_default=False)
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A transcript (text, HTML, .vtt, .srt), not the record.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line and a quotation.")] = False,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Tell whether the words were found, how they differ, and on what evidence. Nothing of them is stored."""
    with failures(debug):
        from quoth.cli.checked import as_lines
        from quoth.cli.lines import print_lines
        from quoth.variants.written import verdict_to_json

        whole = True
        for verdict, looked_in in _verdicts(list(_claims(quotation, speaker)), against, record):
            whole = whole and verdict.finding in ALL_FOUND and verdict.negation is None
            if as_json:
                typer.echo(json.dumps(verdict_to_json(verdict, looked_in), ensure_ascii=False))
            else:
                print_lines(as_lines(verdict, looked_in))
    raise typer.Exit(0 if whole else FAILED)


def _claims(quotation: str, speaker: str | None) -> Iterator[Claim]:
    from quoth.record.verifying import Claim, claims

    if quotation != "-" and not _is_file(quotation):
        yield Claim(quotation, speaker)
        return
    from quoth import pipeline, reading
    from quoth.domain import Skipped

    for result in pipeline.read(reading.articles([quotation], stdin=sys.stdin.buffer), pipeline.open_tagger()):
        if isinstance(result, Skipped):
            raise UsageError(f"{result.origin}: {result.message}")
        yield from claims(result)


def _is_file(words: str) -> bool:
    try:
        return Path(words).is_file()
    except (OSError, ValueError):  # too long for a path, as quotations are
        return False


def _verdicts(claims: list[Claim], against: Path | None, where: str | None) -> Iterator[tuple[Verdict, str]]:
    from quoth.inference import OnnxEmbedder
    from quoth.record import open_record
    from quoth.record.verifying import check, check_against

    if against is not None:
        told = _transcript(against)
        for claim in claims:
            yield check_against(claim, told), f"{against}, {len(told.lines):,} lines"
        return
    with closing(open_record(where)) as record:
        looked_in = _searched(record)
        embedder = OnnxEmbedder()  # opened only where nothing is near in words
        for claim in claims:
            yield check(claim, record, embedder), looked_in


def _transcript(path: Path) -> Transcript:
    from quoth import reading
    from quoth.domain import Skipped
    from quoth.variants.transcript import TIMED, transcript

    if path.suffix.lower() in TIMED:
        try:
            return transcript(path.read_text(encoding="utf-8-sig"), path.suffix)
        except ValueError as error:
            raise UsageError(f"{path}: {error}") from error
    [article] = reading.articles([str(path)])
    if isinstance(article, Skipped):
        raise UsageError(f"{article.origin}: {article.message}")
    return transcript(article.text, path.suffix)


def _searched(record: Record) -> str:
    held = record.searched()
    days = f", {held.first} to {held.last}" if held.first else ""
    return f"{held.articles:,} articles of {held.outlets:,} outlets{days}"
