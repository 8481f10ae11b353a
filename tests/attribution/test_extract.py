"""What attribution makes of perfect scores: every shape in which statements are printed."""

from __future__ import annotations

import pytest

from fakes import PerfectTagger, article_of, plain_article
from marked import Marked, unmark
from quoth.attribution import extract, scored
from quoth.attribution.streams import sections
from quoth.domain import Manner, Statement


def statements_of(marked: Marked) -> tuple[Statement, ...]:
    """What is made of the scores that a perfect model would give for the marks."""
    article, tagger = article_of(marked), PerfectTagger(marked)
    return extract(article, scored(article, tagger), tagger)


SHAPES = [
    pytest.param("{m1 Ruiz} {q1 said}: {c1 “We will appeal.”}", ["direct"], id="speaker first"),
    pytest.param("{c1 “Not now,”} {q1 said} {m1 Ruiz}, {c1 “maybe later.”}", ["direct"], id="interrupted"),
    pytest.param("{m1 Ruiz} {q1 said} {c1 that the gate was shut}.", ["indirect"], id="indirect"),
    pytest.param("{m1 Ruiz} {q1 called} {c1 the plan “a gift to thieves”}.", ["mixed"], id="mixed"),
    pytest.param(
        "{q1 According to} {m1 the harbour union}, {c1 the ice plant is closed}.", ["indirect"], id="according to"
    ),
    pytest.param("The {q1 claim} {c1 that the mines drifted in} is old.", ["indirect"], id="noun cue, nobody named"),
    pytest.param("{m1 RUIZ}: {c1 We are ready.}\n{m2 HALE}: {c2 Are you?}", ["indirect", "indirect"], id="transcript"),
    pytest.param(
        "{m1 Ruiz} {q1 replied}: {c1 “We tried.}\n{c1 “We failed.}\n{c1 “We go on.”}",
        ["direct"],
        id="over three paragraphs",
    ),
    pytest.param(
        "{m1 Ruiz} {q1 replied}: {c1 “We tried.}\n{c1 We failed.”}", ["direct"], id="second opening mark left out"
    ),
    pytest.param(
        "{m1,2 She} {q1 said} {c1 it rained} and {q2 denied} {c2 that it poured}.",
        ["indirect"] * 2,
        id="one mention, two",
    ),
    pytest.param("{c1 ''No,''} {m1 Ruiz} {q1 said}.", ["direct"], id="doubled apostrophes"),
    pytest.param("{c1 ‘The boys’ club won’t move,’} {q1 said} {m1 Ruiz}.", ["direct"], id="British, with a possessive"),
    pytest.param(
        "{c1 „Wir gehen“}, {q1 said} {m1 Ruiz}. {c2 «Oui»}, {q2 said} {m2 Roux}.",
        ["direct", "direct"],
        id="German, French",
    ),
    pytest.param(
        "{m1 Ruiz} {q1 said}: {c1 “{m2 He} {q2 told} me {c2 ‘never again’} twice.”}",
        ["direct", "indirect"],
        id="one inside another",
    ),
]


@pytest.mark.parametrize(("text", "manners"), SHAPES)
def test_statements_are_what_is_marked(text: str, manners: list[str]) -> None:
    marked = unmark(text)
    statements = statements_of(marked)
    told = [marked.statements[n] for n in sorted(marked.statements)]
    given = [(sorted(s.content), s.cue, s.mention) for s in statements]
    assert given == [(sorted(t.content), t.cue, t.mention) for t in told]
    inner = [s for s in statements if s.within is not None]
    assert len(inner) == (1 if "one inside" in text else len(inner))


def test_a_statement_inside_another_says_so() -> None:
    marked = unmark("{m1 Ruiz} {q1 said}: {c1 “{m2 He} {q2 told} me {c2 ‘never again’} twice.”}")
    outer, inner = statements_of(marked)
    assert (outer.within, inner.within) == (None, 0)


