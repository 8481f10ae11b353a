"""What the pattern baseline makes of plain sentences: who, verb, words."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "bench"))

from pattern_side import statements_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will appeal,” Ruiz said.", [("Ruiz", "said", ["“We will appeal,”"])]),
        ('"We will appeal," said Ana Ruiz.', [("Ana Ruiz", "said", ['"We will appeal,"'])]),
        ("''We will appeal,'' she said.", [("she", "said", ["''We will appeal,''"])]),
        ("“Not this year,” he said, “maybe not ever.”", [("he", "said", ["“Not this year,”", "“maybe not ever.”"])]),
        ("“Not this year,” he said. “Ask me again.”", [("he", "said", ["“Not this year,”", "“Ask me again.”"])]),
        ("Ruiz said that the bridge was safe.", [("Ruiz", "said", ["that the bridge was safe"])]),
        ("The bridge was safe, Mr. Ruiz said.", [("Mr. Ruiz", "said", ["The bridge was safe"])]),
        ("According to Ana Ruiz, the bridge was safe.", [("Ana Ruiz", "According to", ["the bridge was safe"])]),
        ("The “free” ferry sails at noon.", []),
        ("The ferry sails at noon.", []),
    ],
)
def test_patterns_find(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    found = [
        (text[slice(*one["mention"])], text[slice(*one["cue"])], [text[slice(*span)] for span in one["content"]])
        for one in statements_of(text)
    ]
    assert found == expected


def test_a_paragraph_of_quotation_goes_to_whoever_spoke_last() -> None:
    text = "“We will appeal,” Ruiz said.\n\n“It may take years.”"
    second = list(statements_of(text))[1]
    assert text[slice(*second["content"][0])] == "“It may take years.”"
    assert text[slice(*second["mention"])] == "Ruiz"
