"""An article as its statements are weighed: where things stand, the expressions of time, and who speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quoth.chronology.days import Days
from quoth.chronology.layout import Layout
from quoth.chronology.signs import PERFECT, PRONOUN
from quoth.chronology.timeline import Told
from quoth.domain import Article, Span, Statement

NAME = re.compile(r"[A-Z][\w’'-]{2,}")


@dataclass(frozen=True, slots=True)
class Weighed:
    """An expression that may date a statement, how it stands to it, and the figures that speak for and against."""

    told: int  # place among the article's expressions
    where: str  # "beside": in the sentence of the cue; "before" it; "below" an opening
    figures: dict[str, float]


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as its statements are weighed: layout, expressions that have days, days of publication."""

    article: Article
    layout: Layout
    told: tuple[Told, ...]
    published: Days

    def sentence(self, place: int) -> int:
        return self.layout.sentence(place)

    def paragraph(self, place: int) -> int:
        return self.layout.paragraph(place)


def anchor(statement: Statement) -> Span:
    """The words that stand for the saying itself."""
    return statement.cue or statement.mention or statement.content[0]


@dataclass(frozen=True, slots=True)
class Dated:
    """What dates a statement: the place of an expression among the article's, and how likely that is right."""

    told: int
    sure: float


def same_speaker(text: str, one: Statement, other: Statement) -> bool:
    """Whether both are one speaker's, by identity where it is known, else by the words of the mentions."""
    ones, others = one.speakers or one.candidates[:1], other.speakers or other.candidates[:1]
    if ones and others:
        return ones == others
    if one.mention is None or other.mention is None:
        return one.mention is None and other.mention is None
    if PRONOUN.match(other.mention.of(text)):
        return True
    names = set(NAME.findall(one.mention.of(text)))
    return bool(names & set(NAME.findall(other.mention.of(text))))


def common_names(scene: Scene, statement: Statement, start: int, end: int) -> int:
    """How many capitalised words the speaker's mention shares with a stretch of text, up to three."""
    if statement.mention is None:
        return 0
    text = scene.article.text
    return min(3, sum(name in text[start:end] for name in set(NAME.findall(statement.mention.of(text)))))


def words_of_cue(scene: Scene, statement: Statement) -> str:
    """As printed; none where there is no cue."""
    return statement.cue.of(scene.article.text) if statement.cue else ""


def is_pronoun(scene: Scene, statement: Statement) -> bool:
    """Whether the speaker is named by a pronoun only."""
    return statement.mention is not None and PRONOUN.match(statement.mention.of(scene.article.text)) is not None


def is_perfect(scene: Scene, statement: Statement) -> bool:
    """Whether it was said at some time or other: "has said", "has repeatedly ripped", "now says"."""
    if statement.cue is None:
        return False
    lead = scene.article.text[max(0, statement.cue.start - 20) : statement.cue.start]
    return PERFECT.search(lead) is not None or PERFECT.search(words_of_cue(scene, statement).split(" ")[0]) is not None


def is_new(scene: Scene, statement: Statement) -> bool:
    """Whether the speaker is named here for the first time: an analyst who is asked about what others said."""
    if statement.mention is None:
        return False
    named = NAME.findall(statement.mention.of(scene.article.text))
    return bool(named) and named[-1] not in scene.article.text[: statement.mention.start]
