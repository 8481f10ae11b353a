"""A machine's reading and an editor's corrections in, the reading as it is to be shown out.

A correction is anchored anew to every reading: by the statement's id, else by its words; one that the machine does not
find any more is put back where its words still stand. What fits nowhere is listed with the reason, never lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quoth.contract import Editorial, statement_ids
from quoth.domain import DateBasis, Published, Reading, Review
from quoth.errors import CorrectionError
from quoth.record.anchoring import Place, all_again, in_the_same_place, most_alike
from quoth.record.applying import add, apply, put_back
from quoth.record.corrections import (
    ArticleChange,
    BylineIs,
    ContentIs,
    Correction,
    HeadlineIs,
    Missed,
    OutletIs,
    PublishedIs,
    ReviewIs,
)
from quoth.record.drafting import Desk, Draft, Part, Reviewed
from quoth.record.rows import folded
from quoth.record.understanding import dated

__all__ = ["Corrected", "Lost", "Part", "Reviewed", "corrected"]


@dataclass(frozen=True, slots=True)
class Lost:
    """A correction that does not fit this reading, and why."""

    correction: Correction
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading with corrections applied. What was rejected is no part of `reading`, and kept beside it."""

    reading: Reading
    reviews: tuple[Reviewed, ...]  # of the reading's statements
    editorial: Editorial  # ids, states and notices, as `to_contract` writes them beside the reading
    rejected: Part
    lost: tuple[Lost, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the reading's statements; one that an editor touched keeps the id that he knew."""
        return self.editorial.ids

    @property
    def standing(self) -> Part:
        """The reading's statements with their ids and states."""
        return Part(self.reading, self.ids, self.reviews)

    @property
    def everything(self) -> Part:
        """The reading's statements, then those that were rejected; `within` is told of the former."""
        statements = self.reading.statements + self.rejected.reading.statements
        reading = replace(self.reading, statements=statements, speakers=self.rejected.reading.speakers)
        return Part(reading, self.ids + self.rejected.ids, self.reviews + self.rejected.reviews)


def corrected(reading: Reading, corrections: Sequence[Correction]) -> Corrected:
    """The reading with all that was not undone of these corrections, in the order in which they were made."""
    active = sorted((one for one in corrections if one.is_active), key=lambda one: one.id)
    if not active:
        return untouched(reading)
    mine = [one for one in active if one.statement is None]
    desk = Desk(edited(reading, [one.change for one in mine if isinstance(one.change, ArticleChange)]))
    lost = _apply_all(desk, [one for one in active if one.statement is not None])
    return _done(desk.standing(), desk.rejected(), lost)


def untouched(reading: Reading) -> Corrected:
    """The reading as the machine made it."""
    ids = tuple(statement_ids(reading.article, reading.statements))
    nothing = Part(replace(reading, statements=(), requests=()), (), ())
    return _done(Part(reading, ids, tuple(Reviewed() for _ in ids)), nothing)


def _done(standing: Part, rejected: Part, lost: Sequence[Lost] = ()) -> Corrected:
    reading, states = standing.reading, tuple(one.state for one in standing.reviews)
    plain = Editorial(standing.ids, states, ((),) * len(states), ((),) * len(reading.speakers))
    return Corrected(reading, standing.reviews, plain, rejected, tuple(lost))


def edited(reading: Reading, changes: Sequence[ArticleChange]) -> Reading:
    """The reading with what is told of its article; a new day of publication dates its statements anew."""
    article = reading.article
    for change in changes:
        match change:
            case OutletIs(outlet):
                article = replace(article, outlet=outlet)
            case HeadlineIs(headline):
                article = replace(article, headline=headline)
            case BylineIs(byline):
                article = replace(article, byline=byline)
            case PublishedIs(start, end):
                article = replace(article, published=Published(start, end, DateBasis.GIVEN))
    statements = reading.statements
    if any(isinstance(change, PublishedIs) for change in changes):
        undated = [
            replace(one, moment=None, confidence=replace(one.confidence, when=None)) for one in reading.statements
        ]
        statements = dated(article, undated)
    return replace(reading, article=article, statements=statements)


def _apply_all(desk: Desk, corrections: Sequence[Correction]) -> list[Lost]:
    """Applies them statement by statement; gives back those that do not fit."""
    groups: dict[str, list[Correction]] = {}
    for one in corrections:
        groups.setdefault(one.statement or "", []).append(one)
    by_id = {draft.id: draft for draft in desk.drafts}
    found = {id_: by_id[id_] for id_ in groups if id_ in by_id}
    lost: list[Lost] = []
    for id_, group in sorted(groups.items(), key=lambda item: item[1][0].id):
        lost += _apply_group(desk, id_, group, found)
    return sorted(lost, key=lambda one: one.correction.id)


def _apply_group(desk: Desk, id_: str, group: Sequence[Correction], found: dict[str, Draft]) -> list[Lost]:
    draft, lost = found.get(id_), []
    try:
        if draft is None or draft not in desk.drafts:
            draft = _anchored(desk, id_, group, found)
    except CorrectionError as error:
        return [Lost(one, str(error)) for one in group]
    if draft is None:  # what was rejected is not found any more
        return []
    found[id_] = draft
    for one in group:
        try:
            _apply(desk, draft, one)
        except CorrectionError as error:
            lost.append(Lost(one, str(error)))
    return lost


def _apply(desk: Desk, draft: Draft, one: Correction) -> None:
    change = one.change
    if isinstance(change, ArticleChange):
        raise CorrectionError("a statement has no such thing to correct")
    apply(desk, draft, change)
    state = change.review if isinstance(change, ReviewIs) else Review.EDITED
    draft.reviewed = Reviewed(state, one.by, one.at)


def _anchored(desk: Desk, id_: str, group: Sequence[Correction], found: dict[str, Draft]) -> Draft | None:
    """The statement that these corrections were made to. Raises CorrectionError where nothing is left of it."""
    first = group[0]
    if isinstance(first.change, Missed):
        return add(desk, id_, first.change)
    number = _again(desk, group, set(found.values()))
    if number is not None:
        desk.drafts[number].id = id_
        return desk.drafts[number]
    reviews = [one.change.review for one in group if isinstance(one.change, ReviewIs)]
    if reviews[-1:] == [Review.REJECTED] or first.seen is None:
        return None
    return put_back(desk, id_, first.seen)


def _again(desk: Desk, group: Sequence[Correction], taken: set[Draft]) -> int | None:
    """The statement in the same place or, where its words stand nowhere any more, one of the same speaker like it."""
    free = [(n, draft.statement) for n, draft in enumerate(desk.drafts) if draft not in taken]
    contents = _contents(group)
    number = in_the_same_place(desk.text, free, contents)
    if number is not None or any(all_again(content, desk.text) for content in contents):
        return number
    before = {folded(name) for one in group if one.seen is not None for name in one.seen.speakers}
    theirs = [(n, one) for n, one in free if before == set() or before & _speakers(desk.drafts[n]) or not one.speakers]
    return most_alike(desk.text, theirs, contents)


def _speakers(draft: Draft) -> set[str]:
    return {folded(voice.name) for voice in draft.voices}


def _contents(group: Sequence[Correction]) -> list[tuple[Place, ...]]:
    """How the statement read, before and after it was changed."""
    seen = [one.seen.content for one in group if one.seen is not None]
    changed = [one.change.content for one in group if isinstance(one.change, ContentIs | Missed)]
    return list(dict.fromkeys([*reversed(changed), *seen]))
