"""Which pieces of content belong to a cue that several point to."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from fakes import PerfectTagger, article_of
from marked import unmark
from quoth.attribution.decode import runs
from quoth.attribution.link import drafts
from quoth.inference import Link


@pytest.mark.parametrize(
    ("share", "kept"),
    [
        pytest.param(0.9, ["it rained", "the boat"], id="surely"),
        pytest.param(0.4, ["it rained"], id="likelier than any other cue, and yet less likely than not"),
    ],
)
def test_a_further_piece_has_to_point_to_the_cue_more_likely_than_not(share: float, kept: list[str]) -> None:
    marked = unmark("{m1 Ruiz} {q1 said} {c1 it rained} and sank {c1 the boat}.")
    scores = PerfectTagger(marked).score(marked.text, [p.span for p in article_of(marked).passages])
    [view] = scores.views
    place, cue = (marked.text[: marked.text.index(word)].count(" ") for word in ("the boat", "said"))
    pointers = view.pointers.copy()
    pointers[Link.CONTENT_TO_CUE, place : place + 2, cue + 1] = math.log(share)
    weak = replace(scores, views=[replace(view, pointers=pointers)])
    [draft] = drafts(weak, runs(weak))
    assert [run.span(weak).of(marked.text) for run in draft.content] == kept
