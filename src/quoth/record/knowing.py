"""Is it on record already? By its bytes, else by its words and the weights that read them."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select, text

from quoth.domain import Article
from quoth.record import tables
from quoth.record.planning import Version, digest
from quoth.record.same_page import at_its_address

RECOGNISED = (  # made once: nothing else stands between a known article and the next
    select(tables.origins.c.article, tables.collections.c.name)
    .outerjoin(
        tables.collections,
        (tables.collections.c.article == tables.origins.c.article)
        & (tables.collections.c.name == bindparam("collection")),
    )
    .where(tables.origins.c.bytes == bindparam("bytes_digest"))
)


def recognised(connection: Connection, bytes_digest: str, collection: str = "") -> tuple[str | None, bool]:
    """The id of the article that was read from the same bytes before, and whether it is in that collection."""
    row = connection.execute(RECOGNISED, {"bytes_digest": bytes_digest, "collection": collection}).first()
    return (None, False) if row is None else (row.article, row.name is not None)


def remember(connection: Connection, bytes_digest: str, article: str) -> None:
    """Keeps that these bytes are that article."""
    connection.execute(REMEMBER, {"bytes": bytes_digest, "article": article})


REMEMBER = text("INSERT INTO origins (bytes, article) VALUES (:bytes, :article) ON CONFLICT DO NOTHING")


def is_collected(connection: Connection, article: str, collection: str) -> bool:
    """Whether the article is in the collection."""
    mine = (tables.collections.c.article == article) & (tables.collections.c.name == collection)
    return connection.execute(select(tables.collections).where(mine)).first() is not None


def known(connection: Connection, article: Article, model: str) -> str | None:
    """The id under which the record holds these words as read by those weights; None: a reading would be news."""
    article = at_its_address(connection, article)
    copy = same_copy(connection, article)
    if copy is not None:
        return copy
    return article.id if Version(digest(article), model) in versions_of(connection, article.id) else None


def same_copy(connection: Connection, article: Article) -> str | None:
    """The id of another article of the same outlet that prints the same words: one page under two addresses."""
    found = select(tables.articles.c.id, tables.articles.c.outlet).where(
        tables.articles.c.digest == digest(article), tables.articles.c.id != article.id
    )
    return next((row.id for row in connection.execute(found) if row.outlet == article.outlet), None)


def versions_of(connection: Connection, article: str) -> list[Version]:
    """Every version that is kept of the article."""
    kept = select(tables.versions.c.digest, tables.versions.c.model).where(tables.versions.c.article == article)
    return [Version(row.digest, row.model) for row in connection.execute(kept)]
