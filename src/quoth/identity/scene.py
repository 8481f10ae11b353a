"""All that is known while the speakers of one article are told: text, names, figures, and who has spoken so far."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.domain import Article, Span, SpeakerKind, Statement
from quoth.identity.figures import Figure, gather
from quoth.identity.mentions import MentionReader
from quoth.identity.names import Name, NameFinder, Sort
from quoth.identity.prose import prose_of
from quoth.identity.ranker import FEATURES
from quoth.identity.roles import role_words
from quoth.identity.tagged import Tagged
from quoth.identity.vocabulary import PEOPLE, TITLES, words

PAPERS = words("poll polls survey surveys study studies report")
EARLY = 2  # paragraphs that count as the article's beginning
SHORT = 40.0  # sentences: farther than that is all the same


@dataclass(frozen=True, slots=True)
class Answer:
    """Who speaks: one figure for each speaker, how that was told, and how sure; else who it may be, likeliest first."""

    figures: tuple[Figure, ...]
    way: str
    share: float = 1.0
    others: tuple[Figure, ...] = ()


NOBODY = Answer((), "nobody", 1.0)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the ranker chose from: the candidates and their features. Kept for training and for looking at."""

    number: int
    figures: tuple[Figure, ...]
    rows: tuple[tuple[float, ...], ...]
    described: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention of a figure, as the ranker sees it."""

    place: int
    sentence: int
    paragraph: int
    subject: bool
    modifier: bool
    quoted: bool


class Scene:
    """The state of one article's resolution. Filled in the order in which the statements are told."""

    def __init__(self, article: Article, statements: Sequence[Statement], tagged: Tagged | None = None) -> None:
        self.article = article
        self.prose = prose_of(article)
        self.statements = statements
        self.tagged = tagged
        self.names = NameFinder(self.prose, tagged).find()
        self.figures, self.of, self.shared = gather(self.prose, self.names)
        self.reader = MentionReader(self.prose, self.names)
        self.answers: dict[int, Answer] = {}
        self.anchors = [anchor(statement) for statement in statements]
        self.order = sorted(range(len(statements)), key=lambda n: (self.anchors[n], n))
        self.rank = {n: place for place, n in enumerate(self.order)}
        self.seen: dict[Figure, list[Seen]] = {}
        self.choices: list[Choice] = []
        self.papers: dict[str, Figure] = {}  # who made the last poll, letter ...
        self._subjects: dict[int, Figure | None] = {}
        self.named_in: dict[int, list[Name]] = {}  # by sentence
        for name in self.names:
            self.named_in.setdefault(name.sentence, []).append(name)
        self._leads = {n: [name.span.start for name in names if self._acts(name)] for n, names in self.named_in.items()}
        for name in self.names:
            self.note(self.of[name.span], name.span, name)

    def note(self, figure: Figure, span: Span, name: Name | None = None) -> None:
        """Remember that the figure is mentioned there."""
        if figure not in self.figures:
            self.figures.append(figure)
        figure.mention(span)
        number = self.prose.sentence_number(span.start)
        sentence = self.prose.sentences[number]
        quoted = self.prose.in_quotes(span.start)
        modifier = name is not None and (name.modifier or name.possessive)
        subject = not quoted and not modifier and self._is_first(span, number)
        sight = Seen(span.start, number, sentence.paragraph, subject, modifier, quoted)
        sights = self.seen.setdefault(figure, [])
        sights.insert(bisect_left([one.place for one in sights], sight.place), sight)

    def _acts(self, name: Name) -> bool:
        """Whether the name may be its sentence's subject: outside of quotes, and qualifying nothing."""
        return not name.modifier and not name.possessive and not self.prose.in_quotes(name.span.start)

    def _is_first(self, span: Span, sentence: int) -> bool:
        """Whether no other name stands before it in its sentence outside of quotes and possessives."""
        return all(place >= span.start for place in self._leads.get(sentence, ())[:1])

    def subject(self, sentence: int) -> Figure | None:
        """The person who is the first to be named in the sentence, outside of quotes."""
        if sentence not in self._subjects:
            people = [self.of[name.span] for name in self.named_in.get(sentence, ()) if self._acts(name)]
            self._subjects[sentence] = next((f for f in people if f.kind is SpeakerKind.PERSON), None)
        return self._subjects[sentence]

    def papers_told(self, head: str) -> Figure | None:
        """The body whose poll or study the article tells of: "a poll by X", "an X poll"."""
        for name in self.names:
            figure = self.of[name.span]
            if figure.kind is not SpeakerKind.ORGANISATION or name.sort is Sort.PLACE:
                continue
            after = self.prose.after(name.span.end)[:2]
            before = [word.lower for word in self.prose.before(name.span.start)[-10:]]
            by = bool({"by", "from"} & set(before[-2:])) and any(word in PAPERS for word in before)
            if by or (name.modifier and any(word.lower in PAPERS for word in after)):
                return figure
        return None

    def heard(self, number: int) -> list[int]:
        """The statements before this one whose speaker has been told, the last first."""
        return [
            n
            for n in reversed(self.order[: self.rank[number]])
            if n in self.answers and self.answers[n].figures and n != self.statements[number].within
        ]

    def features(self, figure: Figure, number: int, place: int, asked: Asked) -> list[float] | None:
        """The candidate's features in the order of FEATURES; None where nothing is said of it before the place."""
        before = [one for one in self.seen.get(figure, ()) if one.place < place]
        if not before:
            return None
        last, sentence = before[-1], self.prose.sentence_number(place)
        paragraph = self.prose.sentences[sentence].paragraph
        told = {
            "same sentence": float(last.sentence == sentence),
            "sentences since": math.log1p(min(SHORT, sentence - last.sentence)),
            "paragraphs since": math.log1p(min(SHORT, paragraph - last.paragraph)),
            "last as subject": float(last.subject),
            "last as modifier": float(last.modifier),
            "last in quotes": float(last.quoted),
            "in first lines": float(before[0].paragraph < EARLY),
            "subject of last sentence": float(sentence > 0 and self.subject(sentence - 1) is figure),
            "subject of sentence": float(last.sentence == sentence and self.subject(sentence) is figure),
            "in own content": float(self._in_content(figure, number)),
            "only modifier": float(all(one.modifier for one in before)),
            "unnamed": float(not figure.names),
            "share of mentions": math.log1p(len(before))
            / math.log1p(1 + sum(len(s) for f, s in self.seen.items() if f.kind is SpeakerKind.PERSON)),
            "gender told": float(figure.gender is not None and figure.gender == asked.gender),
        }
        told |= self._spoke(figure, number, sentence, paragraph) | asked.of(figure)
        return [told.get(name, 0.0) for name in FEATURES]

    def _in_content(self, figure: Figure, number: int) -> bool:
        spans = self.statements[number].content
        return any(span.start <= one.place < span.end for span in spans for one in self.seen.get(figure, ()))

    def _spoke(self, figure: Figure, number: int, sentence: int, paragraph: int) -> dict[str, float]:
        heard = [
            n
            for n in self.heard(number)
            if self.statements[n].within is None or self.statements[number].within is not None
        ][:3]
        out: dict[str, float] = {}
        if heard and figure in self.answers[heard[0]].figures:
            last = self.prose.sentence_number(self.anchors[heard[0]])
            gap = paragraph - self.prose.sentences[last].paragraph
            out = {
                "spoke before": 1.0,
                "spoke before, same paragraph": float(gap == 0),
                "spoke before, next paragraph": float(gap == 1),
                "spoke before, last sentence": float(sentence - last <= 1),
            }
        elif any(figure in self.answers[n].figures for n in heard[1:]):
            out = {"spoke before that": 1.0}
        return out


