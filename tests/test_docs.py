"""Docs cannot drift: every option, error kind, part and field has its words, and every link leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from fakes import PerfectTagger, article_of
from marked import unmark
from quoth import pipeline
from quoth.cli.app import app
from quoth.contract import to_contract
from quoth.domain import (
    Act,
    DateBasis,
    Manner,
    MomentBasis,
    Outcome,
    Part,
    Reading,
    SpeakerKind,
    Status,
    StepKind,
)
from quoth.errors import ErrorKind

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/*.md"), *ROOT.glob("[a-z]*/README.md"), *ROOT.glob("src/**/*.md")])


def read_options() -> list[str]:
    command = get_command(app).commands["read"]  # type: ignore[attr-defined]
    return [name for option in command.params for name in option.opts if name.startswith("--") and name != "--help"]


@pytest.mark.parametrize("option", read_options())
def test_every_option_is_in_the_readme(option: str) -> None:
    assert f"`{option}" in (ROOT / "README.md").read_text(encoding="utf8")


WORDS = [
    *(*ErrorKind, *Part, *Manner, *DateBasis, *Act, *Status),
    *(*SpeakerKind, *StepKind, *MomentBasis, *Outcome),
]


@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_the_contract_is_told(word: str) -> None:
    assert re.search(rf"\b{word}\b", (ROOT / "docs/contract.md").read_text(encoding="utf8"))


def test_every_field_of_the_contract_is_told() -> None:
    marked = unmark(
        "{m1 Ruiz} {q1 told} reporters in Paris on 3 May 2024: {c1 “We will appeal.”}\nRuiz declined to comment."
    )
    [one] = (one for one in pipeline.read([article_of(marked)], PerfectTagger(marked)) if isinstance(one, Reading))
    reading = to_contract(one)
    statement, speaker = reading["statements"][0], reading["speakers"][0]
    fields = {*reading, *reading["article"], *statement, *statement["confidence"], *speaker, *reading["requests"][0]}
    told = set(re.findall(r"`(\w+)`", (ROOT / "docs/contract.md").read_text(encoding="utf8")))
    assert fields - told == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)\)", page.read_text(encoding="utf8"))
    assert [link for link in links if not link.startswith("http") and not (page.parent / link).exists()] == []


def test_commands_of_the_readme_name_files_that_are_there() -> None:
    named = re.findall(r"quoth read (examples/\S+)", (ROOT / "README.md").read_text(encoding="utf8"))
    assert named
    assert all((ROOT / path).exists() for path in named)
