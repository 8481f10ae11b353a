"""What the lines about a speaker tell that nobody changes: the year of birth, and whether a man or a woman."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

from quoth.dossiers.letters import folded
from quoth.dossiers.naming import people
from quoth.identity.vocabulary import FEMALE_TITLES, MALE_TITLES, PRONOUNS, forenames

TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
IN_WORDS = {
    **{ten: 20 + 10 * n for n, ten in enumerate(TENS)},
    **{f"{TENS[t]}-{ONES[n]}": 21 + 10 * t + n for t, n in product(range(len(TENS)), range(len(ONES)))},
}
AGE = rf"(\d{{2}}|{'|'.join(sorted(IN_WORDS, key=len, reverse=True))})"
IN_ROLE = re.compile(r"^(?:aged )?(\d{2})\b(?!-year)|\b(\d{2})-year-old\b")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
FEMALE = FEMALE_TITLES | {"madame", "mme", "baroness", "senora", "frau"}
MALE = MALE_TITLES | {"monsieur", "senor", "herr", "baron"}


def born(name: str, role: str | None, lines: Iterable[str], year: int) -> int | None:
    """The year of birth, give or take one, that an age beside the name tells in an article of that year."""
    told = IN_ROLE.search(role or "")
    if told:
        return year - int(told.group(1) or told.group(2))
    last = folded(name).split()[-1]
    for line in lines:
        age = _age(folded(line), last)
        if age is not None:
            return year - age
    return None


def _age(line: str, last: str) -> int | None:
    """The age in a sentence that names the person: "Dvorak, 49,", "the 34-year-old striker Corrigan"."""
    for sentence in SENTENCE.split(line):
        told = _beside(last).search(sentence)
        if told:
            found = next(group for group in told.groups() if group)
            return IN_WORDS.get(found) or int(found)
    return None


@lru_cache(maxsize=1000)
def _beside(last: str) -> re.Pattern[str]:
    """An age after the name, or between commas in its sentence, or as what the person is called."""
    name = re.escape(last)
    after = rf"\b{name}(?:,| who is| now)? (?:aged )?\(?(\d{{2}})(?=[,.;)])"
    later = rf"\b{name}\b.*, (?:at|aged) {AGE}(?=[,.;]|$)"
    called = rf"\b(\d{{2}})-year-old(?: [\w'-]+){{0,4}} {name}\b"
    return re.compile(f"{after}|{later}|{called}")


def sex(name: str, pronouns: Sequence[str]) -> int:
    """1: a man, -1: a woman, as a title, a forename or every pronoun says; 0: not told."""
    before = {word.rstrip(".") for word in folded(name).split()[:-1]}
    if before & MALE or before & FEMALE:
        return bool(before & MALE) - bool(before & FEMALE)
    given = people(name)[0].given
    told = {"m": 1, "f": -1}.get(forenames().get(given[0], ""), 0) if given else 0
    asked = {PRONOUNS.get(word.casefold()) for word in pronouns} & {"m", "f"}
    return told or (0 if len(asked) != 1 else 1 if asked == {"m"} else -1)