@dataclass(frozen=True, slots=True)
class Asked:
    """What the words ask of whom they mean: gender, and of a description its noun and its other words."""

    gender: str | None = None  # m, f or None
    head: str = ""
    words: frozenset[str] = frozenset()

    def of(self, figure: Figure) -> dict[str, float]:
        if not self.head:
            return {}
        told = role_words(figure)
        nouns = told & (PEOPLE | TITLES)
        fits = any(alike(self.head, word) for word in told)
        share = sum(word in told for word in self.words) / len(self.words) if self.words else 0.0
        return {"noun told": float(fits), "words told": share, "other noun told": float(bool(nouns) and not fits)}


FAMILIES = [
    frozenset(group.split())
    for group in """
candidate nominee contender hopeful frontrunner front-runner challenger
senator sen
governor gov
congressman congresswoman rep representative lawmaker
businessman mogul billionaire magnate developer
spokesman spokeswoman spokesperson
chairman chairwoman chair chairperson
lawmaker senator congressman congresswoman rep sen legislator
president leader
chancellor leader
minister leader
premier leader minister
aide adviser advisor strategist
professor scholar researcher academic
attorney lawyer counsel
judge justice
executive ceo chief president founder
reporter journalist correspondent columnist writer author
actor star actress
coach manager trainer
secretary minister
general colonel commander officer
mother mom parent
father dad parent
director chief head
""".strip().splitlines()
]


def alike(one: str, other: str) -> bool:
    """Whether two nouns for people may be said of the same person as a matter of course."""
    return one == other or one == other.rstrip("s") or any(one in family and other in family for family in FAMILIES)


def anchor(statement: Statement) -> int:
    """Where the statement is told: at its mention, else its cue, else its words."""
    told = statement.mention or statement.cue
    return told.start if told else statement.content[0].start
