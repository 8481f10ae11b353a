"""CSV that a spreadsheet opens as it is: UTF-8 with its mark, and no cell that would be run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from quoth.export.rows import TITLES, Cell, rows
from quoth.record.picked import Picked

# OWASP's list for "CSV injection", with the wide forms that some spreadsheets take for the same.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(picked: Iterable[Picked], out: BinaryIO, share: bool) -> None:
    """Writes the table, one row a statement, lines ended by CR LF (RFC 4180)."""
    text = io.TextIOWrapper(out, "utf-8-sig", newline="", write_through=True)
    try:
        table = csv.writer(text, lineterminator="\r\n")
        table.writerow(TITLES)
        for one in picked:
            table.writerows(map(safe, row.cells()) for row in rows(one, share))
    finally:
        text.detach()


def safe(cell: Cell) -> str:
    """The cell as text; one that a spreadsheet would take for a formula begins with an apostrophe."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
