"""Whom a pronoun means: he, she, they, it, who, and the first person inside and outside of quotations."""

from __future__ import annotations

import re
from itertools import pairwise

from quoth.domain import Span, SpeakerKind
from quoth.identity.figures import Figure
from quoth.identity.kinds import kind_of, plural
from quoth.identity.mentions import Part, printed
from quoth.identity.phrases import head_noun, phrase_before
from quoth.identity.prose import Word
from quoth.identity.ranker import FEATURES, hears_pointer, shares
from quoth.identity.scene import NOBODY, Answer, Asked, Choice, Scene
from quoth.identity.vocabulary import CROWDS, PRONOUNS, TITLES, UNNAMED_CROWDS

NEAR_SENTENCES = 3
MAX_CANDIDATES = 12


def pronoun(scene: Scene, number: int, part: Part) -> Answer:
    """Whom a pronoun that stands for the speaker means."""
    word = part.words[0]
    asks = PRONOUNS.get(word.lower) or PRONOUNS[word.lower.partition("'")[0]]
    if asks in "1w":
        return _first_person(scene, number, word.span, asks)
    if asks == "y":
        return _reader(scene, word.text.lower(), word.span)
    if asks == "p":
        return they(scene, number, word.span.start)
    if asks == "n":
        return it(scene, number, word.span.start)
    return ranked(scene, number, word.span.start, Asked(gender=asks), f"pronoun {asks}")


def ranked(scene: Scene, number: int, place: int, asked: Asked, way: str, least: float = 0.0) -> Answer:
    """The likeliest of the people named before, or nobody where there is none."""
    candidates, rows = people_before(scene, number, place, asked)
    if not candidates:
        return NOBODY
    scene.choices.append(Choice(number, tuple(candidates), tuple(map(tuple, rows)), bool(asked.head)))
    chances = shares(rows, described=bool(asked.head))
    ordered = sorted(zip(chances, range(len(candidates)), strict=True), key=lambda one: -one[0])
    figures = tuple(candidates[n] for _, n in ordered)
    top = float(ordered[0][0])
    return Answer(figures[:1], way, top, figures[1:3]) if top >= least else Answer((), way, top, figures[:3])


def people_before(scene: Scene, number: int, place: int, asked: Asked) -> tuple[list[Figure], list[list[float]]]:
    """The candidates, the last mentioned first, and their features."""
    found: list[tuple[int, Figure, list[float]]] = []
    speaker = _quoting(scene, number, place) if asked.gender else ()
    for figure in scene.figures:
        if figure in speaker:
            continue
        single = figure.kind is SpeakerKind.PERSON or (figure.kind is SpeakerKind.UNNAMED and not figure.plural)
        if not single or (asked.gender and figure.gender and figure.gender != asked.gender):
            continue
        row = scene.features(figure, number, place, asked)
        if row is not None:
            last = max(one.place for one in scene.seen[figure] if one.place < place)
            found.append((last, figure, row))
    found.sort(key=lambda one: -one[0])
    return _with_recency(scene, place, found[:MAX_CANDIDATES])


def _quoting(scene: Scene, number: int, place: int) -> tuple[Figure, ...]:
    """Who says the words in which the statement is quoted: of themselves they would say "I"."""
    holder = scene.statements[number].within
    if holder is None or holder not in scene.answers or not scene.prose.in_quotes(place):
        return ()
    return scene.answers[holder].figures


def _with_recency(
    scene: Scene, place: int, found: list[tuple[int, Figure, list[float]]]
) -> tuple[list[Figure], list[list[float]]]:
    most, recency, pointer, told = (
        FEATURES.index(name) for name in ("most recent", "recency", "pointer", "pointer told")
    )
    points = _points(scene, place, [figure for _, figure, _ in found])
    for rank, (_, _, row) in enumerate(found):
        row[most], row[recency] = float(rank == 0), 1.0 / (1 + rank)
        if points is not None:
            row[pointer], row[told] = points[rank], 1.0
    return [figure for _, figure, _ in found], [row for _, _, row in found]


def _points(scene: Scene, place: int, figures: list[Figure]) -> list[float] | None:
    if scene.tagged is None or not hears_pointer():
        return None
    word = scene.prose.after(place)[:1]
    if not word:
        return None
    spans = [[span for span in figure.spans if span.start < place] for figure in figures]
    flat = scene.tagged.points(word[0].span, [span for group in spans for span in group])
    if flat is None:
        return None
    out, n = [], 0
    for group in spans:
        out.append(max(flat[n : n + len(group)], default=-10.0))
        n += len(group)
    return [max(-10.0, value) / 10.0 + 1.0 for value in out]


def _first_person(scene: Scene, number: int, span: Span, asks: str) -> Answer:
    holder = scene.statements[number].within
    if holder is not None and holder in scene.answers:
        outer = scene.answers[holder]
        return Answer(outer.figures, "first person", outer.share, outer.others)
    if holder is None and scene.prose.in_quotes(span.start):
        heard = scene.heard(number)
        if asks == "1" and heard:
            return Answer(scene.answers[heard[0]].figures, "first person", 0.6)
    if asks == "1" and not scene.article.byline:
        return NOBODY
    if asks == "1":
        return Answer((_author(scene, span),), "author")
    return _reader(scene, span.of(scene.article.text).lower(), span)


