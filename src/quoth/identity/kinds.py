"""What sort of speaker a description or a name is."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.domain import SpeakerKind
from quoth.identity.prose import Word
from quoth.identity.vocabulary import BODIES, COUNTS, CROWDS, DOCUMENTS, PEOPLE, UNNAMED_CROWDS, words

PERSON_ENDINGS = ("man", "woman", "ist", "yst", "ologer", "-year-old", "ian", "ee", "ant", "eer")
NOBODY = words("nobody no none neither spat nothing")
SINGULAR_S = words("us press news politics congress boss princess actress waitress hostess class")


def kind_of(head: str, words: Sequence[Word]) -> SpeakerKind:
    """The kind of a description with that noun."""
    first = words[0].lower
    if head in NOBODY or (first in NOBODY and len(words) == 1):
        return SpeakerKind.UNKNOWN
    if head in DOCUMENTS:
        return SpeakerKind.DOCUMENT
    if counted(head, words):
        return SpeakerKind.UNNAMED if first == "one" and "of" in [w.lower for w in words[:2]] else SpeakerKind.GROUP
    if head in UNNAMED_CROWDS and head != "people":
        return SpeakerKind.UNNAMED
    if head == "people" and any(w.lower in ("familiar", "briefed", "close", "knowledge", "with") for w in words[1:4]):
        return SpeakerKind.UNNAMED
    place = next((n for n, word in enumerate(words) if word.lower == head), len(words))
    after = words[place + 1 : place + 6]
    of_people = (
        bool(after) and after[0].lower == "of" and any(plural(word.lower) and not word.capital for word in after)
    )
    if head in BODIES and of_people:
        return SpeakerKind.GROUP  # "a panel of reporters", "a group of 67 artists"
    if head in BODIES:
        return SpeakerKind.ORGANISATION
    if head in CROWDS:
        return SpeakerKind.GROUP
    if head in PEOPLE:
        return SpeakerKind.UNNAMED
    if plural(head):
        return SpeakerKind.GROUP
    return (
        SpeakerKind.UNNAMED
        if head.endswith(PERSON_ENDINGS) or head.endswith(("er", "or", "one", "body"))
        else SpeakerKind.DOCUMENT
    )


def plural(head: str) -> bool:
    """Whether the noun stands for several."""
    if head in CROWDS or head in UNNAMED_CROWDS:
        return True
    if head.endswith(("men", "people")):
        return True
    return head.endswith("s") and not head.endswith("ss") and head not in SINGULAR_S and head not in BODIES


def counted(head: str, words: Sequence[Word]) -> bool:
    """Whether it is a share or a number of people: "47 percent", "two in three"."""
    return (
        head in COUNTS
        or head[:1].isdigit()
        or (words[0].lower in ("two", "one", "three", "six", "nine") and len(words) > 2 and words[1].lower == "in")
    )
