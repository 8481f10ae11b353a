"""Quotations that stand alone in their paragraph, and whose words they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest

from fakes import SURE, UNSURE, PerfectTagger, article_of
from marked import Marked, unmark
from quoth.attribution import extract, scored
from quoth.domain import Span, Statement
from quoth.inference import Scores
from quoth.inference.scores import EDGES, ENTITIES

NAMES = re.compile(r"Wilf Dunn|Ruiz|Mr Orlo|a man from Baku|Hale|Ada Lind|He\b|She\b|she\b")


@dataclass
class Shy(PerfectTagger):
    """A tagger that knows every name, and no statement without a verb."""

    def score(self, text: str, paragraphs: Sequence[Span]) -> Scores:
        scores = super().score(text, paragraphs)
        entities = np.full((len(scores.pieces), len(ENTITIES), len(EDGES)), UNSURE, dtype=np.float32)
        entities[:, :, EDGES.index("O")] = SURE
        for name in NAMES.finditer(text):
            places = np.flatnonzero(
                (scores.pieces.offsets[:, 0] < name.end()) & (scores.pieces.offsets[:, 1] > name.start())
            )
            for n, place in enumerate(places):
                edge = "S" if len(places) == 1 else "B" if n == 0 else "E" if n == len(places) - 1 else "I"
                entities[place, ENTITIES.index("person")] = UNSURE
                entities[place, ENTITIES.index("person"), EDGES.index(edge)] = SURE
        return replace(scores, entities=entities)


def read(marked: Marked) -> tuple[Statement, ...]:
    verbs = {n: told for n, told in marked.statements.items() if told.cue}
    article, tagger = article_of(marked), Shy(replace(marked, statements=verbs))
    return extract(article, scored(article, tagger), tagger)


ALONE = [
    pytest.param(
        "{m1 Wilf Dunn, 71,} keeps a diary of the river.\n\n{c1 “Shut at ten, open at two.”}\n\nThe council is silent.",
        id="below the one it tells of",
    ),
    pytest.param(
        "{m1 Ruiz} has opened the gate to goats.\n\n{c1 “They eat the rules.}\n\n{c1 “And the fence.”}",
        id="over two paragraphs",
    ),
    pytest.param(
        "Tea came.\n\n{c1 “Sleep,”} {m1,3 Mr Orlo} {q1 said}.\n\n{c2 “All?”} {q2 asked} {m2,4 a man from Baku}.\n\n"
        "{c3 “It was a dull day.”}\n\n{c4 “And then?”}",
        id="by turns",
    ),
    pytest.param(
        "Hale {q2 said} {c2 they had left}.\n\n{m1 A note, in capitals,} was pinned to the seat.\n\n{c1 “SEE YOU.”}",
        id="paper",
    ),
    pytest.param(
        "Lind was fined.\n\n{c1 ‘We are not moving’}\n{m1 Hale} lives on.\n\n{m2 Ruiz} {q2 said}: {c2 “Go.”}",
        id="over an entry of a live blog",
    ),
    pytest.param(
        "{m1 Ada Lind} came in. Will they appeal?\n\nHow long will it take?\n\n{c1 “Years.”}", id="in an interview"
    ),
    pytest.param("{m1 Hale} laughed.\n\n{c1 “I said, that noise is a career.”}", id="a clause of its own in the words"),
]


@pytest.mark.parametrize("text", ALONE)
def test_a_quotation_alone_is_a_statement_of_the_one_told_of(text: str) -> None:
    marked = unmark(text)
    told = [marked.statements[n] for n in sorted(marked.statements)]
    given = {s.content: (s.cue, s.mention) for s in read(marked)}
    expected = {tuple(t.content): (t.cue, t.mention) for t in told}
    assert given == expected


JOINED = [
    pytest.param(
        "{c9 “Sit,”} {q9 said} {m9 Ruiz}.\n\n{c1 “Were you there?”} {q1 asked} {m1 Mr Orlo}.\n\n{c1 “I was.”}",
        ["“I was.”"],
        id="an answer",
    ),
    pytest.param(
        "{c9 “How was it?”} {q9 asked} {m9 Ruiz}.\n\n{c1 “Long,”} {q1 said} {m1 Mr Orlo}.\n\n{c1 “How long?”}",
        ["“How long?”"],
        id="asking again",
    ),
]


@pytest.mark.parametrize(("text", "taken"), JOINED)
def test_the_turn_of_somebody_else_is_taken_out_of_a_statement(text: str, taken: list[str]) -> None:
    marked = unmark(text)
    last = read(marked)[-1]
    assert [span.of(marked.text) for span in last.content] == taken
    assert last.mention == marked.statements[9].mention


def test_single_marks_left_open_carry_a_quotation_on() -> None:
    marked = unmark("{m1 Hale} laughed.\n\n{c1 ‘It rained. They ate.}\n\n{c1 ‘Then it poured.’}\n\n‘Tis over.")
    [statement] = read(marked)
    assert statement.content == tuple(marked.statements[1].content)
    assert statement.mention == marked.statements[1].mention


NO_STATEMENT = [
    pytest.param(
        "“Not now,” he was told.\n\n‘All Bets Are Off’\n\nEight years ago Hale ran. “Go,” they sang.", id="a subhead"
    ),
    pytest.param("Hale drove “The Goat”.\n\nIt was “new”.", id="names in marks"),
    pytest.param("Ruiz wrote on.\n\n“”\n\n“…”", id="no words"),
]


@pytest.mark.parametrize("text", NO_STATEMENT)
def test_other_words_in_marks_are_no_statement(text: str) -> None:
    assert read(unmark(text)) == ()
