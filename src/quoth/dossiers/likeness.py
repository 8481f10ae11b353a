"""How likely two entries are one person or body: from names, roles, ages, days, and what both articles name.

A logistic regression over features that an editor can read, fitted by training/fit_dossiers.py. splink and dedupe were
looked at: splink's Fellegi-Sunter model wants a table of records in DuckDB and estimates over all of it, so that one
more article would move what others were joined by, and dedupe (which pins its own clustering and wants an editor's
labelling at run time) re-clusters whole blocks; a record is added to article by article, and must come out the same in
any order. A few weights that never move serve that better.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from quoth.domain import SpeakerKind
from quoth.dossiers.entry import Entry
from quoth.dossiers.fields import WORD, fields_of_role
from quoth.dossiers.letters import folded
from quoth.dossiers.naming import Fit, Person, acronym, body, family_fit, given_fit, people, ranks
from quoth.dossiers.rarity import rarity, stem
from quoth.identity.vocabulary import words

WEIGHTS = Path(__file__).with_name("likeness.json")
ROLE_SMALL = words(
    "the a an of in at for who and to his her their its is was he she on by with from new former old will now"
)
OUTLET_WORDS = words(
    "the daily news courier gazette echo times post monitor observer ledger wire dispatch review bulletin brief "
    "journal morning evening herald tribune mail telegraph guardian press national northern southern eastern western"
)
ROLE_LETTERS = 7
FEW_NAMES = 5
DAYS_OF_CHANGE = 200
BODY_SAME, BODY_NEAR, BODY_LETTERS, BODY_DOUBT, BODY_NOT = 0.97, 0.85, 0.75, 0.5, 0.02


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two persons' entries share, and what speaks against it. Shares run from 0 to 1."""

    same_mark: float  # both are called the younger, or both the elder
    one_mark: float  # one of them is, of the other nothing is told
    same_birth: float  # as far as ages tell
    other_birth: float
    other_sex: float
    initial: float  # of a given name only the first letter
    role: float  # of the words of the shorter role, in the other
    same_role: float  # word for word
    conflict: float  # both roles tell a field of public life, and they share none
    conflict_then: float  # that, the more the nearer the days: a new office takes time
    strangers: float  # the articles name no place, body or person in common, though both name some
    alike: float  # the articles' words, the rare ones above all


def likeness(one: Entry, other: Entry) -> float | None:
    """The probability that both are one; None where the names tell that nothing can be said; 0: they cannot be."""
    if one.kind is SpeakerKind.ORGANISATION or other.kind is SpeakerKind.ORGANISATION:
        return _bodies(one, other) if one.kind is other.kind else 0.0
    seen = evidence(one, other)
    if seen is None:
        return None if may_bear(one, other) else 0.0
    return weighed(seen, _weights())


def weighed(seen: Evidence, weights: Mapping[str, float]) -> float:
    """The probability that the weights give to what is seen."""
    total = weights["bias"] + sum(weights[name] * value for name, value in asdict(seen).items())
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))


def evidence(one: Entry, other: Entry) -> Evidence | None:
    """What the two share; None where their names do not go together, or tell too little."""
    fit = name_fit(one, other)
    if fit is None or not (is_told(one) and is_told(other)):
        return None
    return seen(one, other, fit[1])


def seen(one: Entry, other: Entry, given: Fit) -> Evidence:
    """What the two share, given how well their given names go together."""
    ages = people(one.name)[0].age, people(other.name)[0].age
    roles = _role_words(one), _role_words(other)
    apart = _years_apart(one.born, other.born)
    conflict = _conflict(one, other)
    return Evidence(
        same_mark=float(ages[0] * ages[1] > 0),
        one_mark=float((ages[0] == 0) != (ages[1] == 0)),
        same_birth=float(apart is not None and apart <= 1),
        other_birth=float(apart is not None and apart > 2),
        other_sex=float(one.sex * other.sex < 0),
        initial=float(given is Fit.INITIAL),
        role=_overlap(*roles),
        same_role=float(bool(roles[0]) and roles[0] == roles[1]),
        conflict=conflict,
        conflict_then=conflict * _nearness(one, other),
        strangers=_strangers(one, other),
        alike=_alike(one, other),
    )


def is_told(entry: Entry) -> bool:
    """Whether the article tells enough of who it is: not a surname alone without a role, not a passer-by."""
    is_bare = entry.role is None and not any(one.given for one in people(entry.name))
    return not is_bare and not entry.is_private


def name_fit(one: Entry, other: Entry) -> tuple[Fit, Fit] | None:
    """How well surname and given name go together, taken apart in the way in which they do best; None: not at all."""
    fits = [_fit(a, b, one, other) for a in people(one.name) for b in people(other.name)]
    told = [fit for fit in fits if fit is not None]
    if not told and _is_turned(one.name, other.name):
        return Fit.SAME, Fit.SAME
    return max(told, key=lambda fit: (fit[0] * fit[1], fit)) if told else None


