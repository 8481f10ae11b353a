"""`quoth people` and `quoth who` as a newsroom uses them, from the articles to the log."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dossier_readings import HARBOUR, PITCH, said
from quoth.cli import app
from quoth.record import open_record


@pytest.fixture
def where(tmp_path: Path) -> str:
    """A record of a mayor in two articles, a striker of the same name, and a pupil."""
    path = str(tmp_path / "quoth.db")
    with closing(open_record(path)) as record:
        record.keep(said("a", ("Ana Ruiz", "mayor of Skelby", HARBOUR)))
        record.keep(said("b", ("Ruiz", "mayor", HARBOUR), "2026-02-05", outlet="Echo"))
        record.keep(said("c", ("Ana Ruiz", "striker", PITCH), "2026-01-07", outlet="Touchline"))
        record.keep(said("d", ("Nora Pell", "14, a pupil", HARBOUR)))
    return path


def run(where: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--record", where])


def ids(where: str) -> dict[str, str]:
    """The dossiers' ids by their last role."""
    listed = [json.loads(line) for line in run(where, "people", "list", "--json").stdout.splitlines()]
    return {one["seats"][-1]["role"]: one["id"] for one in listed}


def test_namesakes_are_listed_apart(where: str) -> None:
    answer = run(where, "who", "Ana Ruiz")
    assert answer.exit_code == 1
    assert "Ana Ruiz (mayor)\t2 statements in 2 articles" in answer.stdout
    assert "Ana Ruiz (striker)\t1 statement in 1 article" in answer.stdout


def test_who_shows_a_dossier(where: str) -> None:
    answer = run(where, "who", ids(where)["mayor"])
    assert answer.exit_code == 0
    for told in ("mayor of Skelby (1), 2026-01-05", "Ruiz: 1 article, like Ana Ruiz in a", "Echo: 1 statement"):
        assert told in answer.stdout
    assert "Namesakes\n" in answer.stdout
    assert "Ana Ruiz (striker)" in answer.stdout
    value = json.loads(run(where, "who", ids(where)["mayor"], "--json").stdout)
    assert (value["utterances"], value["aliases"][0]["name"], value["may_be"]) == (2, "Ruiz", [])


def test_merge_rename_and_undo(where: str) -> None:
    held = ids(where)
    merged = run(where, "people", "merge", held["mayor"], held["striker"], "--by", "ed", "--why", "she plays too")
    assert (merged.exit_code, merged.stdout.split("\t")[:2]) == (0, ["1", "same"])
    assert len(ids(where)) == 1
    [one] = ids(where).values()
    assert run(where, "people", "rename", one, "Ana M. Ruiz", "--by", "ed").exit_code == 0
    assert run(where, "who", "Ana M. Ruiz").stdout.startswith("Ana M. Ruiz")
    assert run(where, "people", "undo", "1", "--by", "chief").exit_code == 0
    assert len(ids(where)) == 2
    log = run(where, "people", "log").stdout
    assert "by ed on" in log
    assert "she plays too" in log
    assert "undone by chief on" in log


def test_split_names_what_is_not_in_it(where: str) -> None:
    held = ids(where)
    assert run(where, "people", "split", held["mayor"], "c").exit_code == 2
    assert run(where, "people", "split", held["mayor"], "b").exit_code == 0
    assert len(json.loads(run(where, "people", "list", held["mayor"], "--json").stdout)["seats"]) == 1


def test_a_pupil_has_none_until_one_is_opened(where: str) -> None:
    answer = run(where, "who", "Nora Pell")
    assert answer.exit_code == 1
    assert "without a public role" in answer.stderr
    assert run(where, "people", "open", "Nora Pell", "--why", "she agreed").exit_code == 0
    assert run(where, "who", "Nora Pell").exit_code == 0
    [id_] = [one for role, one in ids(where).items() if role.startswith("14")]
    assert run(where, "people", "private", id_).exit_code == 0
    assert "Nora Pell" not in run(where, "people", "list").stdout
    assert "Nora Pell" in run(where, "people", "list", "--private").stdout


def test_import_says_what_it_did_and_which_line_is_bad(where: str, tmp_path: Path) -> None:
    file = tmp_path / "known.jsonl"
    good = {"name": "Ana Ruiz", "description": "mayor", "offices": [{"role": "mayor of Skelby", "from": "2024"}]}
    file.write_text(json.dumps(good) + "\n{}\n")
    bad = run(where, "people", "import", str(file))
    assert bad.exit_code == 2
    assert f'{file}:2: "name" is missing' in bad.stderr
    file.write_text(json.dumps(good) + "\n")
    assert run(where, "people", "import", str(file)).stdout.startswith(
        "1 added, 0 changed, 0 known already; 1 dossier "
    )
    assert run(where, "people", "import", str(file)).stdout.startswith("0 added, 0 changed, 1 known already")
    assert "held from 2024-01-01" in run(where, "who", ids(where)["mayor"]).stdout
