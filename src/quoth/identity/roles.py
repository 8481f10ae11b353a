"""What an article says that a person is: before the name, in apposition, or in "who is ..."."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from quoth.domain import Span
from quoth.identity.figures import Figure
from quoth.identity.mentions import ARTICLES, BREAK, PREPOSITIONS, RELATIVES
from quoth.identity.names import POSSESSIVES, Name
from quoth.identity.phrases import phrase_before
from quoth.identity.prose import Prose, Word
from quoth.identity.vocabulary import BODIES, FUNCTION_WORDS, HONORIFICS, PEOPLE, TITLES, words

OPENING = words("a an the his her its their our my former one another who currently then now")
ENDINGS = ("man", "woman", "ist", "yst", "ologer", "strategist", "-year-old")
SAID = words("said says told tells added wrote is was were has had trying challenged")
PLURAL_QUALIFIERS = words(
    "sales news communications sports operations relations affairs systems politics arts services rights politics "
    "human-rights elections sciences economics physics police"
)
NO_PEOPLE = words("resist exist assist insist persist consist list mist twist german human woman-led")
MAX_ROLE_WORDS = 18
OF_PLACE = re.compile(r" of (?:[A-Z][\w.’'-]+)(?: [A-Z][\w.’'-]+)*")
RESIDENCE = re.compile(r", ((?:\d{2}, )?(?:of|from) [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*(?:, (?:[A-Z][a-z]*\.)+)?)")
Owner = Callable[[Word], str | None]


def roles_of(prose: Prose, name: Name, owner: Owner) -> list[tuple[str, Span]]:
    """Each role that the article gives beside this mention, as printed without leading article, and where."""
    found = [_before(prose, name), *_split(_after(prose, name)), _apposed_before(prose, name)]
    if not any(found):
        found = [_shared(prose, name) or _residence(prose, name)]
    if prose.in_quotes(name.span.start):
        found = [words for words in found if len(words) > 1]  # "Secretary Roe" is how somebody addresses her
    told = [(text, _span(words)) for words in found if words and (text := _text(prose, words, owner))]
    where = OF_PLACE.match(prose.text, name.span.end)
    if where is not None and told and found[0]:
        told[0] = (told[0][0] + where[0], told[0][1])  # "Representative Ann Lee of Florin"
    return told


def body_roles_of(prose: Prose, name: Name, owner: Owner) -> list[tuple[str, Span]]:
    """The same of a body: "a think tank in Gull Bay" of "Tidal, a think tank in Gull Bay, said"."""
    after = prose.after(name.span.end)
    if not after or prose.text[name.span.end : after[0].span.start] != ", " or after[0].lower not in ARTICLES:
        return []
    words: list[Word] = []
    for n, word in enumerate(after[: MAX_ROLE_WORDS + 1]):
        if n and (BREAK.search(prose.text[after[n - 1].span.end : word.span.start]) or word.lower in RELATIVES | SAID):
            break
        words.append(word)
    core = words[: next((n for n, word in enumerate(words) if n > 1 and word.lower in PREPOSITIONS), len(words))]
    noun = core[-1].lower if len(core) > 1 else ""
    text = _text(prose, words, owner) if noun in BODIES and not core[-1].capital else ""
    return [(text, _span(words))] if text else []


def _split(words: list[Word]) -> list[list[Word]]:
    """The roles that "and a" joins: "director of the fund and a professor at the college"."""
    for n, (word, after) in enumerate(pairwise(words)):
        if n and word.lower == "and" and after.lower in ("a", "an", "the") and _is_role(words[n + 1 :]):
            return [words[:n], words[n + 1 :]]
    return [words]


def _span(words: Sequence[Word]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)


def _text(prose: Prose, words: Sequence[Word], owner: Owner) -> str:
    words = list(words)
    while words and words[0].lower in ARTICLES | {
        "who",
        "is",
        "was",
        "also",
        "currently",
        "both",
        "even",
        "only",
        "another",
        "now",
        "then",
        "one",
    } - ({"one"} if len(words) > 1 and words[1].lower == "of" else set()):
        words = words[1:]
    if not words:
        return ""
    printed = prose.text[words[0].span.start : words[-1].span.end]
    if words[0].lower in ("his", "her", "its", "their", "whose"):
        whose = owner(words[0])
        rest = printed[len(words[0].text) :].strip()
        printed = f"{whose} {rest}" if whose else rest
    last = words[-1].lower
    if last.endswith("s") and person_noun(last[:-1]) and last[:-1] not in HONORIFICS:
        printed = printed[:-1]  # "candidates" of each of them
    return " ".join(printed.split()).strip(" ,;")


def person_noun(word: str) -> bool:
    """Whether the noun is one for a person, by the lists or by its ending."""
    return word in PEOPLE or word in TITLES or word == "head" or (word.endswith(ENDINGS) and word not in NO_PEOPLE)


def _before(prose: Prose, name: Name) -> list[Word]:
    """ "Florida delegate" of "Florida delegate John Archer"."""
    before = prose.before(name.span.start)
    while before and before[-1].lower in HONORIFICS and before[-1].text.endswith("."):
        before = before[:-1]
    if not before or before[-1].lower in HONORIFICS or not person_noun(before[-1].lower):
        return _outlet_of(prose, name, before)
    gap = prose.text[before[-1].span.end : name.span.start]
    if BREAK.search(gap) or any(mark in gap for mark in '"“”'):
        return []
    phrase = _without_verb(prose, phrase_before(prose, before))
    return [*_joined(prose, phrase), *phrase]


def _joined(prose: Prose, phrase: list[Word]) -> list[Word]:
    """The role before "and": "screenwriter and" of "screenwriter and former executive Jo Lee"."""
    before = prose.before(phrase[0].span.start) if phrase else []
    if len(before) < 2 or before[-1].lower != "and" or before[-2].text in POSSESSIVES:
        return []
    noun = before[-2].lower
    if not (person_noun(noun) or noun in ("state", "christian", "financial", "political")) or (
        before[-2].capital and noun not in ("state", "christian")
    ):
        return []
    return [*_without_verb(prose, phrase_before(prose, before[:-1])), before[-1]]


def _without_verb(prose: Prose, phrase: list[Word]) -> list[Word]:
    """The phrase without a verb at its beginning, or what "of" hangs on: "to unseat Rep.", "chosen Sen."."""
    for n, word in enumerate(phrase):
        if word.lower == "of" and not (n and person_noun(phrase[n - 1].lower)):
            return phrase[n + 1 :]
    while len(phrase) > 1 and not phrase[0].capital:
        before = prose.before(phrase[0].span.start)
        verb = phrase[0].lower in ("think", "thinks", "says", "call", "calls", "backs") or (
            bool(before) and before[-1].lower in ("to", "will", "would", "could", "not", "can")
        )
        verb = verb or (
            phrase[0].lower.endswith("s")
            and not phrase[0].lower.endswith("ss")
            and phrase[0].lower not in PLURAL_QUALIFIERS
            and phrase[1].text not in POSSESSIVES
        )
        if not verb and not phrase[0].lower.endswith(("en", "ate", "ize", "ise", "ened")):
            break
        phrase = phrase[1:]
    return phrase


def _outlet_of(prose: Prose, name: Name, before: Sequence[Word]) -> list[Word]:
    """ "The Blaze" of "The Blaze's Matt Walsh"."""
    if before and before[-1].capital and prose.text[before[-1].span.end : name.span.start] in ("' ", "’ "):
        before = [*before, before[-1]]  # "Dock News' Ann Lee"
    elif len(before) < 2 or before[-1].text not in POSSESSIVES:
        return []
    if not before[-2].capital or len(name.words) < 2:
        return []
    return [word for word in phrase_before(prose, before[:-1]) if word.capital or word.lower in ("of", "the")]


def _after(prose: Prose, name: Name) -> list[Word]:
    """ "a senior adviser to Cruz" of "Jason Miller, a senior adviser to Cruz, said"."""
    place = name.span.end
    party = re.match(r"\s*\([^)]{1,30}\)", prose.text[place : place + 40])
    place += party.end() if party else 0
    pair = re.match(r" and ((?:[A-Z][\w.’'-]+ ?){1,3})(?=,)", prose.text[place : place + 60])
    place += pair.end() if pair else 0
    after = prose.after(place)
    gap = prose.text[place : after[0].span.start] if after else ""
    if after and re.match(r"\s*,\s*$", gap) and after[0].text.isdigit():
        gap = prose.text[after[0].span.end : after[1].span.start] if len(after) > 1 else ""
        after = after[1:]
    if not after or not re.match(r"\s*(?:,|—|–|--|\()\s*$", gap):
        return []
    return _apposition(prose, after)


def _shared(prose: Prose, name: Name) -> list[Word]:
    """ "presidential candidates" of the second of "presidential candidates Ann Lee and Bo Marr"."""
    before = prose.before(name.span.start)
    for n in range(len(before) - 1, -1, -1):
        word = before[n]
        if word.lower.endswith("s") and word.lower not in HONORIFICS and person_noun(word.lower[:-1]):
            listed = before[n + 1 :]
            gap = prose.text[word.span.end : (listed[0] if listed else name).span.start]
            return _without_verb(prose, phrase_before(prose, before[: n + 1])) if gap.isspace() else []
        if not word.capital and word.lower != "and":
            return []
    return []


def _residence(prose: Prose, name: Name) -> list[Word]:
    """ "59, of Gull Bay" of "Ann Lee, 59, of Gull Bay, said": what a paper tells of a voter or a letter's writer."""
    match = RESIDENCE.match(prose.text, name.span.end)
    return prose.within(Span(*match.span(1))) if match and len(name.words) > 1 else []


