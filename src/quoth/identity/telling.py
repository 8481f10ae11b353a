"""Which of somebody's roles tells a reader most: the one that an archive's index would print beside the name."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from quoth.identity.prose import Prose
from quoth.identity.role import Role, person_noun
from quoth.identity.vocabulary import FAMILY, PLACES, words

LEAST = 0.3  # that the role agrees with the index; below it none is printed. Swept 0.2 to 0.4 by training/fit_roles.py
ALIKE = 0.5  # of the words of two roles: they tell the same
LENGTHS = ((1, "1"), (2, "2"), (3, "3"), (5, "5"), (8, "8"), (12, "12"), (10**6, "more"))
CLASSES = {
    "office": words(
        "president senator governor mayor minister chancellor premier secretary judge justice speaker congressman "
        "congresswoman representative ambassador general undersecretary sen gov rep lawmaker commissioner sheriff "
        "prosecutor king queen prince pope"
    ),
    "candidate": words("candidate nominee contender hopeful frontrunner front-runner challenger"),
    "relation": words("rival opponent foe ally friend supporter critic mate colleague successor predecessor boss hero"),
    "staff": words(
        "spokesman spokeswoman spokesperson adviser advisor aide strategist manager chairman chairwoman chair director "
        "executive chief head ceo founder co-founder counsel lawyer attorney treasurer coordinator"
    ),
    "trade": words(
        "professor researcher economist historian scientist analyst pollster reporter journalist correspondent "
        "columnist editor author writer actor actress singer host anchor businessman billionaire mogul developer "
        "physician lawyer activist fellow scholar"
    ),
    "partisan": words("republican democrat independent conservative liberal progressive socialist"),
    "family": FAMILY,
}
SHORT = {"sen": "senator", "gov": "governor", "rep": "representative", "gen": "general", "lt": "lieutenant"}
Figures = dict[str, float]
_used: dict[str, float] = {}


def use(weights: Mapping[str, float] | None) -> None:
    """Tell by these weights from now on, or by the stored ones again: for cross-fitting."""
    _used.clear()
    _used.update(weights or {})


@lru_cache(maxsize=1)
def learned() -> dict[str, float]:
    """The weights by the names of figures; fitted by training/fit_roles.py."""
    stored = json.loads((files(__package__) / "roles.json").read_text(encoding="utf8"))
    return {name: float(weight) for name, weight in stored.items()}


def telling(prose: Prose, roles: Sequence[Role]) -> str | None:
    """The role on which the likely ones agree most; None where none is likely enough."""
    weights = _used or learned()
    rows = weighed(prose, roles)
    scores = [sum(weights.get(name, 0.0) * value for name, value in row.items()) for row in rows]
    top = max([0.0, *scores])
    shares = [math.exp(score - top) for score in scores]
    whole = math.exp(-top) + sum(shares)
    agreed = [
        (sum(share / whole for other, share in zip(roles, shares, strict=True) if alike(role.text, other.text)), n)
        for n, role in enumerate(roles)
    ]
    likely, best = max(((sure, -n) for sure, n in agreed), default=(0.0, 0))
    if likely < LEAST:
        return None
    fitting = [n for n, role in enumerate(roles) if agreed[n][0] > likely - 0.02]
    return roles[max(fitting, key=lambda n: (shares[n], n == -best))].text


def weighed(prose: Prose, roles: Sequence[Role]) -> list[Figures]:
    """What speaks for and against each role, as named figures."""
    ordered = sorted({role.span.start for role in roles})
    return [_figures(prose, role, roles, ordered.index(role.span.start)) for role in roles]


def _figures(prose: Prose, role: Role, roles: Sequence[Role], rank: int) -> Figures:
    said = re.findall(r"[\w.’'-]+", role.text)
    lower = [word.lower().rstrip(".,") for word in said]
    core = lower[: next((n for n, word in enumerate(lower) if n and word in ("of", "for", "at", "in", "to")), None)]
    sentence = prose.sentence(role.span.start)
    others = [other for other in roles if other is not role]
    classes = [name for name, nouns in CLASSES.items() if any(word in nouns for word in core)]
    figures = {
        "one": 1.0,
        f"way {role.way}": 1.0,
        f"words {next(name for limit, name in LENGTHS if len(said) <= limit)}": 1.0,
        "first": float(rank == 0),
        "rank": math.log1p(rank),
        "sentence": math.log1p(prose.sentence_number(role.span.start)),
        "headline": float(sentence.title_case or sentence.paragraph == 0),
        "former": float(lower[:1] == ["former"]),
        "no noun": float(not any(person_noun(word) for word in core)),
        "abbreviated": float(len(said) == 1 and said[0].endswith(".")),
        "bare": float(len(said) == 1),
        "capitals": float(min(3, sum(word[0].isupper() for word in said[1:]))),
        "place": float(any(word in PLACES for word in lower)),
        "completed": float(len(core) < len(lower)),
        "possessive": float(bool(re.search(r"['’]s\b", role.text))),
        "somebody's": float(bool(re.match(r"(?:my|our|your|his|her|its|their|that|this|whose)\b", role.text, re.I))),
        "verb": float(bool(lower) and lower[0].endswith(("ing", "ed"))),
        "and": float("and" in lower),
        "digit": float(role.text[0].isdigit()),
        "quoted": float(prose.in_quotes(role.span.start)),
        "doubt": math.log(min(0.999, role.sure) / (1 - min(0.999, role.sure))) / 7 if role.sure < 1 else 1.0,
        "support": math.log1p(sum(alike(role.text, other.text) for other in others)),
        "told more fully": float(any(_within(lower, other.text) for other in others)),
        "tells more fully": float(any(_within(_words(other.text), role.text) for other in others)),
        "alone": float(not others),
    }
    return figures | {f"class {name}": 1.0 for name in classes or ["other"]}


def _words(text: str) -> list[str]:
    found = re.findall(r"\w+", text.lower())
    return [SHORT.get(word, word) for word in found if word not in ("the", "a", "an", "s")]


def _within(words: Sequence[str], text: str) -> bool:
    """Whether the text has all of the words and more."""
    here, there = set(_words(" ".join(words))), set(_words(text))
    return here < there


@lru_cache(maxsize=4096)
def alike(one: str, other: str) -> bool:
    """Whether two roles have half of their words in common."""
    here, there = set(_words(one)), set(_words(other))
    return bool(here | there) and len(here & there) >= ALIKE * len(here | there)
