"""The formats by name, and the one call that writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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

    @property
    def is_text(self) -> bool:
        """Whether a terminal can show it."""
        return self not in (Format.XLSX, Format.PARQUET)


def write(picked: Iterable[Picked], form: Format, out: BinaryIO, share: bool = False) -> None:
    """Writes what was picked, as it comes: memory does not grow with it.

    `share`: without what may not be passed on: texts of articles, and more than thirty words around a quotation.
    Raises: UsageError where the format needs a package that is not there.
    """
    writer: Writer = import_module(f"quoth.export.{form.value}").write  # so that only one of their libraries is loaded
    writer(picked, out, share)
