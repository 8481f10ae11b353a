"""fix, show, review, notice and forget as their users call them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from quoth.cli.app import app
from quoth.record import open_record
from readings import reading

DOCS = Path(__file__).resolve().parent.parent.parent / "docs" / "record-corrections.md"
COMMANDS = ("fix", "forget", "notice", "review", "show")
GATE = (
    "@headline Gate shut\n"
    "@body {c1 “Not now,”} {q1 said} {m1 Mayor Ana Ruiz} on Monday. "
    "{m2 Tom Hale} {q2 said} {c2 the hinge had cracked}.\n"
    "@body {m3 He} {q3 told} reporters {c3 it was raining}. A senior aide called the gate a joke.\n"
    "@correction Correction: an earlier version of this article misspelled a name."
)
URL = "https://gazette.example/gate"


@pytest.fixture
def db(tmp_path: Path) -> str:
    """A record with one article."""
    path = str(tmp_path / "quoth.db")
    record = open_record(path)
    record.keep(reading(GATE, URL))
    record.close()
    return path


def quoth(db: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--record", db], env={"USER": "kim", "COLUMNS": "200"})


def ids(db: str) -> list[str]:
    """The statements' ids in the article's order."""
    shown = json.loads(quoth(db, "show", URL, "--json").stdout)
    return [one["id"] for one in shown["statements"]]


def test_a_speaker_is_corrected_and_shown(db: str) -> None:
    done = quoth(db, "fix", ids(db)[2][:8], "--speaker", "Ana Ruiz", "--why", "heard it")
    assert done.exit_code == 0
    assert "edited by kim" in done.stdout
    assert "Ana Ruiz (He)  told" in done.stdout
    assert "He told reporters ‹it was raining›. A senior aide" in done.stdout
    log = quoth(db, "fix", "--list").stdout
    assert re.search(r"^1  \w{16}  speaker: Ana Ruiz  by kim on ", log)
    assert "heard it" in log
    assert "undone by kim" in quoth(db, "fix", "--undo", "1").stdout
    assert "Tom Hale (He)" in quoth(db, "show", ids(db)[2]).stdout


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        pytest.param(("--content", "Not now"), "‹Not now›", id="words"),
        pytest.param(("--cue", "told"), "told", id="cue"),
        pytest.param(("--mention", "-", "--speaker", "-"), "(nobody named)", id="none"),
        pytest.param(("--status", "not-said", "--act", "wrote"), "[not said]", id="status"),
        pytest.param(("--kind", "unnamed", "--role", "mayor", "--manner", "mixed"), "edited", id="kind and role"),
        pytest.param(("--day", "2026-03-01..2026-03-02", "--told-by", "Monday"), "2026-03-01 to 2026-03-02", id="days"),
        pytest.param(("--route", "audience:reporters"), "reporters", id="route"),
        pytest.param(("--outlet", "Gate"), "Gate", id="outlet of the route"),
        pytest.param(("--check",), "checked by kim", id="right"),
        pytest.param(("--remove",), "rejected by kim", id="no statement"),
    ],
)
def test_every_part_of_a_statement_can_be_typed(db: str, options: tuple[str, ...], shown: str) -> None:
    done = quoth(db, "fix", ids(db)[0], *options)
    assert done.exit_code == 0, done.stderr
    assert shown in done.stdout


def test_an_article_is_corrected_and_a_missed_statement_added(db: str) -> None:
    article = ("--headline", "Gate closed", "--byline", "Kim Lee", "--published", "2026-03-04", "--outlet", "The Echo")
    assert "Gate closed\nThe Echo · 2026-03-04 · 3 statements" in quoth(db, "fix", URL, *article).stdout
    added = quoth(db, "fix", URL, "--add", "the gate a joke", "--speaker", "A senior aide", "--cue", "called").stdout
    assert "senior aide  called" in added
    assert "A senior aide called ‹the gate a joke›." in added


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        pytest.param(("fix",), "give the id of a statement or an article", 2, id="nothing given"),
        pytest.param(("fix", URL), "nothing to change", 2, id="no change"),
        pytest.param(("fix", URL, "--status", "denied"), "give the statement's id", 2, id="an article has no status"),
        pytest.param(("fix", URL, "--published", "March"), "write it as 2024-03-11", 2, id="no day"),
        pytest.param(("fix", "0000000", "--check"), "no article or statement of that id", 2, id="no such id"),
        pytest.param(("fix", URL, "--add", "the moon"), "does not contain “the moon”", 1, id="not in the text"),
        pytest.param(("fix", URL, "--add", "a"), "stands in several places; say which: --at", 1, id="several places"),
        pytest.param(("notice", URL, "--kind", "odd", "--text", "x"), "corrected, retracted, disputed", 2, id="kind"),
        pytest.param(("notice", "Joan Price", "--kind", "disputed", "--text", "x"), "no named speaker", 2, id="nobody"),
        pytest.param(("forget", URL), 'give --reason "why"', 2, id="no reason"),
        pytest.param(("forget", URL, "--reason", "a letter"), "add --yes", 2, id="nobody to ask"),
        pytest.param(("review",), "in a script use --json", 2, id="no terminal"),
        pytest.param(("show", URL, "--version", "7"), "there is no version 7", 2, id="no such version"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(db: str, arguments: tuple[str, ...], said: str, code: int) -> None:
    done = quoth(db, *arguments)
    assert (done.exit_code, done.stderr.count("\n")) == (code, 1)
    assert said in done.stderr


def test_statements_are_listed_least_certain_first(db: str) -> None:
    listed = [json.loads(line) for line in quoth(db, "review", "--json").stdout.splitlines()]
    assert [one["sure"] for one in listed] == sorted(one["sure"] for one in listed)
    assert len(listed) == 3
    quoth(db, "fix", ids(db)[0], "--check")
    assert len(quoth(db, "review", "--json").stdout.splitlines()) == 2
    assert len(quoth(db, "review", "--json", "--review", "checked").stdout.splitlines()) == 1
    assert len(quoth(db, "review", "hinge", "--json", "--by", "Hale", "--limit", "1").stdout.splitlines()) == 1


def test_a_walk_at_the_terminal_keeps_each_decision_at_once(db: str) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "quoth", "review", "--record", db, "--as", "lee"]
    walk = subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    os.write(ours, b"e\nJoan Price\ne\nAna Ruiz\nn\nq\n")
    shown, remarks = walk.communicate(timeout=120)
    os.close(ours)
    os.close(theirs)
    assert walk.returncode == 0
    assert "1 of 3" in shown
    assert "“Joan Price”: no speaker is named without evidence" in remarks
    told = quoth(db, "fix", "--list").stdout
    assert re.findall(r"  (\w+: [\w ]+)  by lee", told) == ["speaker: Ana Ruiz", "review: rejected"]


def test_notices_are_given_confirmed_and_lifted(db: str) -> None:
    assert "proposed, not confirmed" in quoth(db, "notice", "--list", "--proposed").stdout
    assert "confirmed by kim" in quoth(db, "notice", "--confirm", "1").stdout
    given = quoth(db, "notice", "Ana Ruiz", "--kind", "disputed", "--text", "denies it", "--day", "2026-03-05")
    assert given.stdout == "2  Ana Ruiz  disputed on 2026-03-05: denies it  by kim\n"
    assert "disputed on 2026-03-05: denies it" in quoth(db, "show", ids(db)[0]).stdout
    assert json.loads(quoth(db, "notice", "--lift", "2", "--json").stdout)["lifted_by"] == "kim"
    assert "Ana Ruiz" not in quoth(db, "notice", "--list").stdout


def test_what_is_hidden_is_shown_only_to_who_asks(db: str) -> None:
    statement = ids(db)[1]
    quoth(db, "notice", statement, "--kind", "hidden", "--text", "court order")
    assert "hidden for legal reasons" in quoth(db, "show", statement).stderr
    assert "hinge" not in quoth(db, "show", URL).stdout
    assert "hidden for legal reasons" in quoth(db, "show", URL, "--version", "1").stderr
    assert "the hinge had cracked" in quoth(db, "show", statement, "--hidden").stdout


def test_forgetting_tells_first_and_does_it_when_told(db: str) -> None:
    Path(f"{db}.before-0001").write_bytes(b"old")
    planned = quoth(db, "forget", URL, "--dry-run")
    assert planned.exit_code == 0
    assert "3 statements and 1 version concerned" in planned.stdout
    assert "quoth.db.before-0001" in planned.stdout
    assert len(ids(db)) == 3
    done = quoth(db, "forget", URL, "--reason", "a letter", "--yes", "--json")
    assert json.loads(done.stdout)["versions"] == 1
    assert "no article or statement" in quoth(db, "show", URL).stderr
    assert not Path(f"{db}.before-0001").exists()


# ---- its page


def options() -> list[str]:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    names = {name for command in COMMANDS for one in commands[command].params for name in one.opts}
    return sorted(name for name in names if name.startswith("--") and name not in ("--help", "--debug", "--record"))


@pytest.mark.parametrize("option", options())
def test_every_option_is_in_the_page(option: str) -> None:
    assert f"`{option}" in DOCS.read_text(encoding="utf8")
