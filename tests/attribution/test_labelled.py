"""Quotations behind a name and a colon belong to that name."""

from __future__ import annotations

import re

import pytest

from fakes import PerfectTagger, article_of
from marked import unmark
from quoth.attribution import extract, scored

LABELLED = [
    pytest.param(
        "{c1 “We counted them,”} {q1 answered} {m1 Wes Dunn}.\n\n{m2 Tran}: {c2 “And where do they park?”}",
        id="joined to the turn before",
    ),
    pytest.param(
        "{m1 Tran} {q1 said}: {c1 “No.”}\n\n{m2 Harbourmaster Jo Coil}: {c2 “After tea.”}\n\nIt rained.",
        id="with a role",
    ),
]


@pytest.mark.parametrize("text", LABELLED)
def test_a_labelled_quotation_is_the_labels(text: str) -> None:
    marked = unmark(text)
    as_one = re.sub(r"\{m2 ([^}]*)\}", r"\1", text).replace("c2", "c1")  # as the tagger joins them: one verb
    joined = unmark(as_one)
    article, tagger = article_of(joined), PerfectTagger(joined)
    given = [(s.content, s.cue, s.mention) for s in extract(article, scored(article, tagger), tagger)]
    assert given == [(tuple(t.content), t.cue, t.mention) for _, t in sorted(marked.statements.items())]
