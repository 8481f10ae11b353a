"""Whom "who", "whose" or "that" means: the noun phrase right before it."""

from __future__ import annotations

from collections.abc import Callable

from quoth.domain import SpeakerKind
from quoth.identity.appositions import RESIDENCE
from quoth.identity.figures import Figure
from quoth.identity.mentions import Part
from quoth.identity.names import Name
from quoth.identity.phrases import head_noun, phrase_before
from quoth.identity.prose import Word
from quoth.identity.scene import NOBODY, Answer, Scene
from quoth.identity.vocabulary import TITLES, words
from quoth.identity.wording import new

Describe = Callable[[Scene, int, Part], Answer]
INNER = words("of in for with at from 's ’s")


def relative(scene: Scene, number: int, place: int, describe: Describe) -> Answer:
    """Whom "who", "whose" or "that" refers to: the noun phrase right before it."""
    before = scene.prose.before(place)
    if not before:
        return NOBODY
    name = scene.reader.ending(before)
    if name is not None:
        resident = _resident(scene, name, place)
        if resident is not None:
            return Answer((resident,), "relative", 0.9)
        owner = _noun_before(scene, name)
        if owner is not None and not scene.prose.text[name.span.end : place].strip():
            return Answer((_phrase_figure(scene, number, owner, describe),), "relative", 0.6)
        which = scene.prose.text[place : place + 5] == "which" and scene.of[name.span].kind is SpeakerKind.PERSON
        return Answer((scene.of[name.span],), "relative", 0.3 if which else 0.9)
    phrase = phrase_before(scene.prose, before, INNER)
    if not phrase:
        return NOBODY
    phrase = _nearest_people(phrase)
    apposed = _apposed_to(scene, phrase)
    if apposed is not None:
        return Answer((apposed,), "relative", 0.8)
    return Answer((_phrase_figure(scene, number, phrase, describe),), "relative", 0.7)


def _resident(scene: Scene, place_name: Name, place: int) -> Figure | None:
    """The person of whom only age and home stand before "who": "Ann Lee, 59, of Gull Bay, who"."""
    for name in scene.named_in.get(place_name.sentence, ()):
        figure = scene.of[name.span]
        if figure.kind is SpeakerKind.PERSON and name.span.end < place_name.span.end:
            match = RESIDENCE.match(scene.prose.text, name.span.end)
            if match is not None and match.end() >= place_name.span.end:
                return figure
    return None


def _nearest_people(phrase: list[Word]) -> list[Word]:
    """The end of the phrase where only that speaks of people: "activists" of "a microphone with activists"."""
    cuts = [n for n, word in enumerate(phrase) if word.lower in ("with", "at", "from", "to", "for", "in")]
    if not cuts:
        return phrase
    first, last = phrase[: cuts[0]], phrase[cuts[-1] + 1 :]
    return last if last and head_noun(last) is not None and head_noun(first) is None else phrase


def _noun_before(scene: Scene, name: Name) -> list[Word] | None:
    """The phrase of which the name is only the end: "voters in Ohio", where "who" follows."""
    lead = scene.prose.before(name.span.start)
    while lead and (lead[-1].lower in TITLES or lead[-1].lower in ("the", "a")):
        lead = lead[:-1]
    if len(lead) < 2 or lead[-1].lower not in ("of", "in", "for", "from", "at", "with", "to"):
        return None
    words = scene.prose.before(name.span.end)
    phrase = phrase_before(scene.prose, words, INNER | {"to"})
    head = head_noun([w for w in phrase if w.span.end <= lead[-1].span.start])
    return phrase if head is not None else None


def _apposed_to(scene: Scene, phrase: list[Word]) -> Figure | None:
    if phrase[0].lower not in ("a", "an", "the", "one", "his", "her", "its", "their", "another"):
        return None
    before = scene.prose.before(phrase[0].span.start)
    if not before or "," not in scene.prose.text[before[-1].span.end : phrase[0].span.start]:
        return None
    name = scene.reader.ending(before)
    return scene.of[name.span] if name is not None else None


def _phrase_figure(scene: Scene, number: int, phrase: list[Word], describe: Describe) -> Figure:
    part = scene.reader.describe(phrase)
    answer = describe(scene, number, part)
    return answer.figures[0] if answer.figures else new(scene, part, SpeakerKind.GROUP)
