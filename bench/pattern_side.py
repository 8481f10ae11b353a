"""What regular expressions alone find, as contract lines: `pattern_side.py GOLD OUT`.

Three sentences of a style book, no more: a quotation beside `Name said`, `Name said that ...` and its mirror image
`..., Name said`, and `according to Name`. A paragraph that is one quotation goes to whoever spoke last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import timed

SAID = (
    "said|says|say|told|tells|added|adds|wrote|writes|tweeted|argued|argues|claimed|claims|announced|explained|"
    "explains|insisted|insists|noted|notes|warned|warns|reported|reports|stated|states|suggested|suggests|declared|"
    "responded|replied|asked|asks|believes|continued|concluded|admitted|acknowledged|denied|predicted|recalled|"
    "thinks|believed|thought|promised|accused|called"
)
NEVER_FIRST = r"(?!(?:And|But|If|As|In|On|When|While|That|What|So|Also|Yet|At|For|After|Before|Then|Now|Yes|No)\b)"
CAPITAL = r"(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Jr|St)\.|[A-Z][\w’'.-]*(?<![.’'])|[A-Z]\."
NAME = rf"{NEVER_FIRST}(?:{CAPITAL})(?:,? (?:{CAPITAL}|of|the|de|for|and|von|van)(?= ))*(?: (?:{CAPITAL}))?"
BODY = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Tt]wo|[Ss]ome) (?:[\w’-]+ ){0,3}?[\w’-]+|[a-z]+s"
WHO = rf"(?P<who>\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ii]t|{NAME}|{BODY}))"
VERB = rf"(?P<verb>(?:(?:has|have|had|also|then|later|recently|would|did not|will) ){{0,2}}\b(?:{SAID}))\b"
SPOKE = re.compile(rf"{WHO} {VERB}")
AFTER = re.compile(rf"(?<=[\x01,]) {VERB} {WHO}")  # `..., said Name`
ACCORDING = re.compile(rf"(?P<verb>[Aa]ccording to) {WHO}")
QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|''(?:(?!'').)*(?:''|$)")
SENTENCE = re.compile(r"(?:[^.!?\x01]|[.!?](?!\s+[\x01A-Z]|\s*$)|(?<=Mr|rs|Dr|Ms|en|ep|ov|St|.S)\.|\x01)+[.!?]?")
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
BARE = " \t\xa0,.;:"
MIN_WORDS = 3  # of a quotation: fewer are scare quotes and titles more often than speech

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One statement in code points of its paragraph."""

    content: tuple[Span, ...]
    cue: Span
    mention: Span


def open_reader() -> timed.Reader:
    """Return the reader; there is nothing to load."""

    def read(gold: Path) -> Iterable[timed.Contract]:
        for row in timed.rows_of(gold):
            statements = list(statements_of(row["text"]))
            yield {"article": {"id": row["id"], "text": row["text"]}, "speakers": [], "statements": statements}

    return read


def statements_of(text: str) -> Iterator[dict[str, Any]]:
    """The statements of an article, paragraph by paragraph."""
    last: tuple[list[int], list[int]] | None = None  # cue and mention of the latest statement
    for match in PARAGRAPH.finditer(text):
        paragraph, start = match.group(), match.start()
        found = list(find(paragraph))
        for one in found:
            last = shifted(one.cue, start), shifted(one.mention, start)
            yield {"content": [shifted(s, start) for s in one.content], "cue": last[0], "mention": last[1]}
        whole = QUOTED.match(paragraph.strip())
        if not found and last and whole and whole.end() == len(paragraph.strip()):
            yield {"content": [[start, match.end()]], "cue": last[0], "mention": last[1]}


def shifted(span: Span, start: int) -> list[int]:
    """The span in code points of the article."""
    return [start + span[0], start + span[1]]


def find(paragraph: str) -> Iterator[Found]:
    """The statements of one paragraph."""
    quotes = [m.span() for m in QUOTED.finditer(paragraph) if len(m.group().split()) >= MIN_WORDS]
    masked = paragraph
    for start, end in quotes:  # what is quoted holds neither verbs nor sentence ends of ours
        masked = masked[:start] + "\x01" * (end - start) + masked[end:]
    for sentence in SENTENCE.finditer(masked):
        for pattern in (ACCORDING, AFTER, SPOKE):
            match = pattern.search(masked, sentence.start(), sentence.end())
            content = content_of(masked, sentence.span(), match) if match else ()
            if match and content:
                more = resumed(masked, content, sentence.end())
                yield Found(content + more, match.span("verb"), match.span("who"))
                break


def resumed(masked: str, content: tuple[Span, ...], end: int) -> tuple[Span, ...]:
    """The quotation that goes on right behind a sentence such as `“...,” he said.`, if one does."""
    more = re.compile(r"\s*(\x01+)").match(masked, end)
    return (more.span(1),) if more and masked[content[0][0]] == "\x01" else ()


def content_of(masked: str, sentence: Span, match: re.Match[str]) -> tuple[Span, ...]:
    """What is said in a sentence where `match` says who speaks: the words before it, behind it, or both."""
    before = trimmed(masked, sentence[0], match.start())
    behind = trimmed(masked, match.end(), sentence[1])
    if before and masked[: match.start()].rstrip()[-1:] in ("\x01", ","):
        opens = behind and re.match(r"[.,:]? ?\x01", masked[match.end() :])
        return (before, behind) if opens and behind else (before,)
    if not behind:
        return ()
    quoted = re.compile("\x01+").search(masked, *behind)
    comes_at_once = quoted and re.fullmatch(r"[^,]{0,40}[,:]? ?", masked[match.end() : quoted.start()])
    if quoted and comes_at_once and not masked[match.end() :].startswith(" that"):
        return ((quoted.start(), behind[1]),)
    that = re.compile(r"(?: [\w’]+){0,6}? (?=that\b)").match(masked, match.end(), behind[1])
    return ((that.end() if that else behind[0], behind[1]),)


def trimmed(masked: str, start: int, end: int) -> Span | None:
    """The span without white space and punctuation at its ends; None when under three words are left."""
    while start < end and masked[start] in BARE:
        start += 1
    while start < end and masked[end - 1] in BARE:
        end -= 1
    long_enough = "\x01" in masked[start:end] or len(masked[start:end].split()) >= MIN_WORDS
    return (start, end) if start < end and long_enough else None


if __name__ == "__main__":
    timed.main(open_reader)
