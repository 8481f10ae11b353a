"""How likely two entries are one person or body: from names, roles, fields, neighbours and days.

Logistic regression over features that an editor can read, fitted by bench/dossiers.py --write on the tuning half of
tests/dossiers. splink and dedupe were looked at: splink's Fellegi-Sunter model wants a table of records in DuckDB and
estimates over all of it, so that one more article would move what others were joined by, and dedupe (which pins its own
clustering and wants an editor's labelling at run time) re-clusters whole blocks; a record is added to article by
article, and must come out the same in any order. Nine weights that never move serve that better.
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
from quoth.dossiers.naming import Fit, Person, acronym, body, family_fit, given_fit, people
from quoth.identity.vocabulary import words

WEIGHTS = Path(__file__).with_name("likeness.json")
ROLE_SMALL = words(
    "the a an of in at for who and to his her their its is was he she on by with from new former old will now"
)
BODY_SAME, BODY_NEAR, BODY_LETTERS, BODY_DOUBT, BODY_NOT = 0.97, 0.8, 0.6, 0.45, 0.02


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two persons' entries share. Shares run from 0 to 1."""

    same_name: float  # given name and surname
    near_name: float  # a nickname, a transliteration, a double surname
    initial: float  # of a given name only the first letter
    one_name: float  # one of them is called by the surname alone
    role: float  # of the words of the shorter role, in the other
    same_role: float  # word for word
    conflict: float  # both roles tell a field, and they share none
    age: float  # both are called the younger, or both the elder
    no_role: float  # one of them has none
    field: float  # how far the roles' fields agree; 0.5 where one tells none
    about: float  # how far the fields of the two articles agree
    names: float  # capital words that both articles write
    words: float  # stems that both articles write
    neighbours: float  # who speaks in both
    outlet: float
    section: float
    years: float  # between the two


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
    if fit is None or _is_bare(one) or _is_bare(other) or one.is_private or other.is_private:
        return None
    family, given = fit
    near = family is Fit.NEAR or given is Fit.NEAR
    return Evidence(
        same_name=float(family is Fit.SAME and given is Fit.SAME),
        near_name=float(near and given not in (Fit.UNTOLD, Fit.INITIAL)),
        initial=float(given is Fit.INITIAL),
        one_name=float(Fit.UNTOLD in (family, given)),
        role=_role(one.role, other.role),
        same_role=float(bool(_role_words(one.role)) and _role_words(one.role) == _role_words(other.role)),
        conflict=_conflict(one, other),
        age=float(people(one.name)[0].age * people(other.name)[0].age > 0),
        no_role=float(one.role is None or other.role is None),
        field=_fields(fields_of_role(one.role), fields_of_role(other.role)),
        about=_fields(one.fields, other.fields),
        names=_shared(one.names, other.names, 6),
        words=_shared(one.words, other.words, 20),
        neighbours=_shared(_lasts(one), _lasts(other), 2),
        outlet=float(one.outlet is not None and one.outlet == other.outlet),
        section=float(one.section is not None and one.section == other.section),
        years=_years(one, other),
    )


def name_fit(one: Entry, other: Entry) -> tuple[Fit, Fit] | None:
    """How well surname and given name go together, taken apart in the way in which they do best; None: not at all."""
    fits = [_fit(a, b, one, other) for a in people(one.name) for b in people(other.name)]
    told = [fit for fit in fits if fit is not None]
    return max(told, key=lambda fit: (fit[0] * fit[1], fit)) if told else None


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


def _is_bare(entry: Entry) -> bool:
    """A surname alone, and no role: nothing tells who it is."""
    return entry.role is None and not any(one.given for one in people(entry.name))


def _role(one: str | None, other: str | None) -> float:
    a, b = _role_words(one), _role_words(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _role_words(role: str | None) -> frozenset[str]:
    found = (word for word in WORD.findall(folded(role or "")) if word not in ROLE_SMALL)
    return frozenset(word[:7] for word in found)


def _conflict(one: Entry, other: Entry) -> float:
    a, b = fields_of_role(one.role), fields_of_role(other.role)
    return float(bool(a) and bool(b) and not {field for field, _ in a} & {field for field, _ in b})


def _fields(one: tuple[tuple[str, float], ...], other: tuple[tuple[str, float], ...]) -> float:
    """Cosine of the two; 0.5 where one of them is empty."""
    if not one or not other:
        return 0.5
    there = dict(other)
    dot = sum(share * there.get(field, 0.0) for field, share in one)
    return dot / math.sqrt(sum(s * s for _, s in one) * sum(s * s for _, s in other))


def _shared(one: tuple[str, ...], other: tuple[str, ...], most: int) -> float:
    return min(len(set(one) & set(other)), most) / most


def _lasts(entry: Entry) -> tuple[str, ...]:
    """The neighbours' surnames, without those like the entry's own."""
    own = set(people(entry.name)[0].family)
    return tuple({name.split()[-1] for name in entry.neighbours} - own)


def _years(one: Entry, other: Entry) -> float:
    if one.published is None or other.published is None:
        return 0.5
    return min(abs((one.published - other.published).days) / 365, 5.0)


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
