"""A quotation that no verb attributes -> the nearest words that name or stand for its speaker, by learned weights."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np

from quoth.attribution.clause import SENTENCE_END
from quoth.attribution.found import Found
from quoth.attribution.phrases import Phrase, phrases, sentences
from quoth.attribution.writing import is_document
from quoth.domain import Span
from quoth.inference import Link, Pointer, Scores
from quoth.marks import Quoted

PROSE = 3  # paragraphs with words outside marks, going back, in which a speaker is sought
REACH = 12  # paragraphs, going back, among which those are
LAST_SPEAKERS = 4
PROSE_PIECES = 2
LEAST_POINTER = -8.0

OPENING, CLOSING = "“\"'‘„«»", "”\"'’“»«"
ASKS = re.compile(r"\b(?:ask(?:s|ed|ing)?|wanted to know|wonder\w*|[ei]nquired|demanded|question\w*|put it)\b", re.I)
ASKED = re.compile(r"\b(?:asks?|asked|told|pressed|put to|reminded)\s+$", re.I)
PREPOSITION = re.compile(
    r"\b(?:of|in|on|at|for|to|from|by|with|about|as|over|after|before|near|behind|against|under|than|like|between"
    r"|named after|and)\s+(?:the |an? )?$",
    re.I,
)
# "But defiant Tracy", "On Tuesday, she": what opens a sentence and is not its subject.
OPENER = re.compile(
    r"[“\"'‘]?(?:(?:but|and|yet|so|then|still|now|meanwhile|outside|later|earlier)\b,? (?:[a-z-]+ )?)?", re.I
)
BEHIND = re.compile(
    r"\b(?:when|while|as|after|before|because|that|who|which|whether|if|where|since|although|but)\b.*$", re.I
)
FIRST = frozenset(["i", "me", "my", "we", "us", "our", "you", "your"])
SUBJECT = frozenset(("he", "she"))
MANY = frozenset(["they", "them", "their"])
THING = frozenset(["it", "its", "that", "this"])


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each feature; fitted by training/fit_nearest.py."""
    stored: dict[str, float] = json.loads((files(__package__) / "nearest.json").read_text(encoding="utf8"))
    return stored


class Nearby:
    """The phrases of some paragraphs that may name a speaker."""

    def __init__(self, text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted], scores: Scores) -> None:
        self.text, self.paragraphs, self.scores = text, paragraphs, scores
        offsets = scores.pieces.offsets
        self.quoted = np.zeros(len(offsets), dtype=bool)
        for piece in quoted:
            self.quoted |= (offsets[:, 0] >= piece.span.start) & (offsets[:, 1] <= piece.span.end)
        self.phrases = [phrase for phrase in phrases(text, paragraphs, scores) if not self.quoted[phrase.first]]
        self.times = Counter(phrase.span.of(text).lower() for phrase in self.phrases)
        self.sentences = [sentences(text, paragraph) for paragraph in paragraphs]
        self.outside = np.bincount(scores.pieces.paragraph, ~self.quoted, minlength=len(paragraphs))

    def speaker(
        self, place: int, pieces: Sequence[Span], before: Sequence[Found], answering: Span | None
    ) -> Span | None:
        """The words for the speaker of a quotation that begins with paragraph `place`; None where nothing is near.

        before: the statements that begin before it; answering: who said the last one that stood alone.
        """
        given = self.candidates(place, pieces, before, answering)
        learned = weights()
        best = max(
            given, key=lambda one: sum(learned.get(name, 0.0) * value for name, value in one[1].items()), default=None
        )
        return best[0] if best else None

    def candidates(
        self, place: int, pieces: Sequence[Span], before: Sequence[Found], answering: Span | None
    ) -> list[tuple[Span, dict[str, float]]]:
        """Each phrase that may name the speaker, with its features that are not 0."""
        offsets = self.scores.pieces.offsets
        here = np.flatnonzero((offsets[:, 0] >= pieces[0].start) & (offsets[:, 1] <= pieces[-1].end))
        if not len(here):
            return []
        pointer = self.scores.pointer(Link.CONTENT_TO_MENTION, int(here[0]), int(here[-1]) + 1)
        scene = Scene.of(self.text, pieces, before, answering)
        prose = self._prose_before(place)
        asked = bool(prose) and prose[0] == place - 1 and self._asks_in_prose(place - 1)
        spoke = [one.mention for one in before[-LAST_SPEAKERS:] if one.mention] + ([answering] if answering else [])
        out = []
        for phrase in self.phrases:
            where = self._where(phrase, prose, place + len(pieces), spoke)
            if where is not None:
                told = self._of_phrase(phrase, where, pointer) | scene.of_phrase(self.text, phrase.span, where)
                if any(phrase.span.overlaps(mention) for mention in spoke):  # "“Ready?” asked Hale": Hale asked
                    told["whom somebody asked"] = 0.0
                if asked:
                    told |= scene.to_question(self.text, phrase.span, self._asks_in_prose(phrase.paragraph))
                out.append((phrase.span, {name: value for name, value in told.items() if value}))
        return out

    def _prose_before(self, place: int) -> list[int]:
        """The paragraphs before it that have words outside marks, the nearest first."""
        return [n for n in range(place - 1, max(-1, place - 1 - REACH), -1) if self.outside[n] >= PROSE_PIECES][:PROSE]

    def _asks_in_prose(self, place: int) -> bool:
        """Whether a paragraph without marks ends in a question, as in an interview."""
        inside = self.quoted[self.scores.pieces.paragraph == place].any()
        return not inside and self.paragraphs[place].of(self.text).rstrip().endswith("?")

    @staticmethod
    def _where(phrase: Phrase, prose: Sequence[int], following: int, spoke: Sequence[Span]) -> str | None:
        if phrase.paragraph in prose:
            return ("one back", "two back", "three back")[prose.index(phrase.paragraph)]
        if phrase.paragraph == following:
            return "next"
        return "further" if any(phrase.span.overlaps(mention) for mention in spoke) else None

    def _of_phrase(self, phrase: Phrase, where: str, pointer: Pointer) -> dict[str, float]:
        """What its own sentence and words tell."""
        text, span = self.text, phrase.span
        around = self.sentences[phrase.paragraph]
        n = next((n for n, sentence in enumerate(around) if sentence.start <= span.start < sentence.end), 0)
        lead, words = text[around[n].start : span.start], span.of(text)
        lower, subject = words.lower(), OPENER.fullmatch(lead) is not None
        last = where == "one back" and n == len(around) - 1
        capital = words[:1].isupper() and not subject and lower not in SUBJECT
        return {
            "pointer": max(LEAST_POINTER, pointer.to(phrase.first, phrase.last)),
            where: 1.0,
            "sentences between": float(min(4, len(around) - 1 - n) if where.endswith("back") else n),
            "opens its sentence": float(subject),
            "in a clause behind": float(bool(BEHIND.search(lead)) and not subject and ", " not in lead),
            "behind a preposition": float(bool(PREPOSITION.search(lead))),
            "whom somebody asked": float(bool(ASKED.search(lead))),
            "a name that opens its paragraph": float(
                where == "one back" and n == 0 and subject and any(map(str.isupper, words[1:]))
            ),
            "he or she": float(lower in SUBJECT),
            "I, we or you": float(lower in FIRST),
            "they": float(lower in MANY),
            "it": float(lower in THING),
            "a name": float(capital or any(map(str.isupper, words[1:]))),
            "a document, just before": float(last and subject and is_document(words)),
            "times": math.log(self.times[lower]),
        }


