"""What an article says that a person is: before the name, in apposition, or in "who is ..."."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quoth.domain import Span
from quoth.identity.figures import Figure
from quoth.identity.mentions import ARTICLES, BREAK, RELATIVES
from quoth.identity.names import POSSESSIVES, Name
from quoth.identity.phrases import phrase_before
from quoth.identity.prose import Prose, Word
from quoth.identity.vocabulary import BODIES, HONORIFICS, PEOPLE, TITLES

OPENING = frozenset("a an the his her its their our my former one who currently".split())
MAX_ROLE_WORDS = 16
ENDS = frozenset("who which that said says told tells where when has had have was is were are would will".split())
Owner = Callable[[Word], str | None]


def roles_of(prose: Prose, name: Name, owner: Owner) -> list[tuple[str, Span]]:
    """Each role that the article gives beside this mention, as printed without leading article, and where."""
    found = [_before(prose, name), _after(prose, name), _apposed_before(prose, name)]
    return [(text, _span(words)) for words in found if words and (text := _text(prose, words, owner))]


def _span(words: Sequence[Word]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)


def _text(prose: Prose, words: Sequence[Word], owner: Owner) -> str:
    words = list(words)
    while words and words[0].lower in ARTICLES | {"who", "is", "was", "currently", "both", "even", "only"}:
        words = words[1:]
    if not words:
        return ""
    printed = prose.text[words[0].span.start : words[-1].span.end]
    if words[0].lower in ("his", "her", "its", "their", "whose"):
        whose = owner(words[0])
        rest = printed[len(words[0].text) :].strip()
        printed = f"{whose} {rest}" if whose else rest
    return " ".join(printed.split()).strip(" ,;")


def _before(prose: Prose, name: Name) -> list[Word]:
    """ "Florida delegate" of "Florida delegate John Archer"."""
    before = prose.before(name.span.start)
    while before and before[-1].lower in HONORIFICS and before[-1].text.endswith("."):
        before = before[:-1]
    if not before or not (before[-1].lower in PEOPLE or before[-1].lower in TITLES - HONORIFICS):
        return _outlet_of(prose, name, before)
    gap = prose.text[before[-1].span.end : name.span.start]
    if BREAK.search(gap) or any(mark in gap for mark in "\"“”"):
        return []
    return phrase_before(prose, before)


def _outlet_of(prose: Prose, name: Name, before: Sequence[Word]) -> list[Word]:
    """ "The Blaze" of "The Blaze's Matt Walsh"."""
    if len(before) < 2 or before[-1].text not in POSSESSIVES or not before[-2].capital or len(name.words) < 2:
        return []
    return [word for word in phrase_before(prose, before[:-1]) if word.capital or word.lower in ("of", "the")]


def _after(prose: Prose, name: Name) -> list[Word]:
    """ "a senior adviser to Cruz" of "Jason Miller, a senior adviser to Cruz, said"."""
    after = prose.after(name.span.end)
    gap = prose.text[name.span.end : after[0].span.start] if after else ""
    party = re.match(r"\s*\([^)]{1,30}\)", prose.text[name.span.end : name.span.end + 40])
    if party:
        after = [word for word in after if word.span.start >= name.span.end + party.end()]
        gap = prose.text[name.span.end + party.end() : after[0].span.start] if after else ""
    if after and re.match(r"\s*,\s*$", gap) and after[0].text[:1].isdigit():
        after, gap = _past_age(prose, after)
    if not after or not re.match(r"\s*(?:,|—|–|--|\()\s*$", gap):
        return []
    return _apposition(prose, after)


def _past_age(prose: Prose, after: list[Word]) -> tuple[list[Word], str]:
    rest = after[1:]
    return rest, prose.text[after[0].span.end : rest[0].span.start] if rest else ""


def _apposition(prose: Prose, after: list[Word]) -> list[Word]:
    words: list[Word] = []
    for n, word in enumerate(after[: MAX_ROLE_WORDS + 1]):
        between = prose.text[after[n - 1].span.end : word.span.start] if n else ""
        if n and re.search(r"[;:()—–\"“”]|--", between):
            break
        if n and "," in between and not _goes_on(after, n):
            break
        if n > 1 and word.lower in RELATIVES | {"said", "says", "told", "added", "wrote"}:
            break
        words.append(word)
    else:
        return []
    return words if _is_role(words) else []


def _goes_on(after: list[Word], n: int) -> bool:
    return False


def _is_role(words: Sequence[Word]) -> bool:
    """Whether the words open like a role and hold a noun for people before the first "of" or "for"."""
    if not words or words[0].text in POSSESSIVES:
        return False
    core = []
    for word in words:
        if core and word.lower in ("of", "for", "at", "in", "to", "with", "from", "on"):
            break
        core.append(word)
    if words[0].lower == "who":
        return len(words) > 2 and words[1].lower in ("is", "was", "serves", "chairs", "runs", "heads", "leads", "oversees") and any(w.lower in PEOPLE for w in words)
    lower = [w.lower for w in core]
    if not any(w in PEOPLE or w in TITLES for w in lower):
        return False
    return words[0].lower in OPENING or not words[0].capital or core[-1].lower in PEOPLE | TITLES


def _apposed_before(prose: Prose, name: Name) -> list[Word]:
    """ "his top aide" of "his top aide, Tad Devine, said"."""
    before = prose.before(name.span.start)
    titles = len(name.title)
    before = before[: len(before) - titles] if titles and titles < len(before) else before
    if not before or len(name.words) < 2 or not re.match(r",\s*$", prose.text[before[-1].span.end : before[-1].span.end + 2]):
        return []
    phrase = phrase_before(prose, before)
    core = [word.lower for word in phrase]
    heads = [w for w in core if w in PEOPLE or w in TITLES]
    return phrase if heads and phrase[0].lower in OPENING and core[-1] not in BODIES else []


def best(roles: Sequence[tuple[str, Span]]) -> str | None:
    """The most telling role: the longest of up to a dozen words; of two the first."""
    told = [text for text, _ in sorted(roles, key=lambda role: role[1].start)]
    plain = [text for text in told if len(text.split()) <= 14]
    return max(plain or told, key=lambda text: min(len(text.split()), 9), default=None)


def role_words(figure: Figure) -> frozenset[str]:
    """Every word of the figure's roles and titles, in lower case."""
    words = {word.strip(".,()").lower() for text, _ in figure.roles for word in text.split()}
    return frozenset(words | {word for name in figure.names for word in name.title})
