"""What a statement's mention is: a pronoun, one or more names, or a description; and its head word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from quoth.domain import Span
from quoth.identity.names import POSSESSIVES, Name, Sort
from quoth.identity.prose import Prose, Word
from quoth.identity.vocabulary import PEOPLE, PRONOUNS, SPEECH_NOUNS, TITLES, words

LEADS = words(
    "according to by from among in with between for at of and but both even only as per through via just over about "
    "nearly roughly almost at-least"
)
TRAILS = words("each both all also himself herself themselves itself alike too , once")
PREPOSITIONS = words(
    "of for from in at to with by on about against within near inside outside among between behind under over "
    "through across including like without around into onto since after before during as close familiar than"
)
RELATIVES = words("who whom whose which that where when")
ARTICLES = words("the a an")
DETERMINERS = ARTICLES | words(
    "this that these those his her its their our my your some any many most several few all both each every no one "
    "two three another other"
)
PARTICIPLES = words(
    "based listed released conducted published briefed polled surveyed close familiar working running speaking led "
    "known written issued made provided involved interviewed obtained held posted"
)
BREAK = re.compile(r"[,;:()\[\]—–]|--| - ")


class Form(Enum):
    """How one part of a mention names its speaker."""

    NAME = "name"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the speakers that a mention names. words: without what stands before and after the noun phrase."""

    form: Form
    words: tuple[Word, ...]
    name: Name | None = None  # of a NAME, the name; of a description, that of its possessor
    head: str = ""  # of a description, its noun in lower case
    definite: bool = False
    owner: str | None = None  # possessive pronoun in lower case

    @property
    def span(self) -> Span:
        return Span(self.words[0].span.start, self.words[-1].span.end)