class Scene:
    """Who speaks before a quotation that stands alone, and how."""

    def __init__(self, beside: bool, turn: bool, asks: bool, heading: bool) -> None:
        self.beside, self.turn, self.asks, self.heading = beside, turn, asks, heading
        self.last: Span | None = None  # who spoke last
        self.other: Span | None = None  # in turns, who spoke before that
        self.answering: Span | None = None

    @staticmethod
    def of(text: str, pieces: Sequence[Span], before: Sequence[Found], answering: Span | None) -> Scene:
        """The scene: `before` are the statements that begin before the quotation, in order."""
        words = pieces[-1].of(text).rstrip("”\"'’»“« ")
        scene = Scene(False, False, False, words[-1:] not in ".!?…,")
        scene.answering = answering
        if not before:
            return scene
        last = before[-1]
        scene.last = last.mention
        scene.beside = _beside(text, _end(last), pieces[0].start)
        scene.turn = scene.beside and _in_marks(text, last.content[-1])
        question = last.content[-1].of(text).rstrip("”\"'’ ,").endswith("?")
        scene.asks = question or (last.cue is not None and bool(ASKS.search(last.cue.of(text))))
        if scene.turn and last.mention is not None:
            scene.other = _other(text, before, last)
        return scene

    def of_phrase(self, text: str, span: Span, where: str) -> dict[str, float]:
        """What the statements before tell of a phrase."""
        spoke = self.last is not None and same(text, span, self.last)
        plain = spoke and self.beside and not self.turn
        return {
            "spoke in the turn before": float(spoke and self.turn),
            "spoke in the turn before that": float(self.other is not None and same(text, span, self.other)),
            "reported just before": float(plain and not self.asks),
            "asked just before": float(plain and self.asks),
            "spoke further up": float(spoke and not self.beside),
            "below a quotation as heading": float(self.heading and where == "next"),
        }

    def to_question(self, text: str, span: Span, within: bool) -> dict[str, float]:
        """What a question in prose, just before, tells of a phrase; within: whether it stands in such a question."""
        answers = self.answering is not None and same(text, span, self.answering)
        lower = span.of(text).lower()
        return {
            "answered the question before": float(answers),
            "spoke before the question": float(self.last is not None and same(text, span, self.last)),
            "only in the question": float(within and lower not in SUBJECT and not answers),
        }


def same(text: str, one: Span, other: Span) -> bool:
    """Whether two phrases are the same words, or end in the same name."""
    return one.overlaps(other) or _last_word(one.of(text)) == _last_word(other.of(text))


def _last_word(words: str) -> str:
    return words.split()[-1].strip(",.’'s").lower()


def _end(one: Found) -> int:
    return max(span.end for span in (*one.content, one.cue, one.mention) if span is not None)


def _start(one: Found) -> int:
    return min(span.start for span in (*one.content, one.cue, one.mention) if span is not None)


def _beside(text: str, end: int, start: int) -> bool:
    """Whether no sentence stands between a statement and the paragraph or sentence that begins at `start`."""
    between = text[end:start].rstrip(OPENING + " ").rstrip()
    if "\n" in between:
        return False
    stop = SENTENCE_END.search(between + "\n")
    return stop is None or not between[stop.end() :].strip()


def _in_marks(text: str, span: Span) -> bool:
    return text[span.start] in OPENING and text[span.end - 1] in CLOSING


def _other(text: str, before: Sequence[Found], last: Found) -> Span | None:
    """Whoever spoke in the turn before the last one, if it stands right before that."""
    one = before[-2] if len(before) > 1 else None
    if one is None or one.mention is None or last.mention is None or same(text, one.mention, last.mention):
        return None
    return one.mention if _beside(text, _end(one), _start(last)) else None
