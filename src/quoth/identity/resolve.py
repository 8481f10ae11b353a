"""The statements of an article with their speakers, and the speakers: the order in which things are decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quoth.domain import Article, Confidence, Manner, Speaker, SpeakerKind, Statement
from quoth.identity.anonymity import anonymity
from quoth.identity.confidence import OTHERS_THRESHOLD, THRESHOLD, confidence
from quoth.identity.descriptions import description
from quoth.identity.epithets import tell_epithets
from quoth.identity.figures import Figure
from quoth.identity.mentions import Form, Part
from quoth.identity.pronouns import pronoun
from quoth.identity.prose import Word
from quoth.identity.relatives import relative
from quoth.identity.role import Role
from quoth.identity.roles import body_roles_of, predicates_of, roles_of
from quoth.identity.scene import NOBODY, Answer, Scene
from quoth.identity.tagged import Tagged
from quoth.identity.telling import telling
from quoth.identity.vocabulary import PRONOUNS
from quoth.identity.wording import surname
from quoth.inference import Scores

MAX_CANDIDATES = 3
NEAR_SENTENCES = 3


def identify(
    article: Article, statements: Sequence[Statement], scores: Sequence[Scores] = (), threshold: float = THRESHOLD
) -> tuple[tuple[Statement, ...], tuple[Speaker, ...]]:
    """The statements with speakers, candidates and confidence.speaker, and the speakers that they name.

    `scores`: the tagger's of the article's streams, in any order; none where there are none.
    """
    if not article.spoken():
        return tuple(statements), ()
    scene = resolved(article, statements, Tagged(tuple(scores)) if scores else None)
    return told(scene, threshold)


def resolved(article: Article, statements: Sequence[Statement], tagged: Tagged | None = None) -> Scene:
    """The scene of the article with an answer for every statement."""
    scene = Scene(article, statements, tagged)
    _tell_roles(scene)
    for number in scene.order:
        _answer(scene, number)
    tell_epithets(scene)
    return scene


def _tell_roles(scene: Scene) -> None:
    """Adds to each person the roles that stand beside the names."""

    def owner(word: Word) -> str | None:
        if PRONOUNS.get(word.lower) not in ("m", "f"):
            return None
        people = [f for f in scene.figures if f.kind is SpeakerKind.PERSON and f.gender in (None, PRONOUNS[word.lower])]
        before = [
            (max(s.start for s in f.spans if s.start < word.span.start), f) for f in people if f.start < word.span.start
        ]
        return surname(max(before, key=lambda one: one[0])[1]) if before else None

    for name in scene.names:
        figure = scene.of[name.span]
        if figure.kind is SpeakerKind.PERSON and not name.modifier:
            figure.roles += [*roles_of(scene.prose, name, owner), *predicates_of(scene.prose, name, owner)]
        elif figure.kind is SpeakerKind.ORGANISATION and not name.modifier:
            figure.roles += body_roles_of(scene.prose, name, owner)


def _answer(scene: Scene, number: int) -> None:
    """Answers one statement, the one around it first."""
    if number in scene.answers:
        return
    statement = scene.statements[number]
    if statement.within is not None:
        _answer(scene, statement.within)
    same = _same_mention(scene, number)
    answer = same if same is not None else _decide(scene, number)
    scene.answers[number] = answer
    if (
        answer.way.startswith("described")
        and statement.mention is not None
        and answer.figures[:1]
        and answer.figures[0].names
    ):
        text = re.sub(r"^(?:the|this|that)\s+", "", statement.mention.of(scene.prose.text), flags=re.IGNORECASE)
        if " " in text and len(text) < 60 and not re.match(r"(?:his|her|their|its)\b", text):
            answer.figures[0].roles.append(Role(text, statement.mention, "mention", round(answer.share, 3)))
    if statement.mention is not None and len(answer.figures) >= 1:
        for figure in answer.figures:
            scene.note(figure, statement.mention)


def _same_mention(scene: Scene, number: int) -> Answer | None:
    mention = scene.statements[number].mention
    if mention is None:
        return None
    for n, answer in scene.answers.items():
        if scene.statements[n].mention == mention:
            return answer
    return None


def _decide(scene: Scene, number: int) -> Answer:
    mention = scene.statements[number].mention
    if mention is None:
        return _unsaid(scene, number)
    parts = scene.reader.read(mention)
    answers = [answer for part in parts if (answer := _of_part(scene, number, part)).figures or len(parts) == 1]
    if not answers:
        return NOBODY
    if len(answers) == 1:
        return answers[0]
    figures = tuple(dict.fromkeys(figure for answer in answers for figure in answer.figures))
    return Answer(figures, "several", min(answer.share for answer in answers))


def _of_part(scene: Scene, number: int, part: Part) -> Answer:
    if part.form is Form.NAME and part.name is not None:
        figure = scene.of[part.name.span]
        if figure.kind is SpeakerKind.PERSON:
            way = (
                "full name"
                if len(part.name.words) > 1
                else "part of a name"
                if len(figure.name.split()) > 1
                else "bare name"
            )
            return Answer((figure,), "shared name" if part.name.span in scene.shared else way)
        return Answer((figure,), "body's name")
    if part.form is Form.PRONOUN:
        return pronoun(scene, number, part)
    if part.form is Form.RELATIVE:
        return relative(scene, number, part.words[0].span.start, description)
    return description(scene, number, part)


def _unsaid(scene: Scene, number: int) -> Answer:
    """Who speaks where nobody is named: whoever spoke last, of a quotation or of a participle in the same sentence."""
    statement = scene.statements[number]
    heard = scene.heard(number)
    if not heard:
        return NOBODY
    last = scene.answers[heard[0]]
    gap = scene.prose.sentence_number(scene.anchors[number]) - scene.prose.sentence_number(scene.anchors[heard[0]])
    cue = statement.cue.of(scene.prose.text).lower() if statement.cue else ""
    if statement.manner is not Manner.INDIRECT and not cue and gap <= NEAR_SENTENCES:
        return Answer(last.figures, "unsaid, quoted", last.share * 0.8)
    if (
        re.match(
            r"(?:noting|adding|saying|arguing|citing|calling|referring|claiming|warning|insisting|explaining|recalling)\b",
            cue,
        )
        and gap <= 1
    ):
        return Answer(last.figures, "unsaid, participle", last.share * 0.8)
    return NOBODY


def told(scene: Scene, threshold: float) -> tuple[tuple[Statement, ...], tuple[Speaker, ...]]:
    """The statements with ids, and the speakers in the order of their first mention."""
    chosen = {n: _chosen(answer, threshold) for n, answer in scene.answers.items()}
    listed = dict.fromkeys(f for figures, others, _ in chosen.values() for f in (*figures, *others) if f.name)
    ordered = sorted(listed, key=lambda figure: (figure.start, figure.name))
    ids = {figure: n for n, figure in enumerate(ordered)}
    statements = []
    for n, statement in enumerate(scene.statements):
        figures, others, sure = chosen[n]
        now = Confidence(statement.confidence.words, sure, statement.confidence.when)
        speakers = tuple(ids[f] for f in figures if f in ids)
        statements.append(
            replace(statement, speakers=speakers, candidates=tuple(ids[f] for f in others if f in ids), confidence=now)
        )
    return tuple(statements), tuple(_speaker(scene, figure, ids[figure]) for figure in ordered)


def _chosen(answer: Answer, threshold: float) -> tuple[tuple[Figure, ...], tuple[Figure, ...], float | None]:
    if not answer.figures and not answer.others:
        return (), (), None
    sure = confidence(answer)
    person = any(figure.kind is SpeakerKind.PERSON for figure in answer.figures)
    if answer.figures and sure >= (threshold if person else min(threshold, OTHERS_THRESHOLD)):
        return answer.figures, (), sure
    return (), (*answer.figures, *answer.others)[:MAX_CANDIDATES], sure


def _speaker(scene: Scene, figure: Figure, id_: int) -> Speaker:
    role = telling(scene.prose, figure.roles)
    return Speaker(id_, figure.name, figure.kind, tuple(sorted(figure.spans)), role, anonymity(scene.prose, figure))
