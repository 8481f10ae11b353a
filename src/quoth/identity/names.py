"""The proper names in an article's words: where each stands, without titles, and whose name it may be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import pairwise

from quoth.domain import Span
from quoth.identity.prose import Prose, Sentence, Word
from quoth.identity.smallwords import ACTS, is_common, is_qualified
from quoth.identity.tagged import Tagged
from quoth.identity.titles import split_title
from quoth.identity.vocabulary import (
    BODY_WORDS,
    CROWDS,
    DEMONYMS,
    DOCUMENTS,
    FEMALE_TITLES,
    FUNCTION_WORDS,
    MALE_TITLES,
    MONTHS_DAYS,
    OPEN_WORDS,
    PARTICLES,
    PLACES,
    PRONOUNS,
    SUFFIXES,
    TITLES,
    UNNAMED_CROWDS,
    forenames,
    words,
)

LISTED = words(
    "center centre organization organisation department institute institution academies academy office bureau "
    "committee ministry agency council association school college conference"
)
PLAIN_WORDS = DEMONYMS | TITLES | CROWDS | (DOCUMENTS - BODY_WORDS)
PLAIN_ENDS = CROWDS | DOCUMENTS | UNNAMED_CROWDS
PEOPLES = re.compile(
    r"(?:ians|icans|eans|ists|ishes|enians|lims)$"
)  # "Armenians", "Marxists": a crowd's name is no speaker's
OUTSIDE = 0.35  # of the share of the word that is surest: less is no part of the name
SURE = 0.6  # of the tagger's word on whose name it is
POSSESSIVES = ("'s", "’s")


class Sort(Enum):
    """Whose name it looks to be, by its own words and the words around it."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Name:
    """One proper name as printed once. span and words: without title and possessive."""

    span: Span
    words: tuple[str, ...]
    title: tuple[str, ...]  # in lower case, the last one nearest to the name
    sort: Sort
    sentence: int
    modifier: bool = False  # stands before a noun that it only qualifies: "Trump campaign"
    possessive: bool = False
    key: tuple[str, ...] = field(init=False)  # the words as they are compared

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", key(self.words))

    @property
    def gender(self) -> str | None:
        """m or f where a title tells."""
        told = [word for word in self.title if word in MALE_TITLES or word in FEMALE_TITLES]
        return None if not told else "m" if told[-1] in MALE_TITLES else "f"


def key(words: Sequence[str]) -> tuple[str, ...]:
    """The words as they are compared: lower case, without full stops."""
    return tuple(word.lower().rstrip(".").replace("’", "'") for word in words)


