"""What stands before a name and says what its bearer is: "Florida delegate", "the former secretary of state"."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.identity.mentions import ARTICLES, BREAK
from quoth.identity.names import POSSESSIVES, Name
from quoth.identity.phrases import phrase_before
from quoth.identity.prose import Prose, Word
from quoth.identity.role import person_noun, singular
from quoth.identity.smallwords import VERBS
from quoth.identity.vocabulary import FUNCTION_WORDS, HONORIFICS, words

PLURAL_QUALIFIERS = words(
    "sales news communications sports operations relations affairs systems politics arts services rights politics "
    "human-rights elections sciences economics physics police"
)
AGENTS = ("er", "or", "ist", "ian", "eer", "eur", "arch", "ess", "ant")
NO_AGENTS = words(
    "under over after never ever other another either neither whether rather later earlier former number member "
    "letter paper order matter water power november october september december winter summer corner center quarter "
    "dinner offer answer chapter color favor honor labor harbor floor door error major minor prior poor business "
    "less unless process success press access address guess express congress important significant relevant want"
)


def before(prose: Prose, name: Name) -> list[Word]:
    """ "Florida delegate" of "Florida delegate John Archer"; empty where nothing of the kind stands there."""
    lead = prose.before(name.span.start)
    while lead and lead[-1].lower in HONORIFICS and lead[-1].text.endswith("."):
        lead = lead[:-1]
    addressed = lead and lead[-1].lower in HONORIFICS and lead[-1].capital  # "a professor Ann Lee" is no address
    if not lead or addressed or lead[-1].text in POSSESSIVES:
        return []
    gap = prose.text[lead[-1].span.end : name.span.start]
    if BREAK.search(gap) or any(mark in gap for mark in '"“”'):
        return []
    if not person_noun(lead[-1].lower):
        return _office_of(prose, lead) or _unlisted(prose, lead)
    phrase = without_verb(prose, phrase_before(prose, lead))
    return [*_joined(prose, phrase), *phrase]


def _office_of(prose: Prose, lead: list[Word]) -> list[Word]:
    """ "former secretary of state" of "former secretary of state Ann Lee": the noun stands before "of"."""
    phrase = phrase_before(prose, lead)
    place = next((n for n, word in enumerate(phrase[1:], 1) if word.lower == "of"), None)
    if place is None or not person_noun(phrase[place - 1].lower) or len(phrase) - place > 3:
        return []
    return _led(prose, phrase)


def _led(prose: Prose, phrase: list[Word]) -> list[Word]:
    """The phrase from its last verb or plural on: nothing of "backs" in "backs former secretary of state"."""
    while len(phrase) > 1 and _is_verb(prose, phrase):
        phrase = phrase[1:]
    return phrase


def _unlisted(prose: Prose, lead: list[Word]) -> list[Word]:
    """ "the Florin oligarch": a noun that no list has, told by its ending and the article before it."""
    noun = lead[-1]
    if not noun.text.islower() or not noun.lower.endswith(AGENTS) or noun.lower in NO_AGENTS | FUNCTION_WORDS | VERBS:
        return []
    phrase = phrase_before(prose, lead)
    opens = bool(phrase) and phrase[0].lower in ARTICLES
    return phrase if opens and len(phrase) > 1 and all(w.lower not in ("of", "'s", "’s") for w in phrase[1:]) else []


def _joined(prose: Prose, phrase: list[Word]) -> list[Word]:
    """The role before "and": "screenwriter and" of "screenwriter and former executive Jo Lee"."""
    lead = prose.before(phrase[0].span.start) if phrase else []
    if len(lead) < 2 or lead[-1].lower != "and" or lead[-2].text in POSSESSIVES:
        return []
    noun = lead[-2].lower
    if not (person_noun(noun) or noun in ("state", "christian", "financial", "political")) or (
        lead[-2].capital and noun not in ("state", "christian")
    ):
        return []
    return [*without_verb(prose, phrase_before(prose, lead[:-1])), lead[-1]]


def without_verb(prose: Prose, phrase: list[Word]) -> list[Word]:
    """The phrase without a verb at its beginning, or what "of" hangs on: "to unseat Rep.", "chosen Sen."."""
    for n, word in enumerate(phrase):
        if word.lower == "alongside":
            return phrase[n + 1 :]
        if word.lower == "of" and not (n and person_noun(phrase[n - 1].lower)):
            return phrase[n + 1 :]
    for n, word in enumerate(phrase[:-1]):
        if n and word.lower == "of" and singular(phrase[n - 1].lower):
            return phrase[n + 1 :]  # "luncheon of senators, Senator Ann Lee"
    while len(phrase) > 1 and not phrase[0].capital and _is_verb(prose, phrase):
        phrase = phrase[1:]
    return phrase


def _is_verb(prose: Prose, phrase: list[Word]) -> bool:
    first = phrase[0].lower
    lead = prose.before(phrase[0].span.start)
    if first in ("think", "thinks", "says", "call", "calls", "backs"):
        return True
    if lead and lead[-1].lower in ("to", "will", "would", "could", "not", "can"):
        return True
    third = first.endswith("s") and not first.endswith("ss") and first not in PLURAL_QUALIFIERS
    if third and phrase[1].text not in POSSESSIVES:
        return True
    return first.endswith(("en", "ate", "ize", "ise", "ened"))


def outlet_of(prose: Prose, name: Name) -> list[Word]:
    """ "The Blaze" of "The Blaze's Matt Walsh"."""
    lead = prose.before(name.span.start)
    if lead and lead[-1].capital and prose.text[lead[-1].span.end : name.span.start] in ("' ", "’ "):
        lead = [*lead, lead[-1]]  # "Dock News' Ann Lee"
    elif len(lead) < 2 or lead[-1].text not in POSSESSIVES:
        return []
    if not lead[-2].capital or len(name.words) < 2:
        return []
    return [word for word in phrase_before(prose, lead[:-1]) if word.capital or word.lower in ("of", "the")]


def shared(prose: Prose, name: Name) -> list[Word]:
    """ "presidential candidates" of the second of "presidential candidates Ann Lee and Bo Marr"."""
    lead: Sequence[Word] = prose.before(name.span.start)
    for n in range(len(lead) - 1, -1, -1):
        word = lead[n]
        if singular(word.lower):
            listed = lead[n + 1 :]
            gap = prose.text[word.span.end : (listed[0] if listed else name).span.start]
            return without_verb(prose, phrase_before(prose, lead[: n + 1])) if gap.isspace() else []
        if not word.capital and word.lower != "and":
            return []
    return []
