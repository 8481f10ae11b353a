"""`quoth export` and `quoth feed` as their user runs them: a process with arguments, pipes, files and an exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from quoth.cli.app import app
from quoth.cli.export import FORMATS
from quoth.cli.whole_file import whole_file
from quoth.export import Format
from quoth.record import open_record
from searched import fill

PAGE = Path(__file__).parents[2] / "docs/record-export.md"


def quoth(*arguments: str | Path, record: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "quoth", *map(str, arguments), "--record", str(record)]
    return subprocess.run(command, capture_output=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three articles of our own."""
    path = tmp_path_factory.mktemp("record") / "quoth.db"
    opened = open_record(str(path))
    fill(opened)
    opened.close()
    return path


def test_the_default_is_all_of_it_as_json_lines(record: Path) -> None:
    result = quoth("export", record=record)
    ids = [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()]
    assert (len(ids), ids, result.returncode, result.stderr) == (3, sorted(ids), 0, b"")


def test_a_selection_goes_into_a_file_whose_ending_names_the_format(record: Path, tmp_path: Path) -> None:
    file = tmp_path / "ruiz.csv"
    result = quoth("export", "--by", "ruiz", "--output", file, record=record)
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert [row["words"] for row in rows] == ["“Not now,” … “maybe later.”"]
    assert result.stderr.decode() == f"quoth: 1 statement of 1 article written to {file}\n"
    assert (result.returncode, result.stdout) == (0, b"")
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("share", [[], ["--share"]])
def test_a_pipe_gets_what_a_file_gets(form: str, share: list[str], record: Path, tmp_path: Path) -> None:
    if form == "training" and share:
        return
    file = tmp_path / "out"
    written = quoth("export", "-f", form, "-o", file, *share, record=record)
    piped = quoth("export", "-f", form, *share, record=record)
    assert (written.returncode, piped.returncode, piped.stderr) == (0, 0, b"")
    assert file.read_bytes() == piped.stdout
    assert bool(piped.stdout) == (form != "training")  # nobody has looked at a statement yet


def test_the_command_knows_every_format() -> None:
    assert tuple(one.value for one in Format) == FORMATS


def test_a_workbook_is_not_printed_on_a_terminal(record: Path) -> None:
    terminal, end = pty.openpty()
    command = [sys.executable, "-m", "quoth", "export", "-f", "xlsx", "--record", str(record)]
    result = subprocess.run(command, stdout=end, stderr=subprocess.PIPE, timeout=120, check=False)
    os.close(end)
    os.close(terminal)
    assert (result.returncode, result.stderr) == (
        2,
        b"quoth: xlsx is nothing for a terminal; name a file with --output\n",
    )


def test_what_was_there_stays_where_an_export_fails(record: Path, tmp_path: Path) -> None:
    file = tmp_path / "old.jsonl"
    file.write_text("old", encoding="utf8")
    result = quoth("export", "-f", "training", "--share", "-o", file, record=record)
    assert (result.returncode, file.read_text(encoding="utf8"), list(tmp_path.iterdir())) == (2, "old", [file])


def test_a_link_is_kept_and_what_it_leads_to_replaced(record: Path, tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_text("old", encoding="utf8")
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    assert quoth("export", "-o", tmp_path / "link.jsonl", record=record).returncode == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real.jsonl").read_bytes().count(b"\n") == 3


def test_a_special_file_is_written_to_as_it_is(record: Path) -> None:
    result = quoth("export", "-o", "/dev/stdout", record=record)
    assert result.stdout.count(b'{"article"') == 3


def test_a_closed_pipe_ends_quietly(record: Path) -> None:
    command = f"{sys.executable} -m quoth export --record {record} | head -c 10"
    result = subprocess.run(["bash", "-c", command], capture_output=True, timeout=120, check=False)
    assert (len(result.stdout), result.stderr) == (10, b"")


def _break_off(file: Path, wrong: type[BaseException]) -> None:
    with whole_file(file) as out:
        out.write(b"half")
        raise wrong


@pytest.mark.parametrize("wrong", [KeyboardInterrupt, OSError, MemoryError])
@pytest.mark.parametrize("before", [None, b"old"])
def test_a_file_is_there_whole_or_not_at_all(wrong: type[BaseException], before: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    if before is not None:
        file.write_bytes(before)
    with pytest.raises(wrong):
        _break_off(file, wrong)
    assert [one.read_bytes() for one in tmp_path.iterdir()] == ([] if before is None else [before])
    with whole_file(file) as out:
        out.write(b"whole")
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"whole"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        pytest.param(["export", "-f", "docx"], 2, "there are jsonl, csv, xlsx", id="no such format"),
        pytest.param(["export", "status:perhaps"], 2, "query, at 1: status:perhaps is none", id="no such status"),
        pytest.param(["export", "-f", "training", "--share"], 2, "no training without them", id="texts are needed"),
        pytest.param(["export", "-o", "/nowhere/at/all.csv"], 1, "/nowhere/at", id="file cannot be written"),
        pytest.param(["export", "--by", "nobody"], 0, "", id="nothing found"),
        pytest.param(["feed"], 2, "it is empty", id="a feed of nothing"),
        pytest.param(["feed", "gate", "--self", "desk.example"], 2, "not an address", id="not an address"),
        pytest.param(["export", "--help"], 0, "Example", id="export's help has an example"),
        pytest.param(["feed", "--help"], 0, "Example", id="feed's help has an example"),
    ],
)
def test_what_goes_wrong_is_told_in_a_line(arguments: list[str], code: int, told: str, record: Path) -> None:
    result = quoth(*arguments, record=record)
    assert (result.returncode, result.stderr.count(b"\n") <= 1) == (code, True)
    assert told in " ".join((result.stdout + result.stderr).decode().split())


def test_a_feed_has_the_newest_and_no_more(record: Path, tmp_path: Path) -> None:
    file = tmp_path / "gate.xml"
    result = quoth("feed", "gate", "-n", "2", "--self", "https://desk.example/gate.xml", "-o", file, record=record)
    assert (result.returncode, result.stderr) == (0, b"")
    document = file.read_text(encoding="utf8")
    assert document.count("<entry>") == 2
    assert '<link rel="self" href="https://desk.example/gate.xml"' in document
    assert (
        document
        == quoth("feed", "gate", "-n", "2", "--self", "https://desk.example/gate.xml", record=record).stdout.decode()
    )


def options(command: str) -> list[str]:
    found = get_command(app).commands[command]  # type: ignore[attr-defined]
    return [f"{command} {name}" for option in found.params for name in option.opts if name.startswith("--")]


@pytest.mark.parametrize("option", [*options("export"), *options("feed")])
def test_every_option_is_on_the_page(option: str) -> None:
    assert f"`{option.partition(' ')[2]}" in PAGE.read_text(encoding="utf8")


@pytest.mark.parametrize("word", [*FORMATS, *("words", "person", "said from", "SHA-256", "before", "after", "notices")])
def test_every_format_and_column_is_on_the_page(word: str) -> None:
    assert f"`{word}`" in PAGE.read_text(encoding="utf8")
