"""Rounds of adding: one, or with `--watch` one after the other until somebody stops it."""

from __future__ import annotations

import re
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from threading import Thread
from typing import NoReturn

import typer

from quoth import reading
from quoth.cli.adding import Printer, Progressing, Tally
from quoth.cli.late import LateTagger
from quoth.domain import ReadOptions, Skipped
from quoth.errors import RecordError, UsageError
from quoth.reading.counting import count_of
from quoth.reading.origins import ADDRESS, STDIN
from quoth.reading.politeness import Guest
from quoth.record import Added, AddOptions, Record, add

INTERVAL = re.compile(r"(\d+)\s*(s|m|h|d)")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
SHORTEST = timedelta(minutes=1)


@dataclass
class Rounds:
    """What is added, into which record, and how."""

    origins: list[str]
    record: Record
    options: ReadOptions
    add_options: AddOptions
    printer: Printer
    tagger: LateTagger = field(default_factory=LateTagger)
    guest: Guest = field(init=False)
    is_warm: bool = False

    def __post_init__(self) -> None:
        kept_in, afresh = self.add_options.collection, self.add_options.reread
        self.guest = Guest(self.options, self.record, collection=kept_in, afresh=afresh)
        self.add_options = replace(self.add_options, before_reading=self._warm_up)

    def once(self) -> Tally:
        """One round, told at its end even where it ends early."""
        tally = Tally()
        try:
            self._go(tally)
        finally:
            typer.echo(tally.told(), err=self.printer.as_json)
        return tally

    def forever(self, interval: timedelta) -> NoReturn:
        """Round after round; what fails is told, and tried again in the next."""
        signal.signal(signal.SIGTERM, _interrupt)  # as a service manager stops it
        while True:
            started, tally = time.monotonic(), Tally()
            try:
                self._go(tally)
            except RecordError as error:
                typer.echo(f"quoth: {error}", err=True)
            left_s = max(started + interval.total_seconds() - time.monotonic(), 0.0)
            now = datetime.now()
            then = now + timedelta(seconds=left_s)
            typer.echo(f"{now:%H:%M} {tally.told()}; next at {then:%H:%M}", err=self.printer.as_json)
            sys.stdout.flush()
            time.sleep(left_s)

    def _go(self, tally: Tally) -> None:
        progress = Progressing()
        self.guest.listed = progress.expect_more
        Thread(target=lambda: progress.expect(count_of(self.origins, self.options)), daemon=True).start()
        self.printer.print(progress.watch(self._results(), tally))

    def _warm_up(self) -> None:
        """Opens the weights while the first page that nobody knows is read; where all is known they stay shut."""
        if not self.is_warm:
            self.is_warm = True
            Thread(target=self.tagger.load).start()

    def _results(self) -> Iterator[Added | Skipped]:
        held = reading.unread(self.origins, self.options, sys.stdin.buffer, self.guest)
        return add(held, self.record, self.tagger, self.add_options)


def interval_of(given: str | None, origins: list[str]) -> timedelta | None:
    """How often `--watch` looks. Raises UsageError where it cannot be that, or there is nothing to watch."""
    if given is None:
        return None
    match = INTERVAL.fullmatch(given.strip())
    interval = timedelta(**{UNITS[match[2]]: int(match[1])}) if match else None
    if interval is None:
        raise UsageError(f"--watch {given}: not a span of time; write it as 15m, 2h or 1d")
    if interval < SHORTEST and any(ADDRESS.match(origin) for origin in origins):
        raise UsageError(f"--watch {given}: too often for other people's servers; at least 1m")
    if STDIN in origins:
        raise UsageError("--watch: standard input is read once and then at its end; name files or addresses")
    return interval


def _interrupt(number: int, frame: object) -> NoReturn:
    raise KeyboardInterrupt