def _is_turned(one: str, other: str) -> bool:
    """Whether both are of the same words in another order: Nguyen Van Anh, Anh Nguyen Van."""
    a, b = (sorted(folded(name).replace("-", "").split()) for name in (one, other))
    return a == b and len(a) > 1


def _fit(a: Person, b: Person, one: Entry, other: Entry) -> tuple[Fit, Fit] | None:
    if a.age * b.age < 0:
        return None
    family, given = family_fit(a, b), given_fit(a, b)
    if family is Fit.NOT and given is Fit.SAME and (_renames(one, b) or _renames(other, a)):
        family = Fit.NEAR
    if Fit.NOT in (family, given) or (family is Fit.UNTOLD and given < Fit.NEAR):
        return None
    return family, given


def _renames(entry: Entry, other: Person) -> bool:
    """Whether the entry's article tells of a new name, and writes the other's surname."""
    return entry.renamed and bool(other.family) and set(other.family) <= set(entry.names)


def may_bear(one: Entry, other: Entry) -> bool:
    """Whether one given name stands before two surnames: a marriage that a third article tells of may join them."""
    return any(
        given_fit(a, b) is Fit.SAME and a.family and b.family and family_fit(a, b) is Fit.NOT
        for a in people(one.name)[:1]
        for b in people(other.name)[:1]
    ) and not (one.is_private or other.is_private)


def _role_words(entry: Entry) -> frozenset[str]:
    """Stems of the role's words, and of the office that stands before the name."""
    found = {word for word in WORD.findall(folded(entry.role or "")) if word not in ROLE_SMALL}
    return frozenset(word[:ROLE_LETTERS] for word in found | ranks(entry.name))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter in the other, by how telling the words are."""
    if not one or not other:
        return 0.0
    return _weight(one & other) / min(_weight(one), _weight(other))


def _weight(found: frozenset[str]) -> float:
    return sum(rarity(stem(word)) + 0.1 for word in found)


def _conflict(one: Entry, other: Entry) -> float:
    a, b = fields_of_role(one.role), fields_of_role(other.role)
    return float(bool(a) and bool(b) and not {field for field, _ in a} & {field for field, _ in b})


def _nearness(one: Entry, other: Entry) -> float:
    """1 for the same day, a third for half a year and more apart, near 0 for two years."""
    if one.published is None or other.published is None:
        return 0.0
    return math.exp(-abs((one.published - other.published).days) / DAYS_OF_CHANGE)


def _years_apart(one: int | None, other: int | None) -> int | None:
    return abs(one - other) if one is not None and other is not None else None


def _strangers(one: Entry, other: Entry) -> float:
    a, b = scene(one), scene(other)
    return 0.0 if a & b else min(len(a), len(b), FEW_NAMES) / FEW_NAMES


def scene(entry: Entry) -> frozenset[str]:
    """Stems of the places, bodies and persons that the article names, the outlet's name among them."""
    outlet = [word for word in folded(entry.outlet or "").split() if word not in OUTLET_WORDS]
    return frozenset(stem(word) for word in [*entry.names, *outlet])


def _alike(one: Entry, other: Entry) -> float:
    """The root of the cosine of the two articles' words, weighed by the square of their rarity."""
    shared = sum(rarity(word) ** 4 for word in set(one.words) & set(other.words))
    both = math.prod(math.sqrt(sum(rarity(word) ** 4 for word in entry.words)) for entry in (one, other))
    return math.sqrt(shared / both) if both else 0.0


def _bodies(one: Entry, other: Entry) -> float:
    a, b = body(one.name), body(other.name)
    if a == b:
        return BODY_SAME
    short, long = sorted((a, b), key=len)
    part = len(short) >= 2 and (long[-len(short) :] == short or long[: len(short)] == short)
    letters = acronym(one.name) == acronym(other.name) != "" and min(len(a), len(b)) == 1
    if not part and not letters:
        return BODY_NOT
    return BODY_NEAR if _same_scene(one, other) else BODY_LETTERS if letters else BODY_DOUBT


def _same_scene(one: Entry, other: Entry) -> bool:
    """Whether an article writes the words that only the other's name has, or both name the same."""
    a, b = set(body(one.name)), set(body(other.name))
    fuller = (b - a) & set(one.names) | (a - b) & set(other.names)
    common = set(one.names) & set(other.names) | set(one.neighbours) & set(other.neighbours)
    return bool(fuller or common) or (one.outlet is not None and one.outlet == other.outlet)


@cache
def _weights() -> Mapping[str, float]:
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf8"))
    return weights