@pytest.mark.parametrize(("text", "manners"), [shape for shape in SHAPES if shape.id != "one inside another"])
def test_manner_follows_the_marks(text: str, manners: list[str]) -> None:
    marked = unmark(text)
    assert [s.manner.value for s in statements_of(marked)] == manners


LOOSE = [
    pytest.param("Ruiz said: “{c1 We will appeal}.”", "“We will appeal.”", id="marks and full stop left out"),
    pytest.param(
        "Ruiz said: “We {c1 will appeal and never rest}.”", "“We will appeal and never rest.”", id="first word left out"
    ),
    pytest.param("Ruiz said {c1 that it was late,} she left.", "that it was late", id="comma at the end"),
]


@pytest.mark.parametrize(("text", "content"), LOOSE)
def test_a_loose_tag_becomes_the_whole_quotation(text: str, content: str) -> None:
    marked = unmark(text)
    [statement] = statements_of(marked)
    assert " … ".join(span.of(marked.text) for span in statement.content) == content


def test_a_caption_does_not_cut_a_quotation_in_two() -> None:
    marked = unmark(
        "@body {m1 Ruiz} {q1 replied}: {c1 “We tried.}\n"
        "@caption {m2 Hale} {q2 says} {c2 it rains}.\n@body {c1 “We failed.”}"
    )
    statements = statements_of(marked)
    assert [len(s.content) for s in statements] == [2, 1]


def test_furniture_is_not_read() -> None:
    marked = unmark("@body Nothing.\n@furniture {m1 Ann} {q1 says} {c1 the coffee is good}.")
    assert statements_of(marked) == ()


def test_manner_is_told_of_every_manner() -> None:
    assert {shape.values[1][0] for shape in SHAPES} == {manner.value for manner in Manner}


PARTED = [
    pytest.param(
        "{m1,2 Ruiz} {q1 denied} {c1 that it had rained}.\n\n{c2 “It was dry as a bone.”}",
        ["denied", "asserted"],
        id="denied, then said",
    ),
    pytest.param(
        "{m1,2 Ruiz} {q1 would not say} {c1 whether it had rained}.\n\n{c2 “Look at the roofs.}\n\n{c2 “And ask her.”}",
        ["refused", "asserted"],
        id="refused, then said over two paragraphs",
    ),
    pytest.param(
        "{m1 Ruiz} {q1 said} {c1 that it had rained}.\n\n{c1 “It poured.”}", ["asserted"], id="said, then said on"
    ),
]


@pytest.mark.parametrize(("text", "statuses"), PARTED)
def test_a_quotation_is_no_part_of_what_was_denied(text: str, statuses: list[str]) -> None:
    joined = unmark(text.replace("m1,2", "m1").replace("c2", "c1"))  # as the tagger joins them: one verb, all the words
    parts = [told for _, told in sorted(unmark(text).statements.items())]
    found = statements_of(joined)
    assert [s.status.value for s in found] == statuses
    assert [(s.content, s.cue, s.mention) for s in found] == [(tuple(t.content), t.cue, t.mention) for t in parts]


SIGNED = [
    pytest.param("{c1 “We are ready.”} - {m1 Commissioner Jo Smith}", id="on the same line"),
    pytest.param("{c1 “We are ready.”}\n— {m1 Jo Smith, Commissioner for Ports}", id="on the next line"),
    pytest.param(
        "{c1 “We are ready.}\n{c1 “We are late.”}\n-- {m1 Jo Smith}\n{c2 “Not we.”} – {m2 Al Roux}",
        id="over two paragraphs, and one more",
    ),
]


@pytest.mark.parametrize("text", SIGNED)
def test_a_signature_is_the_speaker(text: str) -> None:
    marked = unmark(text)
    silent = PerfectTagger(unmark(text).__class__(marked.text, marked.passages, {}))  # the tagger finds nothing
    article = article_of(marked)
    statements = extract(article, scored(article, silent), silent)
    told = [marked.statements[n] for n in sorted(marked.statements)]
    assert [(sorted(s.content), s.mention) for s in statements] == [(sorted(t.content), t.mention) for t in told]


