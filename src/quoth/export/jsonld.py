"""schema.org as one JSON-LD document: articles, and their statements as Quotation or Claim.

What stands in quotation marks is a Quotation, spoken by whoever the article gives it to; what is reported in other
words is a Claim that appears in the article. Only words that were said or written, and stand, name their speaker as
such: of what was denied, refused, supposed, expected, thought or done the description tells who and how, so that nobody
who reads the speaker alone puts words in his mouth.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from quoth.domain import Article, Manner, Notice, NoticeKind, Speaker, SpeakerKind
from quoth.export.annotations import described, span_of_days, tags
from quoth.export.told import Told, address, digest, told
from quoth.record.picked import Picked

Json = dict[str, Any]
CONTEXT = "https://schema.org"


def write(picked: Iterable[Picked], out: BinaryIO, share: bool) -> None:
    """Writes the document, a node a line; it holds no article's text, so what is shared is the same."""
    out.write(f'{{"@context": "{CONTEXT}", "@graph": ['.encode())
    joint = b"\n"
    for one in picked:
        for node in nodes(one):
            out.write(joint + json.dumps(node, ensure_ascii=False).encode("utf8", "backslashreplace"))
            joint = b",\n"
    out.write(b"\n]}\n")


def nodes(picked: Picked) -> Iterator[Json]:
    """The article, then those of its statements that were picked."""
    done = picked.corrected
    yield article_node(done.reading.article, done.editorial.article)
    for one in told(picked):
        yield statement_node(one)


def article_node(article: Article, notices: Iterable[Notice]) -> Json:
    """The article as a NewsArticle, without its text."""
    published = article.published
    return _filled(
        {
            "@type": "NewsArticle",
            "@id": address(article),
            "url": article.url,
            "headline": article.headline,
            "articleSection": article.section,
            "inLanguage": article.language,
            "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
            "author": [{"@type": "Person", "name": name} for name in article.byline],
            "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": digest(article.text)},
        }
        | (_days("datePublished", published.start.isoformat(), published.end.isoformat()) if published else {})
        | _noticed(notices)
    )


def statement_node(one: Told) -> Json:
    """The statement as a Quotation or a Claim."""
    said, printed = one.statement, {"@id": address(one.article)}
    is_quoted = said.manner is Manner.DIRECT
    return _filled(
        {
            "@type": "Quotation" if is_quoted else "Claim",
            "@id": one.iri,
            "text": one.words,
            "inLanguage": one.article.language,
            "isPartOf" if is_quoted else "appearance": printed,
            "description": described(one),
            "about": [{"@type": "Thing", "name": name} for name in dict.fromkeys(topic.name for topic in said.about)],
            "keywords": list(tags(one)),
        }
        | (_days("dateCreated", said.moment.start.isoformat(), said.moment.end.isoformat()) if said.moment else {})
        | (_who(one.speakers, "spokenByCharacter" if is_quoted else "author") if one.is_theirs else {})
        | _noticed(one.notices)
    )


def _who(speakers: Iterable[Speaker], role: str) -> Json:
    """Who said it; only persons and bodies can be that in the vocabulary: documents are what it is based on."""
    them, papers, others = [], [], []
    for who in speakers:
        match who.kind:
            case SpeakerKind.PERSON:
                them.append(_filled({"@type": "Person", "name": who.name, "jobTitle": who.role}))
            case SpeakerKind.UNNAMED:
                them.append(_filled({"@type": "Person", "description": who.name, "jobTitle": who.role}))
            case SpeakerKind.ORGANISATION:
                them.append(_filled({"@type": "Organization", "name": who.name, "description": who.role}))
            case SpeakerKind.DOCUMENT:
                papers.append({"@type": "CreativeWork", "name": who.name})
            case _:
                others.append(who.name)
    return {role: them, "isBasedOn": papers, "creditText": " and ".join(others)}


def _noticed(notices: Iterable[Notice]) -> Json:
    """The state of the work, and the notices as comments on it."""
    notices = list(notices)
    states = [f"{one.kind.value} (proposed)" if one.proposed else one.kind.value for one in notices]
    return {"creativeWorkStatus": list(dict.fromkeys(states)), "comment": [_comment(one) for one in notices]}


def _comment(notice: Notice) -> Json:
    mends = notice.kind in (NoticeKind.CORRECTED, NoticeKind.RETRACTED)
    type_ = "CorrectionComment" if mends else "Comment"
    day = {"datePublished": notice.day.isoformat()} if notice.day else {}
    return {"@type": type_, "text": notice.text} | day


def _days(name: str, start: str, end: str) -> Json:
    """A day under its own name; a stretch of days, which the vocabulary gives no day, as `temporal`."""
    return {name: start} if start == end else {"temporal": span_of_days(start, end)}


def _filled(value: Json) -> Json:
    """The properties that say something."""
    return {name: one for name, one in value.items() if one not in (None, "", [])}
