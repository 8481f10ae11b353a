"""What of an article is read together, and what the tagger says of it: one forward pass for every later step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quoth.attribution.transcript import Turn, turns, without_labels
from quoth.domain import Article, Part, Span
from quoth.inference import Scores, Tagger

APART = frozenset({Part.CAPTION})
SECTION_CHARS = 60_000  # ten long articles; a book is read in sections, so that memory does not grow with it


@dataclass(frozen=True, slots=True)
class Stream:
    """paragraphs: as the tagger saw them, the labels of a transcript's turns cut off; spoken: those turns."""

    paragraphs: tuple[Span, ...]
    spoken: tuple[Turn, ...]
    scores: Scores


def scored(article: Article, tagger: Tagger) -> tuple[Stream, ...]:
    """The article's streams with their scores, the captions last."""
    return tuple(_scored(article.text, paragraphs, tagger) for paragraphs in streams(article))


def _scored(text: str, paragraphs: Sequence[Span], tagger: Tagger) -> Stream:
    spoken = turns(text, paragraphs)
    words = without_labels(paragraphs, spoken)
    return Stream(tuple(words), tuple(spoken), tagger.score(text, words))


def streams(article: Article) -> list[list[Span]]:
    """The paragraphs in which statements are sought: those of the report, then each caption by itself.

    A caption stands wherever the page had room: it must not cut a quotation in two, nor lend its names to another. A
    report that is longer than SECTION_CHARS comes in several streams.
    """
    report = [passage.span for passage in article.spoken() if passage.part not in APART]
    captions = [[passage.span] for passage in article.spoken() if passage.part in APART]
    return [*sections(report, article.text), *captions]


def sections(paragraphs: Iterable[Span], text: str, size: int = SECTION_CHARS) -> list[list[Span]]:
    """The paragraphs in runs of at most `size` characters; a longer paragraph is cut at white space."""
    out: list[list[Span]] = []
    room = 0
    for paragraph in paragraphs:
        for piece in _cut(paragraph, text, size):
            if len(piece) > room:
                out.append([])
                room = size
            out[-1].append(piece)
            room -= len(piece)
    return out


def _cut(paragraph: Span, text: str, size: int) -> Iterator[Span]:
    start = paragraph.start
    while paragraph.end - start > size:
        blank = max(text.rfind(" ", start + 1, start + size), text.rfind("\n", start + 1, start + size))
        end = blank if blank > start else start + size
        yield Span(start, end)
        start = end
    yield Span(start, paragraph.end)
