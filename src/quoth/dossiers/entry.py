"""One named speaker of one article, with what of the article tells who it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quoth.domain import Part, Reading, Speaker, SpeakerKind
from quoth.dossiers.fields import fields_of, looks_private
from quoth.dossiers.letters import folded

JOINED = frozenset({SpeakerKind.PERSON, SpeakerKind.ORGANISATION})
"""Kinds that may be the same in two articles; the unnamed, groups, documents and readers never are."""
WORD = re.compile(r"[^\W\d_][\w’'-]*")
RENAMED = re.compile(
    r"\b(?:married|marries|née|nee|maiden name|formerly known|known as|calls? (?:her|him)self|signs? as|takes? the name"
    r"|née|wedding|divorced?|husband|wife|born)\b",
    re.IGNORECASE,
)
MOST_NAMES, MOST_WORDS, MOST_NEIGHBOURS = 40, 120, 12
FEWEST_LETTERS, STEM_LETTERS = 5, 6
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
    names: tuple[str, ...] = ()  # words that the article writes with a capital inside a sentence
    words: tuple[str, ...] = ()  # stems of its longer words
    fields: tuple[tuple[str, float], ...] = ()  # of public life, as far as the article's words tell; sums to 1
    renamed: bool = False  # the article tells of a marriage or of another name
    twin: int = 0  # counts those of the very same name in one article

    @property
    def key(self) -> str:
        """What the entry is called by: stable while the article prints this name."""
        return f"{self.article} {folded(self.name)}" + (f" #{self.twin + 1}" if self.twin else "")

    @property
    def is_private(self) -> bool:
        """Whether the role is none that is of public interest: a passer-by, a pupil."""
        return self.kind is SpeakerKind.PERSON and looks_private(self.role)


def entries(reading: Reading) -> list[Entry]:
    """The named persons and bodies among the article's speakers who made a statement."""
    spoke = {id_ for one in reading.statements for id_ in one.speakers}
    named = [one for one in reading.speakers if one.kind in JOINED and one.id in spoke]
    if not named:
        return []
    context = _Context(reading)
    return [context.entry(one, named) for one in named]


class _Context:
    """What an article's words tell of everyone in it; looked at once."""

    def __init__(self, reading: Reading) -> None:
        self.article = reading.article
        report = [one.span.of(self.article.text) for one in self.article.passages if one.part in REPORT]
        self.names = _capitals(report)
        everything = [folded(word) for text in report for word in WORD.findall(text)]
        long = (word[:STEM_LETTERS] for word in everything if len(word) >= FEWEST_LETTERS)
        self.words = tuple(sorted(dict.fromkeys(long)))
        self.fields = fields_of([self.article.section or "", self.article.headline or "", *report])
        self.renamed = any(RENAMED.search(text) for text in report)

    def entry(self, speaker: Speaker, named: Sequence[Speaker]) -> Entry:
        own = set(folded(speaker.name).replace("-", " ").split())
        published = self.article.published
        twins = [one.id for one in named if folded(one.name) == folded(speaker.name)]
        shared = len(twins) > 1  # what the article is about tells the two not apart
        return Entry(
            article=self.article.id,
            number=speaker.id,
            name=speaker.name,
            kind=speaker.kind,
            role=speaker.role,
            outlet=self.article.outlet,
            section=self.article.section,
            published=published.start if published else None,
            neighbours=tuple(sorted({folded(one.name) for one in named if one is not speaker}))[:MOST_NEIGHBOURS],
            names=() if shared else tuple(word for word in self.names if word not in own)[:MOST_NAMES],
            words=() if shared else self._words(own),
            fields=() if shared else self.fields,
            renamed=self.renamed,
            twin=twins.index(speaker.id),
        )

    def _words(self, own: set[str]) -> tuple[str, ...]:
        stems = {word[:STEM_LETTERS] for word in own}
        return tuple(word for word in self.words if word not in stems)[:MOST_WORDS]


def _capitals(texts: Sequence[str]) -> tuple[str, ...]:
    """Words with a capital that do not open a sentence, in text order, each once; the headline may write all so."""
    out: dict[str, None] = {}
    for text in texts:
        for found in WORD.finditer(text):
            before = text[: found.start()].rstrip(" “\"'‘(")
            word = found.group().removesuffix("’s").removesuffix("'s").rstrip("’'")
            if word[:1].isupper() and len(word) > 1 and before and before[-1] not in '.!?:\n”"’':
                out.update(dict.fromkeys(part for part in folded(word).split("-") if len(part) > 1))
    return tuple(out)
