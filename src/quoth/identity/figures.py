"""Which names are one: the people, bodies and places of an article, each with all its names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quoth.domain import Span, SpeakerKind
from quoth.identity.names import Name, Sort
from quoth.identity.prose import Prose
from quoth.identity.role import Role
from quoth.identity.sameness import is_forename, is_tail, one_body, one_person, surname_of
from quoth.identity.vocabulary import (
    PEOPLE,
    forenames,
    surnames,
)

PLAIN = re.compile(
    r"[^\W\d_][\w’']*[a-z]+(?:-[A-Z][\w’']+)*|[A-Z]\.|(?:Mc|Mac|De|Di|La|Le|O[’'])[A-Z]\w+|Jr\.?|Sr\.?|\w{1,3}"
)
NO_PEOPLE = frozenset(
    (
        "capitol hill",
        "wall street",
        "silicon valley",
        "super bowl",
        "wells fargo",
        "rolling stone",
        "morgan stanley",
        "big ben",
    )
)


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody or something of the article that may speak. Filled while the article is read."""

    kind: SpeakerKind
    names: list[Name] = field(default_factory=list)
    described: str | None = None  # of the unnamed: the description
    gender: str | None = None  # m or f
    spans: list[Span] = field(default_factory=list)  # every mention that was resolved
    roles: list[Role] = field(default_factory=list)
    anonymity: str | None = None
    plural: bool = False

    @property
    def start(self) -> int:
        return min(span.start for span in self.spans)

    @property
    def name(self) -> str:
        """The fullest name that is given, or the description."""
        if not self.names:
            return self.described or ""
        return " ".join(fullest(self.names))

    def starts(self, span: Span) -> bool:
        """Whether one of its mentions begins where the span does."""
        return any(known.start == span.start for known in self.spans)

    def mention(self, span: Span) -> None:
        if span not in self.spans:
            self.spans.append(span)


def fullest(names: Iterable[Name]) -> tuple[str, ...]:
    """The words of the name with the most words; of those the one most often printed, then the longest."""
    often = Counter(name.words for name in names)
    shouted = {words for words in often if len(words) > 1 and all(word.isupper() and len(word) > 3 for word in words)}
    best = max(often, key=lambda words: (len(words), words not in shouted, often[words], len(" ".join(words))))
    return tuple(word.title() if len(word) > 2 else word for word in best) if best in shouted else best


def gather(prose: Prose, names: Sequence[Name]) -> tuple[list[Figure], dict[Span, Figure], set[Span]]:
    """The figures by first mention, the figure of each name's span, and the spans of surnames that are shared."""
    gathering = _Gathering(prose, names)
    return *gathering.gather(), gathering.shared


