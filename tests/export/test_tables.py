"""CSV, Excel and Parquet, each read back with another library than the one that wrote it."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from quoth.export import Format, write
from quoth.export.csv import safe
from quoth.export.rows import COLUMNS, TITLES, Cell, rows
from quoth.export.xlsx import LONGEST, fitting, write_table
from quoth.record.picked import Picked

NOT_NOW = "“Not now,” … “maybe later.”"


def made(picked: list[Picked], form: Format, share: bool = False) -> bytes:
    out = io.BytesIO()
    write(iter(picked), form, out, share)
    return out.getvalue()


def table(picked: list[Picked], share: bool = False) -> list[dict[str, str]]:
    text = made(picked, Format.CSV, share).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_tells_a_statement(gate: Picked) -> None:
    first, second = table([gate])[:2]
    assert {name: value for name, value in first.items() if value} == {
        "words": NOT_NOW,
        "person": "Ana Ruiz",
        "role": "Mayor",
        "kind": "person",
        "said from": "2026-03-02",
        "said to": "2026-03-02",
        "published from": "2026-03-02",
        "published to": "2026-03-02",
        "outlet": "Harbour Gazette",
        "headline": "Gate shut",
        "URL": "https://gazette.example/gate",
        "act": "said",
        "status": "asserted",
        "review": "machine",
        "manner": "direct",
        "before": "Gate shut",
        "after": first["after"],
        "statement": gate.corrected.ids[0],
        "article": gate.corrected.reading.article.id,
        "SHA-256": first["SHA-256"],
    }
    assert first["after"].startswith("Harbour master Tom Hale denied that he had shut the gate.")
    assert (second["person"], second["status"], second["words"]) == ("Tom Hale", "denied", "that he had shut the gate")


def test_notices_travel_with_their_statement(noted: Picked) -> None:
    notices = [row["notices"] for row in table([noted])]
    disputed = "disputed 2026-03-05 (proposed): Mr Hale says he was in Skelby."
    assert notices[0] == disputed
    assert notices[3] == f"{disputed}; retracted 2026-03-04: The union wrote no letter."


def test_csv_is_what_excel_opens(gate: Picked) -> None:
    given = made([gate], Format.CSV)
    assert given.startswith(b"\xef\xbb\xbfwords,person,")
    assert given.endswith(b"\r\n")
    assert given.count(b"\n") == given.count(b"\r\n") == 1 + len(gate.corrected.ids)


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_no_cell_is_run_as_a_formula(opening: str) -> None:
    assert safe(f"{opening}cmd|' /C calc'!A0") == f"'{opening}cmd|' /C calc'!A0"


@pytest.mark.parametrize("text", ["“=1”", "1-2", "'tis", "2026-03-02", "– no"])
def test_other_cells_are_as_they_were(text: str) -> None:
    assert safe(text) == text


def test_what_was_picked_alone_is_in_the_table(gate: Picked) -> None:
    one = Picked(gate.corrected, frozenset({gate.corrected.ids[1]}))
    assert [row["words"] for row in table([one])] == ["that he had shut the gate"]


def test_an_article_of_which_nothing_is_known(bare: Picked) -> None:
    [row] = table([bare])
    assert (row["words"], row["person"], row["outlet"], row["published from"]) == (
        "“=1+1 \ufffd \ufffd rained”",
        "Ruiz",
        "",
        "",
    )


# ---- the workbook


def sheets(data: bytes) -> list[list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


def test_the_workbook_holds_the_same_as_the_table(noted: Picked, bare: Picked) -> None:
    [[head, *body]] = sheets(made([noted, bare], Format.XLSX))
    assert head == TITLES
    expected = [row.cells() for one in (noted, bare) for row in rows(one, share=False)]
    as_read = [[value.date() if hasattr(value, "date") else value for value in row] for row in body]
    assert as_read == expected


def test_days_are_days_and_the_header_stays_in_sight(gate: Picked) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made([gate], Format.XLSX))).worksheets[0]
    cell = sheet.cell(2, 1 + COLUMNS.index("said_from"))
    assert (cell.is_date, cell.number_format, sheet.freeze_panes) == (True, "yyyy-mm-dd", "A2")


@pytest.mark.parametrize("text", ["=1+1", "{=SUM(A1)}", "https://gazette.example/", "mailto:a@b.example", "12", "TRUE"])
def test_words_stay_words(text: str) -> None:
    out = io.BytesIO()
    write_table(iter([[text]]), out)
    cell = openpyxl.load_workbook(io.BytesIO(out.getvalue())).worksheets[0].cell(2, 1)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_more_rows_than_a_sheet_holds_go_on_in_the_next() -> None:
    out = io.BytesIO()
    table: list[list[Cell]] = [[f"words {n}"] for n in range(7)]
    write_table(iter(table), out, last_row=3)
    assert [[row[0] for row in sheet[1:]] for sheet in sheets(out.getvalue())] == [
        ["words 0", "words 1", "words 2"],
        ["words 3", "words 4", "words 5"],
        ["words 6"],
    ]


def test_days_before_excels_calendar_and_words_longer_than_a_cell() -> None:
    out = io.BytesIO()
    write_table(iter([[date(1899, 12, 31), "é😀" * LONGEST]]), out)
    [[_, row]] = sheets(out.getvalue())
    assert row[0] == "1899-12-31"
    assert row[1].endswith("…")
    assert len(row[1].encode("utf-16-le")) // 2 <= LONGEST
    assert fitting("as it is") == "as it is"


@pytest.mark.parametrize("share", [False, True])
@pytest.mark.parametrize("form", [Format.CSV, Format.XLSX, Format.PARQUET])
def test_the_same_statements_give_the_same_bytes(form: Format, share: bool, noted: Picked) -> None:
    assert made([noted], form, share) == made([noted], form, share)


@pytest.mark.parametrize("form", Format)
def test_nothing_picked_is_an_empty_table(form: Format) -> None:
    given = made([], form)
    if form is Format.XLSX:
        assert sheets(given) == [[TITLES]]
    elif form is Format.PARQUET:
        assert pq.read_table(io.BytesIO(given)).num_rows == 0
    else:
        assert given.decode("utf-8-sig").split() == {
            Format.CSV: ",".join(TITLES).split(),
            Format.JSONLD: ['{"@context":', '"https://schema.org",', '"@graph":', "[", "]}"],
        }.get(form, [])


# ---- Parquet


def test_parquet_has_types_and_lists(noted: Picked, bare: Picked) -> None:
    read = pq.read_table(io.BytesIO(made([noted, bare], Format.PARQUET)))
    assert tuple(read.column_names) == COLUMNS
    assert read.schema.field("said_from").type == pa.date32()
    assert read.schema.field("about").type == pa.list_(pa.string())
    first, *_, last = read.to_pylist()
    assert (first["person"], first["said_from"], first["words"]) == (["Ana Ruiz"], date(2026, 3, 2), NOT_NOW)
    assert first["notices"] == ["disputed 2026-03-05 (proposed): Mr Hale says he was in Skelby."]
    assert (last["outlet"], last["route"], last["published_from"]) == (None, [], None)


# ---- what is shared


@pytest.mark.parametrize("form", [Format.CSV, Format.XLSX, Format.PARQUET])
def test_a_shared_table_has_no_more_than_thirty_words_around(form: Format, gate: Picked) -> None:
    read: list[dict[str, Any]]
    given = made([gate], form, share=True)
    if form is Format.CSV:
        read = [dict(row) for row in table([gate], share=True)]
    elif form is Format.PARQUET:
        read = pq.read_table(io.BytesIO(given)).rename_columns(list(TITLES)).to_pylist()
    else:
        [[head, *body]] = sheets(given)
        read = [dict(zip(head, row, strict=True)) for row in body]
    for row in read:
        assert len(f"{row['before'] or ''} {row['after'] or ''}".split()) <= 30
        assert not row["prompt"]
        assert row["URL"] == "https://gazette.example/gate"
        assert len(row["SHA-256"]) == 64
