"""One statement with all that must be known to print it by itself, away from its article."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from quoth.contract import quote
from quoth.domain import Act, Article, Notice, Reading, Review, Speaker, Statement, Status
from quoth.record.picked import Picked

OURS = uuid.UUID("9a4f2c1e-6b1d-5d0a-8a57-3f0c6f1e7b42")  # the namespace of quoth's ids, drawn once
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Told:
    """One statement. `notices` are its article's, its own and its speakers', each once."""

    reading: Reading
    statement: Statement
    id: str
    review: Review
    speakers: tuple[Speaker, ...]
    notices: tuple[Notice, ...]

    @property
    def article(self) -> Article:
        return self.reading.article

    @property
    def words(self) -> str:
        return quote(self.article.text, self.statement.content)

    @property
    def is_theirs(self) -> bool:
        """Whether the words may be put in the speakers' mouth: said or written, and not denied, refused or supposed."""
        one = self.statement
        return one.act in (Act.SAID, Act.WROTE) and one.status is Status.ASSERTED and self.review is not Review.REJECTED

    @property
    def label(self) -> str:
        """What a reader must know of words that are not plainly theirs; "" where they are."""
        one = self.statement
        act = one.act.value if one.act in (Act.THOUGHT, Act.DID) else ""
        status = one.status.value if one.status is not Status.ASSERTED else ""
        review = self.review.value if self.review is Review.REJECTED else ""
        return ", ".join(word for word in (act, status, review) if word)

    @property
    def iri(self) -> str:
        """A name for the statement that stays while its id stays."""
        return urn("statement", self.id)


def told(picked: Picked) -> Iterator[Told]:
    """The statements that were picked, in text order."""
    done = picked.corrected
    part = done.standing if picked.ids is None else done.everything
    of_statement = dict(zip(done.ids, done.editorial.statements, strict=True))
    of_speaker = dict(enumerate(done.editorial.speakers))
    found = zip(part.reading.statements, part.ids, part.reviews, strict=True)
    chosen = [row for row in found if picked.ids is None or row[1] in picked.ids]
    for one, id_, seen in sorted(chosen, key=lambda row: (row[0].content[0].start, -row[0].content[-1].end)):
        notices = [*done.editorial.article, *of_statement.get(id_, ())]
        notices += [notice for number in one.speakers for notice in of_speaker.get(number, ())]
        speakers = tuple(part.reading.speakers[number] for number in one.speakers)
        yield Told(part.reading, one, id_, seen.state, speakers, tuple(dict.fromkeys(notices)))


def address(article: Article) -> str:
    """The article's URL where it is one, else a name that stays while its id stays."""
    return article.url if article.url and is_address(article.url) else urn("article", article.id)


def is_address(text: str) -> bool:
    """Whether it may stand where a standard wants an IRI."""
    return ADDRESS.fullmatch(text) is not None


def urn(kind: str, id_: str) -> str:
    """A name for what has this id (RFC 4122, version 5): the same in every export."""
    return uuid.uuid5(OURS, f"{kind} {id_.encode('utf8', 'backslashreplace').decode()}").urn


def digest(text: str) -> str:
    """SHA-256 of the text as UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()


def line_of(notice: Notice) -> str:
    """A notice on one line."""
    proposed = " (proposed)" if notice.proposed else ""
    day = f" {notice.day}" if notice.day else ""
    return f"{notice.kind.value}{day}{proposed}: {' '.join(notice.text.split())}"
