"""Stand-ins for the edges: a tagger that knows the answer, because the text is marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from marked import Marked, Told
from quoth.domain import Article, Part, Passage, Span
from quoth.inference import TAGS, Link, Scores, View
from quoth.inference.scores import EDGES, ENTITIES
from quoth.inference.tagger import WEIGHTS
from quoth.inference.tokens import Pieces, pieces

SURE, UNSURE = 0.0, -20.0


@dataclass
class PerfectTagger:
    """The scores that a perfect model would give for what is marked, one level of statements at a time."""

    marked: Marked
    version: str = "en:perfect"
    calibration: Mapping[str, float] = None  # type: ignore[assignment]

    def __post_init__(self) -> None:
        self.calibration = {}
        self.tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))

    def score(self, text: str, paragraphs: Sequence[Span]) -> Scores:
        found = pieces(self.tokenizer, text, paragraphs)
        tags = np.full((len(found), len(TAGS)), UNSURE, dtype=np.float32)
        tags[:, 0] = SURE
        targets: dict[tuple[int, int], int] = {}
        for told in self._told(paragraphs):
            self._tag(found, tags, told)
            self._point(found, targets, told)
        entities = np.zeros((len(found), len(ENTITIES), len(EDGES)), dtype=np.float32)
        return Scores(found, tags, [_view(len(found), targets)], entities)

    def _told(self, paragraphs: Sequence[Span]) -> list[Told]:
        """The statements that lie in these paragraphs, without those that lie in another one's words."""
        everything = self.marked.statements.values()
        inside = [t for t in everything if all(any(p.contains(s) for p in paragraphs) for s in t.content)]
        inside = [t for t in inside if t.cue or t.content[0] not in paragraphs]  # a turn, cut down to its words
        held = [
            t
            for t in inside
            if any(o is not t and all(any(x.contains(s) for x in o.content) for s in t.content) for o in inside)
        ]
        return [told for told in inside if not any(told is other for other in held)]

    def _tag(self, found: Pieces, tags: np.ndarray, told: Told) -> None:
        for role, spans in (("content", told.content), ("cue", [told.cue]), ("mention", [told.mention])):
            for span in spans:
                places = _places(found, span)
                for n, place in enumerate(places):
                    edge = "S" if len(places) == 1 else "B" if n == 0 else "E" if n == len(places) - 1 else "I"
                    tags[place] = UNSURE
                    tags[place, TAGS.index(f"{edge}-{role}")] = SURE

    def _point(self, found: Pieces, targets: dict[tuple[int, int], int], told: Told) -> None:
        heads = {"cue": _places(found, told.cue), "mention": _places(found, told.mention)}
        for span in told.content:
            for place in _places(found, span):
                targets[place, Link.CONTENT_TO_CUE] = heads["cue"][0] + 1 if heads["cue"] else 0
                targets[place, Link.CONTENT_TO_MENTION] = heads["mention"][0] + 1 if heads["mention"] else 0
        for place in heads["cue"]:
            targets[place, Link.CUE_TO_MENTION] = heads["mention"][0] + 1 if heads["mention"] else 0


def _places(found: Pieces, span: Span | None) -> list[int]:
    if span is None:
        return []
    return [int(n) for n in np.flatnonzero((found.offsets[:, 0] < span.end) & (found.offsets[:, 1] > span.start))]


def _view(count: int, targets: Mapping[tuple[int, int], int]) -> View:
    pointers = np.full((len(Link), count, count + 1), UNSURE, dtype=np.float32)
    for (place, link), goal in targets.items():
        pointers[link, place, goal] = SURE
    return View(0, count, pointers)


def article_of(marked: Marked) -> Article:
    """The marked text as an Article with the passages that are marked."""
    headline = next((p.span.of(marked.text) for p in marked.passages if p.part is Part.HEADLINE), None)
    return Article("test", "test", marked.text, marked.passages, headline=headline)


def plain_article(text: str) -> Article:
    """Every line of `text` a body passage."""
    return article_of(Marked(text, tuple(_lines(text)), {}))


def _lines(text: str) -> list[Passage]:
    out, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Passage(Span(start, start + len(line)), Part.BODY))
        start += len(line) + 1
    return out


class WordsEmbedder:
    """Texts are the more alike the more words they share; counts what it was asked to embed."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        self.asked += texts
        out = np.array([sum(map(_word_vector, text.lower().split()), np.zeros(384)) for text in texts])
        out = out.reshape(-1, 384)
        return (out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)).astype(np.float32)


def _word_vector(word: str) -> np.ndarray:
    return np.random.default_rng(list(word.encode())).standard_normal(384)
