"""The formats by name, and the one call that writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import BinaryIO

from quoth.record.picked import Picked

Writer = Callable[[Iterable[Picked], BinaryIO, bool], None]


class Format(StrEnum):
    """What an export may be; each has a module of its own beside this one."""

    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    ANNOTATIONS = "annotations"
    JSONLD = "jsonld"
    TRAINING = "training"

    @property
    def is_text(self) -> bool:
        """Whether a terminal can show it."""
        return self not in (Format.XLSX, Format.PARQUET)


@dataclass(slots=True)
class Written:
    """How much was written: articles, and those of their statements that were picked."""

    articles: int = 0
    statements: int = 0

    def counted(self, picked: Iterable[Picked]) -> Iterator[Picked]:
        """The same, counted as it passes."""
        for one in picked:
            self.articles += 1
            self.statements += len(one.corrected.ids if one.ids is None else one.ids)
            yield one


def write(picked: Iterable[Picked], form: Format, out: BinaryIO, share: bool = False) -> Written:
    """Writes what was picked, as it comes: memory does not grow with it.

    `share`: without what may not be passed on: texts of articles, and more than thirty words around a quotation.
    Raises: UsageError where the format needs a package that is not there, or cannot be shared.
    """
    module = import_module(f"quoth.export.{form.value}")  # so that only one of their libraries is loaded
    writer: Writer = module.write
    if form is Format.TRAINING:
        picked = filter(module.is_gold, picked)
    done = Written()
    writer(done.counted(picked), out, share)
    return done
