"""Through whom a statement came: the last statement of each text, its steps from the mouth to the page."""

from __future__ import annotations

import pytest

from quoth.routes import routes
from told import told

BESIDE = [
    # venues
    ("{m1 Ada Quill} {q1 said} in a statement {c1 that the bridge was safe}.", "venue statement"),
    ("In a statement, {m1 Ada Quill} {q1 said} {c1 the bridge was safe}.", "venue statement"),
    ("{c1 “The bridge is safe,”} {m1 Quill} {q1 said} at a news conference.", "venue news conference"),
    ("At a rally in Oster Falls, {m1 Ben Orr} {q1 promised} {c1 to cut the toll}.", "venue rally in Oster Falls"),
    ("During Tuesday’s debate, {m1 Ben Orr} {q1 called} {c1 the toll a theft}.", "venue debate"),
    (
        "{m1 Ben Orr} {q1 wrote} in a letter to the council {c1 that the toll was a theft}.",
        "venue letter, audience council",
    ),
    ("{c1 “We will not sell,”} {m1 Mara Lind} {q1 said} in an email.", "venue email"),
    ("{m1 Mara Lind} {q1 tweeted} {c1 that she would not sell}.", "venue Twitter"),
    ("{m1 Mara Lind} {q1 wrote} on Facebook {c1 that she would not sell}.", "venue Facebook"),
    ("{m1 Mara Lind} {q1 said} in a post on X {c1 that she would not sell}.", "venue post on X"),
    ("In a telephone interview, {m1 Mara Lind} {q1 said} {c1 she would not sell}.", "venue telephone interview"),
    ("{m1 The poll} {q1 found} {c1 that most would pay}.", "venue poll"),
    ("{q1 According to} {m1 a study by Dorn College}, {c1 most would pay}.", "venue study"),
    ("On a conference call, {m1 Ada Quill} {q1 said} {c1 the bridge was safe}.", "venue conference call"),
    ("{m1 Ben Orr} {q1 signed an order banning} {c1 the toll}.", "venue order"),
    # audiences
    ("{m1 Ada Quill} {q1 told} reporters {c1 that the bridge was safe}.", "audience reporters"),
    ("{m1 Ben Orr} {q1 told} a cheering crowd {c1 that the toll would go}.", "audience cheering crowd"),
    ("{m1 Ben Orr} {q1 told} supporters {c1 that the toll would go}.", "audience supporters"),
    ("{m1 Mara Lind} {q1 told} me {c1 that she would not sell}.", "audience Ivo Tern"),
    (
        "{m1 Ada Quill} {q1 told} reporters in a briefing: {c1 “The bridge is safe.”}",
        "venue briefing, audience reporters",
    ),
    (
        "In a conference call with reporters, {m1 Ada Quill} {q1 said} {c1 the bridge was safe}.",
        "venue conference call, audience reporters",
    ),
    ("{m1 Mara Lind} {q1 asked} Ben Orr {c1 to stop}.", "audience Ben Orr"),
    # outlets
    ("{m1 Ada Quill} {q1 told} CNN {c1 that the bridge was safe}.", "outlet CNN"),
    ("{m1 Ada Quill} {q1 told} the Harbor Gazette {c1 that the bridge was safe}.", "outlet Harbor Gazette"),
    (
        "{c1 “The bridge is safe,”} {m1 Quill} {q1 said} in an interview with The Harbor Gazette.",
        "venue interview, outlet Harbor Gazette",
    ),
    ("{c1 “The bridge is safe,”} {m1 Quill} {q1 said}, as quoted by Euractiv.", "outlet Euractiv"),
    ("{c1 The bridge is safe}, {m1 Reuters} {q1 reported}.", "outlet Reuters"),
    ("{q1 According to} {m1 the Harbor Gazette}, {c1 the bridge is safe}.", "outlet Harbor Gazette"),
    ("{m1 Ada Quill} {q1 told} Czech television {c1 that the bridge was safe}.", "outlet Czech television"),
    ("Speaking on the cable channel CNBC, {m1 Ada Quill} {q1 said} {c1 the bridge was safe}.", "outlet CNBC"),
    (
        "{c1 “I withdraw that,”} {m1 Quill} {q1 said} while speaking to NBC’s Hal Jory.",
        "audience NBC’s Hal Jory, outlet NBC",
    ),
    ("{m1 Ben Orr} {q1 told} the Harbor Forum {c1 that the toll would go}.", "venue Harbor Forum"),
    ("At the Oster Club’s dinner, {m1 Ben Orr} {q1 promised} {c1 to cut the toll}.", "venue Oster Club’s dinner"),
    (
        "Writing for the Harbor Gazette, {m1 Mara Lind} {q1 said} {c1 the bridge was safe}.",
        "outlet Harbor Gazette",
    ),
    ("{m1 Coastal Wire Service} {q1 reported} {c1 that the bridge was safe}.", "outlet Coastal Wire Service"),
    # none
    ("{m1 Ada Quill} {q1 said} {c1 the bridge was safe}.", ""),
    ("{m1 Ada Quill} {q1 said} {c1 that the news conference was a farce}.", ""),
    ("{m1 Ada Quill} {q1 praised} {c1 the speech that Ben Orr gave to reporters}.", ""),
    ("{m1 Ada Quill, an editor for the Harbor Gazette,} {q1 said} {c1 the bridge was safe}.", ""),
    ("{m1 Ben Orr} {q1 told} Congress {c1 that the toll would go}.", "audience Congress"),
    ("{m1 Ben Orr} {q1 reminded} voters {c1 that the toll would go}.", "audience voters"),
    ("{m1 Mara Lind} {q1 said} in a tweet {c1 that she would not sell}.", "venue tweet"),
    (
        "{m1 Ben Orr} {q1 spoke} at Mara Lind’s rally in Oster Falls {c1 of the toll}.",
        "venue Mara Lind’s rally in Oster Falls",
    ),
    ("In a column, {m1 Mara Lind} {q1 argued} {c1 that the bridge was safe}.", "venue column"),
    (
        "In a forum sponsored by Harbor News, {m1 Ben Orr} {q1 said} {c1 the toll would go}.",
        "venue forum sponsored by Harbor News",
    ),
]

