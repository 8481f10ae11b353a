"""A person's or body's name taken apart, and how well two of them go together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz import fuzz

from quoth.dossiers.letters import folded, skeleton
from quoth.dossiers.nicknames import are_forms
from quoth.identity.vocabulary import HONORIFICS, PARTICLES, TITLES, forenames, words

MORE_TITLES = words(
    "ven venerable det insp supt inspector superintendent chief sir dame lord lady baroness baron viscount "
    "count judge capt captain col gen lt maj cdr cllr cr rt hon justice brother sister mother father mme mlle "
    "herr frau don dona signor ms sheikh sayyid haji dato tan sri vicar canon deacon archdeacon rabbi imam "
    "prof professor dr rev revd sergeant sgt pc dc ds di dci comdr commodore air marshal wing flight leader "
    "state former ex acting deputy the ambassador msgr fr prince princess king queen emir sultan engr ing "
    "dipl mag arch adm rear vice"
)
AFTER = words("kc qc mp msp mep obe mbe cbe phd md esq frs dso tds esquire")
RANKS = {
    "dr": "doctor", "prof": "professor", "rev": "reverend", "revd": "reverend", "ven": "archdeacon", "col": "colonel",
    "gen": "general", "capt": "captain", "det": "detective", "supt": "superintendent", "insp": "inspector",
    "sen": "senator", "rep": "representative", "gov": "governor", "sgt": "sergeant", "lt": "lieutenant",
    "cllr": "councillor", "msgr": "bishop", "adm": "admiral", "maj": "major", "cdr": "commander",
}  # fmt: skip
HONOURS = words("sir dame lord lady baron baroness viscount count")
SHORT_NAME = 4
LONG_SKELETON, LEAST_OF_LONG = 4, 55.0  # Aleksey and Alexei
QUOTES = "\"'“”‘’"  # Robert "Bob" Kinsale: the nickname is no middle name
JUNIOR = frozenset({"jr", "junior", "younger", "ii", "fils", "son"})
SENIOR = frozenset({"sr", "senior", "elder", "pere", "i"})
SMALL = PARTICLES | words("the el ul ud as ash ben bin binti van't 't le la los las mac o ni")
FAMILY_FIRST = words(
    "kim lee park choi jung jeong kang cho jo yoon yun jang lim im han oh seo shin kwon hwang ahn an song ryu "
    "yoo hong noh roh baek nam moon min kwak bae cha chun ha heo hur ko koo ku sohn son suh wang li zhang liu "
    "chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie tang deng feng cao peng "
    "zeng xiao tian dong pan yuan cai jiang du ye cheng wei su lu ding ren shen yao lai tan chan wong cheung "
    "lau leung ng ho chow nguyen tran le pham hoang phan vu vo dang bui do ngo duong ly tanaka sato suzuki "
    "takahashi watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue "
    "kimura hayashi shimizu mori abe ikeda hashimoto nagy kovacs toth szabo horvath varga kiss molnar nemeth "
    "farkas orban"
)


class Fit(IntEnum):
    """How well two given names or surnames go together."""

    NOT = 0
    UNTOLD = 1  # one of them has none
    INITIAL = 2
    NEAR = 3  # a nickname, another transliteration, part of a double name
    SAME = 4


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name, folded: given names (none where only the surname is told) and the words of the surname."""

    given: tuple[str, ...]
    family: tuple[str, ...]  # hyphenated names word by word, particles left out
    age: int = 0  # -1: the younger, 1: the elder of two
    is_double: bool = False  # the surname is two words, if it is read so; called by the first of them elsewhere


@lru_cache(maxsize=100_000)
def people(name: str) -> tuple[Person, ...]:
    """The ways to take the name apart, the likeliest first: the family's may come first, or be two words."""
    words = re.sub(r"[,()]", " ", folded(name)).split()
    age = sum((word.rstrip(".") in SENIOR) - (word.rstrip(".") in JUNIOR) for word in words[1:])
    plain = [word for word in words if word.rstrip(".") not in AFTER | JUNIOR | SENIOR]
    if age and plain[-1] == "the":
        plain.pop()
    before = len(plain)
    while len(plain) > 1 and _is_title(plain[0]):
        plain = plain[1:]
    if len(plain) == 1 < before and words[0] in ("dame", "sir"):
        return Person((plain[0],), (), age), Person((), _family(plain), age)
    cut = _surname_at(plain)
    if cut == 0:
        return (Person((), _family(plain), age),)
    usual = Person(_given(plain[:cut]), _family(plain[cut:]), age)
    turned = Person(_given(plain[1:]), _family(plain[:1]), age)
    if plain[0] in FAMILY_FIRST and len(plain) <= 3:
        return turned, usual
    if len(plain) == 2:
        return (usual, turned) if plain[-1] in FAMILY_FIRST else (usual,)
    return (usual, *_two_surnames(plain, age))


def _two_surnames(plain: list[str], age: int) -> tuple[Person, ...]:
    """Ana Ortega Ruiz and Xiomara Castro de Zelaya are called Ortega and Castro elsewhere."""
    full = [word for word in plain if word not in SMALL]
    if len(full) < 3 or "-" in full[-1] or any(len(word.rstrip(".")) < 3 or word[0] in QUOTES for word in full[-2:]):
        return ()
    return (Person(_given(full[:-2]), _family(full[-2:]), age, is_double=True),)


