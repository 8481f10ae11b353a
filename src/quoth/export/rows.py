"""A statement as a row of a table: what CSV, Excel and Parquet have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from quoth.domain import Article
from quoth.export.around import around
from quoth.export.printable import printable
from quoth.export.told import Told, digest, line_of, told
from quoth.record.picked import Picked

Cell = str | date | None


@dataclass(frozen=True, slots=True)
class Row:
    """One statement. Lists are in the order of the contract; texts hold only what any document may hold."""

    words: str
    person: tuple[str, ...]  # names; empty where nobody is known
    role: tuple[str, ...]
    kind: tuple[str, ...]
    said_from: date | None
    said_to: date | None
    published_from: date | None
    published_to: date | None
    outlet: str | None
    headline: str | None
    url: str | None
    act: str
    status: str
    review: str
    manner: str
    route: tuple[str, ...]  # "outlet: Skelby Echo"
    prompt: str | None  # None in what is shared
    about: tuple[str, ...]
    notices: tuple[str, ...]
    before: str  # at most 15 words, on one line
    after: str
    statement: str  # id
    article: str
    sha256: str  # of the article's text

    def cells(self) -> list[Cell]:
        """The same for a table that knows no lists."""
        values = [getattr(self, name) for name in COLUMNS]
        return ["; ".join(value) or None if isinstance(value, tuple) else value or None for value in values]


COLUMNS = tuple(field.name for field in fields(Row))
TITLES = tuple({"url": "URL", "sha256": "SHA-256"}.get(name, name.replace("_", " ")) for name in COLUMNS)


def rows(picked: Picked, share: bool) -> Iterator[Row]:
    """The statements that were picked of an article, as rows in text order."""
    sha256 = digest(picked.corrected.reading.article.text)
    for one in told(picked):
        yield row(one, sha256, share)


def row(one: Told, sha256: str, share: bool) -> Row:
    """The statement as a row."""
    article, said, near = one.article, one.statement, around(one.article.text, one.statement.content)
    published = article.published
    return Row(
        words=printable(one.words),
        person=_all(who.name for who in one.speakers),
        role=_all(who.role for who in one.speakers if who.role),
        kind=tuple(who.kind.value for who in one.speakers),
        said_from=said.moment.start if said.moment else None,
        said_to=said.moment.end if said.moment else None,
        published_from=published.start if published else None,
        published_to=published.end if published else None,
        outlet=_maybe(article.outlet),
        headline=_maybe(article.headline),
        url=_maybe(article.url),
        act=said.act.value,
        status=said.status.value,
        review=one.review.value,
        manner=said.manner.value,
        route=_all(f"{step.kind.value}: {step.name}" for step in said.route),
        prompt=None if share else _prompt(article, one),
        about=_all(dict.fromkeys(topic.name for topic in said.about)),
        notices=_all(map(line_of, one.notices)),
        before=_line(near.before),
        after=_line(near.after),
        statement=one.id,
        article=printable(article.id),
        sha256=sha256,
    )


def _prompt(article: Article, one: Told) -> str | None:
    return printable(one.statement.prompt.of(article.text)) if one.statement.prompt else None


def _all(texts: Iterator[str] | dict[str, None]) -> tuple[str, ...]:
    return tuple(map(printable, texts))


def _maybe(text: str | None) -> str | None:
    return None if text is None else printable(text)


def _line(text: str) -> str:
    return " ".join(printable(text).split())