class NameFinder:
    """Finds names by capitals; a word that the article also writes small is no name by its capital alone."""

    def __init__(self, prose: Prose, tagged: Tagged | None = None) -> None:
        self.prose = prose
        self.tagged = tagged
        self.surnames: set[str] = set()
        self.lone: set[str] = set()  # what stands alone after a title: "Mr. Roe"
        plain = [s for s in prose.sentences if not s.title_case]
        self.small = Counter(w.lower for s in plain for w in s.words if not w.capital)
        self.large = Counter(
            w.lower for s in plain for n, w in enumerate(s.words) if w.capital and n and not self._opens(w)
        )

    def find(self) -> list[Name]:
        """Every name where capitals tell something, and those of them that headlines repeat; in text order."""
        first = [
            name for n, s in enumerate(self.prose.sentences) if not s.title_case for name in self._in_sentence(s, n)
        ]
        self.lone = {name.key[0] for name in first if name.title and len(name.words) == 1}
        self.surnames = {name.key[-1] for name in first if name.sort is Sort.PERSON and len(name.words) > 1}
        out = [name for n, s in enumerate(self.prose.sentences) if not s.title_case for name in self._in_sentence(s, n)]
        out = self._shared_surnames(out)
        known = {word for name in out for word in name.key}
        for n, sentence in enumerate(self.prose.sentences):
            if sentence.title_case:
                out += self._in_title(sentence, n, known)
        return sorted(out, key=lambda name: name.span)

    def _shared_surnames(self, names: list[Name]) -> list[Name]:
        """The names, a forename before "and" lent the surname of the one after it: "John and Brian Meza"."""
        out = list(names)
        for n, (one, other) in enumerate(pairwise(names)):
            lone = len(one.words) == 1 and one.key[0] in forenames() and one.key[0] not in self.surnames
            joined = self.prose.text[one.span.end : other.span.start] == " and "
            if lone and joined and len(other.words) > 1 and other.key[0] in forenames() and other.sort is Sort.PERSON:
                out[n] = replace(one, words=(one.words[0], *other.words[1:]), sort=Sort.PERSON)
        return out

    def _opens(self, word: Word) -> bool:
        """Whether the word begins a sentence or quotation, where everything is capital."""
        return self.prose.text[max(0, word.span.start - 1)] in "\"“‘'([:"

    def _in_sentence(self, sentence: Sentence, number: int) -> Iterator[Name]:
        for run in self._runs(sentence):
            yield from self._names(run, number)

    def _in_title(self, sentence: Sentence, number: int, known: set[str]) -> Iterator[Name]:
        run: list[Word] = []
        for word in [*sentence.words, None]:
            fits = (
                word is not None and word.capital and (word.lower in known or (word.lower in forenames() and not run))
            )
            if fits and word is not None and (not run or self._adjacent(run[-1], word)):
                run.append(word)
                continue
            if run and any(w.lower in known for w in run) and not all(w.lower in FUNCTION_WORDS for w in run):
                yield from self._names(run, number)
            run = [word] if fits and word is not None else []

    def _runs(self, sentence: Sentence) -> Iterator[list[Word]]:
        """Words that stand side by side and begin with capitals, with the small words that a name may hold."""
        words, n = sentence.words, 0
        while n < len(words):
            if not self._may_begin(sentence, n):
                n += 1
                continue
            end = n + 1
            while end < len(words):
                step = self._goes_on(words, n, end)
                if not step:
                    break
                end += step
            yield list(words[n:end])
            n = end

    def _may_begin(self, sentence: Sentence, n: int) -> bool:
        word = sentence.words[n]
        if word.text == "Will" and self._followed(sentence, n) and not sentence.span.of(self.prose.text).endswith("?"):
            return sentence.words[n + 1].lower not in TITLES
        if word.text == "I." and self._followed(sentence, n):
            return True
        month = word.lower in MONTHS_DAYS and not (
            word.lower in forenames() and self._followed(sentence, n) and word.text.isalpha()
        )
        if not word.capital or word.lower in FUNCTION_WORDS or month or word.lower in PRONOUNS:
            return (
                word.lower in ("us", "it", "may", "march", "april", "june")
                and word.text.isupper()
                and len(word.text) > 1
            )
        if n and not self._opens(word):
            return True
        if word.lower in PLACES:
            return True
        if word.lower.rstrip(".") in TITLES or word.lower in forenames() or "." in word.text:
            return self._followed(sentence, n) or self.small[word.lower] == 0
        return self.small[word.lower] < max(1, self.large[word.lower]) and (
            self.large[word.lower] > 0
            or self._followed(sentence, n)
            or (not is_common(word.lower) and self._acts(sentence, n))
        )

    def _acts(self, sentence: Sentence, n: int) -> bool:
        """Whether a verb or a possessive comes right after the word."""
        after = sentence.words[n + 1] if n + 1 < len(sentence.words) else None
        age = re.match(r", \d{1,3}\b", self.prose.text[sentence.words[n].span.end : sentence.words[n].span.end + 6])
        return bool(age) or (
            after is not None and (after.lower in ACTS or after.text in POSSESSIVES or after.lower.endswith("ed"))
        )

    def _followed(self, sentence: Sentence, n: int) -> bool:
        after = sentence.words[n + 1] if n + 1 < len(sentence.words) else None
        return after is not None and after.capital and self._adjacent(sentence.words[n], after)

    def _goes_on(self, words: Sequence[Word], first: int, end: int) -> int:
        """How many more words belong to the run that begins at `first`: 0 where it ends."""
        before, word = words[end - 1], words[end]
        if not self._adjacent(before, word):
            if self._comma_list(words, first, end):
                return 3
            suffix = (
                word.lower in SUFFIXES and word.capital and self.prose.text[before.span.end : word.span.start] == ", "
            )
            return int(suffix)
        if word.capital and word.text not in POSSESSIVES:
            return int(
                word.lower
                not in ("i", "who", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
            )
        if (
            word.lower in PARTICLES
            and end + 2 < len(words)
            and words[end + 1].lower in PARTICLES
            and words[end + 2].capital
        ):
            return 3
        following = words[end + 1] if end + 1 < len(words) else None
        if following is None or not following.capital or not self._adjacent(word, following):
            the = following is not None and following.lower == "the" and end + 2 < len(words) and words[end + 2].capital
            return 3 if the and word.lower in ("of", "for") and self._open(words, first, end) else 0
        if word.lower in PARTICLES:
            return 2
        if word.lower in ("of", "for") and self._open(words, first, end):
            return 2
        if word.lower == "on" and before.lower in ("committee", "commission", "conference", "council", "panel"):
            return 2
        joins = word.lower == "and" and self._list(words, first, end)
        if joins or (word.lower in ("and", "of", "for") and self.tagged and self.tagged.within(word.span)):
            return 2
        return 2 if word.text == "&" else 0

    def _comma_list(self, words: Sequence[Word], first: int, end: int) -> bool:
        """Whether a comma stands within such a list: "Academies of Sciences, Engineering and Medicine"."""
        if end + 2 >= len(words) or self.prose.text[words[end - 1].span.end : words[end].span.start] != ", ":
            return False
        capital = words[end].capital and words[end + 2].capital and words[end + 1].lower == "and"
        return capital and end - first >= 3 and words[end - 2].lower in ("of", "for") and words[end - 3].lower in LISTED

    def _list(self, words: Sequence[Word], first: int, end: int) -> bool:
        """Whether "and" goes on with what a body is for: "Center for Economic and Policy Research"."""
        small = [n for n in range(first, end) if words[n].lower in ("of", "for", "on")]
        following = words[end + 1]
        fits = bool(small) and words[small[0] - 1].lower in LISTED and end - small[-1] <= 3
        return fits and following.lower not in forenames() and not following.text.isupper()

    def _open(self, words: Sequence[Word], first: int, end: int) -> bool:
        return words[end - 1].lower in OPEN_WORDS

    def _adjacent(self, one: Word, other: Word) -> bool:
        return self.prose.text[one.span.end : other.span.start] in (" ", "\xa0", "  ")

    def _names(self, run: list[Word], sentence: int) -> Iterator[Name]:
        """The name in the run without its titles; none where it holds nothing but titles and peoples' adjectives."""
        following = self.prose.words[run[-1].number + 1] if run[-1].number + 1 < len(self.prose.words) else None
        body = self._told_body(run)
        if run[-1].lower in CROWDS and run[0].lower not in forenames() and not body:
            return
        title, core = split_title(run)
        core = self._one_person(core)
        while (
            len(core) > 1
            and core[-1].lower in TITLES
            and not (core[0].lower in forenames() and not any(w.lower in BODY_WORDS for w in core))
        ):
            core = core[:-1]
        if not core or all(
            word.lower in PLAIN_WORDS and not (word.lower in TITLES and word.lower in self.surnames) for word in core
        ):
            return
        if PEOPLES.search(core[-1].lower) and core[0].lower not in forenames() and not body:
            return
        plain = core[-1].lower in PLAIN_ENDS and core[-1].lower not in BODY_WORDS
        if plain and core[0].lower not in forenames() and not body:
            return
        last = core[-1]
        beside = following is not None and self._adjacent(run[-1], following) and last is run[-1]
        possessive = (
            following is not None and following.text in POSSESSIVES and following.span.start == last.span.end
        ) or (last.text.endswith("s") and self.prose.text[last.span.end : last.span.end + 2] in ("' ", "’ "))
        noun = beside and following is not None and not following.capital and is_qualified(following.lower)
        words = tuple(word.text for word in core)
        sort = self._sort(core, title)
        if sort is Sort.UNSURE and not noun and self._told_person(core):
            sort = Sort.PERSON
        yield Name(
            Span(core[0].span.start, last.span.end),
            words,
            tuple(w.lower for w in title),
            sort,
            sentence,
            noun,
            possessive,
        )

    def _sort(self, core: Sequence[Word], title: Sequence[Word]) -> Sort:
        low = [word.lower for word in core]
        if title and not any(word in BODY_WORDS for word in low[-1:]) and not (len(core) == 1 and low[0] in PLACES):
            return Sort.PERSON
        if low[0] in forenames() and len(core) > 1 and low[-1] not in BODY_WORDS - {"sun", "fox", "union"}:
            return Sort.PERSON
        if any(word in BODY_WORDS for word in low) or "&" in low:
            return Sort.BODY
        if len(core) <= 2 and (low[-1] in PLACES or " ".join(low) in PLACES):
            return Sort.PLACE
        if re.match(r", \d{1,3}\b(?!,\d)", self.prose.text[core[-1].span.end : core[-1].span.end + 7]):
            return Sort.PERSON
        if len(core) == 1 and core[0].text.isupper() and 1 < len(core[0].text) <= 6:
            return Sort.BODY
        if (
            len(core) > 1
            and not self._after_the(core[0])
            and (
                (len(core[1].text) <= 2 and core[1].text.endswith("."))
                or (len(core[0].text) <= 4 and core[0].text.endswith("."))
            )
        ):
            return Sort.PERSON
        return Sort.UNSURE

    def _told_body(self, run: Sequence[Word]) -> bool:
        """Whether the tagger takes words that may be a crowd's for a body's name: "United Nations", "Harbor Women"."""
        told = self.tagged.sorts(Span(run[0].span.start, run[-1].span.end)) if self.tagged and len(run) > 1 else None
        return told is not None and told[1] >= SURE

    def _one_person(self, core: list[Word]) -> list[Word]:
        """The words without those at either end that are none of a person's name: "Ann Roe Election Day"."""
        if len(core) < 2 or any(word.lower in BODY_WORDS for word in core):
            return core
        lone = [n for n, word in enumerate(core) if word.lower in self.lone]
        if lone and lone[-1] in range(1, len(core) - 1) and core[0].lower in forenames():
            return core if core[-1].lower in SUFFIXES else core[: lone[-1] + 1]
        if self.tagged is None:
            return core
        shares = [(self.tagged.sorts(word.span) or (0.0,))[0] for word in core]
        inside = [n for n, share in enumerate(shares) if share > OUTSIDE * max(shares)]
        kept = core[inside[0] : inside[-1] + 1] if inside and max(shares) >= SURE else core
        return kept if len(kept) > 1 or core[0].lower not in forenames() else core

    def _told_person(self, core: Sequence[Word]) -> bool:
        """Whether the tagger takes a name of several words for a person's."""
        told = self.tagged.sorts(Span(core[0].span.start, core[-1].span.end)) if self.tagged else None
        # Of one word it is often wrong: half of the outlets and companies in train are people to it.
        plain = len(core) > 1 and not self._after_the(core[0]) and not any(word.lower in DEMONYMS for word in core)
        return plain and told is not None and told[0] >= SURE

    def _after_the(self, word: Word) -> bool:
        before = self.prose.words[word.number - 1] if word.number else None
        return before is not None and before.lower == "the"
