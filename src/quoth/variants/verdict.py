"""What can be said of a claimed quotation, given every place where its words were looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quoth.letters import unaccented
from quoth.variants.comparing import Comparison, Likeness, compare

SURE_SHARE = 0.9  # an altered wording of the named speaker that is nearer than this beats the exact one of another
LEAST_MEANING = 0.55  # cosine of sentence embeddings, where no speaker is named
LEAST_MEANING_OF_SPEAKER = 0.4  # among one speaker's words; both chosen on the tuning half of tests/quotations


class Finding(StrEnum):
    """What was found. Never that words are true or false."""

    VERBATIM = "verbatim"
    EDITED = "verbatim with ellipsis or brackets"
    HOUSE_STYLE = "same words in another house style"
    ALTERED = "altered"
    PARAPHRASE = "a paraphrase at most"
    OTHER_SPEAKER = "found attributed to somebody else"
    NOT_FOUND = "not found"


EXACT = frozenset({Likeness.VERBATIM, Likeness.EDITED, Likeness.HOUSE_STYLE})
ORDER = list(Likeness)


@dataclass(frozen=True, slots=True)
class Printed:
    """Words in one place: on record, or in a transcript."""

    words: str
    speakers: tuple[str, ...]
    place: str  # "line 212", "Harbour Gazette, 2 March 2026"
    statement: str | None = None  # the contract's id
    outlet: str | None = None
    day: date | None = None
    url: str | None = None
    story: str | None = None  # articles of one story print the same copy
    label: str = ""  # what a reader must know: "denied", "retracted"
    meaning: float | None = None  # cosine with the claim, where that was looked at


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place and how the claim stands to it; `same_speaker` is None where one of the two is not told."""

    printed: Printed
    comparison: Comparison
    same_speaker: bool | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of a claim, on what evidence, nearest first."""

    claim: str
    speaker: str | None
    finding: Finding
    evidence: tuple[Evidence, ...]
    negation: str | None  # what is to be called out

    @property
    def outlets(self) -> int:
        """How many outlets report it."""
        return len({one.printed.outlet for one in self.evidence if one.printed.outlet})

    @property
    def independent(self) -> int:
        """How many reports of it are no copies of one another."""
        return len({one.printed.story for one in self.evidence if one.printed.story})


def verdict(claim: str, speaker: str | None, printed: Iterable[Printed]) -> Verdict:
    """The verdict on the claim, from all that is printed where it may stand."""
    looked = [_evidence(claim, speaker, one) for one in printed]
    near = sorted((one for one in looked if one.comparison.likeness is not Likeness.NOT_FOUND), key=_rank)
    mine = [one for one in near if one.same_speaker is not False]
    others = [one for one in near if one.same_speaker is False]
    if others and _says_more(others[0], mine):
        exact = [one for one in others if one.comparison.likeness in EXACT]
        return Verdict(claim, speaker, Finding.OTHER_SPEAKER, tuple(exact), exact[0].comparison.negation)
    if mine:
        best = mine[0].comparison
        alike = tuple(one for one in mine if one.comparison.likeness is best.likeness)
        return Verdict(claim, speaker, Finding(best.likeness.value), alike, best.negation)
    meant = _by_meaning(looked)
    return Verdict(claim, speaker, Finding.PARAPHRASE if meant else Finding.NOT_FOUND, meant, None)


def same_name(one: str, other: str) -> bool:
    """Whether nothing tells two names apart: what is a name in the shorter stands in the longer, the last word last."""
    first, second = sorted((_words(one), _words(other)), key=len)
    return bool(first) and set(first) <= set(second) and first[-1] == second[-1]


def _evidence(claim: str, speaker: str | None, printed: Printed) -> Evidence:
    same = any(same_name(speaker, name) for name in printed.speakers) if speaker and printed.speakers else None
    return Evidence(printed, compare(claim, printed.words), same)


def _rank(one: Evidence) -> tuple[object, ...]:
    """Nearest first; of equals the one whose speaker is known to be the same, then the earliest."""
    comparison = one.comparison
    return (
        ORDER.index(comparison.likeness),
        comparison.negation is not None,
        -comparison.share,
        one.same_speaker is None,
        one.printed.day or date.max,
        one.printed.place,
    )


def _says_more(other: Evidence, mine: Sequence[Evidence]) -> bool:
    """Whether the words are somebody else's rather than the named speaker's."""
    if other.comparison.likeness not in EXACT:
        return False
    if not mine:
        return True
    best = mine[0].comparison
    return best.likeness not in EXACT and best.share < SURE_SHARE


def _by_meaning(looked: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Whoever says much the same in other words, and is not known to be another speaker."""
    meant = [one for one in looked if (one.printed.meaning or 0) >= _least(one) and one.same_speaker is not False]
    return tuple(sorted(meant, key=lambda one: -(one.printed.meaning or 0)))[:5]


def _least(one: Evidence) -> float:
    return LEAST_MEANING_OF_SPEAKER if one.same_speaker else LEAST_MEANING


def _words(name: str) -> list[str]:
    """The words of a name without the titles before it: "MAYOR RUIZ" is Ruiz."""
    from quoth.identity.vocabulary import TITLES  # its room takes long to load, and few who import this compare names

    words = re.findall(r"\w+", unaccented(name).casefold())
    return [word for word in words[:-1] if word not in TITLES] + words[-1:]
