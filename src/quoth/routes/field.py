"""The phrases of an article that may tell one kind of step, and which of them a statement may take."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quoth.domain import Span, Statement
from quoth.routes.candidates import Candidate
from quoth.routes.ground import Ground

MAX_BEFORE = 25  # sentences that a venue may stay in force
MAX_AFTER = 8  # sentences below a headline in which its venue may be told
ASKS = re.compile(r"\b(?:ask|urg|call|tell|told|encourag|press|challeng|warn|implor|invit|beg|persuad)", re.IGNORECASE)
PRONOUN = re.compile(r"(?:he|she|they|who|it|we|i)\b", re.IGNORECASE)


class Field:
    """The phrases of one kind over one article, with who tells what around them."""

    def __init__(self, ground: Ground, candidates: Sequence[Candidate], slug: str = "") -> None:
        self.ground, self.candidates = ground, candidates
        self.heads = Counter(one.name.lower().split()[-1] for one in candidates)
        self.owners = [self._owner(one) for one in candidates]
        self.slug = slug
        self.inside = [ground.holders(one.span) for one in candidates]

    def _owner(self, candidate: Candidate) -> int | None:
        """The statement that the phrase stands beside: its own sentence's, the nearest one."""
        told = self.ground.told_in(candidate.sentence)
        free = [n for n in told if not any(c.overlaps(candidate.span) for c in self.ground.statements[n].content)]
        return min(free, key=lambda n: gap(self.ground.anchors[n], candidate.span), default=None)

    def reach(self, number: int) -> Iterator[int]:
        """The places of the candidates that may tell statement `number`'s route."""
        statement, here = self.ground.statements[number], self.ground.sentences[number]
        for place, one in enumerate(self.candidates):
            if -MAX_AFTER <= here - one.sentence <= MAX_BEFORE and not self._in_own_words(statement, one):
                yield place

    def _in_own_words(self, statement: Statement, one: Candidate) -> bool:
        """Whether the phrase stands in the statement's content, where it is no route of it; its first words may be."""
        if not any(c.overlaps(one.span) for c in statement.content):
            return False
        begins = one.span.start - statement.content[0].start <= 4
        return not (
            begins
            and one.sort.startswith("named")
            and statement.cue is not None
            and bool(ASKS.search(statement.cue.of(self.ground.text)))
        )


def gap(a: Span, b: Span) -> int:
    """The characters between two spans; 0 where they touch or overlap."""
    return max(0, a.start - b.end, b.start - a.end)


def is_own(name: str, slug: str) -> bool:
    """Whether the name is that of the article's own publisher: "The Huffington Post" of huff-post."""
    words = [word for word in re.findall(r"[a-z0-9]+", name.lower()) if word != "the"]
    parts = [part for part in re.findall(r"[a-z0-9]+", slug.lower()) if part != "the"]
    if not words or not parts:
        return False
    initials = "".join(word[0] for word in words)
    return "".join(parts) in ("".join(words), initials) or (
        len(words) == len(parts) and all(w.startswith(p) for w, p in zip(words, parts, strict=True))
    )
