"""The ways a stream of results leaves the command: JSON lines, an account to read, a page to open."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from quoth import pipeline
from quoth.domain import Reading, Skipped


def print_json(results: Iterable[Reading | Skipped]) -> Iterator[Skipped]:
    """Prints one object a line, flushed, so that a reader of the pipe gets each article as it is done."""
    for result in results:
        if isinstance(result, Skipped):
            _line(pipeline.error_to_contract(result))
            yield result
        else:
            _line(pipeline.to_contract(result))


def _line(value: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False).encode("utf8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def print_account(results: Iterable[Reading | Skipped]) -> Iterator[Skipped]:
    """Prints each reading for people: who, verb, words, where."""
    from quoth.cli.account import Account

    account = Account()
    for result in results:
        if isinstance(result, Skipped):
            yield result
        else:
            account.show(result)


def write_page(results: Iterable[Reading | Skipped], file: Path) -> Iterator[Reading | Skipped]:
    """The results handed on; what was read by the time they end, or are stopped, is written to `file`."""
    from quoth.cli.page import render

    readings: list[Reading] = []
    with file.open("w", encoding="utf8", errors="backslashreplace") as out:  # fails before the work, not after
        try:
            for result in results:
                if isinstance(result, Reading):
                    readings.append(result)
                yield result
        finally:
            out.write(render(readings))
