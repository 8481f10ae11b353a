"""One named speaker of one article, with what of the article tells who it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quoth.domain import Part, Reading, Span, Speaker, SpeakerKind
from quoth.dossiers.fields import fields_of, looks_private
from quoth.dossiers.letters import folded
from quoth.dossiers.naming import ranks
from quoth.dossiers.rarity import rarity, stem
from quoth.dossiers.traits import born, sex
from quoth.identity.vocabulary import FUNCTION_WORDS, MONTHS_DAYS, PRONOUNS, TITLES

JOINED = frozenset({SpeakerKind.PERSON, SpeakerKind.ORGANISATION})
"""Kinds that may be the same in two articles; the unnamed, groups, documents and readers never are."""
WORD = re.compile(r"[^\W\d_][\w’'-]*")
RENAMED = re.compile(
    r"\b(?:married|marries|née|nee|maiden name|formerly known|known as|calls? (?:her|him)self|signs? as|takes? the name"
    r"|née|wedding|divorced?|husband|wife|born)\b",
    re.IGNORECASE,
)
MOST_NAMES, MOST_WORDS, MOST_NEIGHBOURS = 40, 120, 12
FEWEST_LETTERS = 4
TELLS_NOTHING = TITLES | MONTHS_DAYS | FUNCTION_WORDS
REPORT = frozenset({Part.HEADLINE, Part.STANDFIRST, Part.BODY, Part.CAPTION, Part.DATELINE})


@dataclass(frozen=True, slots=True)
class Entry:
    """A speaker of an article. Names, words and neighbours are folded: lower case, without accents."""

    article: str
    number: int  # the speaker's, within the article
    name: str
    kind: SpeakerKind
    role: str | None = None
    outlet: str | None = None
    section: str | None = None
    published: date | None = None
    neighbours: tuple[str, ...] = ()  # the other speakers
    names: tuple[str, ...] = ()  # words that the article writes with a capital inside a sentence, titles left out
    words: tuple[str, ...] = ()  # stems of its words, the rarest first
    fields: tuple[tuple[str, float], ...] = ()  # of public life, as far as the article's words tell; sums to 1
    born: int | None = None  # the year, give or take one
    sex: int = 0  # 1: a man, -1: a woman, 0: not told
    renamed: bool = False  # the article tells of a marriage or of another name
    twin: int = 0  # counts those of the very same name in one article

    @property
    def key(self) -> str:
        """What the entry is called by: stable while the article prints this name."""
        return f"{self.article} {folded(self.name)}" + (f" #{self.twin + 1}" if self.twin else "")

    @property
    def is_private(self) -> bool:
        """Whether the role is none that is of public interest: a passer-by, a pupil."""
        return self.kind is SpeakerKind.PERSON and looks_private(self.role) and not ranks(self.name)


def entries(reading: Reading) -> list[Entry]:
    """The named persons and bodies among the article's speakers who made a statement."""
    spoke = {id_ for one in reading.statements for id_ in one.speakers}
    named = [one for one in reading.speakers if one.kind in JOINED and one.id in spoke]
    if not named:
        return []
    context = _Context(reading)
    return [context.entry(one, named) for one in named]


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph, and where it stands in the article."""

    start: int
    text: str

    def holds(self, span: Span) -> bool:
        return self.start <= span.start < self.start + len(self.text)


class _Context:
    """What an article's words tell of everyone in it; looked at once."""

    def __init__(self, reading: Reading) -> None:
        self.article = reading.article
        self.said = {
            id_: [span for one in reading.statements if id_ in one.speakers for span in one.content]
            for id_ in {id_ for one in reading.statements for id_ in one.speakers}
        }
        report = [one.span for one in self.article.passages if one.part in REPORT]
        self.lines = [line for span in report for line in _lines(span.of(self.article.text), span.start)]
        self.report = [one.text for one in self.lines]
        self.whole = self._told(self.report)
        self.renamed = any(RENAMED.search(text) for text in self.report)

    def entry(self, speaker: Speaker, named: Sequence[Speaker]) -> Entry:
        own = set(folded(speaker.name).replace("-", " ").split())
        published = self.article.published.start if self.article.published else None
        twins = [one.id for one in named if folded(one.name) == folded(speaker.name)]
        lines = self._own_lines(speaker, alone=len(twins) == 1)
        names, words, fields = self.whole if len(twins) == 1 else self._told(lines)
        mentions = [span.of(self.article.text) for span in speaker.mentions]
        return Entry(
            article=self.article.id,
            number=speaker.id,
            name=speaker.name,
            kind=speaker.kind,
            role=speaker.role,
            outlet=self.article.outlet,
            section=self.article.section,
            published=published,
            neighbours=tuple(sorted({folded(one.name) for one in named if one is not speaker}))[:MOST_NEIGHBOURS],
            names=tuple(word for word in names if word not in own)[:MOST_NAMES],
            words=tuple(word for word in words if word not in {stem(one) for one in own})[:MOST_WORDS],
            fields=fields,
            born=born(speaker.name, speaker.role, lines, published.year) if published else None,
            sex=sex(speaker.name, [word for word in mentions if word.casefold() in PRONOUNS]),
            renamed=self.renamed,
            twin=twins.index(speaker.id),
        )

    def _own_lines(self, speaker: Speaker, *, alone: bool) -> list[str]:
        """The paragraphs in which the speaker speaks, and is named where nobody else there has the name."""
        spans = [*self.said[speaker.id], *(speaker.mentions if alone else ())]
        return [line.text for line in self.lines if any(line.holds(span) for span in spans)]

    def _told(self, lines: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, float], ...]]:
        """Names, stems and fields of these lines; what the whole article stands under where they are all of it."""
        heads = [self.article.section or "", self.article.headline or ""] if lines is self.report else [""]
        everything = [part for text in [*lines, *heads[1:]] for word in WORD.findall(text) for part in parts(word)]
        stems = {stem(word) for word in everything if len(word) >= FEWEST_LETTERS}
        rare = sorted(stems, key=lambda one: (-rarity(one), one))
        return _capitals(lines), tuple(rare)[:MOST_WORDS], fields_of([*heads, *lines])


def _lines(text: str, start: int) -> list[_Line]:
    return [_Line(start + found.start(), found.group()) for found in re.finditer(r"[^\n]+", text)]


def parts(word: str) -> list[str]:
    """The words, folded, of one that may be hyphenated or a genitive."""
    bare = word.removesuffix("’s").removesuffix("'s").rstrip("’'")
    return [part for part in folded(bare).split("-") if len(part) > 1]


def _capitals(texts: Sequence[str]) -> tuple[str, ...]:
    """Words with a capital that do not open a sentence, in text order, each once; the headline may write all so."""
    out: dict[str, None] = {}
    for text in texts:
        for found in WORD.finditer(text):
            before = text[: found.start()].rstrip(" “\"'‘(")
            if found.group()[:1].isupper() and before and before[-1] not in '.!?:\n”"’':
                out.update(dict.fromkeys(one for one in parts(found.group()) if one not in TELLS_NOTHING))
    return tuple(out)