class _Gathering:
    def __init__(self, prose: Prose, names: Sequence[Name]) -> None:
        self.prose = prose
        self.names = names
        self.people: list[Figure] = []
        self.bodies: list[Figure] = []
        self.of: dict[Span, Figure] = {}
        self.mains: dict[tuple[str, ...], Figure] = {}
        self.shared: set[Span] = set()
        self.by_word: dict[str, list[Figure]] = defaultdict(list)
        self.small = {word.lower for word in prose.words if not word.capital}
        self.last_words = {name.key[-1] for name in names if name.sort is Sort.PERSON}

    def gather(self) -> tuple[list[Figure], dict[Span, Figure]]:
        full = [name for name in self.names if self._is_full_person(name)]
        for name in sorted(full, key=lambda name: -len(name.words)):
            self._add(name, self._same_person(name) or self._new(name, SpeakerKind.PERSON))
        for name in self.names:
            if name.span not in self.of and (name.sort in (Sort.PERSON, Sort.UNSURE) or self._shouted_surname(name)):
                person = self._by_part(name)
                if person is not None:
                    self._add(name, person)
                elif name.sort is Sort.PERSON:
                    self._add(name, self._new(name, SpeakerKind.PERSON))
        for name in sorted(self.names, key=lambda name: -len(name.words)):
            if name.span not in self.of:
                self._add(name, self._same_body(name) or self._new(name, SpeakerKind.ORGANISATION))
        self._persons_by_pronoun()
        figures = self.people + self.bodies
        for figure in figures:
            figure.names.sort(key=lambda name: name.span)
            figure.spans.sort()
            figure.gender = _gender(figure) or self._told_by_pronouns(figure)
        return sorted(figures, key=lambda figure: figure.start), self.of

    def _shouted_surname(self, name: Name) -> bool:
        """Whether it is one word in capitals that is somebody's surname: "ORLIN:" in a transcript."""
        last = name.key[-1]
        return (
            len(name.words) == 1
            and name.words[0].isupper()
            and any(surname_of(n.key) == last for f in self.by_word.get(last, []) for n in f.names)
        )

    def _is_full_person(self, name: Name) -> bool:
        if len(name.words) < 2:
            return False
        if name.sort is Sort.PERSON:
            return True
        plain = all(PLAIN.fullmatch(word) for word in name.words)
        return (
            name.sort is Sort.UNSURE
            and len(name.words) <= 3
            and plain
            and not self._after_the(name)
            and self._looks_like_one(name)
        )

    def _looks_like_one(self, name: Name) -> bool:
        """An unsure name of two or three words is somebody's where its last word stands alone or others bear it."""
        last = name.key[-1]
        alone = any(other.key == (last,) for other in self.names)
        small = any(word in self.small for word in name.key)
        return (
            alone or last in self.last_words or (len(name.words) == 2 and not small and self._acts(name))
        ) and not any(w.isupper() and len(w) > 2 for w in name.words)

    def _acts(self, name: Name) -> bool:
        """Whether there stands around an unknown name what stands around people's: a noun before, a verb after."""
        before, after = self.prose.before(name.span.start), self.prose.after(name.span.end)
        if before and before[-1].lower in PEOPLE:
            return True
        comma = self.prose.text[name.span.end : name.span.end + 1] == ","
        told = bool(after) and (
            after[0].lower in ("who", "said", "says", "told", "wrote", "added")
            or (
                comma
                and (
                    after[0].lower in ("a", "an", "the", "who")
                    or (after[0].text.isdigit() and self.prose.text[after[0].span.end : after[0].span.end + 1] == ",")
                )
            )
        )
        if name.key[-1] in surnames() and " ".join(name.key) not in NO_PEOPLE:
            return True
        return told or (bool(before) and before[-1].lower in ("said", "says", "told", "added"))

    def _after_the(self, name: Name) -> bool:
        before = self.prose.before(name.span.start)
        return bool(before) and before[-1].lower == "the"

    def _new(self, name: Name, kind: SpeakerKind) -> Figure:
        figure = Figure(kind)
        (self.people if kind is SpeakerKind.PERSON else self.bodies).append(figure)
        return figure

    def _add(self, name: Name, figure: Figure) -> None:
        figure.names.append(name)
        figure.mention(name.span)
        self.of[name.span] = figure
        if figure.kind is SpeakerKind.PERSON:
            for word in name.key:
                if figure not in self.by_word[word]:
                    self.by_word[word].append(figure)

    def _same_person(self, name: Name) -> Figure | None:
        for figure in self.by_word.get(surname_of(name.key), []):
            if any(one_person(name, other) for other in figure.names):
                return figure
        for figure in self.by_word.get(name.key[-1], []):
            if any(is_tail(name.key, other.key) for other in figure.names):
                return figure
        return None

    def _by_part(self, name: Name) -> Figure | None:
        """The person of whose full name this is a part; of several the one in focus."""
        fits = [
            f
            for f in self.by_word.get(name.key[-1], [])
            if any(is_tail(name.key, n.key) or is_forename(name.key, n.key) for n in f.names)
        ]
        if name.gender:
            fits = [f for f in fits if _gender(f) in (None, name.gender)]
        by_surname = [
            f for f in fits if any(n.key[-1] == name.key[-1] or surname_of(n.key) == name.key[-1] for n in f.names)
        ]
        fits = by_surname or fits
        if len(fits) > 1:
            self.shared.add(name.span)
            return self._in_focus(fits, name)
        return fits[0] if fits else None

    def _in_focus(self, fits: list[Figure], name: Name) -> Figure:
        """Of namesakes the one whom the surname alone means: papers go on naming the others in full.

        That is the one named in full just before, where the main one was not; the main one is told by the pronouns
        that follow the bare surname, else named first.
        """
        main = self._main(fits, name.key)
        number = self.prose.sentences[name.sentence]
        for other in fits:
            near = [
                n
                for n in other.names
                if len(n.words) > 1
                and n.span.start < name.span.start
                and self.prose.sentences[n.sentence].paragraph == number.paragraph
            ]
            since = [
                n
                for f in fits
                if f is not other
                for n in f.names
                if near and near[-1].span.start < n.span.start < name.span.start
            ]
            if (
                other is not main
                and near
                and name.sentence - near[-1].sentence <= 1
                and not since
                and self._alone(near[-1], main)
            ):
                return other
        return main

    def _alone(self, full: Name, main: Figure) -> bool:
        """Whether the sentence with the full name does not speak of the main one too."""
        return not any(n.sentence == full.sentence for n in main.names)

    def _main(self, fits: list[Figure], key: tuple[str, ...]) -> Figure:
        if key not in self.mains:
            votes = Counter[str]()
            for name in self.names:
                if name.key == key and not name.possessive and not name.modifier:
                    votes[name.gender or self._next_pronoun(name)] += 1
            by_gender = {_gender(f): f for f in fits}
            told = [g for g in ("m", "f") if votes[g] >= 2 and votes[g] >= 2 * votes["f" if g == "m" else "m"]]
            one = by_gender.get(told[0]) if told and len(by_gender) == len(fits) else None
            self.mains[key] = one or min(fits, key=_named_in_full)
        return self.mains[key]

    def _next_pronoun(self, name: Name) -> str:
        for word in self.prose.after(name.span.end):
            if word.capital and word.lower in self.by_word and word.lower != name.key[-1]:
                return ""
            if word.lower in ("he", "his", "him", "she", "her"):
                return "m" if word.lower in ("he", "his", "him") else "f"
        return ""

    def _persons_by_pronoun(self) -> None:
        """A body with one word for a name is a person where "he" or "she" goes on from it more often than "it"."""
        for figure in list(self.bodies):
            single = all(
                len(name.words) == 1 and name.sort is Sort.UNSURE and PLAIN.fullmatch(name.words[0])
                for name in figure.names
            )
            votes = sum(self._vote(name) for name in figure.names) if single else 0
            known = (
                single
                and figure.names[0].key[0] in surnames()
                and not any(self._after_the(name) for name in figure.names)
            )
            if votes > 0 or (votes == 0 and known):
                figure.kind = SpeakerKind.PERSON
                self.bodies.remove(figure)
                self.people.append(figure)

    def _told_by_pronouns(self, figure: Figure) -> str | None:
        """m or f where the pronouns after the person, in sentences that name nobody else, are all of one gender."""
        if figure.kind is not SpeakerKind.PERSON:
            return None
        told = Counter[str]()
        for name in figure.names:
            sentence = self.prose.sentences[name.sentence]
            people = {
                self.of[n.span]
                for n in self.names
                if n.sentence == name.sentence and self.of[n.span].kind is SpeakerKind.PERSON
            }
            if people == {figure} and not self.prose.in_quotes(name.span.start):
                said = [
                    w.lower
                    for w in sentence.words
                    if w.span.start > name.span.end and not self.prose.in_quotes(w.span.start)
                ]
                told["m"] += any(w in ("he", "his", "him") for w in said)
                told["f"] += any(w in ("she", "her") for w in said)
        best, other = (told["m"], told["f"])
        if max(best, other) < 2 or min(best, other):
            return None
        return "m" if best else "f"

    def _vote(self, name: Name) -> int:
        """1 where the next pronoun is a person's and nobody else is named before it, -1 where it is a thing's."""
        before = self.prose.before(name.span.start)
        if before and before[-1].lower in ("the", "at", "in", "on", "a", "an", "from", "of"):
            return -1
        number = self.prose.sentence_number(name.span.start)
        ahead = [w for s in self.prose.sentences[number : number + 2] for w in s.words if w.span.start >= name.span.end]
        for word in ahead:
            if word.capital and word.lower in self.by_word:
                return 0
            if word.lower in ("he", "she", "his", "her", "him"):
                return 1
            if word.lower in ("it", "its"):
                return -1
        return 0

    def _same_body(self, name: Name) -> Figure | None:
        for figure in self.bodies:
            if any(one_body(name, other) for other in figure.names):
                return figure
        return None


def _named_in_full(figure: Figure) -> int:
    """Where the figure is first named with more than one word, else first named at all."""
    return min((n.span.start for n in figure.names if len(n.words) > 1), default=figure.start)


def _gender(figure: Figure) -> str | None:
    """m or f, by titles, else by forename."""
    titles = Counter(name.gender for name in figure.names if name.gender)
    if titles:
        return titles.most_common(1)[0][0]
    for name in sorted(figure.names, key=lambda name: -len(name.words)):
        if len(name.words) > 1 or figure.kind is SpeakerKind.PERSON:
            told = forenames().get(name.key[0])
            if told in ("m", "f") and (len(name.words) > 1):
                return told
    return None
