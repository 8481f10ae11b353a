"""Where a place in an article stands: in which paragraph and sentence, and whether in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from quoth.domain import Article, Span
from quoth.marks import quotations

# A stop after these, or after a single capital, ends no sentence.
SHORTENED = "Mr Mrs Ms Dr St Sen Sens Rep Reps Gov Gen Col Lt Sgt Jr Sr Jan Feb Mar Apr Aug Sept Oct Nov Dec No vs"
ABBREVIATIONS = "".join(rf"(?<!\b{word})" for word in SHORTENED.split())
SENTENCE_END = re.compile(rf"(?:(?<!\b[A-Z]){ABBREVIATIONS}\.|[!?])['\"”’)\]]*\s+(?=['\"“‘(\[]?[A-Z\d“])|;\s+")
WITHIN = "\ue000"  # stands for what is quoted: a stop in it ends no sentence of the reporter's


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs and sentences of an article, and its text with the inside of quotations blotted out."""

    masked: str
    paragraphs: tuple[int, ...]  # where each begins
    sentences: tuple[int, ...]

    def paragraph(self, place: int) -> int:
        return bisect_right(self.paragraphs, place) - 1

    def sentence(self, place: int) -> int:
        return bisect_right(self.sentences, place) - 1

    def sentence_span(self, place: int) -> tuple[int, int]:
        number = max(0, self.sentence(place))
        end = self.sentences[number + 1] if number + 1 < len(self.sentences) else len(self.masked)
        return self.sentences[number], end

    def is_quoted(self, span: Span) -> bool:
        return self.masked[span.start] == WITHIN


def layout(article: Article) -> Layout:
    """The layout of the passages in which statements are sought."""
    spans = [passage.span for passage in article.spoken()]
    masked = list(article.text)
    for piece in quotations(article.text, spans):
        start, end = piece.inner
        end -= end > start and masked[end - 1] in ".!?"  # a stop there may end the reporter's sentence too
        masked[start:end] = WITHIN * (end - start)
    joined = "".join(masked)
    ends = (end.end() for span in spans for end in SENTENCE_END.finditer(joined, span.start, span.end))
    starts = sorted({span.start for span in spans} | set(ends))
    return Layout(joined, tuple(span.start for span in spans), tuple(starts))