def ranks(name: str) -> frozenset[str]:
    """The offices and honours that stand before the name, in full: a colonel, a professor, a dame."""
    before = [word.rstrip(".") for word in folded(name).split()[:-1]]
    known = (RANKS.get(word, word) for word in before if word in RANKS or _is_title(word))
    return frozenset(word for word in known if word in HONOURS or word in TITLES - HONORIFICS or word in RANKS.values())


def _is_title(word: str) -> bool:
    bare = word.rstrip(".")
    return bare in TITLES or bare in MORE_TITLES


def _surname_at(words: list[str]) -> int:
    """Where the surname begins: at its last word, or at the particles before that."""
    at = len(words) - 1
    while at > 0 and words[at - 1] in SMALL:
        at -= 1
    return at


def _given(words: list[str]) -> tuple[str, ...]:
    words = [word for word in words if word[0] not in QUOTES] or [word.strip(QUOTES) for word in words]
    if any("-" in word and "." not in word for word in words):
        return ("".join(words).replace("-", ""),)
    return tuple(part for word in words for part in re.split(r"[.-]+", word) if part)


def _family(words: list[str]) -> tuple[str, ...]:
    parts = [part for word in words for part in word.split("-") if part]
    bare = [re.sub(r"^o'|'", "", part) for part in parts]  # O'Briain, Ó Briain
    return tuple(part for part in bare if part and part not in SMALL) or tuple(parts)


def family_fit(one: Person, other: Person) -> Fit:
    """How well the surnames go together."""
    if not one.family or not other.family:
        return Fit.UNTOLD
    if one.family == other.family:
        return Fit.SAME
    if _sound_alike("".join(one.family), "".join(other.family), 78):
        return Fit.NEAR
    if one.is_double or other.is_double:
        return Fit.NEAR if 1 in (len(one.family), len(other.family)) and one.family[0] == other.family[0] else Fit.NOT
    shared = any(_sound_alike(a, b, 88) for a in one.family for b in other.family if min(len(a), len(b)) > 2)
    return Fit.NEAR if shared and len(one.family) != len(other.family) else Fit.NOT


def given_fit(one: Person, other: Person) -> Fit:
    """How well the given names go together."""
    if not one.given or not other.given:
        return Fit.UNTOLD
    a, b = one.given, other.given
    if a == b or "".join(a) == "".join(b):
        return Fit.SAME
    if a[0][0] == b[0][0] and not _middle_fits(a, b):
        return Fit.NOT
    if len(a[0]) == 1 or len(b[0]) == 1:
        return Fit.INITIAL if a[0][0] == b[0][0] else _middle_name(a, b)
    if a[0] == b[0] or are_forms(a[0], b[0]):
        return Fit.SAME if a[0] == b[0] else Fit.NEAR
    if _differs_in_kind(a[0], b[0]):
        return Fit.NOT
    if _sound_alike(a[0], b[0], 66) or _sound_alike("".join(a), "".join(b), 72) or _is_short_for(a[0], b[0]):
        return Fit.NOT if {_bearer(a[0]), _bearer(b[0])} == {"m", "f"} else Fit.NEAR
    return _middle_name(a, b)


def _differs_in_kind(a: str, b: str) -> bool:
    """Paul and Paula, Tom and Tim: alike, and two names all the same."""
    short, long = sorted((a, b), key=len)
    is_female_form = len(long) == len(short) + 1 and long.startswith(short) and long[-1] in "ae"
    are_short_names = len(long) <= SHORT_NAME and {short, long} <= forenames().keys()
    return is_female_form or are_short_names


def _is_short_for(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) >= 3 and long.startswith(short)


def _bearer(forename: str) -> str:
    return forenames().get(forename, "e")


def _middle_name(a: tuple[str, ...], b: tuple[str, ...]) -> Fit:
    """ "J. Simon" goes by the second of his names."""
    later = {word for word in a[1:] if len(word) > 1} & {b[0]} | {word for word in b[1:] if len(word) > 1} & {a[0]}
    return Fit.NEAR if later else Fit.NOT


def _middle_fits(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the middle names' first letters of one are the other's too: George H. W. and George W., not George R."""
    one, other = {word[0] for word in a[1:]}, {word[0] for word in b[1:]}
    return one <= other or other <= one


def _sound_alike(a: str, b: str, least: float) -> bool:
    if a == b:
        return True
    if len(a) < 3 or len(b) < 3 or a[-1:] + b[-1:] in ("oa", "ao"):
        return False
    alike = fuzz.ratio(a, b)
    if skeleton(a) == skeleton(b):
        return alike >= (LEAST_OF_LONG if len(skeleton(a)) >= LONG_SKELETON else least)
    return alike >= (90 if least > 84 else 84)


@lru_cache(maxsize=100_000)
def body(name: str) -> tuple[str, ...]:
    """The words of a body's name that carry it."""
    words = re.findall(r"[a-z0-9]+", folded(name).replace("'s", "s").replace("s'", "s").replace("'", ""))
    return tuple(word for word in words if word not in {"the", "of", "and", "for", "de", "la"})


def acronym(name: str) -> str:
    """The first letters of a name of several words; a name in capitals as it is."""
    bare = name.replace(".", "").strip()
    if bare.isupper() and " " not in bare and 2 <= len(bare) <= 8:
        return bare.casefold()
    words = body(name)
    return "".join(word[0] for word in words) if len(words) >= 2 else ""
