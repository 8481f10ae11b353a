"""Marked text -> who is told to speak, statement by statement, with the mentions given: no tagger needed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fakes import article_of
from marked import unmark
from quoth.domain import Article, Confidence, Manner, Span, Speaker, Statement
from quoth.identity import identify
from quoth.marks import quotations


@dataclass(frozen=True)
class Told:
    """What identity makes of a marked text."""

    article: Article
    statements: tuple[Statement, ...]
    speakers: tuple[Speaker, ...]

    def names(self) -> list[str]:
        """For each statement its speakers' names joined by " and ", or "?" and the candidates, or "-" for nobody."""
        return [self._one(statement) for statement in self.statements]

    def _one(self, statement: Statement) -> str:
        if statement.speakers:
            return " and ".join(self.speakers[n].name for n in statement.speakers)
        return "? " + ", ".join(self.speakers[n].name for n in statement.candidates) if statement.candidates else "-"

    def speaker(self, name: str) -> Speaker:
        return next(speaker for speaker in self.speakers if speaker.name == name)


def told(text: str, byline: tuple[str, ...] = (), threshold: float = 0.0) -> Told:
    """The statements of the marked text in the order of their numbers, and their speakers."""
    marked = unmark(text)
    article = replace(article_of(marked), byline=byline)
    pieces = [piece.span for piece in quotations(marked.text, [passage.span for passage in article.spoken()])]
    statements = []
    for _, one in sorted(marked.statements.items()):
        quoted = all(any(piece.contains(span) for piece in pieces) for span in one.content)
        manner = Manner.DIRECT if quoted else Manner.INDIRECT
        statements.append(Statement(tuple(sorted(one.content)), one.cue, one.mention, manner, Confidence(1.0)))
    nested = [replace(one, within=_holder(one, statements)) for one in statements]
    return Told(article, *identify(article, nested, (), threshold))


def _holder(one: Statement, statements: list[Statement]) -> int | None:
    holders = [n for n, other in enumerate(statements) if other is not one and other.contains(one)]
    return min(holders, key=lambda n: sum(map(len, statements[n].content)), default=None)


def words(told: Told, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(told.article.text) for span in spans]
