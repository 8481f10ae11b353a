"""Whether two names are one person's, or one body's."""

from __future__ import annotations

from quoth.identity.names import Name
from quoth.identity.vocabulary import BODY_WORDS, DEMONYMS, FUNCTION_WORDS, PLACES, SUFFIXES, forenames, nickname_groups

MIN_PREFIX = 3  # "Chris" for "Christopher": fewer letters are shared by chance


def one_person(one: Name, other: Name) -> bool:
    """Whether two full names may be one person's: one surname, forenames that fit, no two genders."""
    a, b = _plain(one.key), _plain(other.key)
    if {*one.key} & SUFFIXES and {*other.key} & SUFFIXES and one.key[-1] != other.key[-1]:
        return False
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1] or (one.gender and other.gender and one.gender != other.gender):
        return False
    return forenames_fit(a[0], b[0])


def forenames_fit(a: str, b: str) -> bool:
    """Whether two forenames may be one: the same, an initial, a beginning or a nickname of the other."""
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    groups = nickname_groups()
    if groups.get(a, frozenset()) & groups.get(b, frozenset()):
        return True
    return min(len(a), len(b)) >= MIN_PREFIX and (a.startswith(b) or b.startswith(a))


def one_body(one: Name, other: Name) -> bool:
    """Whether two names are one body's: the same, an acronym, or a part that says enough."""
    a, b = _body_key(one.key), _body_key(other.key)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if not short:
        return False
    if len(short) == 1 and len(long) > 1:
        return _acronym(short[0], one if len(one.key) == 1 else other, long) or _short_form(short[0], long)
    return (
        len(short) > 1
        and len(long) > len(short)
        and (long[-len(short) :] == short or long[: len(short)] == short)
        and short[-1] not in ("of", "the")
    )


def _short_form(word: str, long: tuple[str, ...]) -> bool:
    """ "Times" for "New York Times", "Valeant" for "Valeant Pharmaceuticals International"."""
    newspaper = word == long[-1] and word in (
        "times",
        "post",
        "journal",
        "guardian",
        "tribune",
        "herald",
        "telegraph",
        "globe",
        "chronicle",
        "gazette",
        "courier",
        "register",
    )
    centre = (
        word == long[0]
        and long[-1] in BODY_WORDS
        and word not in BODY_WORDS | PLACES | DEMONYMS | FUNCTION_WORDS
        and word not in forenames()
    )
    return (
        newspaper
        or centre
        or (
            word == long[0]
            and len(long) > 1
            and all(w in BODY_WORDS for w in long[1:])
            and word not in BODY_WORDS | PLACES
            and not word.endswith("an")
        )
    )


def _acronym(word: str, short: Name, long: tuple[str, ...]) -> bool:
    initials = "".join(w[0] for w in long if w not in ("of", "the", "for", "and", "&", "on", "to"))
    return short.words[-1].isupper() and len(word) > 1 and word.replace(".", "") == initials


def _body_key(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if words and words[0] == "the" else words


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in SUFFIXES) or words


def surname_of(words: tuple[str, ...]) -> str:
    """The last word that is no suffix."""
    return _plain(words)[-1]


def is_tail(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether the whole name ends with the part, suffixes left out."""
    part, whole = _plain(part), _plain(whole)
    return len(part) <= len(whole) and whole[len(whole) - len(part) :] == part


def is_forename(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether the part is the forename, or a nickname, of the whole."""
    return (
        len(part) == 1
        and len(whole) > 1
        and (
            part[0] == whole[0]
            or (part[0] in forenames() and forenames_fit(part[0], whole[0]) and len(part[0]) > 1 and len(whole[0]) > 1)
        )
    )
