"""What words were to their speaker: said, written, thought or done."""

from __future__ import annotations

import pytest

from marked import unmark
from quoth.attribution.act import act, is_document
from quoth.domain import Act

SAID = [
    "{m1 Ruiz} {q1 said} {c1 it rained}.",
    "{m1 Ruiz} {q1 blasted} {c1 the sale}.",
    "{m1 Ruiz} {q1 promised} {c1 a new pier}.",
    "{q1 According to} {m1 the harbour union}, {c1 the ice plant is closed}.",
    "The {q1 claim} {c1 that the mines drifted in} is old.",
    "{m1 Bill Roux} {q1 said} {c1 the letter was late}.",
    "{m1 Bill} {q1 said} {c1 the post was late}.",
    "{m1 Ruiz} {q1 commented on} {c1 the report}.",
    "In reply to a letter, {m1 Ruiz} {q1 said} on the quay {c1 that she was well}.",
    "{m1 Ruiz} {q1 refused} {c1 to say who paid}.",
    "{m1 The author of the study} {q1 warned} {c1 of floods}.",
    "{m1 The club} {q1 rejected} {c1 claims that it knew}.",
    "{c1 “That is fair,”} {q1 agreed} {m1 Hale}.",
    "{m1 The mayor} {q1 has ruled out} {c1 a toll}.",
    "{m1 Hale} {q1 expressed concern} {c1 about the lamp}.",
    "MORROW: {c1 Good evening.}",
]
WROTE = [
    "{m1 Ruiz} {q1 wrote} {c1 that it rained}.",
    "{m1 Ruiz} {q1 tweeted} {c1 a picture of the ferry}.",
    "{m1 Ruiz} {q1 said in a letter} {c1 that it rained}.",
    "In a statement, {m1 the firm} {q1 said} {c1 it was sorry}.",
    "{c1 “We are sorry,”} {m1 the firm} {q1 said} in a post on X.",
    "{m1 The study} {q1 found} {c1 that cod feel pain}.",
    "{m1 A poll by Skelby University} {q1 shows} {c1 a lead of two points}.",
    "{q1 According to} {m1 court documents}, {c1 the lamp was out}.",
    "{m1 The Gannet Herald} {q1 reported} {c1 that the pier was sold}.",
    "{m1 The Herald’s Ann Hale} {q1 noted} {c1 that it was sold}.",
    "{m1 The prosecution} {q1 alleged} in court papers {c1 that he lied}.",
    "{m1 The bill} {q1 would} {c1 ban night fishing}.",
    "{m1 A copy of the memo} {q1 said} {c1 the lamp was out}.",
    "The letter is signed. {c1 “Sell nothing.”} It was printed in a leaflet.",
]
THOUGHT = [
    "{m1 Ruiz} {q1 believes} {c1 it will rain}.",
    "{m1 Ruiz} {q1 fears} {c1 that the tide will turn}.",
    "{m1 The board} {q1 plans} {c1 to sell the pier}.",
    "{m1 The board} {q1 is worried} {c1 about the lamp}.",
    "{m1 Traders} {q1 hope} {c1 for a warm spring}.",
    "In {m1 her} {q1 view}, {c1 the referee was blind}.",
    "{m1 The coach} {q1 preferred} {c1 the younger keeper}.",
    "{m1 Most fans} {q1 oppose} {c1 the move}.",
    "{m1 The bishop} {q1 is sceptical of} {c1 the relic}.",
    "{m1 Hale} wants to {q1 tell} {c1 her side of it}.",
    "{q1 opposition} of {m1 the villagers} to {c1 the road}",
    "{m1 Readers} {q1 had a low opinion of} {c1 the mayor}.",
]
DID = [
    "{m1 The council} {q1 voted against} {c1 the sale}.",
    "{m1 The governor} {q1 vetoed} {c1 the bill}.",
    "{m1 The paper’s owner} {q1 endorsed} {c1 Hale}.",
    "{m1 The club} {q1 rejected} {c1 a bid of two million}.",
    "{m1 Three players} {q1 refused} {c1 to sign the pledge}.",
    "{m1 The judge} {q1 denied} {c1 his request for bail}.",
    "{m1 Tenants} {q1 sued} {c1 over the damp}.",
    "{m1 Shoppers} {q1 boycotted} {c1 the store}.",
    "{m1 The parliament} {q1 ratified} {c1 the treaty}.",
    "{m1 The party} {q1 sided with} {c1 the miners}.",
    "{m1 The strikers} {q1 walked out over} {c1 pay}.",
]
CASES = [
    pytest.param(text, expected, id=f"{expected}-{n}")
    for expected, texts in ((Act.SAID, SAID), (Act.WROTE, WROTE), (Act.THOUGHT, THOUGHT), (Act.DID, DID))
    for n, text in enumerate(texts)
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_act_is_what_cue_and_clause_tell(marked: str, expected: Act) -> None:
    one = unmark(marked)
    told = one.statements[1]
    assert act(one.text, told.content, told.cue, told.mention) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the report", True),
        ("A study by Skelby University", True),
        ("the Gannet Times", True),
        ("Polls in the north", True),
        ("a copy of the letter", True),
        ("the author of the report", False),
        ("Jude Law", False),
        ("Bill", False),
        ("the Times’s editor", False),
        ("a man with a letter", False),
    ],
)
def test_a_document_is_known_by_its_head_noun(name: str, expected: bool) -> None:
    assert is_document(name) is expected
