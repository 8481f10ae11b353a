"""Whom and what a statement names, by the fullest name that the article gives."""

from __future__ import annotations

import pytest

from quoth.domain import Span
from quoth.routes import topics
from told import told


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Mara Lind runs the ferries. {m1 Ben Orr} {q1 said} {c1 that Lind had lied}.", ["Mara Lind"]),
        ("{m1 Ben Orr} {q1 said} {c1 NATO should send troops to Ukraine}.", ["NATO", "Ukraine"]),
        ("{m1 Ben Orr} {q1 said} {c1 the toll was too high}.", []),
        ("{m1 Ben Orr} {q1 said} {c1 on Monday that the French were right}.", []),
        ("{m1 Ben Orr} {q1 said}: {c1 “President [Olek] Varda is not asking for that.”}", ["Olek Varda"]),
        (
            "Ada Quill spoke. {m1 Ben Orr} {q1 praised} {c1 Quill’s bridge in Oster Falls}.",
            ["Ada Quill", "Oster Falls"],
        ),
    ],
)
def test_topics_of_the_statement(marked: str, names: list[str]) -> None:
    article, statements = told(marked)
    assert [topic.name for topic in topics(article, statements)[0]] == names


def test_only_what_the_tagger_calls_an_entity_counts_where_it_is_asked() -> None:
    article, statements = told("{m1 Ben Orr} {q1 said} {c1 NATO should send troops to Ukraine}.")
    place = article.text.index("Ukraine")
    assert [t.name for t in topics(article, statements, [Span(place, place + 7)])[0]] == ["Ukraine"]
