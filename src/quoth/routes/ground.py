"""What every question about routes asks of an article: its words, its names, and where each statement stands."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.domain import Article, Span, Statement
from quoth.identity.names import Sort
from quoth.identity.prose import Word, prose_of
from quoth.routes.named import names_of


class Ground:
    """The article's prose and names, and for each statement its anchor: the cue, else the mention, else the content."""

    def __init__(self, article: Article, statements: Sequence[Statement]) -> None:
        self.article = article
        self.statements = tuple(statements)
        self.prose = prose_of(article)
        self.names = names_of(article)
        self.anchors = tuple(one.cue or one.mention or one.content[0] for one in self.statements)
        self.sentences = tuple(self.prose.sentence_number(anchor.start) for anchor in self.anchors)
        self._holders: dict[Span, tuple[int, ...]] = {}
        self._told: dict[int, tuple[int, ...]] = {}
        for number, sentence in enumerate(self.sentences):
            self._told[sentence] = (*self._told.get(sentence, ()), number)
        self._known = [self._surnames(one) for one in self.statements]
        self.called = self._called()
        self.surnames = {name.key[-1] for name in self.names if name.sort is Sort.PERSON and len(name.key) > 1}

    @property
    def text(self) -> str:
        return self.article.text

    def words_of(self, span: Span) -> list[Word]:
        return self.prose.within(span)

    def holders(self, span: Span) -> tuple[int, ...]:
        """The statements in whose content the span lies."""
        if span not in self._holders:
            told = enumerate(self.statements)
            self._holders[span] = tuple(n for n, one in told if any(c.overlaps(span) for c in one.content))
        return self._holders[span]

    def told_in(self, sentence: int) -> tuple[int, ...]:
        """The statements whose anchor stands in the sentence."""
        return self._told.get(sentence, ())

    def same_speaker(self, one: int, other: int) -> bool | None:
        """Whether two statements have one speaker; None where it cannot be told."""
        a, b = self.statements[one], self.statements[other]
        if one == other or (a.mention is not None and a.mention == b.mention):
            return True
        first, second = a.speakers or a.candidates[:1], b.speakers or b.candidates[:1]
        if first and second:
            return bool(set(first) & set(second))
        if self._known[one] and self._known[other]:
            return bool(self._known[one] & self._known[other])
        return None

    def named_in(self, number: int, sentence: int) -> bool:
        """Whether a name of the statement's speaker stands in the sentence."""
        return any(name.sentence == sentence and name.key[-1] in self.called[number] for name in self.names)

    def _surnames(self, statement: Statement) -> set[str]:
        if statement.mention is None:
            return set()
        return {name.key[-1] for name in self.names if statement.mention.contains(name.span)}

    def _called(self) -> list[set[str]]:
        """For each statement the last words of the names that it and others of its speaker use."""
        by_speaker: dict[int, set[str]] = {}
        for one, known in zip(self.statements, self._known, strict=True):
            for speaker in (one.speakers or one.candidates)[:1]:
                by_speaker.setdefault(speaker, set()).update(known)
        return [
            known | by_speaker.get((one.speakers or one.candidates or (-1,))[0], set())
            for one, known in zip(self.statements, self._known, strict=True)
        ]
