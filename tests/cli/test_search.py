"""`quoth search` as its user runs it: what is printed where, exit codes, and that every option is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from quoth.cli.app import app
from quoth.cli.found import told, words
from quoth.record import open_record
from quoth.record.search import FIELDS, FindOptions, parse
from quoth.record.store import SqlRecord
from searched import fill

PAGE = Path(__file__).parents[2] / "docs/record-search.md"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a record with three articles in it."""
    path = tmp_path_factory.mktemp("searched") / "quoth.db"
    opened = open_record(str(path))
    fill(opened)
    opened.close()
    return path


@pytest.fixture
def record(place: Path) -> SqlRecord:
    return open_record(str(place))


def search(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "quoth", "search", *arguments, "--record", str(place)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_hits_go_to_stdout_and_how_much_there_is_to_stderr(place: Path) -> None:
    done = search(place, "gate -rusty", "--by", "Tom Hale")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0].startswith("Tom Hale")
    assert "‹Ruiz had shut the gate›" in done.stdout
    assert "Harbour Gazette · 2026-03-02 · https://gazette.example/gate" in done.stdout
    assert done.stderr == "1 utterance in 1 article\n"


def test_json(place: Path) -> None:
    page = json.loads(search(place, "--status", "denied", "--status", "refused", "--facets", "--json").stdout)
    assert page["total"] == {"utterances": 1, "appearances": 1, "exact": True}
    assert page["facets"]["status"] == [{"value": "denied", "utterances": 1, "appearances": 1}]
    [hit] = page["hits"]
    start, end = hit["evidence"]["statement"][0]
    assert hit["evidence"]["text"][start:end] == hit["quote"] == "that the gate was rusty"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(["nowhere"], 1, "nothing found", id="nothing found, as grep has it"),
        pytest.param(["gate", "status:gone"], 2, "quoth: query, at 6: status:gone is none; allowed:", id="a bad query"),
        pytest.param(["gate", "--said", "Monday"], 2, "quoth: query: said:Monday is no day; write", id="a bad option"),
        pytest.param([], 2, "quoth: query: it is empty; give words or a filter, such as --by NAME", id="no query"),
        pytest.param(["--meaning", "--by", "ruiz"], 2, "quoth: query: --meaning needs words", id="no words to mean"),
        pytest.param(["gate", "--after", "x"], 2, "quoth: query: the cursor 'x' is damaged", id="a bad cursor"),
    ],
)
def test_exit_codes(place: Path, arguments: list[str], code: int, said: str) -> None:
    done = search(place, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(said)


def test_the_next_page_is_told(record: SqlRecord) -> None:
    page = record.find(parse("gate"), FindOptions(limit=1))
    assert told(page) == f"3 utterances in 2 articles; go on with --after {page.next}"


def test_on_a_terminal_the_statement_is_brighter_and_what_was_sought_marked(record: SqlRecord) -> None:
    [hit] = record.find(parse("gate -rusty by:hale")).hits
    line = words(hit, plain=False)
    styles = {line.plain[span.start : span.end]: str(span.style) for span in line.spans}
    assert styles["gate"] == "not dim bold yellow"
    assert styles["Ruiz had shut the gate"].startswith("not dim")
    assert "\n" not in line.plain


def test_every_option_and_field_is_told() -> None:
    text = PAGE.read_text(encoding="utf8")
    command = get_command(app).commands["search"]  # type: ignore[attr-defined]
    options = [name for option in command.params for name in option.opts if name.startswith("--") and name != "--help"]
    assert [name for name in options if f"`{name}" not in text] == []
    assert [name for name in FIELDS if f"`{name}:`" not in text] == []
