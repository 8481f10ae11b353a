"""Where in a text a run of words stands, exactly or nearly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

MOST_PLACES = 200  # a word that stands in more places does not tell where to look
MOST_WINDOWS = 8


class Edit(StrEnum):
    """What became of some words on the way from the text to the claim."""

    SAME = "same"
    DROPPED = "dropped"  # in the text, not in the claim
    ADDED = "added"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of an alignment: claim[claim_start:claim_end] answers text[text_start:text_end]."""

    edit: Edit
    text_start: int
    text_end: int
    claim_start: int
    claim_end: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the claim's words answer those of the text, without what of the text stands before and after it."""

    steps: tuple[Step, ...]
    same: int  # words that are the same

    @property
    def start(self) -> int:
        return self.steps[0].text_start

    @property
    def end(self) -> int:
        return self.steps[-1].text_end


def find(run: Sequence[str], text: Sequence[str], start: int = 0, end: int | None = None) -> int | None:
    """The first place from `start` on where the words of `run` stand in a row; None where they do not."""
    last = (len(text) if end is None else min(end, len(text))) - len(run)
    at = start
    while run and at <= last:
        try:
            at = text.index(run[0], at, last + 1)
        except ValueError:
            return None
        if list(text[at : at + len(run)]) == list(run):
            return at
        at += 1
    return None


def nearest(claim: Sequence[str], text: Sequence[str]) -> Alignment | None:
    """The best alignment of the claim with some stretch of the text; None where they share hardly a word."""
    windows = _windows(claim, text)
    found = [one for one in (_align(claim, text, *window) for window in windows) if one is not None]
    return max(found, key=lambda one: (one.same, one.start - one.end), default=None)


def _windows(claim: Sequence[str], text: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of the text that share most words with the claim, in about the same order."""
    width = max(len(claim) // 2, 4)
    hits: Counter[int] = Counter()
    places = _places(text)
    for n, form in enumerate(claim):
        for at in places.get(form, ())[:MOST_PLACES]:
            hits[(at - n) // width] += 1
    best = sorted(hits, key=lambda bucket: (-hits[bucket] - hits[bucket + 1], bucket))[:MOST_WINDOWS]
    margin = len(claim)
    return [
        (max(bucket * width - margin, 0), min((bucket + 2) * width + len(claim) + margin, len(text))) for bucket in best
    ]


def _places(text: Sequence[str]) -> Mapping[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(text):
        places[form].append(at)
    return {form: found for form, found in places.items() if len(found) <= MOST_PLACES or len(text) < MOST_PLACES}


def _align(claim: Sequence[str], text: Sequence[str], start: int, end: int) -> Alignment | None:
    """The claim against that stretch, what of the stretch stands before and after it cut off."""
    window = text[start:end]
    steps = [
        Step(_EDITS[code.tag], start + code.src_start, start + code.src_end, code.dest_start, code.dest_end)
        for code in Levenshtein.opcodes(window, claim, score_hint=len(claim))
    ]
    while steps and steps[0].edit is Edit.DROPPED:
        steps.pop(0)
    while steps and steps[-1].edit is Edit.DROPPED:
        steps.pop()
    same = sum(step.text_end - step.text_start for step in steps if step.edit is Edit.SAME)
    return Alignment(tuple(steps), same) if same else None


_EDITS = {"equal": Edit.SAME, "delete": Edit.DROPPED, "insert": Edit.ADDED, "replace": Edit.REPLACED}
