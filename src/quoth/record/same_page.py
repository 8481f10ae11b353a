"""Is it a page that the record holds under another address? http or https, with or without www and a last slash."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, select

from quoth.domain import Article
from quoth.reading.canonical import same_page
from quoth.reading.ids import article_id
from quoth.record import tables


def at_its_address(connection: Connection, article: Article) -> Article:
    """The article under the id and address by which the record holds it, else as it is.

    Only ids that were made from an address are changed: one that was given (in a row) says itself what is one article.
    """
    if article.url is None or article.id != article_id(article.url, article.text):
        return article
    held = select(tables.articles.c.id, tables.articles.c.url).where(tables.articles.c.url.in_(same_page(article.url)))
    for row in connection.execute(held.order_by(tables.articles.c.added_at, tables.articles.c.id)):
        if row.id == article.id:
            return article
        if row.id == article_id(row.url, ""):
            return replace(article, id=row.id, url=row.url)
    return article
