"""Whether words stand as what somebody said: every way in which English takes them back, and the traps beside it."""

from __future__ import annotations

import pytest

from marked import unmark
from quoth.attribution.judgement import judgement
from quoth.domain import Status

ASSERTED = [
    "{m1 Ruiz} {q1 said} {c1 it rained}.",
    "{m1 Ruiz} {q1 said} {c1 she would not resign}.",
    "{m1 Ruiz} {q1 said} {c1 he could never support the plan}.",
    "{c1 “I would not sell the ferry,”} {m1 Hale} {q1 said}.",
    "{c1 “Would you sell it?”} {m1 Hale} {q1 asked}.",
    "{m1 Hale} {q1 asked} {c1 whether the gate was shut}.",
    "{m1 The harbour board} {q1 has criticised} {c1 the sale}.",
    "{m1 Ruiz} {q1 would like} {c1 the pier to reopen}.",
    "{m1 Ruiz} {q1 made no secret of} {c1 his dislike of the board}.",
    "{m1 Ruiz} {q1 makes no apologies for} {c1 the delay}.",
    "{m1 Hale} not only {q1 called} {c1 the vote a farce} but left.",
    "{m1 Roux} {q1 went on to say} {c1 that nobody was hurt}.",
    "{m1 Roux} was quick {q1 to praise} {c1 the crew}.",
    "{m1 Roux} was one of the first {q1 to condemn} {c1 the raid}.",
    "{m1 The firm} {q1 is accused of} {c1 dumping oil}.",
    "{m1 The captain} {q1 could not help laughing at} {c1 the notion}.",
    "It did not rain. {m1 Ruiz} {q1 said} {c1 the well was dry}.",
    "The mayor would not come, {m1 Ruiz} {q1 said}, {c1 because he was ill}.",
    "If it rains, {m1 Ruiz} {q1 said}, {c1 the match is off}.",
    "{m1 Hale} did not come but {q1 said} {c1 she was sorry}.",
    "Nobody was hurt, and {m1 Hale} {q1 thanked} {c1 the crew}.",
    "In May {m1 Hale} {q1 said} {c1 the pier was safe}.",
    "{m1 Hale} {q1 would later say} {c1 that she had been warned}.",
    "{m1 Cole} {q1 rejected} {c1 a bid of two million}.",
    "{m1 Nobody’s Child, a band,} {q1 say} {c1 the tour is on}.",
    "{m1 No 10} {q1 said} {c1 the visit was off}.",
    "{q1 Needless to say}, {c1 the pier is shut}, {m1 Hale} wrote.",
    "{m1 Cole} {q1 pleaded} {c1 not guilty}.",
    "{m1 Cole} {q1 insisted} {c1 he had not touched the lamp}.",
    "Asked if he would resign, {m1 Hale} {q1 said}: {c1 “No.”}",
    "MORROW: {c1 Good evening.}",
    "{m1 Hale} {q1 would say only} {c1 that he was listening}.",
    "{m1 Hale} {q1 could not hide} {c1 his glee}.",
    "{m1 Hale} {q1 never missed an opportunity to say} {c1 that he paid}.",
    "{m1 I} {q1 can tell you} {c1 that it is dull}.",
    "{m1 Cole} put off deciding whether it could sail but {q1 said} {c1 it was sound}.",
    "{m1 The school} {q1 has decided not to renew} {c1 them}.",
    "To {m1 them}, {c1 it means a new start}, {q1 said} Hale.",
    "{m1 Envoys} gathered on Friday {q1 to discuss} {c1 the pipeline}.",
    "{m1 Eleven members} defied the whip {q1 to support} {c1 the measure}.",
]
DENIED = [
    "{m1 Ruiz} {q1 denied} {c1 that the mines drifted in}.",
    "{m1 Ruiz} {q1 denies} {c1 two counts of fraud}.",
    "{m1 The club} {q1 rejected} {c1 claims that it knew}.",
    "{m1 The club} {q1 rejected suggestions} {c1 that it knew}.",
    "{m1 A spokesman} {q1 dismissed} {c1 the idea that the ferry was late}.",
    "{m1 The bank} {q1 disputed} {c1 the figure}.",
    "{m1 The bank} {q1 has vigorously denied} {c1 wrongdoing}.",
    "{m1 Ruiz} {q1 doubts} {c1 that the tide will turn}.",
    "{m1 Ruiz} {q1 does not believe} {c1 the ferry will sail}.",
    "{m1 Neither side} {q1 wants} {c1 a fight over a sandbank}.",
    "{m1 The chancellor} {q1 ruled out} {c1 a new tax}.",
    "{m1 Cole} denied {q1 saying} {c1 that fans were scum}.",
    "{m1 Cole} {q1 pleaded not guilty} {c1 to murder}.",
    "{m1 Cole} {q1 rejected} {c1 that}.",
    "{m1 The coach} {q1 rejects} {c1 talk of a move}.",
    "{m1 The ministry} {q1 rejected} {c1 any link}.",
    "{m1 The office} {q1 has dismissed} {c1 as “nonsense” a post about the dam}.",
    "They called her a puppet, {c1 an accusation} {m1 she} {q1 dismissed} {c1 as “a story”}.",
    "{m1 Experts} {q1 cast doubt on} {c1 that account}.",
    "{m1 I} {q1 don’t accept} {c1 that it is unlikely}.",
]
NOT_SAID = [
    "{m1 Ruiz} {q1 did not say} {c1 whether he was opposed}.",
    "{m1 Ruiz} did not {q1 say} {c1 why}.",
    "{m1 Ruiz} {q1 never said} {c1 the bridge was safe}.",
    "{m1 The board} {q1 has yet to say} {c1 when the pier reopens}.",
    "{m1 The minister} left without {q1 saying} {c1 who would pay}.",
    "{m1 The minister} stopped short of {q1 calling} {c1 it a crime}.",
    "Nor did {m1 Hale} {q1 mention} {c1 the fire}.",
    "{m1 The firm} {q1 did not immediately respond to} {c1 a request for comment}.",
    "{m1 Hale} {q1 made no mention of} {c1 the fire}.",
    "{m1 Hale} {q1 said nothing about} {c1 the fire}.",
    "{m1 No one} {q1 said} {c1 the water was clean}.",
    "{m1 Police} failed to {q1 disclose} {c1 the names}.",
    "{m1 Police} did not, however, {q1 say} {c1 who was driving}.",
    "{m1 Ruiz} {q1 can’t say} {c1 when the ice melts}.",
    "{m1 The coach} {q1 has not ruled out} {c1 a move abroad}.",
    "{m1 Mr Hale} {q1 kept mum about} {c1 the sale}.",
    "{m1 Not everyone} {q1 says} {c1 the race is won}.",
    "It is {q1 unclear} to {m1 Ruiz} {c1 whether the ice will hold}.",
    "It burnt before {m1 the crew} {q1 had spoken of} {c1 any danger}.",
    "That is probably not exactly what {m1 Hale} {q1 had in mind}: {c1 a drill}.",
    "That is not exactly {c1 what} {m1 Hale} {q1 had in mind}.",
    "{m1 He} {q1 offered} {c1 no proof that she had a part in it}.",
    "{m1 He} {q1 gave no details of} {c1 the sale}.",
    "{m1 The text} {q1 leaves open} {c1 who will guard the pumps}.",
    "{m1 No police officer} will ever {q1 ask} {c1 for coins}.",
    "{m1 Its leader} {q1 would not go so far as to accuse} {c1 her of lying}.",
    "{m1 The premier} {q1 did not set} {c1 a date}.",
]
REFUSED = [
    "{m1 The palace} {q1 declined} {c1 to comment}.",
    "{m1 The palace} {q1 declined to comment on} {c1 the crown’s price}.",
    "{m1 Ruiz} {q1 refused to rule out} {c1 a strike}.",
    "{m1 Ruiz} refused to {q1 say} {c1 who paid}.",
    "{m1 Ruiz} refused {q1 to say} {c1 who paid}.",
    "{m1 Ruiz} {q1 would not say} {c1 whether she had resigned}.",
    "{m1 The coach} {q1 won’t rule out} {c1 a move abroad}.",
    "{m1 The ministry} {q1 would neither confirm nor deny} {c1 the sinking}.",
    "{m1 The coach} would not publicly {q1 confirm} {c1 the injury}.",
    "{m1 The board} has not said whether it was told and {q1 declined} {c1 to comment}.",
    "{m1 The minister} {q1 refused} {c1 to set a date}.",
    "{m1 I}’m {q1 not going to discuss} {c1 the chancellor}.",
    "{m1 Neither the port nor the bank} {q1 would comment on} {c1 the letters}.",
    "{m1 Nobody at the depot} {q1 would say} {c1 how they had voted}.",
]
HYPOTHETICAL = [
    "{m1 Critics} {q1 would say} {c1 the plan is late}.",
    "{m1 Critics} would {q1 say} {c1 the plan is late}.",
    "{m1 Some} {q1 might argue} {c1 that cod feel nothing}.",
    "{m1 The firm} {q1 could claim} {c1 the loss against tax}.",
    "If {m1 he} {q1 says} {c1 it was an accident}, the case ends.",
    "Unless {m1 the judge} {q1 orders} {c1 a retrial}, she walks free.",
    "Should {m1 the minister} {q1 say} {c1 no}, the ferry stops.",
    "Did {m1 Ruiz} ever {q1 say} {c1 the bridge was safe}?",
    "{q1 Say} {c1 no to the marina}, the posters read.",
    "Perhaps {m1 he} {q1 thinks} {c1 the moon is nearer}.",
    "When {m1 a man} {q1 says} {c1 that the sea is dry}, look at his shoes.",
    "It will end when {m1 both clubs} {q1 say} {c1 that they are sorry}.",
    "It could cost the firm, prompting {m1 it} {q1 to call for} {c1 a subsidy}.",
    "Let’s {q1 assume} {c1 that the ice holds}.",
    "{m1 Anyone} who {q1 says} {c1 so} is a fool.",
    "{m1 Ministers} should {q1 tell} voters {c1 the truth}.",
    "It is unclear whether {m1 the captain} {q1 said} {c1 the lamp was lit}.",
    "{m1 The mayor} would defy the board and {q1 throw} {c1 his weight behind the toll}.",
    "{m1 The mayor} will be unable to turn on them and {q1 accuse} {c1 the hall of bias}.",
    "{m1 The mayor} {q1 won’t be able to brag about} {c1 his lead}.",
    "People {m1 who} {q1 ask} {c1 for a loan} pay for it.",
    "Say {m1 Norland} {q1 demanded} {c1 proof of it}.",
    "A lock that is open: {m1 you} {q1 would not call} {c1 that a bug}.",
    "{m1 Few people} {q1 would have described} {c1 him as a saint}.",
]
EXPECTED = [
    "{m1 The bank} {q1 is to report} {c1 a loss} on Friday.",
    "{m1 The bank} will {q1 announce} {c1 job cuts}.",
    "{m1 The chancellor} {q1 is expected to say} {c1 that taxes will rise}.",
    "{m1 The chancellor} is expected to {q1 tell} MPs {c1 that taxes will rise}.",
    "{m1 The union} plans to {q1 tell} members {c1 to walk out}.",
    "{m1 The bishop} is set {q1 to urge} {c1 calm}.",
    "{m1 He}’ll {q1 argue} {c1 that the pier is safe}.",
    "{m1 Ruiz} {q1 plans} {c1 to call on the young to serve}.",
    "The commission {q1 is expected} {c1 to announce the count} on Monday.",
]
CASES = [
    pytest.param(text, expected, id=f"{expected}-{n}")
    for expected, texts in (
        (Status.ASSERTED, ASSERTED),
        (Status.DENIED, DENIED),
        (Status.NOT_SAID, NOT_SAID),
        (Status.REFUSED, REFUSED),
        (Status.HYPOTHETICAL, HYPOTHETICAL),
        (Status.EXPECTED, EXPECTED),
    )
    for n, text in enumerate(texts)
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_status_is_what_the_clause_tells(marked: str, expected: Status) -> None:
    one = unmark(marked)
    told = one.statements[1]
    assert judgement(one.text, told.content, told.cue, told.mention)[1] is expected
