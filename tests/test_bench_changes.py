"""What is listed when quoth reads an article otherwise than the run before."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[1] / "bench"))

import run
from changes import Kind, changes

TEXT = "“We will appeal,” Ruiz said. Vos added that the ferry was late."
QUOTE, LATE = "“We will appeal,”", "that the ferry was late"
GOLD = [
    {
        "id": "harbour",
        "text": TEXT,
        "attributions": [
            {"content": [[0, 17]], "cue": [[23, 27]], "source": [[18, 22]]},
            {"content": [[39, 62]], "cue": [[33, 38]], "source": [[29, 32]]},
        ],
    }
]


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    if not run.SCORER.exists():
        pytest.skip(f"no {run.SCORER}")
    return run.load_scorer(run.SCORER)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param([(QUOTE, "Ruiz")], [(QUOTE, "Ruiz")], [], id="nothing-moved"),
        pytest.param([], [(QUOTE, "Ruiz")], [(Kind.GAINED, QUOTE, "")], id="found"),
        pytest.param([(QUOTE, "Ruiz")], [], [(Kind.LOST, QUOTE, "not found")], id="lost"),
        pytest.param(
            [(QUOTE, "Ruiz")], [(QUOTE, "Vos")], [(Kind.LOST, QUOTE, "now by 'Vos'")], id="given-to-somebody-else"
        ),
        pytest.param([(LATE, "Vos")], [("the ferry was late", "Vos")], [], id="an-end-moved-a-little"),
        pytest.param([], [("Ruiz said", None)], [(Kind.STRAY, "Ruiz said", "")], id="stray"),
        pytest.param([("Ruiz said", None)], [], [(Kind.CLEARED, "Ruiz said", "")], id="stray-gone"),
    ],
)
def test_a_change_is_listed(
    scorer: ModuleType,
    before: list[tuple[str, str | None]],
    after: list[tuple[str, str | None]],
    expected: list[tuple[Kind, str, str]],
) -> None:
    found = changes(scorer, GOLD, {"harbour": reading(before)}, {"harbour": reading(after)})
    assert [(change.kind, change.words, change.note) for change in found] == expected


def reading(statements: list[tuple[str, str | None]]) -> dict[str, Any]:
    return {
        "statements": [
            {"content": [span(words)], "cue": None, "mention": span(who) if who else None} for words, who in statements
        ]
    }


def span(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]
