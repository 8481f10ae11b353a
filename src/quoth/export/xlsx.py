"""A workbook of Excel: days are days, words are only ever words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any, BinaryIO

import xlsxwriter

from quoth.export.rows import COLUMNS, TITLES, Cell, rows
from quoth.record.picked import Picked

LAST_ROW = 1_048_575  # Excel's, without the header: more go on in a further sheet
LONGEST = 32_767  # characters of a cell
FIRST_YEAR = 1900  # Excel's calendar knows no day before
WIDTHS = {"words": 80, "person": 24, "role": 24, "headline": 40, "outlet": 20, "url": 30, "before": 30, "after": 30}
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(picked: Iterable[Picked], out: BinaryIO, share: bool) -> None:
    """Writes the workbook, one row a statement."""
    table = (row.cells() for one in picked for row in rows(one, share))
    write_table(table, out)


def write_table(table: Iterator[list[Cell]], out: BinaryIO, last_row: int = LAST_ROW) -> None:
    """Writes the rows, in as many sheets as they take."""
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})  # same rows, same bytes
        styles = {
            "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"}),
            "words": book.add_format({"text_wrap": True, "valign": "top"}),
            "plain": book.add_format({"valign": "top"}),
            "head": book.add_format({"bold": True}),
        }
        sheet = None
        for n, cells in enumerate(table):
            number, place = divmod(n, last_row)
            if place == 0:
                sheet = _sheet(book, number + 1, styles)
            _row(sheet, place + 1, cells, styles)
        if sheet is None:
            _sheet(book, 1, styles)


def _sheet(book: Any, number: int, styles: dict[str, Any]) -> Any:
    sheet = book.add_worksheet("Statements" if number == 1 else f"Statements {number}")
    sheet.freeze_panes(1, 0)
    for n, name in enumerate(COLUMNS):
        sheet.set_column(n, n, WIDTHS.get(name, 14))
        sheet.write_string(0, n, TITLES[n], styles["head"])
    return sheet


def _row(sheet: Any, n: int, cells: list[Cell], styles: dict[str, Any]) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, date) and cell.year >= FIRST_YEAR:
            sheet.write_datetime(n, column, datetime(cell.year, cell.month, cell.day), styles["day"])
        elif cell is not None:
            sheet.write_string(n, column, fitting(str(cell)), styles["words" if column == 0 else "plain"])


def fitting(text: str) -> str:
    """The text as far as a cell holds it; Excel counts code units of UTF-16."""
    if len(text.encode("utf-16-le")) <= 2 * LONGEST:
        return text
    return text.encode("utf-16-le")[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
