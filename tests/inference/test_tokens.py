"""What the tagger sees of a text, and how a long one is cut into windows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from fakes import plain_article
from quoth.inference.tagger import WEIGHTS
from quoth.inference.tokens import BREAK, CASE, QUOTE, Pieces, pieces, windows

TOKENIZER = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))


def seen(text: str) -> Pieces:
    return pieces(TOKENIZER, text, [passage.span for passage in plain_article(text).passages])


def test_offsets_are_code_points_whatever_stands_before() -> None:
    text = "😀 Café\u00a0“naïve” Ruiz"
    words = [text[a:b] for a, b in seen(text).offsets]
    assert words == ["😀", "Café", "“", "naïve", "”", "Ruiz"]


@pytest.mark.parametrize(
    ("text", "column", "states"),
    [
        pytest.param("the The NATO iPhone 90", CASE, [0, 1, 2, 3, 4], id="case"),
        pytest.param("one two.\nthree", BREAK, [1, 0, 2, 1], id="breaks"),
        pytest.param("he “yes ‘no’ yes” he", QUOTE, [0, 1, 2, 2, 5, 2, 2, 3, 0], id="marks, one pair inside another"),
        pytest.param("“yes\n“no”", QUOTE, [1, 4, 1, 2, 3], id="a quotation that carries on"),
    ],
)
def test_features(text: str, column: int, states: list[int]) -> None:
    assert seen(text).features[:, column].tolist() == states


def test_a_word_in_several_pieces_goes_on() -> None:
    found = seen("Vallgren spoke")
    assert found.goes_on.tolist() == [False] + [True] * (len(found) - 2) + [False]


@given(st.integers(1, 3000), st.integers(8, 400), st.data())
def test_windows_cover_everything_and_share_the_overlap(count: int, size: int, data: st.DataObject) -> None:
    overlap = data.draw(st.integers(0, size // 2))
    ranges = list(windows(count, size, overlap))
    assert (ranges[0][0], ranges[-1][1]) == (0, count)
    for (_, end), (start, later) in pairwise(ranges):
        assert end - start >= overlap
        assert later > end
    assert all(end - start == min(size, count) for start, end in ranges)
