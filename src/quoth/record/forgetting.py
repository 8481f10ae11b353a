"""Forgets an article, everything of an outlet, or a speaker: plans it, and does it within one transaction.

An article goes with all that hangs on it. A speaker's words stand inside articles that stay: there his statements are
taken out of every version, and their words and his name are blacked out, character by character, so that spans hold.
What the databases themselves keep of deleted rows is for `scrubbing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Column, Connection, delete, func, or_, select

from quoth.errors import UsageError
from quoth.record import dossiers, kept, tables
from quoth.record.blacking import black_out
from quoth.record.desk_tables import corrections, notices
from quoth.record.editors import Editor
from quoth.record.notices import NAMED
from quoth.record.redacting import Gone, forms
from quoth.record.rows import folded
from quoth.record.search.meanings import sweep
from quoth.record.stories.joining import leave
from quoth.record.tombstones import Sign, What, bury, words_sign

AT_ONCE = 500


class Whom(StrEnum):
    """What sort of thing is to be forgotten."""

    ARTICLE = "article"
    OUTLET = "outlet"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What is to be forgotten, and how much that is."""

    whom: Whom
    name: str  # the article's id or address, the outlet's or the speaker's name
    articles: tuple[str, ...]  # that go; of a speaker: in which words are blacked out
    versions: int = 0
    statements: int = 0
    corrections: int = 0
    notices: int = 0


def plan(connection: Connection, typed: str, whom: Whom | None = None) -> Forgetting:
    """What would be forgotten. Raises UsageError where nothing is so called, or more than one sort of thing."""
    found = [one for one in _meant(connection, typed) if whom is None or one.whom is whom]
    if not found and (whom is not None or "://" in typed):
        return Forgetting(whom or Whom.ARTICLE, typed, ())  # not on record, and is to stay so
    if not found:
        raise UsageError(
            f"{typed}: no article of that id or address, no outlet and no named speaker of that name is on record; "
            "to keep out what has not come yet, say with --as what it is"
        )
    if len(found) > 1:
        kinds = " and ".join(one.whom for one in found)
        raise UsageError(f"{typed} is the name of an {kinds}; say which with --as")
    return _counted(connection, found[0])


def _meant(connection: Connection, typed: str) -> list[Forgetting]:
    articles, speakers, name = tables.articles.c, tables.speakers.c, folded(typed)
    ids = list(connection.scalars(select(articles.id).where(or_(articles.id == typed, articles.url == typed))))
    outlets = set(connection.scalars(select(articles.outlet).where(articles.outlet.is_not(None)).distinct()))
    same = [outlet for outlet in outlets if folded(outlet) == name]
    theirs = list(connection.scalars(select(articles.id).where(articles.outlet.in_(same)).order_by(articles.id)))
    kinds = [kind.value for kind in NAMED]
    known = select(speakers.name).where(speakers.folded == name, speakers.kind.in_(kinds)).limit(1)
    speaker = connection.scalar(known) if name else None
    found = [Forgetting(Whom.ARTICLE, typed, tuple(ids))] if ids else []
    found += [Forgetting(Whom.OUTLET, sorted(same)[0], tuple(theirs))] if theirs else []
    if speaker is not None:
        found.append(Forgetting(Whom.SPEAKER, speaker, tuple(_naming(connection, speaker))))
    return found


def _naming(connection: Connection, speaker: str) -> list[str]:
    """The articles of which a version has the speaker's name in its text, or lists it."""
    named = select(tables.speakers.c.article).where(tables.speakers.c.folded == folded(speaker))
    printed = select(tables.versions.c.article).where(
        or_(
            *(
                column.icontains(speaker, autoescape=True)
                for column in (tables.versions.c.text, tables.versions.c.reading)
            )
        )
    )
    return sorted({*connection.scalars(named), *connection.scalars(printed)})


def _counted(connection: Connection, one: Forgetting) -> Forgetting:
    def count(column: Column[str]) -> int:
        counts = (connection.scalar(select(func.count()).where(column.in_(some))) for some in _some(one.articles))
        return sum(number or 0 for number in counts)

    statements = count(tables.statements.c.article)
    if one.whom is Whom.SPEAKER:
        said = tables.statement_speakers.c
        theirs = select(func.count(said.statement.distinct())).where(said.folded == folded(one.name))
        statements = connection.scalar(theirs) or 0
    return Forgetting(
        one.whom,
        one.name,
        one.articles,
        count(tables.versions.c.article),
        statements,
        count(corrections.c.article),
        count(notices.c.article),
    )


def forget(connection: Connection, one: Forgetting, editor: Editor) -> None:
    """Takes it all out, and keeps what it takes to know it again. Raises UsageError where the reason tells of it."""
    _refuse_telling(connection, one, editor.why or "")
    bury(connection, _signs(connection, one), editor)
    if one.whom is Whom.SPEAKER:
        signs = dossiers.signs_of_name(connection, one.name)
        for article in one.articles:
            black_out(connection, article, one.name)
        connection.execute(delete(notices).where(notices.c.folded == folded(one.name)))
        dossiers.forget_name(connection, one.name, signs)
    else:
        for article in one.articles:
            leave(connection, article)
            dossiers.leave(connection, article)
            connection.execute(delete(tables.articles).where(tables.articles.c.id == article))
    sweep(connection)


def _refuse_telling(connection: Connection, one: Forgetting, reason: str) -> None:
    """The reason is kept: it must not hold what is to be forgotten."""
    names = forms(one.name) if one.whom is Whom.SPEAKER else {one.name}
    if one.whom is Whom.ARTICLE:
        told = select(tables.articles.c.url, tables.articles.c.headline).where(tables.articles.c.id.in_(one.articles))
        names |= {text for row in connection.execute(told) for text in row if text}
    if Gone(names=frozenset(names)).out_of(reason) != reason:
        raise UsageError(f"--reason is kept on record: say it without naming the {one.whom}")


def _signs(connection: Connection, one: Forgetting) -> list[Sign]:
    if one.whom is Whom.SPEAKER:
        return [Sign(What.SPEAKER, folded(one.name))]
    signs = [Sign(What.OUTLET, folded(one.name))] if one.whom is Whom.OUTLET else []
    if "://" in one.name:
        signs.append(Sign(What.URL, one.name))
    for article in one.articles:
        signs += _signs_of(connection, article)
    return signs


def _signs_of(connection: Connection, article: str) -> Iterator[Sign]:
    """Of an article with all its versions; the outlet as the machine read it: that is what is offered again."""
    yield Sign(What.ARTICLE, article)
    for row in connection.execute(select(tables.versions).where(tables.versions.c.article == article)):
        told = kept.reading_of(row).article
        yield words_sign(told.outlet, row.digest)
        if told.url:
            yield Sign(What.URL, told.url)
    for digest in connection.scalars(select(tables.origins.c.bytes).where(tables.origins.c.article == article)):
        yield Sign(What.BYTES, digest)


def _some(articles: Sequence[str]) -> Iterator[Sequence[str]]:
    """A few at a time: SQLite takes no more than 32,766 values."""
    for start in range(0, len(articles), AT_ONCE):
        yield articles[start : start + AT_ONCE]
