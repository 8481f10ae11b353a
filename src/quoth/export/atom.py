"""An Atom feed (RFC 4287) of what was said lately: each quotation with at most thirty words around it.

The author of an entry is the outlet whose article it is; who spoke stands in the title. Ids are made from statement
ids, so that a feed reader knows an entry again; `updated` is when its article was added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from lxml import etree
from lxml.builder import ElementMaker

from quoth.export.annotations import described, span_of_days
from quoth.export.around import around
from quoth.export.printable import printable
from quoth.export.told import Told, is_address, line_of, told, urn
from quoth.record.picked import Fresh

ATOM, XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
A = ElementMaker(namespace=ATOM, nsmap={None: ATOM})
H = ElementMaker(namespace=XHTML, nsmap={None: XHTML})
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # of a feed that has found nothing yet: an empty one needs a time too
TITLE_CHARS = 120


def feed(fresh: Sequence[Fresh], query: str, self_url: str | None = None) -> bytes:
    """The document. `query` is what finds the entries: it names the feed, and is what its id is made from."""
    out = A.feed(
        A.id(urn("feed", query)),
        A.title(_line(f"quoth: {query}")),
        A.updated(_time(max((one.added_at for one in fresh), default=NEVER))),
        A.author(A.name("quoth")),
        A.generator("quoth"),
    )
    if self_url is not None:
        out.append(A.link(rel="self", href=self_url, type="application/atom+xml"))
    for one in fresh:
        out.extend(_entry(statement, one.added_at) for statement in told(one.picked))
    return etree.tostring(out, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _entry(one: Told, added_at: datetime) -> etree._Element:
    article = one.article
    entry: etree._Element = A.entry(
        A.id(one.iri),
        A.title(_title(one)),
        A.updated(_time(added_at)),
    )
    if article.outlet:
        entry.append(A.author(A.name(_line(article.outlet))))
    if article.published and article.published.start == article.published.end:
        entry.append(A.published(f"{article.published.start}T00:00:00Z"))
    if article.url and is_address(article.url):
        entry.append(A.link(rel="alternate", href=article.url))
    entry.extend(_category(kind, value) for kind, value in _labels(one))
    entry.append(A.content(_body(one), type="xhtml"))
    return entry


def _title(one: Told) -> str:
    """Who spoke, how the words stand, notices, and the words, as long as a line."""
    marks = "".join(f"[{notice.kind.value}{' (proposed)' if notice.proposed else ''}] " for notice in one.notices)
    names = " and ".join(who.name for who in one.speakers) or "(nobody named)"
    label = f" [{one.label}]" if one.label else ""
    words = _line(f"{marks}{names}{label}: {one.words}")
    if len(words) <= TITLE_CHARS:
        return words
    return words[:TITLE_CHARS].rpartition(" ")[0].rstrip(" ,;:") + " …"


def _labels(one: Told) -> Iterator[tuple[str, str]]:
    said = one.statement
    yield from (("act", said.act.value), ("status", said.status.value), ("manner", said.manner.value))
    yield "review", one.review.value
    yield from (("notice", kind) for kind in dict.fromkeys(notice.kind.value for notice in one.notices))


def _category(kind: str, value: str) -> etree._Element:
    category: etree._Element = A.category(term=value, label=f"{kind}: {value}")
    return category


def _body(one: Told) -> etree._Element:
    near = around(one.article.text, one.statement.content)
    before, after = _flat(f"… {near.before}"), _flat(f"{near.after} …")
    words = H.p(before, H.strong(_line(one.words)), after)
    lines = [_line(line_of(notice)) for notice in one.notices]
    body: etree._Element = H.div(*(H.p(H.em(line)) for line in lines))
    body.extend([H.p(_line(described(one))), H.blockquote(words), H.p(_where(one))])
    return body


def _where(one: Told) -> str:
    """When it was said, through whom it came, and where it stands."""
    said, article = one.statement, one.article
    days = span_of_days(said.moment.start.isoformat(), said.moment.end.isoformat()) if said.moment else ""
    route = "; ".join(f"{step.kind.value}: {step.name}" for step in said.route)
    facts = (days and f"said {days}", route, article.outlet, article.headline, article.url)
    return _line(" · ".join(fact for fact in facts if fact))


def _line(text: str) -> str:
    """On one line, with nothing that XML does not know."""
    return " ".join(printable(text).split())


def _flat(text: str) -> str:
    """Likewise, but with the blanks at its ends."""
    return re.sub(r"\s+", " ", printable(text))


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