def _author(scene: Scene, span: Span) -> Figure:
    name = _plain(scene.article.byline[0])
    for figure in scene.figures:
        if figure.name.lower() == name.lower():
            return figure
    figure = Figure(SpeakerKind.PERSON, described=name)
    scene.note(figure, span)
    return figure


def _plain(byline: str) -> str:
    """The first name of a byline as printed in a text: "By JANE ROE, Bo Lee" is Jane Roe."""
    name = re.split(r",|;|\band\b|\.\s+\S+:", re.sub(r"^\s*by\s+", "", byline, flags=re.IGNORECASE))[0].strip()
    return name.title() if name.isupper() else name or byline


def _reader(scene: Scene, text: str, span: Span) -> Answer:
    text = {"our": "we", "us": "us", "your": "you", "'s": "us", "’s": "us", "anyone's": "anyone"}.get(text, text)
    for figure in scene.figures:
        if figure.kind is SpeakerKind.READER and figure.described == text:
            return Answer((figure,), "reader")
    figure = Figure(SpeakerKind.READER, described=text, plural=True)
    scene.note(figure, span)
    return Answer((figure,), "reader")


def they(scene: Scene, number: int, place: int) -> Answer:
    """Several who spoke or were named just before; else the unnamed one or the body that did."""
    sentence = scene.prose.sentence_number(place)
    heard = [
        n for n in scene.heard(number) if sentence - scene.prose.sentence_number(scene.anchors[n]) <= NEAR_SENTENCES
    ]
    crowd = crowd_before(scene, sentence, place)
    for n in heard[:2]:
        figures = scene.answers[n].figures
        if len(figures) > 1 or figures[0].plural:
            return Answer(figures, "they", 0.8)
        if figures[0].kind is SpeakerKind.UNNAMED and n == heard[0]:
            return Answer(figures, "they", 0.8)
    if crowd is not None:
        return Answer(crowd, "they, two" if len(crowd) > 1 else "they", 0.7 if len(crowd) > 1 else 0.5)
    for n in heard[:1]:
        if scene.answers[n].figures[0].kind is not SpeakerKind.PERSON:
            return Answer(scene.answers[n].figures, "they", 0.6)
    bodies = _bodies_before(scene, sentence, place)
    return Answer(bodies, "they", 0.3) if bodies else NOBODY


def crowd_before(scene: Scene, sentence: int, place: int) -> tuple[Figure, ...] | None:
    """Two people joined by "and", or the first crowd, of this sentence or the two before."""
    for number in range(sentence, max(-1, sentence - 3), -1):
        span = scene.prose.sentences[number].span
        words = [w for w in scene.prose.sentences[number].words if w.span.start < place]
        pair = _pair(scene, span, place)
        if pair is not None:
            return pair
        for n, word in enumerate(words):
            if (
                (word.lower in CROWDS | UNNAMED_CROWDS or (word.capital and word.lower in CROWDS))
                and plural(word.lower)
                and not scene.prose.in_quotes(word.span.start)
            ):
                phrase = phrase_before(scene.prose, words[: n + 1])
                if phrase:
                    return (crowd_of(scene, phrase),)
    return None


def _pair(scene: Scene, sentence: Span, place: int) -> tuple[Figure, ...] | None:
    names = [n for n in scene.names if sentence.start <= n.span.start < min(sentence.end, place)]
    for one, other in pairwise(names):
        between = scene.prose.text[one.span.end : other.span.start]
        a, b = scene.of[one.span], scene.of[other.span]
        both = a.kind is SpeakerKind.PERSON and b.kind is SpeakerKind.PERSON and a is not b
        rest = between.split()
        joined = rest[:1] == ["and"] and all(word.lower().rstrip(".") in TITLES for word in rest[1:])
        if both and joined and not scene.prose.in_quotes(one.span.start):
            return (a, b)
    return None


def crowd_of(scene: Scene, phrase: list[Word]) -> Figure:
    """The figure of a crowd that the phrase describes, a new one where it is not known yet."""
    text = printed(phrase, scene.prose.text)
    for figure in scene.figures:
        if not figure.names and figure.described and figure.described.lower() == text.lower():
            return figure
    head = head_noun(phrase)
    noun = phrase[head].lower if head is not None else phrase[-1].lower
    figure = Figure(kind_of(noun, phrase), described=text, plural=True)
    scene.note(figure, Span(phrase[0].span.start, phrase[-1].span.end))
    return figure


def it(scene: Scene, number: int, place: int) -> Answer:
    """The body, paper or place that spoke or was named last."""
    heard = scene.heard(number)
    sentence = scene.prose.sentence_number(place)
    if (
        heard
        and scene.answers[heard[0]].figures[0].kind in (SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT)
        and sentence - scene.prose.sentence_number(scene.anchors[heard[0]]) <= 2
    ):
        return Answer(scene.answers[heard[0]].figures, "it", 0.7)
    bodies = _bodies_before(scene, sentence, place)
    return Answer(bodies, "it", 0.4) if bodies else NOBODY


def _bodies_before(scene: Scene, sentence: int, place: int) -> tuple[Figure, ...]:
    """The body that is named first in the nearest of this sentence and the two before."""
    for number in range(sentence, max(-1, sentence - 3), -1):
        span = scene.prose.sentences[number].span
        for name in scene.names:
            if (
                span.start <= name.span.start < min(span.end, place)
                and not name.modifier
                and scene.of[name.span].kind is SpeakerKind.ORGANISATION
            ):
                return (scene.of[name.span],)
    return ()
