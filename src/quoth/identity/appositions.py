"""What is set beside a name by a comma, or follows "is": "a senior adviser to Cruz", "who is the mayor"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quoth.domain import Span
from quoth.identity.mentions import ARTICLES, PREPOSITIONS, RELATIVES
from quoth.identity.names import POSSESSIVES, Name
from quoth.identity.phrases import phrase_before
from quoth.identity.premodifiers import PLURAL_QUALIFIERS
from quoth.identity.prose import Prose, Word
from quoth.identity.role import person_noun
from quoth.identity.vocabulary import BODIES, FUNCTION_WORDS, words

OPENING = words("a an the his her its their our my former one another who currently then now")
SAID = words("said says told tells added wrote is was were has had trying challenged")
SERVES = words("is was serves chairs runs heads leads oversees")
MAX_WORDS = 24
STOP = re.compile(r"[,;:()—–\"“”]|--|''")
OPENER = re.compile(r"\s*(?:,|—|–|--|\()\s*$")
RESIDENCE = re.compile(r", ((?:\d{2}, )?(?:of|from) [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*(?:, (?:[A-Z][a-z]*\.)+)?)")
HOME = re.compile(r" ((?:of|from) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?=[.,]|\s[a-z])")
PARTY = re.compile(r"\s*(\([RDI]\s?[-–—]\s?[A-Z][\w.]*\.?\s?[A-Z]?\.?\)|,\s[RDI][-–—][A-Z][a-z.]*[A-Z]?\.?(?=[,.\s]))")
PARTISAN = words("republican democrat independent")


def after(prose: Prose, name: Name) -> list[list[Word]]:
    """Each role of "Jason Miller, a senior adviser to Cruz and a father of two, said"."""
    place = name.span.end
    party = re.match(r"\s*\([^)]{1,30}\)", prose.text[place : place + 40])
    place += party.end() if party else 0
    pair = re.match(r" and ((?:[A-Z][\w.’'-]+ ?){1,3})(?=,)", prose.text[place : place + 60])
    place += pair.end() if pair else 0
    words = prose.after(place)
    gap = prose.text[place : words[0].span.start] if words else ""
    if words and re.match(r"\s*,\s*$", gap) and words[0].text.isdigit():
        gap = prose.text[words[0].span.end : words[1].span.start] if len(words) > 1 else ""
        words = words[1:]
    if not words or not OPENER.match(gap):
        return []
    return split(read(prose, words))


def read(prose: Prose, words: list[Word]) -> list[Word]:
    """The words up to the punctuation or verb that ends a role; none where they are no role."""
    out: list[Word] = []
    for n, word in enumerate(words[: MAX_WORDS + 1]):
        between = prose.text[words[n - 1].span.end : word.span.start] if n else ""
        if n and STOP.search(between) and not _goes_on(prose, out, words[n:], between):
            break
        if n > 1 and word.lower in RELATIVES | SAID:
            break
        out.append(word)
    return out if len(out) <= MAX_WORDS and is_role(out) else []


def _goes_on(prose: Prose, before: Sequence[Word], words: Sequence[Word], between: str) -> bool:
    """Whether a list of offices goes on after the comma: "a former first lady, secretary of state and senator"."""
    if between.strip() != "," or not is_role(before):
        return False
    out: list[Word] = []
    for n, word in enumerate(words):
        if n and STOP.search(prose.text[words[n - 1].span.end : word.span.start]):
            break
        out.append(word)
    lower = [word.lower for word in out]
    if "and" not in lower[1:] or lower[0] in RELATIVES | FUNCTION_WORDS or len(out) > MAX_WORDS // 2:
        return False
    cut = lower.index("and", 1)
    return all(any(person_noun(word) for word in piece) for piece in (lower[:cut], lower[cut + 1 :]))


def split(words: list[Word]) -> list[list[Word]]:
    """The roles that "and a" joins: "director of the fund and a professor at the college"."""
    for n, (word, following) in enumerate(pairwise(words)):
        joins = word.lower == "and" and following.lower in ("a", "an", "the", "one")
        if n and joins and is_role(words[n + 1 :]):
            return [words[:n], words[n + 1 :]]
    return [words] if words else []


def is_role(words: Sequence[Word]) -> bool:
    """Whether the words open like a role and hold a noun for people before the first "of" or "for"."""
    first = words[0].lower if words else ""
    if not words or words[0].text in POSSESSIVES:
        return False
    if first == "who":
        serves = len(words) > 2 and words[1].lower in SERVES
        return serves and (words[1].lower not in ("is", "was") or any(person_noun(w.lower) for w in words))
    if first not in OPENING and (first in FUNCTION_WORDS or first in PREPOSITIONS or _may_be_verb(words)):
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


def _may_be_verb(words: Sequence[Word]) -> bool:
    """Whether the first word looks like what the person does: "believes skippers will not come back"."""
    first = words[0].lower
    if first.endswith(("ed", "ing")):
        return first not in ("retired", "registered", "acting", "founding", "managing", "visiting", "leading")
    third = first.endswith("s") and not first.endswith(("ss", "us")) and not words[0].capital
    return third and first not in PLURAL_QUALIFIERS and not any(w.text in POSSESSIVES for w in words[1:2])


def before_comma(prose: Prose, name: Name) -> list[Word]:
    """ "his top aide" of "his top aide, Tad Devine, said"."""
    lead = prose.before(name.span.start)
    titles = len(name.title)
    lead = lead[: len(lead) - titles] if titles and titles < len(lead) else lead
    if not lead or len(name.words) < 2 or not re.match(r",\s*$", prose.text[lead[-1].span.end : lead[-1].span.end + 2]):
        return []
    for phrase in (
        phrase_before(prose, lead),
        phrase_before(prose, lead, frozenset({"of", "on", "in", "at", "for", "to", "the", "'s", "’s"})),
    ):
        core = [word.lower for word in phrase]
        head = next((n for n, word in enumerate(core) if person_noun(word)), None)
        opens = _opens(prose, phrase)
        named = head is not None and phrase[-1].capital and not set(core[head:]) & PREPOSITIONS  # "Gov. Bo Marr"
        of_body = core[-1:] and core[-1] in BODIES and not set(core) & PREPOSITIONS
        if head is not None and opens and not of_body and not (named and not person_noun(core[-1])):
            return phrase
    return []


def _opens(prose: Prose, phrase: Sequence[Word]) -> bool:
    """Whether the phrase begins as what is set before a name does: "the", "his", "Roe's"."""
    if not phrase:
        return False
    led = prose.before(phrase[0].span.start)[-1:]
    lower = [word.lower for word in phrase[:2]]
    the = bool(led) and led[0].lower == "the"
    return the or lower[0] in OPENING or lower[1:] == ["'s"] or lower[0].startswith("endorsed")


def residence(prose: Prose, name: Name) -> list[Word]:
    """ "59, of Gull Bay" of "Ann Lee, 59, of Gull Bay, said": what a paper tells of a voter or a letter's writer."""
    match = RESIDENCE.match(prose.text, name.span.end) or HOME.match(prose.text, name.span.end)
    return prose.within(Span(*match.span(1))) if match and len(name.words) > 1 else []


def party(prose: Prose, name: Name) -> str | None:
    """ "(R-Fla.)" or ", R-Fla." behind the name, as printed; None where there is none."""
    match = PARTY.match(prose.text, name.span.end)
    return match[1] if match else None


def is_partisan(words: Sequence[Word]) -> bool:
    """Whether they only tell whose party a member is of: "Republican of West Florin", "Florin Democrat"."""
    words = words[1:] if words and words[0].lower in ARTICLES else words
    if not words or not words[0].capital or len(words) > 5:
        return False
    lower = [word.lower for word in words]
    return (lower[0] in PARTISAN and lower[1:2] == ["of"]) or lower[-1] in PARTISAN
