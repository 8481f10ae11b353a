"""Roles that an article gives in passing: "the Vermont senator", said of somebody who is named elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

import numpy as np

from quoth.domain import Span
from quoth.identity.figures import Figure
from quoth.identity.mentions import printed
from quoth.identity.pronouns import people_before
from quoth.identity.prose import Word
from quoth.identity.ranker import shares, softmax
from quoth.identity.role import Role, person_noun
from quoth.identity.roles import predicate
from quoth.identity.scene import Asked, Scene
from quoth.identity.vocabulary import DEMONYMS, PLACES, words

LEAST = 0.25  # below it the words are likelier said of others; telling weighs the rest
# Weighed on 57 epithets of 110 articles whose person the gold's roles tell: the ranker alone is right on 41 of them and
# far too sure (mean log likelihood -1.5), with these on 45 (-0.7, cross-fitted). "Roe thanked the senator" is not Roe.
SCALE = 0.3
SUBJECT, OBJECT, POSSESSOR = -1.7, -1.2, 0.9  # named before in the same sentence, as that
CLASH, FITS = -1.6, 1.7  # the titles beside the name share no word with it; share all
SURE_WAYS = frozenset({"title", "title and party", "title and place", "after", "before comma"})
MAX_WORDS = 8
QUALIFIERS = (
    DEMONYMS
    | PLACES
    | words(
        "former presidential vice senior first presumptive likely state congressional gubernatorial longtime "
        "reality billionaire real estate chief deputy prime foreign national independent socialist real-estate media "
        "party tv top nominee-in-waiting veteran retired outspoken fiery brash junior democratic-socialist "
        "onetime one-time embattled federal city county local attorney general lieutenant executive "
        "campaign senate house gop new north south west east young old controversial liberal progressive "
        "award-winning outgoing incoming sitting self-described celebrity hotel casino property"
    )
)
TAILS = words("of from for")
OFFICES = words("state defense defence commerce labor education transportation staff")


@dataclass(frozen=True, slots=True)
class Epithet:
    """Words that say what somebody is, and what they ask of whom they are said."""

    words: tuple[Word, ...]
    way: str
    asked: Asked


def tell_epithets(scene: Scene) -> None:
    """Adds to each figure the roles that are likely said of it."""
    if not scene.order:
        return
    starts = sorted((scene.anchors[n], n) for n in scene.order)
    for epithet in _epithets(scene):
        place = epithet.words[0].span.start
        number = next((n for start, n in starts if start > place), starts[-1][1])
        text, span = printed(epithet.words, scene.prose.text), Span(place, epithet.words[-1].span.end)
        for figure, sure in _of_whom(scene, number, epithet):
            figure.roles.append(Role(text, span, epithet.way, sure))


def _of_whom(scene: Scene, number: int, epithet: Epithet) -> Iterator[tuple[Figure, float]]:
    """Each person of whom the words are likely enough said, with how likely that is."""
    candidates, rows = people_before(scene, number, epithet.words[0].span.start, epithet.asked)
    if not candidates:
        return
    base = np.log(np.maximum(shares(rows, described=bool(epithet.asked.head)), 1e-9))
    chances = softmax(SCALE * base + np.array([_beside(scene, epithet, figure) for figure in candidates]))
    for figure, chance in zip(candidates, chances, strict=True):
        if chance >= LEAST and figure.names:
            yield figure, round(float(chance), 3)


def _beside(scene: Scene, epithet: Epithet, figure: Figure) -> float:
    """What speaks for and against the figure that the ranker, which learned whose words are told, does not weigh."""
    place = epithet.words[0].span.start
    number = scene.prose.sentence_number(place)
    seen = [one for one in scene.seen[figure] if one.place < place]
    here = [one for one in seen if one.sentence == number]
    out = 0.0 if figure.names else -1.2
    if here and all(one.modifier for one in here):
        out += POSSESSOR
    elif here:
        out += SUBJECT if scene.subject(number) is figure else OBJECT
    roles = [role for role in figure.roles if role.way in SURE_WAYS]
    told = {word.lower().strip(".,()") for role in roles for word in role.text.split()}
    asked = epithet.asked
    if not roles or not asked.head:
        return out
    if told.isdisjoint({asked.head, *asked.words}):
        return out + CLASH
    return out + FITS * sum(word in told for word in asked.words) / max(1, len(asked.words))


def _epithets(scene: Scene) -> Iterator[Epithet]:
    """Each "the", its qualifiers and a noun for a person; and what is said of "he" or "she"."""
    for place, word in enumerate(scene.prose.words):
        if scene.prose.in_quotes(word.span.start):
            continue
        ahead = _joined(scene, scene.prose.words[place : place + 2 * MAX_WORDS])
        if word.lower == "the":
            phrase = _phrase(ahead)
            if phrase:
                part = scene.reader.describe(phrase)
                told = frozenset(w.lower for w in part.words[1:-1])
                yield Epithet(tuple(phrase), "in passing", Asked(None, part.head, told))
        elif word.lower in ("he", "she") and word.capital:
            for one in predicate(scene.prose, scene.prose.after(word.span.end)):
                yield Epithet(tuple(one), "he is", Asked("m" if word.lower == "he" else "f"))


def _joined(scene: Scene, ahead: Sequence[Word]) -> list[Word]:
    """The words up to the first mark between two of them."""
    for n, (one, following) in enumerate(pairwise(ahead)):
        if not scene.prose.text[one.span.end : following.span.start].isspace():
            return list(ahead[: n + 1])
    return list(ahead)


def _phrase(ahead: list[Word]) -> list[Word]:
    """From "the" to the noun for a person, and what of a place follows; none where another noun follows."""
    for n, word in enumerate(ahead[1 : MAX_WORDS + 1], start=1):
        if person_noun(word.lower) and (n > 1 or _tail(ahead, n)):
            following = ahead[n + 1] if n + 1 < len(ahead) else None
            if following is None or not (following.capital or person_noun(following.lower)):
                return [*ahead[: n + 1], *_tail(ahead, n)]
            if not person_noun(following.lower):
                return []
        elif not (word.lower in QUALIFIERS or word.capital or person_noun(word.lower)):
            return []
    return []


def _tail(ahead: list[Word], noun: int) -> list[Word]:
    """ "from Florida" of "the senator from Florida"."""
    following = ahead[noun + 1 : noun + 7]
    if len(following) < 2 or following[0].lower not in TAILS:
        return []
    if following[1].lower in OFFICES:
        return list(following[:2])
    start = 2 if following[1].lower == "the" else 1
    names = list(takewhile(lambda word: word.capital, following[start:]))
    return [*following[:start], *names] if names else []