QUOTED_TURNS = '"{m1 HALE}: {c1 Is it shut?}\n\n"{m2 RUIZ}: {c2 It is.}\n\n"{m3 HALE}: {c3 For good?}'


def test_a_transcript_that_is_quoted_has_its_turns() -> None:
    marked = unmark(QUOTED_TURNS)
    told = [marked.statements[n] for n in sorted(marked.statements)]
    assert [(s.content, s.mention) for s in statements_of(marked)] == [(tuple(t.content), t.mention) for t in told]


TURNS = (
    "{m1 MORROW}: {c1 Good evening.}\n"
    "{m2 ABEL SANTORO, BYLINE}: (Laughing) {c2 {m3 Quillan} {q3 says} {c3 the boats were locked}.}\n"
    "{m4 MORROW}: {c4 Left out?}"
)


def test_a_transcript_is_read_turn_by_turn() -> None:
    marked = unmark(TURNS)
    statements = statements_of(marked)
    assert [s.content[0].of(marked.text) for s in statements] == [
        *("Good evening.", "Quillan says the boats were locked.", "the boats were locked", "Left out?"),
    ]
    assert [s.within for s in statements] == [None, None, 1, None]


@pytest.mark.parametrize("text", ["NOTE: bring boots.\nBody text.", "Time: 7 p.m.\nPlace: the quay.\nEntry: free."])
def test_labels_that_are_no_speakers(text: str) -> None:
    marked = unmark(text)
    assert statements_of(marked) == ()


def test_a_quotation_after_its_own_prose_is_not_given_to_the_paragraph_above() -> None:
    marked = unmark(
        "{m1 Ruiz} {q1 joked}: {c1 “Ask me later.”}\n"
        "Martina Groll, who measured the bog for thirty years, was not so sure. {c1 “It is also too few.”}"
    )
    joked, stands_alone = statements_of(marked)
    assert (joked.mention, joked.content) == (marked.statements[1].mention, (marked.statements[1].content[0],))
    assert (stands_alone.mention, stands_alone.cue) == (None, None)


SECTIONS = [
    pytest.param("aa bb\ncc", 100, ["aa bb", "cc"], 1, id="short: one section"),
    pytest.param("aa bb\ncc", 5, ["aa bb", "cc"], 2, id="cut between paragraphs"),
    pytest.param("aa bb cc", 6, ["aa bb", " cc"], 2, id="a long paragraph is cut at a blank"),
    pytest.param("aaaaaaaa", 3, ["aaa", "aaa", "aa"], 3, id="no blank in it"),
]


@pytest.mark.parametrize(("text", "size", "pieces", "count"), SECTIONS)
def test_a_long_text_is_read_in_sections(text: str, size: int, pieces: list[str], count: int) -> None:
    found = sections([passage.span for passage in plain_article(text).passages], text, size)
    assert [span.of(text) for section in found for span in section] == pieces
    assert len(found) == count


def test_a_paragraph_that_the_tagger_missed_still_belongs_to_its_quotation() -> None:
    marked = unmark("{m1 Ruiz} {q1 replied}: {c1 “We tried.}\n“We failed.\n“We go on.”\nHale left.")
    [statement] = statements_of(marked)
    assert [span.of(marked.text) for span in statement.content] == ["“We tried.", "“We failed.", "“We go on.”"]


def test_a_paragraph_with_a_verb_of_its_own_is_a_statement_of_its_own() -> None:
    marked = unmark("{m1 Ruiz} {q1 replied}: {c1 “We tried.}\n{c2 “We failed,”} {m2 she} {q2 added}.")
    assert [len(s.content) for s in statements_of(marked)] == [1, 1]


def test_manner_is_told_of_all_the_words_that_were_joined() -> None:
    marked = unmark("{m1 Ruiz} {q1 replied}: {c1 “We tried.}\n{c2 “We failed,” and so on}.")  # the tagger sees two
    [statement] = statements_of(marked)
    assert (len(statement.content), statement.manner) == (2, Manner.MIXED)