CARRIED = [
    (
        "{m1 Ben Orr} {q1 spoke} at a rally in Oster Falls {c1 of the toll}.\n"
        "During the rally, {m2 Orr} {q2 said} {c2 it would go}.",
        "venue rally in Oster Falls",
    ),
    ("{m1 Ada Quill} {q1 told} CNN {c1 the bridge was safe}. {c2 “Come and look,”} {m2 she} {q2 said}.", "outlet CNN"),
    (
        "Ada Quill spoke with Czech television on Monday. {m1 She} {q1 said} {c1 the bridge was safe}.",
        "outlet Czech television",
    ),
    (
        "Ada Quill spoke with Czech television. {m1 She} {q1 said} {c1 the bridge was safe}.\n"
        "{c2 “Come and look,”} {m2 Quill} {q2 said}, as quoted by Euractiv.",
        "outlet Czech television, outlet Euractiv",
    ),
    (
        "Ben Orr made similar remarks at a press conference with Quill last week. "
        "Then, {m1 Orr} {q1 said} {c1 the toll would go}.",
        "venue press conference",
    ),
    (
        "At a rally in Oster Falls, {m1 Ben Orr} {q1 promised} {c1 to cut the toll}. "
        "{c2 “It is a theft,”} {m2 he} {q2 said}.",
        "venue rally in Oster Falls",
    ),
    (
        "In a statement, {m1 Ada Quill} {q1 said} {c1 the bridge was safe}. "
        "{m2 Ben Orr} {q2 disagreed with} {c2 that}.",
        "",
    ),
    ("{m1 Ada Quill} {q1 told} CNN {c1 the bridge was safe}. {m2 Ben Orr} {q2 said} {c2 it was not}.", ""),
    (
        "{m1 Ada Quill} {q1 told} reporters {c1 the bridge was safe}. {c2 “Come and look,”} {m2 she} {q2 added}.",
        "audience reporters",
    ),
    (
        "{m1 Ada Quill} {q1 told} CNN {c1 the bridge was safe}.\n"
        "{m2 Quill} {q2 said} at a hearing {c2 that it had been painted}.",
        "venue hearing",
    ),
    (
        "{m1 Ada Quill} {q1 said} {c1 the bridge was safe}. "
        "The Harbor Gazette has contacted the council by email for comment.\n"
        "{m2 Ben Orr} {q2 said} {c2 it was not}.",
        "",
    ),
    ("A poll asked 900 people. {m1 Sixty percent} {q1 said} {c1 they would pay}.", "venue poll"),
    (
        "{m1 Ada Quill} {q1 told} CNN {c1 the bridge was safe}.\n"
        "@caption {m2 Ada Quill} {q2 refuses} {c2 to close the bridge}.",
        "",
    ),
]


@pytest.mark.parametrize(("marked", "chain"), [*BESIDE, *CARRIED])
def test_route_of_the_last_statement(marked: str, chain: str) -> None:
    article, statements = told(marked, byline=("Ivo Tern",))
    assert ", ".join(f"{step.kind} {step.name}" for step in routes(article, statements)[-1]) == chain


@pytest.mark.parametrize(("marked", "chain"), BESIDE)
def test_every_step_points_at_its_words(marked: str, chain: str) -> None:
    article, statements = told(marked, byline=("Ivo Tern",))
    for step in routes(article, statements)[-1]:
        words = step.span.of(article.text)
        assert step.name.split()[-1] in words or (step.name, words) in (("Twitter", "tweeted"), ("Ivo Tern", "me"))


@pytest.mark.parametrize(
    ("marked", "chain"),
    [
        pytest.param(
            "{m1 Ada Quill} {q1 told} the Harbor Gazette {c1 the bridge was safe}.",
            "outlet Harbor Gazette",
            id="told this paper",
        ),
        pytest.param("{m1 The Harbor Gazette} {q1 said} {c1 it would appeal}.", "", id="the paper itself"),
    ],
)
def test_the_own_publisher_is_an_outlet_only_where_somebody_told_it(marked: str, chain: str) -> None:
    article, statements = told(marked, outlet="harbor-gazette")
    assert ", ".join(f"{step.kind} {step.name}" for step in routes(article, statements)[-1]) == chain
