"""Readings as one self-contained HTML page: each article as printed, statements marked, furniture folded away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from quoth.cli.account import label, names, way, where
from quoth.contract import quote
from quoth.domain import Article, Part, Reading, Span, Statement, Status

Element = tuple[Span, str, str]
"""What an element covers, and the tags that open and close it."""

FOLDED = frozenset({Part.FURNITURE})


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker in the list above the statements."""

    name: str
    kind: str
    role: str | None
    anonymity: str | None
    hue: int  # degrees, the colour of this speaker's statements
    statements: tuple[str, ...]  # anchors


@dataclass(frozen=True, slots=True)
class Row:
    """One statement in the list beside the article."""

    anchor: str
    name: str  # "" where nobody is known
    perhaps: str  # who it may be, where nobody clears the threshold
    mention: str | None
    hue: int | None
    way: str  # route and day
    cue: str | None
    words: str
    where: str
    manner: str
    label: str  # such as "denied" or "thought"; "" for what was plainly said or written
    confidence: float
    nested: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring passages that are shown alike: (part, marked text) pairs."""

    folded: bool
    passages: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article on the page."""

    anchor: str
    headline: str
    facts: tuple[str, ...]
    url: str | None
    blocks: tuple[Block, ...]
    voices: tuple[Voice, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """The file that `quoth read --html` writes. Template: reading.html.j2"""

    title: str
    sheets: tuple[Sheet, ...]


def render(readings: Sequence[Reading]) -> str:
    """The page, without script and without anything that it would have to fetch."""
    environment = Environment(
        loader=PackageLoader("quoth.cli"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    sheets = tuple(sheet(reading, f"a{n}") for n, reading in enumerate(readings, 1))
    title = sheets[0].headline if len(sheets) == 1 else f"{len(sheets)} articles"
    return environment.get_template("reading.html.j2").render(page=ReadingPage(title, sheets))


def sheet(reading: Reading, anchor: str) -> Sheet:
    """One reading, its passages in page order."""
    article = reading.article
    elements = sorted({element for n, one in enumerate(reading.statements) for element in _elements(n, one, anchor)})
    blocks = []
    for folded, passages in groupby(article.passages, key=lambda passage: passage.part in FOLDED):
        shown = tuple((passage.part.value, marked(article.text, passage.span, elements)) for passage in passages)
        blocks.append(Block(folded, shown))
    rows = tuple(row(reading, n, anchor) for n in range(len(reading.statements)))
    headline = article.headline or article.origin
    return Sheet(anchor, headline, facts(article), article.url, tuple(blocks), tuple(voices(reading, anchor)), rows)


def voices(reading: Reading, anchor: str) -> Iterator[Voice]:
    """The speakers of statements, in the order of their first mention."""
    for speaker in reading.speakers:
        theirs = tuple(f"{anchor}-s{n}" for n, one in enumerate(reading.statements) if speaker.id in one.speakers)
        if theirs:
            yield Voice(speaker.name, speaker.kind.value, speaker.role, speaker.anonymity, hue(speaker.id), theirs)


def hue(id_: int) -> int:
    """A speaker's colour in degrees: the golden angle apart, so that neighbours never look alike."""
    return round(id_ * 137.508) % 360


def facts(article: Article) -> tuple[str, ...]:
    """What is known of the article, for the line under its headline."""
    day = article.published.start.isoformat() if article.published else None
    return tuple(fact for fact in (article.outlet, day, ", ".join(article.byline) or None, article.section) if fact)


def row(reading: Reading, n: int, anchor: str) -> Row:
    """The n-th statement, for the list beside the article."""
    statement, text = reading.statements[n], reading.article.text
    return Row(
        anchor=f"{anchor}-s{n}",
        name=names(reading, statement.speakers),
        perhaps=names(reading, statement.candidates, " or "),
        hue=hue(statement.speakers[0]) if statement.speakers else None,
        way=way(statement),
        mention=statement.mention.of(text) if statement.mention else None,
        cue=statement.cue.of(text) if statement.cue else None,
        words=quote(text, statement.content),
        where=where(reading, statement),
        manner=statement.manner.value,
        label=label(statement),
        confidence=statement.confidence.words,
        nested=statement.within is not None,
    )


@dataclass(frozen=True, slots=True)
class Edge:
    """Where an element begins or ends. Inner elements open later and close earlier."""

    place: int
    opens: bool
    length: int
    tag: Markup

    def order(self) -> tuple[int, int, int]:
        return (self.place, 1, -self.length) if self.opens else (self.place, 0, self.length)


def marked(text: str, passage: Span, elements: Sequence[Element]) -> Markup:
    """The passage's text with the mentions, cues and contents in it as elements."""
    out, place = Markup(), passage.start
    for edge in sorted(_edges(passage, elements), key=Edge.order):
        out += escape(text[place : edge.place]) + edge.tag
        place = edge.place
    return out + escape(text[place : passage.end])


def _edges(passage: Span, elements: Sequence[Element]) -> Iterator[Edge]:
    placed: list[Span] = []
    for span, opening, closing in elements:
        crosses = any(
            other.overlaps(span) and not other.contains(span) and not span.contains(other) for other in placed
        )
        if passage.contains(span) and not crosses and span not in placed:
            placed.append(span)
            yield Edge(span.start, True, len(span), Markup(opening))
            yield Edge(span.end, False, len(span), Markup(closing))


def _elements(n: int, statement: Statement, anchor: str) -> Iterator[Element]:
    name = f"{anchor}-s{n}"
    look = statement.manner.value + (" off" if statement.status is not Status.ASSERTED else "")
    title = f"statement {n + 1}" + (f": {label(statement)}" if label(statement) else "")
    colour = f' style="--hue: {hue(statement.speakers[0])}"' if statement.speakers else ""
    for piece, span in enumerate(statement.content):
        id_ = f' id="{name}"' if piece == 0 else ""
        yield span, f'<mark{id_} class="{look}"{colour} title="{title}">', "</mark>"
    if statement.cue:
        yield statement.cue, f'<a class="cue" href="#{name}-row">', "</a>"
    if statement.mention:
        yield statement.mention, '<b class="mention">', "</b>"
