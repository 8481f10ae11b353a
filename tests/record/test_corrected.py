"""An editor's change made to a reading, and made again after the page or the weights have changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.contract import from_contract, quote, statement_ids, to_contract
from quoth.domain import Act, Manner, Reading, Review, Span, SpeakerKind, Status, StepKind
from quoth.record.anchoring import Place, place_of, typed, typed_pieces
from quoth.record.applying import seen
from quoth.record.corrected import Corrected, corrected
from quoth.record.corrections import (
    ActIs,
    BylineIs,
    Change,
    ContentIs,
    Correction,
    CueIs,
    Days,
    DaysAre,
    HeadlineIs,
    KindIs,
    MannerIs,
    MentionIs,
    Missed,
    OutletIs,
    PublishedIs,
    ReviewIs,
    RoleIs,
    RouteIs,
    SpeakerIs,
    StatusIs,
    Through,
    change_from_json,
    change_to_json,
    seen_from_json,
    seen_to_json,
)
from quoth.record.drafting import Desk
from readings import reading

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
URL = "https://gazette.example/gate"
GATE = (
    "@headline Gate shut\n"
    "@body {c1 “Not now,”} {q1 said} {m1 Mayor Ana Ruiz} on Monday, {c1 “maybe later.”} "
    "{m2 Harbour master Tom Hale} {q2 said} {c2 Ruiz had shut the gate}.\n"
    "@body {m3 He} {q3 told} the Skelby Echo {c3 it was raining}. The pilots’ union said little. "
    "A senior aide called the gate a joke."
)


def place(read: Reading, words: str) -> Place:
    return typed(read.article, words)


def pieces(read: Reading, words: str) -> tuple[Place, ...]:
    return typed_pieces(read.article, words)


def fix(read: Reading, n: int | None, *changes: Change) -> list[Correction]:
    """Corrections of the n-th statement, or of the article."""
    id_ = None if n is None else statement_ids(read.article, read.statements)[n]
    desk = Desk(read)
    was = None if n is None else seen(desk, desk.drafts[n])
    return [Correction(k, read.article.id, id_, one, was, "ed", NOW) for k, one in enumerate(changes, 1)]


def missed(read: Reading, change: Missed) -> list[Correction]:
    return [Correction(1, read.article.id, "added", change, None, "ed", NOW)]


def told(done: Corrected) -> list[str]:
    """Each statement in a line: who: words (review)."""
    read = done.reading
    lines = []
    for one, review in zip(read.statements, done.reviews, strict=True):
        who = " and ".join(read.speakers[n].name for n in one.speakers) or "nobody"
        lines.append(f"{who}: {quote(read.article.text, one.content)} ({review.state})")
    return lines


def keeps_its_promises(done: Corrected) -> None:
    """What every Reading promises, as the contract tells it."""
    read = done.reading
    assert len(done.ids) == len(done.reviews) == len(read.statements) == len(set(done.ids))
    order = [(one.content[0].start, -one.content[-1].end) for one in read.statements]
    assert order == sorted(order)
    for n, one in enumerate(read.statements):
        holders = [m for m in range(n) if read.statements[m].contains(one)]
        assert one.within == (holders[-1] if holders else None)
        assert not one.candidates or not one.speakers
        for speaker in one.speakers:
            assert one.mention is None or one.mention in read.speakers[speaker].mentions
    starts = [min(speaker.mentions).start for speaker in read.speakers]
    assert starts == sorted(starts)
    assert all(list(speaker.mentions) == sorted(set(speaker.mentions)) for speaker in read.speakers)
    named = {n for one in read.statements for n in (*one.speakers, *one.candidates)}
    assert named | {request.to for request in read.requests} == set(range(len(read.speakers)))
    assert from_contract(to_contract(read)) == read


def test_nothing_corrected_is_the_machines_reading() -> None:
    read = reading(GATE, URL)
    assert corrected(read, []).reading == read
    assert Desk(read).standing().reading == read  # taken apart and put together again
    undone = [replace(one, undone_at=NOW, undone_by="ed") for one in fix(read, 1, ReviewIs(Review.REJECTED))]
    assert corrected(read, undone).reading == read


MACHINE = [
    "Ana Ruiz: “Not now,” … “maybe later.” (machine)",
    "Tom Hale: Ruiz had shut the gate (machine)",
    "Tom Hale: it was raining (machine)",
]


@pytest.mark.parametrize(
    ("n", "change", "line"),
    [
        pytest.param(2, SpeakerIs(("Ana Ruiz",)), "Ana Ruiz: it was raining (edited)", id="another speaker"),
        pytest.param(2, SpeakerIs(("Ruiz",)), "Ana Ruiz: it was raining (edited)", id="by a name in a mention"),
        pytest.param(2, SpeakerIs(("pilots’ union",)), "pilots’ union: it was raining (edited)", id="a new speaker"),
        pytest.param(2, SpeakerIs(("PILOTS' union",)), "pilots’ union: it was raining (edited)", id="name as printed"),
        pytest.param(
            2, SpeakerIs(("Ana Ruiz", "Tom Hale")), "Ana Ruiz and Tom Hale: it was raining (edited)", id="two"
        ),
        pytest.param(2, SpeakerIs(()), "nobody: it was raining (edited)", id="nobody knows who"),
        pytest.param(0, ReviewIs(Review.CHECKED), MACHINE[0].replace("machine", "checked"), id="found right"),
    ],
)
def test_what_a_statement_says_after_a_change(n: int, change: Change, line: str) -> None:
    read = reading(GATE, URL)
    done = corrected(read, fix(read, n, change))
    assert told(done) == [*MACHINE[:n], line, *MACHINE[n + 1 :]]
    keeps_its_promises(done)
    assert not done.lost


def test_every_other_part_of_a_statement_can_be_changed() -> None:
    read = reading(GATE, URL)
    changes = [
        ContentIs(pieces(read, "Ruiz had shut")),
        CueIs(place(read, "called")),
        MentionIs(place(read, "Tom Hale")),
        MannerIs(Manner.MIXED),
        ActIs(Act.WROTE),
        StatusIs(Status.DENIED),
        KindIs(SpeakerKind.ORGANISATION),
        RoleIs("pilot"),
        RouteIs((Through(StepKind.OUTLET, place(read, "Skelby Echo")),)),
        DaysAre(Days(date(2026, 3, 1), date(2026, 3, 2), place(read, "Monday"))),
    ]
    done = corrected(read, fix(read, 1, *changes))
    keeps_its_promises(done)
    value = to_contract(done.reading)
    one, who = value["statements"][1], value["speakers"][value["statements"][1]["speakers"][0]]
    assert {key: one[key] for key in ("quote", "cue_text", "mention_text", "manner", "act", "status")} == {
        "quote": "Ruiz had shut",
        "cue_text": "called",
        "mention_text": "Tom Hale",
        "manner": "mixed",
        "act": "wrote",
        "status": "denied",
    }
    assert (who["kind"], who["role"]) == ("organisation", "pilot")
    assert [(step["kind"], step["name"]) for step in one["route"]] == [("outlet", "Skelby Echo")]
    assert (one["when"]["from"], one["when"]["to"], one["when"]["basis"]) == ("2026-03-01", "2026-03-02", "stated")
    assert [topic["name"] for topic in one["about"]] == ["Ana Ruiz"]
    assert done.ids[1] == statement_ids(read.article, read.statements)[1]  # links to it still lead there


def test_what_is_told_of_the_article() -> None:
    read = reading(GATE, URL)
    day = date(2026, 3, 9)
    changes = [OutletIs("The Echo"), HeadlineIs("Gate shut!"), BylineIs(("Kim Lee",)), PublishedIs(day, day)]
    article = corrected(read, fix(read, None, *changes)).reading.article
    assert (article.outlet, article.headline, article.byline) == ("The Echo", "Gate shut!", ("Kim Lee",))
    assert article.published is not None
    assert (article.published.start, article.published.basis) == (day, "given")


def test_a_new_day_of_publication_dates_the_statements_anew() -> None:
    read = reading(GATE, URL, day="2026-03-04")
    [before] = {one.moment.start for one in read.statements[:1] if one.moment}
    done = corrected(read, fix(read, None, PublishedIs(date(2026, 3, 11), date(2026, 3, 11)))).reading
    [after] = {one.moment.start for one in done.statements[:1] if one.moment}
    assert (before, after) == (date(2026, 3, 2), date(2026, 3, 9))


def test_a_statement_that_is_none_stands_beside_the_reading() -> None:
    read = reading(GATE, URL)
    done = corrected(read, fix(read, 1, ReviewIs(Review.REJECTED)))
    assert told(done) == [MACHINE[0], MACHINE[2]]
    keeps_its_promises(done)
    [rejected] = done.rejected.reading.statements
    assert [done.rejected.reading.speakers[n].name for n in rejected.speakers] == ["Tom Hale"]
    assert done.rejected.ids == (statement_ids(read.article, read.statements)[1],)


def test_a_missed_statement() -> None:
    read = reading(GATE, URL)
    add = Missed(
        pieces(read, "the gate a joke"), ("A senior aide",), place(read, "called"), place(read, "A senior aide")
    )
    done = corrected(read, missed(read, add))
    assert told(done) == [*MACHINE, "senior aide: the gate a joke (edited)"]
    assert done.ids[3] == "added"
    assert done.reading.speakers[-1].kind is SpeakerKind.UNNAMED
    keeps_its_promises(done)


@pytest.mark.parametrize("name", ["Joan Price", "Ann", "Ruizz"])
def test_no_speaker_is_named_without_evidence_in_the_text(name: str) -> None:
    read = reading(GATE, URL)
    [lost] = corrected(read, fix(read, 2, SpeakerIs((name,)))).lost
    assert lost.reason.startswith(f"the article does not contain “{name}”: no speaker is named without evidence")


# ---- after the page has changed, or better weights have read it

LONGER = GATE.replace("@body {c1", "@body It was a cold day in the harbour.\n@body {c1")
REWORDED = GATE.replace("Ruiz had shut the gate", "that Ruiz had now shut the gate")
TOLD = "{m3 He} {q3 told} the Skelby Echo {c3 it was raining}"
WITHOUT = GATE.replace(TOLD, "He told the Skelby Echo it was raining")
GONE = GATE.replace(f"{TOLD}.", "")
CUT = GATE.replace("{c3 it was raining}", "it was {c3 raining}")
FOUND = GATE.replace("A senior aide called the gate a joke", "{m4 A senior aide} {q4 called} {c4 the gate a joke}")


@pytest.mark.parametrize(
    ("later", "n", "change", "line"),
    [
        pytest.param(LONGER, 2, SpeakerIs(("Ana Ruiz",)), "Ana Ruiz: it was raining (edited)", id="words around it"),
        pytest.param(
            REWORDED,
            1,
            StatusIs(Status.DENIED),
            "Tom Hale: that Ruiz had now shut the gate (edited)",
            id="the words were polished",
        ),
        pytest.param(CUT, 2, ReviewIs(Review.CHECKED), "Tom Hale: raining (checked)", id="the machine cuts otherwise"),
        pytest.param(WITHOUT, 2, ReviewIs(Review.CHECKED), "Tom Hale: it was raining (checked)", id="not found now"),
        pytest.param(WITHOUT, 2, StatusIs(Status.DENIED), "Tom Hale: it was raining (edited)", id="changed, not found"),
    ],
)
def test_a_correction_outlives_another_reading(later: str, n: int, change: Change, line: str) -> None:
    read, again = reading(GATE, URL), reading(later, URL, model="en:better")
    done = corrected(again, fix(read, n, change))
    assert line in told(done)
    assert not done.lost
    assert statement_ids(read.article, read.statements)[n] in done.ids
    keeps_its_promises(done)


def test_a_correction_that_fits_no_more_is_listed() -> None:
    read, again = reading(GATE, URL), reading(GONE, URL)
    done = corrected(again, fix(read, 2, StatusIs(Status.DENIED)))
    assert told(done) == MACHINE[:2]
    assert [(one.correction.word, one.reason) for one in done.lost] == [
        ("status", "the article does not contain “it was raining” any more")
    ]


def test_what_was_rejected_and_is_not_found_any_more_is_no_loss() -> None:
    read, again = reading(GATE, URL), reading(WITHOUT, URL)
    done = corrected(again, fix(read, 2, ReviewIs(Review.REJECTED)))
    assert (told(done), done.lost) == (MACHINE[:2], ())


def test_a_missed_statement_that_better_weights_find_is_there_once() -> None:
    read, again = reading(GATE, URL), reading(FOUND, URL)
    add = Missed(pieces(read, "the gate a joke."), ("Tom Hale",))
    done = corrected(again, missed(read, add))
    assert told(done)[3:] == ["Tom Hale: the gate a joke. (edited)"]
    keeps_its_promises(done)


def test_words_that_better_weights_find_by_themselves_are_there_once() -> None:
    read, again = reading(GATE, URL), reading(FOUND, URL)
    done = corrected(again, fix(read, 2, ContentIs(pieces(read, "the gate a joke"))))
    assert [line for line in told(done) if "joke" in line] == ["Tom Hale: the gate a joke (edited)"]
    keeps_its_promises(done)


# ---- whatever editors do


@st.composite
def changes(draw: st.DrawFn, read: Reading) -> Change:
    text = read.article.text
    words = [place_of(text, span) for span in _words(text)]
    start = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(start, min(start + 6, len(words) - 1)))
    here = Place(text[words[start].start : words[end].start + len(words[end].words)], words[start].start)
    names = [speaker.name for speaker in read.speakers] + ["pilots’ union", "A senior aide", "Skelby Echo"]
    who = tuple(draw(st.lists(st.sampled_from(names), max_size=2, unique=True)))
    kinds: Sequence[st.SearchStrategy[Change]] = (
        st.just(SpeakerIs(who)),
        st.just(ContentIs((here,))),
        st.just(CueIs(here)),
        st.just(MentionIs(here)),
        st.just(Missed((here,), who, None, here)),
        st.sampled_from([ReviewIs(review) for review in Review]),
        st.sampled_from([KindIs(kind) for kind in SpeakerKind]),
        st.sampled_from([StatusIs(status) for status in Status]),
        st.just(DaysAre(Days(date(2026, 1, 1), date(2026, 1, 2), here))),
    )
    return draw(st.one_of(*kinds))


def _words(text: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"\w+", text)]


READ = reading(GATE, URL)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_readings_promises_hold_whatever_editors_do(data: st.DataObject) -> None:
    log: list[Correction] = []
    for number in range(1, data.draw(st.integers(1, 6)) + 1):
        change = data.draw(changes(READ))
        now = corrected(READ, log)
        ids = [*now.ids, *now.rejected.ids]
        id_ = f"added-{number}" if isinstance(change, Missed) else data.draw(st.sampled_from(ids or ["gone"]))
        log.append(Correction(number, READ.article.id, id_, change, None, "ed", NOW))
    keeps_its_promises(corrected(READ, log))
    later = reading(data.draw(st.sampled_from([LONGER, WITHOUT, GONE, FOUND])), URL)
    keeps_its_promises(corrected(later, log))
    for one in log:
        assert change_from_json(change_to_json(one.change)) == one.change


def test_a_statement_as_it_stood_is_kept_whole() -> None:
    desk = Desk(READ)
    for draft in desk.drafts:
        was = seen(desk, draft)
        assert seen_from_json(seen_to_json(was)) == was
