"""What an article says, beside a name, that its bearer is: before it, in apposition, after "is"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from quoth.domain import Span
from quoth.identity.appositions import after, before_comma, is_partisan, party, read, residence, split
from quoth.identity.figures import Figure
from quoth.identity.mentions import ARTICLES, BREAK, PREPOSITIONS, RELATIVES
from quoth.identity.names import Name
from quoth.identity.phrases import phrase_before
from quoth.identity.premodifiers import before, outlet_of, shared
from quoth.identity.prose import Prose, Word
from quoth.identity.role import Role, person_noun, singular
from quoth.identity.vocabulary import BODIES, words

LEADS = words("a an the who is was also currently both even only another now then one")
SAID = words("said says told tells added wrote is was were has had trying challenged")
OF_PLACE = re.compile(r" of (?:[A-Z][\w.’'-]+)(?: [A-Z][\w.’'-]+)*")
MAX_BODY_WORDS = 18
MORE_BODIES = words("application app maker body band tank forum startup lab practice shop brand label studio")
IS = words("is was becomes became remains")
SERVES = words("serves served works worked running ran term career tenure")
JOINTS = words("and in on with known during whose based")
Owner = Callable[[Word], str | None]


def roles_of(prose: Prose, name: Name, owner: Owner) -> list[Role]:
    """Each role that the article gives beside this mention, as printed without leading article, and where."""
    found: list[tuple[str, Sequence[Word]]] = list(_beside(prose, name))
    if not found:
        found = [("shared", shared(prose, name) or [])]
    if not found[0][1]:
        found = [("residence", residence(prose, name))]
    if prose.in_quotes(name.span.start):
        found = [(way, words) for way, words in found if len(words) > 1]  # an address, not what she is
    found += [("cut", shorter) for way, words in found if (shorter := _shorter(words))]
    told = [Role(text, _span(words), way) for way, words in found if words and (text := _text(prose, words, owner))]
    return _with_place(prose, name, told)


def _beside(prose: Prose, name: Name) -> Iterator[tuple[str, Sequence[Word]]]:
    yield from (("title", words) for words in [before(prose, name)] if words)
    yield from (("outlet", words) for words in [outlet_of(prose, name)] if words)
    for said in after(prose, name):
        yield ("party" if is_partisan(said) else "who" if said[0].lower == "who" else "after"), said
    yield from (("before comma", words) for words in [before_comma(prose, name)] if words)


def _shorter(words: Sequence[Word]) -> Sequence[Word]:
    """The role without what is joined to it: "law professor" of "law professor in his first-ever campaign"."""
    for n, word in enumerate(words):
        if n > 1 and word.lower in JOINTS and any(person_noun(one.lower) for one in words[:n]):
            return words[:n]
    return []


def _with_place(prose: Prose, name: Name, told: list[Role]) -> list[Role]:
    """The roles, the title completed by what tells of where: "Rep. Ann Lee of Florin", "Sen. Bo Marr (R-Fl.)"."""
    if not told or told[0].way != "title":
        return told
    title, where, mark = told[0], OF_PLACE.match(prose.text, name.span.end), party(prose, name)
    if where is not None:
        return [Role(title.text + where[0], title.span, "title and place"), *told[1:]]
    if mark is not None:
        text = title.text + mark if mark.startswith(",") else f"{title.text} {mark}"
        return [Role(text, title.span, "title and party"), *told]
    sides = [Role(f"{title.text}, {role.text}", role.span, "title and party") for role in told if role.way == "party"]
    return [*sides, *told]


def predicates_of(prose: Prose, name: Name, owner: Owner) -> list[Role]:
    """What a sentence with this name as its subject says it is: "Lee is the mayor of Florin", "served as mayor"."""
    if name.possessive or name.modifier or prose.in_quotes(name.span.start):
        return []
    words = prose.after(name.span.end)
    if not words or BREAK.search(prose.text[name.span.end : words[0].span.start]):
        return []
    return [Role(text, _span(one), "is") for one in predicate(prose, words) if (text := _text(prose, one, owner))]


def predicate(prose: Prose, words: list[Word]) -> list[list[Word]]:
    """The roles behind "is", "became" or "served as", with which the words begin; none where they begin otherwise."""
    while words and words[0].lower in ("currently", "now", "then", "also", "once", "who"):
        words = words[1:]
    if len(words) < 3:
        return []
    if words[0].lower in SERVES and words[1].lower == "as":
        return split(read(prose, words[2:]))
    if words[0].lower not in IS:
        return []
    rest = words[2:] if words[1].lower in ("currently", "now", "also", "still") else words[1:]
    return split(read(prose, rest)) if rest and rest[0].lower in ARTICLES | {"one"} else []


def body_roles_of(prose: Prose, name: Name, owner: Owner) -> list[Role]:
    """The same of a body: "a think tank in Gull Bay" of "Tidal, a think tank in Gull Bay", "drug company" before it."""
    found = (("title", _body_before(prose, name)), ("after", _body_after(prose, name)))
    return [Role(text, _span(words), way) for way, words in found if words and (text := _text(prose, words, owner))]


def _body_before(prose: Prose, name: Name) -> list[Word]:
    """ "fact-checking website" of "the fact-checking website Tidal"."""
    lead = prose.before(name.span.start)
    if not lead or lead[-1].capital or lead[-1].lower not in BODIES | MORE_BODIES:
        return []
    phrase = phrase_before(prose, lead)
    apart = prose.text[lead[-1].span.end : name.span.start]
    return phrase if apart.isspace() and phrase and phrase[0].lower in ARTICLES else []


def _body_after(prose: Prose, name: Name) -> list[Word]:
    following = prose.after(name.span.end)
    if not following or prose.text[name.span.end : following[0].span.start] != ", ":
        return []
    if following[0].lower not in ARTICLES:
        return []
    words: list[Word] = []
    for n, word in enumerate(following[: MAX_BODY_WORDS + 1]):
        gap = prose.text[following[n - 1].span.end : word.span.start] if n else ""
        if n and (BREAK.search(gap) or word.lower in RELATIVES | SAID):
            break
        words.append(word)
    core = words[: next((n for n, word in enumerate(words) if n > 1 and word.lower in PREPOSITIONS), len(words))]
    noun = core[-1] if len(core) > 1 else None
    return words if noun is not None and noun.lower in BODIES | MORE_BODIES and not noun.capital else []


def _span(words: Sequence[Word]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)


def _text(prose: Prose, words: Sequence[Word], owner: Owner) -> str:
    """The words as printed, without what leads into them, "his" by the name of whose it is, a plural as one of them."""
    words = list(words)
    while words and words[0].lower in LEADS - ({"one"} if len(words) > 1 and words[1].lower == "of" else set()):
        words = words[1:]
    if not words:
        return ""
    core = words[: next((n for n, word in enumerate(words) if n and word.lower in PREPOSITIONS), len(words))]
    noun, end = core[-1].span, words[-1].span.end
    several = singular(core[-1].lower) is not None  # "candidates" of each of them
    printed = prose.text[words[0].span.start : noun.end - several] + prose.text[noun.end : end]
    if words[0].lower in ("his", "her", "its", "their", "whose"):
        whose = owner(words[0])
        rest = printed[len(words[0].text) :].strip()
        printed = f"{whose} {rest}" if whose else rest
    return " ".join(printed.split()).strip(" ,;")


def role_words(figure: Figure) -> frozenset[str]:
    """Every word of the figure's roles and titles, in lower case."""
    words = {word.strip(".,()").lower() for role in figure.roles for word in role.text.split()}
    return frozenset(words | {word for name in figure.names for word in name.title})
