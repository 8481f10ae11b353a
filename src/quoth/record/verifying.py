"""Whether quotations stand on record or in a transcript. What is looked for is held in memory only, kept nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quoth.domain import Manner, Reading
from quoth.inference import Embedder
from quoth.record.protocol import Record
from quoth.record.search import FindOptions, meant, parse
from quoth.variants import Printed, Verdict, compare, verdict
from quoth.variants.transcript import Transcript, line_label

NEAREST = 5  # by meaning
WORDS_OF_A_NAME = re.compile(r"\w[\w'’-]*")


@dataclass(frozen=True, slots=True)
class Claim:
    """A quotation as a draft prints it, and whom it gives it to."""

    words: str
    speaker: str | None = None


def check(
    claim: Claim, record: Record, embedder: Embedder | None = None, admit: Callable[[Printed], bool] = lambda _: True
) -> Verdict:
    """What the record says to the claim; by meaning only with an embedder, and where nothing is near in words.

    `admit`: whether a place may be told of, as where only some collections are open.
    """
    found = verdict(claim.words, claim.speaker, filter(admit, record.printed(claim.words)))
    if found.evidence or embedder is None:
        return found
    meant_alike = record.printed(claim.words, _meant(claim, record, embedder))
    return verdict(claim.words, claim.speaker, filter(admit, meant_alike))


def _meant(claim: Claim, record: Record, embedder: Embedder) -> dict[str, float]:
    """The ids of the statements that are nearest in meaning, of the named speaker where one is, with the cosine."""
    name = WORDS_OF_A_NAME.findall(claim.speaker or "")[-1:]
    query = parse("", {"by": name})
    page = record.find_alike(embedder.embed([meant(claim.words)])[0], query, FindOptions(limit=NEAREST))
    return {hit.statement: hit.score for hit in page.hits}


def check_against(claim: Claim, told: Transcript) -> Verdict:
    """What a transcript says to the claim."""
    found = compare(claim.words, told.text)
    if found.span is None:
        return verdict(claim.words, claim.speaker, ())
    speaker = told.speaker(found.span)
    named = (line_label(speaker),) if speaker else ()
    there = Printed(told.text, named, told.place(found.span))
    return verdict(claim.words, claim.speaker, (there,))


def claims(draft: Reading) -> Iterator[Claim]:
    """Every quotation in a draft: what stands in marks, whole or in part, with the name of its speaker."""
    text = draft.article.text
    for statement in draft.statements:
        if statement.manner is Manner.DIRECT:
            names = [draft.speakers[id_].name for id_ in statement.speakers]
            words = " ".join(span.of(text) for span in statement.content)
            yield Claim(words, names[0] if len(names) == 1 else None)
