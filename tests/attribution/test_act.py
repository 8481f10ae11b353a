"""What words were to their speaker: said, written, thought or done."""

from __future__ import annotations

import pytest

from marked import unmark
from quoth.attribution.judgement import judgement
from quoth.attribution.writing import is_document
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
    "{m1 Hale} {q1 agreed} {c1 that there was a gate}.",
    "{m1 The union} {q1 has accepted} {c1 that the hold was overdue}.",
    "{m1 A jury} {q1 heard} {c1 that the lamp was out}.",
    "{m1 Traders} {q1 have long complained} {c1 about the bend}.",
    "{m1 An ad for Hale} {q1 questioned} {c1 whether he was fit}.",
    "{m1 The minister} {q1 refused} {c1 to step down}.",
    "{m1 The minister} {q1 refused} {c1 an interview}.",
    "{m1 He} {q1 rejected} {c1 that}.",
    "{m1 The coach} {q1 rejects} {c1 talk of a move}.",
    "{m1 Experts} {q1 cast doubt on} {c1 that account}.",
    "{m1 Hale} {q1 made clear} {c1 that he would go}.",
    "{m1 Ruiz} {q1 plans} {c1 to call on the young to serve}.",
    "{c1 “That is a truck,”} {m1 he} {q1 signed}.",
    "{m1 The man from the Courier} {q1 asked} {c1 whether he had jumped}.",
    "In a letter Cole called the plan mad; {m1 Hale} {q1 said} {c1 it was sound}.",
    "{m1 Cole} {q1 apologised} {c1 for the delay}, and says in a report that it is over.",
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
    "The city sent a letter on Friday. {m1 It} {q1 says} {c1 the poster is unlawful}.",
    "They read a report to the harbour board, {m1 which} {q1 warned} {c1 of rust}.",
    "They cited the party’s platform planks {m1 that} {q1 call for} {c1 a toll}.",
    "There was a memo in which {m1 an inspector} {q1 noted} {c1 a drop in pressure}.",
    "A letter came. In it, {m1 the council} {q1 announced} {c1 an end to every tenancy}.",
    "{m1 The trust} issued a statement {q1 urging} {c1 the owner to sell}.",
    "{m1 Cole} {q1 unleashed} {c1 a series of tweets on the ferry}.",
    "{m1 The city} {q1 sent} {c1 a cease-and-desist letter}.",
    "{m1 Ruiz} tweeted that the sea was dry and {q1 urged} {c1 all to look}.",
    "{m1 Ruiz} e-mailed the crew, {q1 calling} {c1 them stars}.",
    "{m1 The school} {q1 has e-mailed parents to say} {c1 that it is shut}.",
    "{m1 Skelby News Service} {q1 reported} {c1 that the pier was sold}.",
    "{m1 Doctors} {q1 reported} {c1 that nine of them could hear}.",
    "In a witness statement read to the court, {m1 Hale} {q1 described} {c1 the lamp as out}.",
    "{m1 A study commissioned by the port} {q1 concluded} {c1 that it was too small}.",
    "{m1 A raft of new rules} {q1 promise} {c1 to change the harbour}.",
    "A card hung there.\n\n{c1 Dear Frank, I am well.}",
    "{m1 A note, in capitals,} was pinned to the seat.\n\n{c1 “VERY FUNNY.”}",
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
    "{m1 Hale} {q1 is convinced} {c1 that the tide will turn}.",
    "{m1 Hale} {q1 reckons} {c1 she is owed a fortune}.",
    "{m1 Hale} {q1 would rather} {c1 they left him alone}.",
    "{m1 The child} {q1 was against} {c1 both}.",
    "{m1 I} {q1 agree with} {c1 them}.",
    "{m1 The coach} {q1 is resigned} {c1 to a fine}.",
    "{m1 The board} {q1 weighs} {c1 a closer union}.",
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
    "{m1 The Gannet Herald} {q1 backed} {c1 Hale}.",
    "{m1 The member for Skelby} {q1 has backed} {c1 the appeal}.",
    "{m1 Norland} {q1 long blocked} {c1 a common army}.",
    "{m1 Fourteen members} {q1 opposed} {c1 the bill}.",
    "{m1 Norland} {q1 has resisted} {c1 such pacts}.",
    "{m1 The town council} {q1 agreed} {c1 to charge for garden waste}.",
    "{m1 The premier} {q1 accepted} {c1 his resignation}.",
    "{m1 She} {q1 refused} {c1 four honorary doctorates}.",
    "{m1 The broker} {q1 cut} {c1 its recommendation}.",
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
    assert judgement(one.text, told.content, told.cue, told.mention)[0] is expected


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
        ("national and local polls", True),
        ("Survey of Sailors", True),
        ("a best seller called “Noon”", True),
        ("Jude Law of Skelby", False),
        ("a new ad from the mayor", False),
    ],
)
def test_a_document_is_known_by_its_head_noun(name: str, expected: bool) -> None:
    assert is_document(name) is expected
