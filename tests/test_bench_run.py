"""The bench as a command, in a clone of its own with a corpus of ours: exit codes and lines."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[1] / "bench"
SCORER = BENCH.parent.parent / "shared" / "bench" / "score.py"
TEXT = "“We will appeal,” Ruiz said. The ferry was late."
ROW = {
    "id": "harbour",
    "text": TEXT,
    "attributions": [{"content": [[0, 17]], "cue": [[23, 27]], "source": [[18, 22]]}],
}
FIGURE = "patterns linked.joint"
ALONE = ("--without", "quoth", "--without", "textacy", "--no-pages")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A checkout with bench/ and nothing beside it."""
    shutil.copytree(BENCH, tmp_path / "clone" / "bench", ignore=shutil.ignore_patterns(".*", "__pycache__"))
    return tmp_path / "clone"


@pytest.fixture
def shared(clone: Path) -> Path:
    """The clone, with the scorer and a corpus of one article beside it, and one floor that is not pinned."""
    if not SCORER.exists():
        pytest.skip(f"no {SCORER}")
    beside = clone.parent / "shared"
    (beside / "bench").mkdir(parents=True)
    (beside / "data").mkdir()
    (beside / "bench" / "score.py").write_text(SCORER.read_text(encoding="utf8"), encoding="utf8")
    corpus = beside / "data" / "ours.jsonl"
    corpus.write_text(json.dumps(ROW) + "\n", encoding="utf8")
    pin(clone, None, hashlib.sha256(corpus.read_bytes()).hexdigest())
    return clone


def test_without_shared_it_says_so_and_passes(clone: Path) -> None:
    done = bench(clone)
    assert done.returncode == 0
    assert done.stdout.startswith("bench: skipped, nothing measured: there is no ")
    assert len(done.stdout.splitlines()) == 1


def test_another_corpus_is_refused(shared: Path) -> None:
    pin(shared, None, "0" * 64)
    done = bench(shared, *ALONE)
    assert done.returncode == 1
    assert "is not the corpus that floors.json pins" in done.stdout


def test_an_unpinned_figure_passes_and_is_named(shared: Path) -> None:
    done = bench(shared, *ALONE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"not pinned yet (--pin does it): {FIGURE}" in done.stdout
    assert floor(shared) is None


def test_pin_writes_the_floor(shared: Path) -> None:
    assert bench(shared, *ALONE, "--pin").returncode == 0
    assert floor(shared) == 100.0


def test_a_broken_floor_fails_until_its_reason_is_given(shared: Path) -> None:
    pin(shared, 101.0)
    done = bench(shared, *ALONE, "--pin")
    assert done.returncode == 1
    assert f"below its floor: {FIGURE} 100.00, floor 101.0" in done.stdout
    assert floor(shared) == 101.0
    assert bench(shared, *ALONE, "--accept-regression", " ").returncode == 2
    assert bench(shared, *ALONE, "--accept-regression", "nothing is above 100").returncode == 0
    assert floor(shared) == 100.0


def test_a_peer_that_is_not_installed_is_one_line(shared: Path) -> None:
    done = bench(shared, "--without", "quoth", "--no-pages")
    assert done.returncode == 1
    failed = [line for line in done.stdout.splitlines() if line.startswith("failed: ")]
    assert len(failed) == 1
    assert "make bench-peers" in failed[0]


def bench(clone: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "bench/run.py", *arguments]
    return subprocess.run(command, cwd=clone, capture_output=True, text=True, check=False)


def pin(clone: Path, value: float | None, sha256: str | None = None) -> None:
    path = clone / "bench" / "floors.json"
    sha256 = sha256 or json.loads(path.read_text(encoding="utf8"))["corpus"]["sha256"]
    figures = {FIGURE: {"floor": value, "noise": 0.0}}
    floors = {"corpus": {"path": "ours.jsonl", "sha256": sha256}, "figures": figures, "accepted": []}
    path.write_text(json.dumps(floors), encoding="utf8")


def floor(clone: Path) -> float | None:
    stored: float | None = json.loads((clone / "bench" / "floors.json").read_text(encoding="utf8"))["figures"][FIGURE][
        "floor"
    ]
    return stored
