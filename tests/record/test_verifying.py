"""Whether a quotation was found, and on what evidence: on both stores, and against a transcript."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from quoth.contract import quote
from quoth.record.search import Floats
from quoth.record.store import SqlRecord
from quoth.record.verifying import Claim, check, check_against, claims
from quoth.variants import Finding
from quoth.variants.transcript import transcript
from readings import reading

GATE = (
    "@headline Gate shut\n"
    "@body {c1 “We will not gamble with people’s homes,”} {q1 said} {m1 Mayor Ana Ruiz}, {c1 “and that is final.”}\n"
    "{m2 Harbour master Tom Hale} {q2 said} {c2 the repair would cost four million crowns}. "
    "{m3 Hale} {q3 denied} {c3 that the hinge had been cracked for years}."
)
OWN = (
    "@headline Barriers go up on the quay\n"
    "@body Nobody may drive along Skelby’s waterfront any more: town hall put up barriers before dawn because "
    "engineers no longer trust the flood defences, and buses now turn at the fish market.\n"
    "{c1 “We will not gamble with people’s homes,”} {m1 Ana Ruiz} {q1 told} residents in the rain."
)


@pytest.fixture
def filled(record: SqlRecord) -> SqlRecord:
    """The gate in two papers that print the same copy, and in a third one's own words."""
    record.keep(reading(GATE, "https://gazette.example/1", "Harbour Gazette", "2026-01-05"))
    record.keep(reading(GATE, "https://echo.example/1", "Skelby Echo", "2026-01-06"))
    record.keep(reading(OWN, "https://post.example/1", "Ostra Post", "2026-01-07"))
    return record


@pytest.mark.parametrize(
    ("words", "speaker", "finding", "negation"),
    [
        ("“We will not gamble with people’s homes.”", "Ana Ruiz", Finding.VERBATIM, False),
        ("We will not gamble with people's homes, and that is final", "Ruiz", Finding.HOUSE_STYLE, False),
        ("We will not gamble … and that is final", "Ana Ruiz", Finding.EDITED, False),
        ("We will gamble with people’s homes", "Ana Ruiz", Finding.ALTERED, True),
        ("We will not gamble with people’s boats", None, Finding.ALTERED, False),
        ("We will not gamble with people’s homes", "Tom Hale", Finding.OTHER_SPEAKER, False),
        ("the repair would cost 4 million crowns", "Hale", Finding.HOUSE_STYLE, False),
        ("Nobody told me about any of this", "Ana Ruiz", Finding.NOT_FOUND, False),
    ],
)
def test_what_the_record_says(
    filled: SqlRecord, words: str, speaker: str | None, finding: Finding, negation: bool
) -> None:
    found = check(Claim(words, speaker), filled)
    assert (found.finding, found.negation is not None) == (finding, negation)


def test_copies_are_outlets_but_not_independent(filled: SqlRecord) -> None:
    found = check(Claim("We will not gamble with people’s homes", "Ana Ruiz"), filled)
    assert (found.outlets, found.independent) == (3, 2)
    assert [one.printed.outlet for one in found.evidence] == ["Harbour Gazette", "Skelby Echo", "Ostra Post"]


def test_what_was_denied_says_so(filled: SqlRecord) -> None:
    [first, *_] = check(Claim("the hinge had been cracked for years"), filled).evidence
    assert first.printed.label == "denied"


class Like:
    """An embedder to whom everything means the same."""

    def embed(self, texts: Sequence[str]) -> Floats:
        return np.full((len(texts), 384), 384**-0.5, dtype=np.float32)


@pytest.mark.parametrize(
    ("speaker", "finding"),
    [("Ana Ruiz", Finding.PARAPHRASE), (None, Finding.PARAPHRASE), ("Leo Marsh", Finding.NOT_FOUND)],
)
def test_other_words_are_a_paraphrase_at_most(record: SqlRecord, speaker: str | None, finding: Finding) -> None:
    offered = reading(OWN, "https://post.example/1", "Ostra Post")
    [quoted] = [quote(offered.article.text, one.content) for one in offered.statements]
    record.keep(offered, meanings={quoted: Like().embed([quoted])[0]})
    assert check(Claim("No risks with houses", speaker), record).finding is Finding.NOT_FOUND
    assert check(Claim("No risks with houses", speaker), record, Like()).finding is finding


def test_nothing_of_a_claim_is_kept(filled: SqlRecord) -> None:
    before = list(filled.readings())
    check(Claim("Words of a draft", "Ana Ruiz"), filled)
    assert list(filled.readings()) == before


def test_every_quotation_of_a_draft_is_a_claim() -> None:
    draft = reading(GATE, "draft.txt")
    assert list(claims(draft)) == [Claim("“We will not gamble with people’s homes,” “and that is final.”", "Ana Ruiz")]


TOLD = transcript("HALE: Good evening.\nMAYOR RUIZ (on the phone): We will not gamble.\nNot with homes.\n", ".txt")


@pytest.mark.parametrize(
    ("words", "speaker", "finding", "place"),
    [
        ("We will not gamble. Not with homes", "Ana Ruiz", Finding.VERBATIM, "line 2 to 3"),
        ("We will gamble", "Ana Ruiz", Finding.ALTERED, "line 2"),
        ("Good evening", "Ana Ruiz", Finding.OTHER_SPEAKER, "line 1"),
        ("Good night to all of you", None, Finding.NOT_FOUND, None),
    ],
)
def test_what_a_transcript_says(words: str, speaker: str | None, finding: Finding, place: str | None) -> None:
    found = check_against(Claim(words, speaker), TOLD)
    assert found.finding is finding
    assert [one.printed.place for one in found.evidence] == ([place] if place else [])
