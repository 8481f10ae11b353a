"""`quoth add` as its user runs it, and its rounds with `--watch`."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from typer.main import get_command

from fakes import PerfectTagger
from marked import Marked
from quoth.cli.adding import Printer, Tally
from quoth.cli.app import app
from quoth.cli.rounds import Rounds, interval_of
from quoth.domain import ReadOptions, Skipped, Span
from quoth.errors import ErrorKind, UsageError
from quoth.inference import Scores
from quoth.reading.counting import count_of
from quoth.record import Added, AddOptions, Change, open_record
from webserver import Answered, Site, page, rss, serving

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples/breakwater.txt"
QUICK = ReadOptions(allow_private=True, timeout_s=5, delay_s=0)


def quoth(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "quoth", *map(str, arguments)]
    done = subprocess.run(command, input=stdin, capture_output=True, timeout=120, check=False)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_added_then_known_then_in_another_collection(tmp_path: Path) -> None:
    record = tmp_path / "quoth.db"
    first = quoth("add", EXAMPLE, "--record", record)
    assert re.fullmatch(r"1 added \(\d+ statements\)\n", first.stdout), first
    for more in ([], ["--collection", "harbour"]):
        again = quoth("add", EXAMPLE, "--record", record, *more)
        assert (again.stdout, again.returncode) == ("1 known\n", 0)


def test_where_all_is_known_nothing_is_loaded_that_reads(tmp_path: Path) -> None:
    record, added = tmp_path / "quoth.db", quoth("add", EXAMPLE, "--record", tmp_path / "quoth.db")
    assert added.returncode == 0, added
    code = (
        "import sys; from quoth.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "finally: print(*[name for name in ('alembic', 'httpx', 'lxml', 'numpy', 'onnxruntime', 'trafilatura') "
        "if name in sys.modules])"
    )
    command = [sys.executable, "-c", code, "add", str(EXAMPLE), "--record", str(record)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == "1 known\n\n", done


def test_json_lines_and_the_reason_of_a_skip(tmp_path: Path) -> None:
    done = quoth("add", EXAMPLE, tmp_path / "nosuch.txt", "--record", tmp_path / "q.db", "--json")
    added, missing = map(json.loads, done.stdout.splitlines())
    assert (added["origin"], added["change"], len(added["article"])) == (str(EXAMPLE), "added", 16)
    assert (missing["error"]["kind"], done.returncode) == ("not_found", 1)
    assert "1 skipped (1 not_found)" in done.stderr
    assert "check the path" in done.stderr


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as started:
        started.pages["/a"] = Answered(page("Toll doubled"))
        started.pages["/feed"] = rss(started.url("/a"))
        yield started


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_watch_is_ended_by_a_signal_and_that_is_no_failure(site: Site, tmp_path: Path, number: int) -> None:
    where = str(tmp_path / "q.db")
    command = [sys.executable, "-m", "quoth", "add", site.url("/feed"), "--record", where]
    command += ["--watch", "15m", "--allow-private", "--delay", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    line = process.stdout.readline()
    process.send_signal(number)
    _, told = process.communicate(timeout=30)
    assert re.fullmatch(r"\d\d:\d\d 1 added \(\d+ statements?\); next at \d\d:\d\d\n", line), (line, told)
    assert (process.returncode, "stopped watching; what was added is safe" in told) == (0, True), told


@dataclass
class SilentTagger(PerfectTagger):
    marked: Marked = field(default_factory=lambda: Marked("", (), {}))

    def load(self) -> None:
        pass

    def score(self, text: str, paragraphs: Sequence[Span]) -> Scores:
        self.marked = Marked(text, (), {})
        return super().score(text, paragraphs)


def test_a_watch_goes_on_where_one_feed_fails(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three rounds: a feed that fails is told once, tried again each time, and taken when it is back."""
    with closing(open_record(str(tmp_path / "q.db"))) as record:
        origins = [site.url("/other"), site.url("/feed")]
        tagger = SilentTagger()
        rounds = Rounds(origins, record, QUICK, AddOptions(), Printer(False), tagger)  # type: ignore[arg-type]
        site.pages["/other"] = Answered(status=500)
        threading.Timer(1.2, lambda: site.pages.update({"/other": rss(site.url("/b"))})).start()
        site.pages["/b"] = Answered(page("Gate shut", "“It is shut,” said Tom Hale."))
        stop = threading.Timer(3.2, lambda: os.kill(os.getpid(), signal.SIGINT))
        stop.start()
        before = signal.getsignal(signal.SIGTERM)
        try:
            with pytest.raises(KeyboardInterrupt):
                rounds.forever(timedelta(seconds=1))
        finally:
            signal.signal(signal.SIGTERM, before)
            stop.cancel()
        told = capsys.readouterr()
    counts = [line.split(" ", 1)[1].split(";")[0] for line in told.out.splitlines()]
    assert counts[0] == "1 added, 1 skipped (1 refused)"
    assert "1 added, 1 known" in counts[1:]
    assert told.err.count("the server refuses the page (500)") == 1


@pytest.mark.parametrize(
    ("given", "origin", "expected"),
    [
        (None, "https://g.example/feed", None),
        ("15m", "https://g.example/feed", timedelta(minutes=15)),
        (" 2 h ", "https://g.example/feed", timedelta(hours=2)),
        ("5s", "inbox/", timedelta(seconds=5)),
        ("5s", "https://g.example/feed", "at least 1m"),
        ("0m", "https://g.example/feed", "at least 1m"),
        ("often", "https://g.example/feed", "15m, 2h or 1d"),
        ("15", "https://g.example/feed", "15m, 2h or 1d"),
        ("15m", "-", "name files or addresses"),
    ],
)
def test_how_often_a_watch_looks(given: str | None, origin: str, expected: timedelta | str | None) -> None:
    if isinstance(expected, str):
        with pytest.raises(UsageError, match=expected):
            interval_of(given, [origin])
    else:
        assert interval_of(given, [origin]) == expected


def test_the_tally_counts_each_fate() -> None:
    tally = Tally()
    for result in (
        Added("a", "1", Change.ADDED, 1200),
        Added("b", "1", Change.KNOWN),
        Added("c", "2", Change.CHANGED, 3),
        Added("d", None, Change.FORGOTTEN),
        Skipped("e", ErrorKind.LANGUAGE, "in German"),
    ):
        tally.count(result)
    assert tally.told() == (
        "1 added (1,203 statements), 1 known, 1 changed, 1 forgotten before, left out, 1 skipped (1 language)"
    )
    assert Tally().told() == "nothing new"


def test_what_is_counted_before_it_is_read(tmp_path: Path) -> None:
    rows = '{"text": "x"}\n{"text": "y"}'
    for name, body in {"a.txt": "x", "b/c.html": "x", "d.docx": "x", "rows.jsonl": rows}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(body)
    assert count_of([str(tmp_path), "https://g.example/a"], ReadOptions()) == 5
    (tmp_path / "crawl.warc.gz").write_text("x")
    assert count_of([str(tmp_path)], ReadOptions()) is None
    assert count_of(["-"], ReadOptions()) is None
    assert count_of([str(tmp_path / "nosuch")], ReadOptions()) == 1


def add_options() -> list[str]:
    command = get_command(app).commands["add"]  # type: ignore[attr-defined]
    return [name for option in command.params for name in option.opts if name.startswith("--") and name != "--help"]


@pytest.mark.parametrize("option", add_options())
def test_every_option_is_in_its_page(option: str) -> None:
    assert f"`{option}" in (ROOT / "docs/record-adding.md").read_text(encoding="utf8")
