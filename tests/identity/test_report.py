"""Whole reports: who said each thing, as an editor would put it in an index; and what holds of every answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoth import pipeline
from quoth.domain import Reading
from quoth.identity import identify
from quoth.reading.plain import read_plain
from whose import Told, told, words

ROOT = Path(__file__).resolve().parent.parent
NATO = ROOT.parent.parent / "shared/data/articles/nato-troops.txt"

STRAIT = [  # tests/articles/01-ostra-strait.txt, statement by statement
    "Liv Aasgaard",  # "Vessland minister" of the headline
    "Liv Aasgaard",
    "Liv Aasgaard",
    "Liv Aasgaard",  # "the minister"
    "Teodor Vance",
    "Teodor Vance",  # "he"
    "two smaller allies",
    "Tarrona’s navy",
    "Liv Aasgaard and Teodor Vance",  # "The two" of a caption
    "Merrow Republic",
    "Aurel Pinter",
    "Aurel Pinter",
    "alliance official",
    "second official",
    "second official",  # "They"
    "-",  # a claim that nobody is said to make
]


@pytest.fixture(scope="module")
def strait() -> Told:
    return told((ROOT / "articles/01-ostra-strait.txt").read_text(encoding="utf8"), threshold=0.7)


def test_every_statement_has_its_speaker(strait: Told) -> None:
    assert strait.names() == STRAIT


@pytest.mark.parametrize(
    ("name", "kind", "role", "anonymity"),
    [
        ("Liv Aasgaard", "person", "Foreign Minister", None),
        ("Aurel Pinter", "person", "Vance’s spokesman", None),
        ("alliance official", "unnamed", None, "asked that her name be left out because the drafts are secret"),
        ("second official", "unnamed", None, None),
    ],
)
def test_speakers_are_told(strait: Told, name: str, kind: str, role: str | None, anonymity: str | None) -> None:
    speaker = strait.speaker(name)
    assert (speaker.kind.value, speaker.role, speaker.anonymity) == (kind, role, anonymity)


def test_ids_count_by_first_mention_and_nobody_is_listed_who_is_silent(strait: Told) -> None:
    assert [speaker.id for speaker in strait.speakers] == list(range(len(strait.speakers)))
    firsts = [speaker.mentions[0].start for speaker in strait.speakers]
    assert firsts == sorted(firsts)
    heard = {n for statement in strait.statements for n in (*statement.speakers, *statement.candidates)}
    assert heard == {speaker.id for speaker in strait.speakers}


def test_a_statements_mention_is_among_its_speakers_mentions(strait: Told) -> None:
    for statement in strait.statements:
        for n in statement.speakers:
            assert statement.mention in strait.speakers[n].mentions


def test_mentions_are_all_that_were_resolved_in_text_order(strait: Told) -> None:
    mentions = strait.speaker("Aurel Pinter").mentions
    assert words(strait, mentions) == ["Vance’s spokesman, Aurel Pinter,", "Aurel Pinter", "Pinter"]


def test_below_the_threshold_there_are_candidates_and_no_speaker() -> None:
    text = "Mara Ruiz and Ann Lee came. {m1 She} {q1 said} {c1 no}."
    sure, shy = told(text, threshold=0.0), told(text, threshold=0.999)
    assert len(sure.statements[0].speakers) == 1
    assert shy.statements[0].speakers == ()
    assert {shy.speakers[n].name for n in shy.statements[0].candidates} == {"Mara Ruiz", "Ann Lee"}


def test_an_article_without_statements_has_no_speakers() -> None:
    assert told("Nothing was said, and Mara Ruiz left.").speakers == ()


@pytest.mark.slow
@pytest.mark.skipif(not NATO.exists(), reason="../shared/data/articles is not there")
def test_the_model_case() -> None:
    article = read_plain(NATO.read_text(encoding="utf8"), "nato-troops.txt")
    [reading] = (one for one in pipeline.read([article], pipeline.open_tagger()) if isinstance(one, Reading))
    statements, speakers = identify(article, reading.statements)
    by_mention: dict[str, set[str]] = {}
    for statement in statements:
        if statement.mention and statement.speakers:
            names = " and ".join(speakers[n].name for n in statement.speakers)
            by_mention.setdefault(statement.mention.of(article.text), set()).add(names)
    expected = {
        "Pavel": {"Petr Pavel"},
        "the president": {"Petr Pavel"},
        "the Czech president": {"Petr Pavel"},
        "Reticent allies": {"Reticent allies"},
        "The Kremlin": {"Kremlin"},
        "German Chancellor Olaf Scholz": {"Olaf Scholz"},
        "His Defense Minister Boris Pistorius": {"Boris Pistorius"},
        "Kirby": {"John Kirby"},
        "one European diplomatic official": {"European diplomatic official"},
        "A second official": {"second official"},
        "They": {"second official"},
    }
    told_of = {
        begins: {n for m, names in by_mention.items() if m.startswith(begins) for n in names} for begins in expected
    }
    assert told_of == expected
    assert by_mention["he"] == {"Petr Pavel", "Emmanuel Macron"}
