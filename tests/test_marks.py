"""Where quotation marks open and close. ⟦ ⟧ stand around what is one piece, marks included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import plain_article
from quoth.domain import Span
from quoth.marks import quotations

CASES = [
    pytest.param("⟦“We won,”⟧ he said, ⟦“and that’s it.”⟧", id="curly, apostrophe"),
    pytest.param('⟦"We won,"⟧ he said—⟦"really"⟧—and left.', id="straight, between dashes"),
    pytest.param("⟦''We won,''⟧ he said. The '90s boys' club's man.", id="doubled apostrophes beside apostrophes"),
    pytest.param("⟦‘The boys’ club is closed,’⟧ he said, ⟦‘for good’⟧.", id="British with a possessive"),
    pytest.param("⟦‘It’s the ’90s again,’⟧ he said.", id="British with a decade"),
    pytest.param("⟦'We can't,'⟧ she said of the workers' vote.", id="straight single"),
    pytest.param("James' dog, the workers' union, rock 'n' roll and '98.", id="apostrophes only"),
    pytest.param('He is 5\'10" tall and the board 6" wide.', id="feet and inches"),
    pytest.param("⟦„Wir kommen“⟧, ⟦«Oui»⟧, ⟦»Nein«⟧, ⟦”Hej”⟧.", id="German, French, reversed, Swedish"),
    pytest.param("⟦« Oui »⟧, dit-il. ⟦«\u00a0Non\u00a0»⟧.", id="guillemets with no-break spaces"),
    pytest.param("⟦``Old wire copy,''⟧ he said.", id="backticks"),
    pytest.param("He called it a ⟦“scare”⟧ quote.", id="scare quotes are marks too"),
    pytest.param("⟦“First.⟧\n⟦“Second.⟧\n⟦“Third,”⟧ he said.", id="opens every paragraph, closes the last"),
    pytest.param("⟦“First.⟧\n⟦Second goes on.”⟧ He left.", id="second opening mark left out"),
    pytest.param('⟦"First.⟧\n⟦"Second,"⟧ he said. ⟦"Third."⟧', id="straight over paragraphs"),
    pytest.param('"Never closed, he said.\nAnother paragraph.', id="never closed, not carried on"),
    pytest.param("⟦“He told me ‘no’ and left,”⟧ said Ruiz’s aide of the ⟦‘new deal’⟧.", id="inner marks"),
]


@pytest.mark.parametrize("marked", CASES)
def test_outer_pieces(marked: str) -> None:
    text, expected = _unmark(marked)
    assert [piece.span for piece in quotations(text, _lines(text)) if not piece.depth] == expected


INNER = [
    pytest.param(
        "“He told me ‘no’ and ‘the boys’ club,’” she said.", ["‘no’", "‘the boys’ club,’"], id="British in American"
    ),
    pytest.param("'She said \"never\" twice,' he said.", ['"never"'], id="American in British"),
    pytest.param("\"They chanted 'out' at us.\"", ["'out'"], id="straight"),
]


@pytest.mark.parametrize(("text", "inner"), INNER)
def test_inner_pieces(text: str, inner: list[str]) -> None:
    assert [piece.span.of(text) for piece in quotations(text, _lines(text)) if piece.depth == 1] == inner


@given(st.text(alphabet="ab .,\n\"'“”‘’„«»`s90", max_size=80))
def test_pieces_never_cross_one_another_nor_a_paragraph(text: str) -> None:
    lines = _lines(text)
    pieces = [piece.span for piece in quotations(text, lines)]
    for n, piece in enumerate(pieces):
        assert any(line.contains(piece) for line in lines)
        for other in pieces[n + 1 :]:
            assert not piece.overlaps(other) or piece.contains(other) or other.contains(piece)


def _unmark(marked: str) -> tuple[str, list[Span]]:
    text, spans, start = "", [], 0
    for char in marked:
        if char == "⟦":
            start = len(text)
        elif char == "⟧":
            spans.append(Span(start, len(text)))
        else:
            text += char
    return text, spans


def _lines(text: str) -> list[Span]:
    return [passage.span for passage in plain_article(text).passages]
