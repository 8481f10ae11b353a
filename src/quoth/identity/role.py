"""What a role is, and which nouns make one."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.domain import Span
from quoth.identity.vocabulary import HONORIFICS, PEOPLE, TITLES, words

NOUNS = words(
    "head icon fellow undersecretary laureate sage oligarch firebrand moderator powerhouse pundit "
    "titan legend hero heroine provocateur mastermind kingmaker stalwart evangelical hardliner tsar chaplain emcee "
    "statistician stateswoman speechwriter favorite favourite underling confidant confidante envoy mate chieftain "
    "warlord crusader centrist frontwoman bandleader valedictorian matriarch patriarch maestro soprano tenor baritone "
    "superdelegate selectman selectwoman comptroller controller auditor registrar bursar ombudsman watchdog"
)
ENDINGS = (
    *("man", "woman", "ist", "yst", "ologer", "strategist", "-year-old", "surgeon", "writer", "secretary", "keeper"),
    *("owner", "maker", "leader", "worker", "manager", "fighter", "teacher", "player", "director", "person", "crat"),
)
NO_PEOPLE = words("resist exist assist insist persist consist list mist twist german human woman-led")


@dataclass(frozen=True, slots=True)
class Role:
    """What an article says that somebody is: the words, where they stand, and how they are tied to the person."""

    text: str
    span: Span
    way: str  # "title", "after", "before comma", ...: one of WAYS of quoth.identity.telling
    sure: float = 1.0  # that it is said of this person


def person_noun(word: str) -> bool:
    """Whether the noun is one for a person, by the lists or by its ending."""
    if word in PEOPLE or word in TITLES or word in NOUNS:
        return True
    return word.endswith(ENDINGS) and word not in NO_PEOPLE


def singular(word: str) -> str | None:
    """The noun for one of them of a plural for people; None of any other word."""
    one = word[:-1]
    return one if word.endswith("s") and person_noun(one) and one not in HONORIFICS else None
