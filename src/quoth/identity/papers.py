"""Whose words a paper holds: "a poll by X", "the email", "the statement issued by the campaign"."""

from __future__ import annotations

from quoth.domain import Span, SpeakerKind
from quoth.identity.bodies import body
from quoth.identity.figures import Figure
from quoth.identity.mentions import Form, Part
from quoth.identity.names import Name, Sort
from quoth.identity.scene import Answer, Scene
from quoth.identity.vocabulary import DOCUMENTS, words
from quoth.identity.wording import described, known_or_new

PRINTED = words("editorial article column story op-ed report essay interview analysis")
NEAR_SENTENCES = 4


def paper(scene: Scene, number: int, part: Part, owner: Answer | None) -> Answer:
    """Who made the paper, where that is told; else whoever spoke last through one; else the paper."""
    if owner is not None and owner.figures:
        return Answer(owner.figures, "owner", owner.share * 0.8)
    maker = _maker(scene, part)
    if maker is not None:
        scene.papers[part.head.rstrip("s")] = maker
        return Answer((maker,), "maker")
    if part.head not in DOCUMENTS:
        return Answer((known_or_new(scene, part, SpeakerKind.DOCUMENT, described(scene, part)),), "thing")
    if part.definite or (len(part.words) == 1 and not part.head.endswith("s")) or part.words[0].lower in ("a", "an"):
        known = _known_maker(scene, number, part)
        if known is not None:
            return Answer((known,), "paper", 0.6)
    text = described(scene, part)
    return Answer((known_or_new(scene, part, SpeakerKind.DOCUMENT, text),), "paper itself")


def _maker(scene: Scene, part: Part) -> Figure | None:
    words = part.words
    for name in _names_in(scene, part):
        before = scene.prose.before(name.span.start)
        lead = [w.lower for w in before[-4:] if w.span.start > words[0].span.start]
        by = any(w in ("by", "from") for w in lead) or (part.head in PRINTED and "in" in lead[-2:])
        qualifies = name.modifier and any(
            w.lower in DOCUMENTS and 0 <= w.span.start - name.span.end <= 24 for w in words
        )
        figure = scene.of[name.span]
        if by or (qualifies and figure.kind is SpeakerKind.ORGANISATION and name.sort.value != "place"):
            return figure
    return None


def _names_in(scene: Scene, part: Part) -> list[Name]:
    return [name for name in scene.names if part.span.start <= name.span.start and name.span.end <= part.span.end]


def _known_maker(scene: Scene, number: int, part: Part) -> Figure | None:
    head = part.head.rstrip("s")
    polls = words("poll survey study finding result data report")
    for paper in (head, *(polls if head in polls else ())):
        if paper in scene.papers:
            return scene.papers[paper]
    place = scene.prose.sentence_number(part.span.start)
    issued = _issued(scene, number, part)
    if issued is not None:
        return issued
    if part.definite:
        for n in scene.heard(number)[:1]:
            if place - scene.prose.sentence_number(scene.anchors[n]) <= NEAR_SENTENCES and head not in polls:
                return scene.answers[n].figures[0]
    return scene.papers_told(head) if head in polls else None


def _issued(scene: Scene, number: int, part: Part) -> Figure | None:
    """Whoever issued the paper of which the sentences before tell: "a statement issued by the campaign"."""
    sentence = scene.prose.sentence_number(part.span.start)
    start = scene.prose.sentences[max(0, sentence - 3)].span.start
    words = scene.prose.within(Span(start, part.span.start)) if start < part.span.start else []
    for n in range(len(words) - 2, -1, -1):
        ahead = words[n + 1 : n + 7]
        by = next((k for k, word in enumerate(ahead) if word.lower in ("by", "from")), None)
        if words[n].lower == part.head and by is not None and ahead[by + 1 :]:
            rest = scene.prose.within(Span(ahead[by + 1].span.start, min(ahead[-1].span.end + 40, part.span.start)))
            named = scene.reader.read(Span(rest[0].span.start, rest[-1].span.end)) if rest else []
            if (
                named
                and named[0].name is not None
                and named[0].form is Form.NAME
                and named[0].name.sort is not Sort.PLACE
            ):
                return scene.of[named[0].name.span]
            words_ = rest[
                : next(
                    (
                        k + 1
                        for k, w in enumerate(rest[:5])
                        if w.lower in ("campaign", "office", "department", "committee")
                    ),
                    0,
                )
            ]
            if words_:
                answer = body(scene, number, scene.reader.describe(words_), None)
                return answer.figures[0] if answer.figures else None
    return None