class MentionReader:
    """Reads mentions against the names of the article."""

    def __init__(self, prose: Prose, names: Sequence[Name]) -> None:
        self.prose = prose
        self.by_end = {name.span.end: name for name in names}
        self.by_start = {name.span.start: name for name in names}

    def read(self, mention: Span) -> list[Part]:
        """The parts of the mention, in text order; empty where it holds no word."""
        words = list(self.prose.within(mention))
        while len(words) > 1 and words[0].lower in LEADS:
            words = words[1:]
        while len(words) > 1 and (words[-1].lower in TRAILS or words[-1].lower in ("there", "here", "then")):
            words = words[:-1]
        if not words:
            return []
        if len(words) == 1 or (len(words) == 2 and words[1].text in POSSESSIVES):
            pronoun = self._pronoun(words[0])
            if pronoun is not None:
                return [pronoun]
        return self._phrases(words)

    def _pronoun(self, word: Word) -> Part | None:
        kind = PRONOUNS.get(word.lower) or PRONOUNS.get(word.lower.partition("'")[0])
        if kind is None or (word.text.isupper() and word.lower == "us"):
            return None
        return Part(Form.RELATIVE if kind == "r" else Form.PRONOUN, (word,))

    def _phrases(self, words: list[Word]) -> list[Part]:
        segments = self._segments(words)
        ages = next((n for n, segment in enumerate(segments) if n and segment[0].text.isdigit()), None)
        if ages is not None:
            words = [word for segment in segments[:ages] for word in segment]
        first = segments[0]
        coordinated = self._coordinated(words)
        if coordinated:
            return coordinated
        part = self._phrase(first)
        if part.form is Form.NAME:
            return [part]
        for segment in segments[1:3]:
            named = self._apposed(segment)
            if named is not None and part.head not in SPEECH_NOUNS:
                return [Part(Form.NAME, tuple(segment), named)]
            if segment and segment[0].lower in RELATIVES:
                break
        if part.form is Form.DESCRIPTION and len(segments) > 1 and self._restrictive(segments):
            return [replace(part, words=(*first, *segments[1]))]
        return [part]

    def _restrictive(self, segments: list[list[Word]]) -> bool:
        """Whether the clause after the noun tells which one it is: no comma stands before its "who"."""
        gap = self.prose.text[segments[0][-1].span.end : segments[1][0].span.start]
        return segments[1][0].lower in ("who", "that") and not BREAK.search(gap)

    def _segments(self, words: list[Word]) -> list[list[Word]]:
        """The words cut at commas, dashes, brackets and before relative pronouns; never inside a name."""
        out: list[list[Word]] = [[]]
        for n, word in enumerate(words):
            between = self.prose.text[words[n - 1].span.end : word.span.start] if n else ""
            inside = any(name.span.start < word.span.start < name.span.end for name in self._names(words))
            cut = n and not inside and (BREAK.search(between) or (word.lower in RELATIVES and n > 0))
            if cut:
                out.append([])
            out[-1].append(word)
        return [segment for segment in out if segment] or [words]

    def _names(self, words: Sequence[Word]) -> list[Name]:
        return [self.by_start[word.span.start] for word in words if word.span.start in self.by_start]

    def _apposed(self, segment: list[Word]) -> Name | None:
        """The name that is all of a segment but for its title: "his top aide, Tad Devine"."""
        if not segment or segment[0].lower in ARTICLES | RELATIVES or segment[0].lower in PREPOSITIONS:
            return None
        name = self.ending(self._core(segment))
        if name is None or name.modifier or len(name.words) < 2:
            return None
        lead = [word for word in segment if word.span.start < name.span.start]
        return name if all(word.capital for word in lead) else None

    def _coordinated(self, words: list[Word]) -> list[Part] | None:
        """The parts joined by "and", where they stand for several speakers; None where they are one phrase."""
        pieces: list[list[Word]] = [[]]
        names = self._names(words)
        for n, word in enumerate(words):
            if any(name.span.start < word.span.start < name.span.end for name in names):
                pieces[-1].append(word)
            elif word.lower in ("and", "&") and n and n < len(words) - 1:
                pieces.append([])
            elif word.lower in RELATIVES and n:
                break
            else:
                pieces[-1].append(word)
        if len(pieces) == 1 or not all(pieces):
            return None
        return self._parts(pieces)

    def _parts(self, pieces: list[list[Word]]) -> list[Part] | None:
        last, first = pieces[-1], self._segments(pieces[0])
        pieces = [segment for piece in pieces[:-1] for segment in self._listed(piece)]
        parts = [self._phrase(piece) for piece in pieces] + self._last_of_list(last)
        named = [part.form is Form.NAME for part in parts]
        if len(first) > 1 and named[-1] and not any(word.text[:2] in ("R-", "D-", "R", "D", "I-") for word in first[1]):
            name = parts[-1].name
            if name is None or (name.sort is not Sort.PERSON and len(parts) == 2):
                return None
        if all(named):
            people = parts[0].name is not None and parts[0].name.sort is Sort.PERSON
            return parts if people or all(self._whole(part) or self._bare(part) for part in parts[1:]) else None
        own = named[0] and len(first) == 1 and all(part.form is Form.NAME or self._whole(part) for part in parts[1:])
        return parts if own and len(parts) == 2 else None

    def _last_of_list(self, words: list[Word]) -> list[Part]:
        segments = self._segments(words)
        part = self._phrase(segments[0])
        named = self._apposed(segments[1]) if part.form is not Form.NAME and len(segments) > 1 else None
        return [part if named is None else Part(Form.NAME, tuple(segments[1]), named)]

    def _listed(self, piece: list[Word]) -> list[list[Word]]:
        """A piece before "and" as the members of a list, or as one with what is said of it left out."""
        segments = self._segments(piece)
        members = [
            segment
            for segment in segments
            if self._phrase(segment).form is Form.NAME and (segment[0].lower not in ARTICLES or self._the_name(segment))
        ]
        return members if len(members) == len(segments) and len(segments) > 1 else segments[:1]

    def _the_name(self, segment: list[Word]) -> bool:
        """Whether it is nothing but "the" and a name: "the United States"."""
        name = self.ending(segment)
        return name is not None and segment[0].lower == "the" and segment[1].span.start == name.span.start

    def _bare(self, part: Part) -> bool:
        """Whether nothing but capitals, or "former", stands before the name."""
        lead = [w for w in part.words if part.name is not None and w.span.start < part.name.span.start]
        titled = part.name is not None and part.name.title and lead[:1] and lead[0].lower not in DETERMINERS
        return bool(titled) or all(
            w.capital or w.text in POSSESSIVES or w.lower in ("former", "the", "then", "sen", "rep") for w in lead
        )

    def _whole(self, part: Part) -> bool:
        return bool(part.owner) or part.words[0].lower in DETERMINERS

    def _core(self, words: Sequence[Word]) -> list[Word]:
        """The words up to the first preposition or participle that opens what is added to the noun."""
        names = self._names(words)
        for n, word in enumerate(words):
            if n and not any(name.span.start < word.span.start < name.span.end for name in names):
                opens = word.lower in PREPOSITIONS or word.lower in PARTICIPLES or self._clause(words[n - 1], word)
                if opens and not self._qualified_on(words, n):
                    return list(words[:n])
        return list(words)

    def _clause(self, noun: Word, word: Word) -> bool:
        """Whether a clause without its "who" begins: "everyone I met", "Americans worried about the port"."""
        participle = noun.lower.endswith("s") and word.lower.endswith("ed") and not word.capital
        return word.text in ("I", "we", "they") or participle

    def _qualified_on(self, words: Sequence[Word], n: int) -> bool:
        """Whether "of State" and the like only stand within what qualifies a name: "Secretary of State John Kerry"."""
        name = self.ending(words)
        if name is None or name.modifier:
            return False
        start = next((k for k, word in enumerate(words) if word.span.start == name.span.start), 0)
        lead = words[n + 1 : start]
        return n >= start - len(name.title) or (bool(lead) and lead[-1].lower in PEOPLE | TITLES)

    def ending(self, words: Sequence[Word]) -> Name | None:
        """The name with which the words end, a possessive left out."""
        if not words:
            return None
        last = words[-1] if words[-1].text not in POSSESSIVES else words[-2] if len(words) > 1 else words[-1]
        name = self.by_end.get(last.span.end)
        return name if name is not None and name.span.start >= words[0].span.start else None

    def _phrase(self, words: Sequence[Word]) -> Part:
        core = self._core(words)
        name = self.ending(core)
        if name is not None and not (name.modifier and len(core) < len(words) and not self._cut_by_name(core, words)):
            return Part(Form.NAME, tuple(words), name)
        return self._description(core, words)

    def _cut_by_name(self, core: Sequence[Word], words: Sequence[Word]) -> bool:
        return True

    def describe(self, words: Sequence[Word]) -> Part:
        """A noun phrase as a description."""
        return self._description(self._core(words), words)

    def _description(self, core: Sequence[Word], words: Sequence[Word]) -> Part:
        head = core[-1].lower if core else words[0].lower
        if core and core[-1].text in POSSESSIVES and len(core) > 1:
            head = core[-2].lower
        owner = next(
            (
                w.lower
                for w in core
                if PRONOUNS.get(w.lower) and w.lower in ("his", "her", "its", "their", "whose", "my", "our")
            ),
            None,
        )
        possessor = None
        for name in self._names(core):
            if name.possessive:
                possessor = name
        first = words[0].lower
        outside = self.prose.before(words[0].span.start)
        if outside and first not in DETERMINERS and outside[-1].lower in ("the", "his", "her", "their", "this"):
            first = outside[-1].lower
        definite = (
            first in ("the", "this", "that", "these", "those", "both") or owner is not None or possessor is not None
        )
        return Part(Form.DESCRIPTION, tuple(words), possessor, head, definite, owner)


def printed(words: Sequence[Word], text: str) -> str:
    """The words as printed, without leading article."""
    words = list(words)
    while len(words) > 1 and (
        words[0].lower in ARTICLES or (words[0].lower == "one" and words[1].lower not in ("of", "in"))
    ):
        words = words[1:]
    while len(words) > 1 and words[-1].text in POSSESSIVES:
        words = words[:-1]
    return " ".join(text[words[0].span.start : words[-1].span.end].split())