def _apposition(prose: Prose, after: list[Word]) -> list[Word]:
    words: list[Word] = []
    for n, word in enumerate(after[: MAX_ROLE_WORDS + 1]):
        between = prose.text[after[n - 1].span.end : word.span.start] if n else ""
        if n and re.search(r"[,;:()—–\"“”]|--|''", between):
            break
        if n > 1 and word.lower in RELATIVES | SAID:
            break
        words.append(word)
    return words if len(words) <= MAX_ROLE_WORDS and _is_role(words) else []


def _is_role(words: Sequence[Word]) -> bool:
    """Whether the words open like a role and hold a noun for people before the first "of" or "for"."""
    first = words[0].lower if words else ""
    if not words or words[0].text in POSSESSIVES:
        return False
    if first == "who":
        serves = len(words) > 2 and words[1].lower in (
            "is",
            "was",
            "serves",
            "chairs",
            "runs",
            "heads",
            "leads",
            "oversees",
        )
        return serves and (words[1].lower not in ("is", "was") or any(person_noun(w.lower) for w in words))
    if first not in OPENING and (first in FUNCTION_WORDS or first in PREPOSITIONS or first.endswith(("ed", "ing"))):
        return False
    core: list[str] = []
    for word in words:
        # "an outside adviser": right after the article it opens nothing.
        if core and word.lower in PREPOSITIONS and (len(core) > 1 or first not in ARTICLES):
            break
        core.append(word.lower)
    if core[:1] == ["one"] and any(person_noun(w.lower.rstrip("s")) for w in words):
        return True
    if not any(person_noun(word.rstrip("s")) or word.endswith("-year-old") for word in core):
        return False
    return first in OPENING or not words[0].capital or person_noun(core[-1])


