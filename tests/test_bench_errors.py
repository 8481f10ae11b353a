"""bench/errors.py: what counts as which error, what is shown of it, and that a sample repeats."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[1] / "bench"))

from errors import Error, Kind, article, errors_of, heading, sample
from scorer import SCORER, load_scorer

TEXT = "The ferry sank.\n\nRuiz said it would rain all day. Vos warned that the ferry was late."
RAIN, LATE = "it would rain all day", "that the ferry was late"


def span(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


ROW = {
    "id": "harbour",
    "text": TEXT,
    "attributions": [
        {"source": [span("Ruiz")], "cue": [span("said")], "content": [span(RAIN)]},
        {"source": [span("Vos")], "cue": [span("warned")], "content": [span(LATE)]},
    ],
}


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    if not SCORER.exists():
        pytest.skip(f"no {SCORER}")
    return load_scorer()


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param([("Ruiz", RAIN), ("Vos", LATE)], [], id="all-right"),
        pytest.param([("Ruiz", RAIN)], [(Kind.MISS, f"Vos | warned | {LATE}", "-")], id="missed"),
        pytest.param(
            [("Vos", RAIN), ("Vos", LATE)],
            [(Kind.MENTION, f"Ruiz | said | {RAIN}", f"Vos | - | {RAIN}")],
            id="in-the-wrong-mouth",
        ),
        pytest.param(
            [("Ruiz", "all day"), ("Vos", LATE)],
            [(Kind.WORDS, f"Ruiz | said | {RAIN}", "Ruiz | - | all day")],
            id="less-than-half-of-the-words",
        ),
        pytest.param(
            [(None, "The ferry sank"), ("Ruiz", RAIN), ("Vos", LATE)],
            [(Kind.FALSE, "- | - | The ferry sank", "0.7")],
            id="nothing-there",
        ),
        pytest.param(
            [("Ruiz", f"{RAIN}. Vos warned {LATE}"), ("Vos", LATE)],
            [(Kind.WORDS, f"Ruiz | said | {RAIN}", f"Ruiz | - | {RAIN}. Vos warned {LATE}")],
            id="runs-on-into-the-neighbour",
        ),
    ],
)
def test_an_error_has_its_kind_and_its_words(
    scorer: ModuleType, found: list[tuple[str | None, str]], expected: list[tuple[Kind, str, str]]
) -> None:
    errors = errors_of(scorer, ROW, reading(found))
    assert [(error.kind, error.told, error.found) for error in errors] == expected


def test_a_find_inside_another_is_no_error(scorer: ModuleType) -> None:
    found = reading([("Ruiz", RAIN), (None, "would"), ("Vos", LATE)])
    found["statements"][1]["within"] = 0
    assert list(errors_of(scorer, ROW, found)) == []


def test_an_error_is_shown_with_its_paragraph(scorer: ModuleType) -> None:
    [error] = errors_of(scorer, ROW, reading([("Vos", LATE)]))
    shown = "MISS Ruiz | said | it would rain all day\n    ~ -\n    @ Ruiz said it would rain all day. Vos warned"
    assert str(error).startswith(shown)


def test_the_same_seed_gives_the_same_sample() -> None:
    errors = [Error(Kind.MISS, str(n), "-", "") for n in range(50)]
    assert sample(errors, 5, seed=1) == sample(errors, 5, seed=1) != sample(errors, 5, seed=2)
    assert len(sample(errors, 80, seed=1)) == 50
    assert heading(errors) == '{"MISS": 50, "WORDS": 0, "MENTION": 0, "FALSE": 0} 50'


def test_every_line_that_is_not_blank_is_read() -> None:
    one = article(ROW)
    assert [passage.span.of(TEXT) for passage in one.passages] == [line for line in TEXT.split("\n") if line]


def reading(found: list[tuple[str | None, str]]) -> dict[str, Any]:
    return {"statements": [statement(who, words) for who, words in found]}


def statement(who: str | None, words: str) -> dict[str, Any]:
    mention = span(who) if who else None
    return {"content": [span(words)], "cue": None, "mention": mention, "within": None, "confidence": {"words": 0.7}}
