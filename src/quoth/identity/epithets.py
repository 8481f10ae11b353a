"""Roles that an article gives in passing: "the Vermont senator", said of somebody who is named elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.identity.mentions import Part, printed
from quoth.identity.pronouns import people_before
from quoth.identity.prose import Word
from quoth.identity.ranker import shares
from quoth.identity.roles import best as told_role
from quoth.identity.roles import person_noun
from quoth.identity.scene import Asked, Scene
from quoth.identity.vocabulary import DEMONYMS, PLACES, words

SURE = 0.8  # below it the words may be said of somebody else
MAX_WORDS = 5
QUALIFIERS = (
    DEMONYMS
    | PLACES
    | words(
        "former presidential vice senior first presumptive likely state congressional gubernatorial longtime "
        "reality billionaire real estate chief deputy prime foreign national independent socialist real-estate media"
    )
)


def tell_epithets(scene: Scene) -> None:
    """Adds to each figure the roles that are surely said of it."""
    if not scene.order:
        return
    for number, part in _epithets(scene):
        asked = Asked(None, part.head, frozenset(w.lower for w in part.words[1:-1]))
        candidates, rows = people_before(scene, number, part.span.start, asked)
        if not candidates:
            continue
        chances = shares(rows, described=True)
        best = int(chances.argmax())
        bare = len((told_role(candidates[best].roles) or "").split()) < 2  # "Sen.", or nothing
        if chances[best] >= SURE and candidates[best].names and bare:
            candidates[best].roles.append((printed(part.words, scene.prose.text), part.span))


def _epithets(scene: Scene) -> Iterator[tuple[int, Part]]:
    """Each "the", its qualifiers and a noun for a person, with the number of the statement that comes next."""
    starts = sorted((scene.anchors[n], n) for n in scene.order)
    for place, word in enumerate(scene.prose.words):
        if word.lower != "the" or scene.prose.in_quotes(word.span.start):
            continue
        phrase = _phrase(scene.prose.words[place : place + MAX_WORDS + 1])
        if phrase:
            number = next((n for start, n in starts if start > word.span.start), starts[-1][1])
            yield number, scene.reader.describe(phrase)


def _phrase(ahead: list[Word]) -> list[Word]:
    for n, word in enumerate(ahead[1:], start=1):
        if person_noun(word.lower) and n > 1:
            after = ahead[n + 1] if n + 1 < len(ahead) else None
            return ahead[: n + 1] if after is None or not (after.capital or person_noun(after.lower)) else []
        if word.lower not in QUALIFIERS:
            return []
    return []