def _apposed_before(prose: Prose, name: Name) -> list[Word]:
    """ "his top aide" of "his top aide, Tad Devine, said"."""
    before = prose.before(name.span.start)
    titles = len(name.title)
    before = before[: len(before) - titles] if titles and titles < len(before) else before
    if (
        not before
        or len(name.words) < 2
        or not re.match(r",\s*$", prose.text[before[-1].span.end : before[-1].span.end + 2])
    ):
        return []
    for phrase in (
        phrase_before(prose, before),
        phrase_before(prose, before, frozenset({"of", "on", "in", "at", "for", "to", "the"})),
    ):
        core = [word.lower for word in phrase]
        head = next((n for n, word in enumerate(core) if person_noun(word)), None)
        opens = core[:1] and (core[0] in OPENING or core[1:2] == ["'s"] or core[0].startswith("endorsed"))
        if head is not None and opens and core[-1] not in BODIES:
            return phrase
    return []


def best(roles: Sequence[tuple[str, Span]]) -> str | None:
    """The most telling role: the longest of up to a dozen words; of two the first."""
    told = [text for text, _ in sorted(roles, key=lambda role: role[1].start)]
    plain = [text for text in told if len(text.split()) <= 18]
    telling = [text for text in plain if not text[0].isdigit() and not text.startswith(("of ", "from "))]
    return max(telling or plain or told, key=lambda text: min(len(text.split()), 9), default=None)


def role_words(figure: Figure) -> frozenset[str]:
    """Every word of the figure's roles and titles, in lower case."""
    words = {word.strip(".,()").lower() for text, _ in figure.roles for word in text.split()}
    return frozenset(words | {word for name in figure.names for word in name.title})
