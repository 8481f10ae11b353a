"""`quoth read` as its user runs it: a process with arguments, pipes and an exit code."""

from __future__ import annotations

import gzip
import json
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples/breakwater.txt"


def quoth(*arguments: str | Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "quoth", *map(str, arguments)]
    return subprocess.run(command, input=stdin or b"", capture_output=True, timeout=120, check=False)


def lines(result: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def alone() -> dict[str, Any]:
    [reading] = lines(quoth("read", EXAMPLE, "--json"))
    return reading


def test_every_span_is_what_its_text_says(alone: dict[str, Any]) -> None:
    text = alone["article"]["text"]
    assert text == EXAMPLE.read_text(encoding="utf8")
    for one in alone["statements"]:
        assert one["quote"] == " … ".join(text[a:b] for a, b in one["content"])
        for name in ("cue", "mention"):
            assert one[f"{name}_text"] == (text[slice(*one[name])] if one[name] else None)


def test_the_example_is_read_right(alone: dict[str, Any]) -> None:
    found = {(one["mention_text"] or "").strip(" ,"): one["quote"] for one in alone["statements"]}
    assert found["A second official"] == "that there had been a quarrel"
    assert found["the mayor"].startswith('"I would look')
    assert found["the mayor"].endswith('before the summer."')
    assert found["the mayor"].count(" … ") == 2  # one quotation over three paragraphs
    assert not any("coffee" in one["quote"] or "earlier version" in one["quote"] for one in alone["statements"])


def test_the_same_article_alone_in_a_batch_and_beside_a_longer_one(alone: dict[str, Any], tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf8")
    longer = text + "\n\n".join(f"Hale said the gate {n} was “shut again.”" for n in range(200))
    for n, words in enumerate([longer, "Ruiz said it rained.", longer]):
        (tmp_path / f"{n}.txt").write_text(words, encoding="utf8")
    batch = lines(quoth("read", tmp_path / "0.txt", EXAMPLE, tmp_path, EXAMPLE, "--json"))
    assert [one for one in batch if one["article"]["origin"] == str(EXAMPLE)] == [alone, alone]


def test_standard_input_and_gz_give_the_same_statements(alone: dict[str, Any], tmp_path: Path) -> None:
    packed = tmp_path / "a.txt.gz"
    packed.write_bytes(gzip.compress(EXAMPLE.read_bytes()))
    [piped] = lines(quoth("read", "-", "--json", stdin=EXAMPLE.read_bytes()))
    [unpacked] = lines(quoth("read", packed, "--json"))
    assert piped["statements"] == unpacked["statements"] == alone["statements"]


def test_the_account_names_who_verb_words_and_where() -> None:
    shown = quoth("read", EXAMPLE).stdout.decode()
    assert "Mayor rules out a toll on the Sandmark breakwater" in shown
    assert re.search(r"second official \(A second official\) +denied +\[denied\] +body ¶\d+\n", shown)
    assert re.search(r"\n +that there had been a quarrel\n", shown)


def test_the_account_opens_with_the_speakers() -> None:
    shown = quoth("read", EXAMPLE).stdout.decode()
    assert re.search(r"\n  Ottilie Brandt  [^\n]*person · \d+ ×\n", shown)


def test_one_bad_origin_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(
        '{"text": "Ruiz said it rained all day in the town."}\nnot json\n', encoding="utf8"
    )
    result = quoth("read", tmp_path / "none.txt", tmp_path / "rows.jsonl", EXAMPLE, "--json")
    kinds = [one.get("error", {}).get("kind") for one in lines(result)]
    assert kinds == ["not_found", None, "bad_row", None]
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    assert b"none.txt" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        pytest.param(["read"], 2, "Missing argument", id="nothing to read"),
        pytest.param(["read", EXAMPLE, "--published", "Monday"], 2, "write it as 2024-03-11", id="not a day"),
        pytest.param(["read", EXAMPLE, "--min-confidence", "7"], 2, "less than or equal", id="not a probability"),
        pytest.param(
            ["read", EXAMPLE, "--html", "/nowhere/at/all.html"], 1, "/nowhere/at/all.html", id="page cannot be written"
        ),
        pytest.param(["read", "http://127.0.0.1:9/"], 1, "--allow-private", id="private address"),
        pytest.param(["read", EXAMPLE.parent / "none"], 1, "none", id="no such file"),
        pytest.param(["--version"], 0, "quoth 0.", id="version"),
        pytest.param(["read", "--help"], 0, "Example", id="help has an example"),
    ],
)
def test_what_goes_wrong_is_told_in_a_line(arguments: list[str], code: int, told: str) -> None:
    result = quoth(*arguments)
    assert result.returncode == code
    assert told in re.sub(r"\s+", " ", (result.stdout + result.stderr).decode())
    assert b"Traceback" not in result.stderr


def test_a_closed_pipe_ends_quietly() -> None:
    command = f"{sys.executable} -m quoth read {EXAMPLE} {EXAMPLE} {EXAMPLE} --json | head -c 10"
    result = subprocess.run(["bash", "-c", command], capture_output=True, timeout=120, check=False)
    assert (len(result.stdout), result.stderr) == (10, b"")


def test_ctrl_c_leaves_whole_lines(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    row = json.dumps({"text": EXAMPLE.read_text(encoding="utf8")})
    rows.write_text("".join(row + "\n" for _ in range(500)), encoding="utf8")
    command = [sys.executable, "-m", "quoth", "read", str(rows), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert all(json.loads(line) for line in (first + rest).splitlines())
    assert b"Traceback" not in told
