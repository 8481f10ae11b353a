"""What stands above an article's body: headline, standfirst, byline, printed date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from quoth.domain import Part
from quoth.reading.blocks import BYLINE_NAME, Block, Element, key_of, names_of, within
from quoth.reading.bylines import is_byline, is_date_line, is_name, is_name_and_paper
from quoth.reading.metadata import PageFacts
from quoth.reading.published import day_in

MIN_TITLE_KEY = 8  # letters; a shorter one is found anywhere by chance
TITLE_OVERLAP = 0.5
MIN_TITLE_WORDS = 5  # of a heading that metadata gives otherwise: "Opinion and analysis" is a section
STANDFIRST_NAME = re.compile(
    r"stand-?first|(?:^|[\s_-])(?:dek|deck|sub-?title|sub-?head(?:line|er)?|sub-?deck|lede|lead-?in|intro|strap-?line|"
    r"summary|abstract|tagline|description|excerpt|key-?points?|nut-?graf)(?=$|[\s_-])",
    re.I,
)
MIN_STANDFIRST_CHARS = 25
MAX_BYLINE_CHARS = 140
HANDLE = re.compile(r"@\w+")
BEFORE_DATE = re.compile(r"\s+(?:[|·•–—-]\s|on\s(?=\S+\s?\d|\d|[A-Z][a-z]+day\b))|\s*[–—-]$")
AFTER_DATE = re.compile(r"\bby\b", re.I)
OTHER_STORIES = re.compile(
    r"\b(?:more|recent|latest|other|all) (?:stories|articles|posts|news|by|from)\b"
    r"|\b(?:view|see|read) (?:all|more|profile)\b",
    re.I,
)
DATE_NAME = re.compile(r"date|time|publish|posted|stamp|byline|meta", re.I)
MAX_DATE_CHARS = 90
HEADER_REACH = 8  # blocks above the headline and below the body's start that may hold byline and date


def headline_places(blocks: Sequence[Block], titles: Sequence[str], first_body: int) -> list[int]:
    """Indices of the blocks that make up the printed headline; [] where none is printed.

    Of several <h1> the one nearest to what metadata calls the article; without <h1>, whatever prints that title.
    """
    groups = list(_groups(blocks))
    ranked = [
        (_likeness(blocks, group, titles), group[0] <= first_body, -abs(first_body - group[0]), group)
        for group in groups
    ]
    if ranked:
        likeness, above, _, group = max(ranked)
        if likeness >= TITLE_OVERLAP or (above and not titles):
            return group
        if len(groups) == 1 and 0 <= first_body - group[0] <= HEADER_REACH and _is_sentence(blocks, group):
            return group
    wanted = {key_of(title) for title in titles if len(key_of(title)) >= MIN_TITLE_KEY}
    printed = [i for i, block in enumerate(blocks[: first_body + 1]) if block.key in wanted and block.link_share < 1]
    return printed[-1:]


def _groups(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The blocks of each <h1> or itemprop=headline, as lists of neighbouring indices."""
    group: list[int] = []
    owner: Element | None = None
    for i, block in enumerate(blocks):
        heading = next(filter(_is_heading, within(block.element)), None)
        if group and heading is not owner:
            yield group
            group = []
        owner = heading
        if heading is not None:
            group.append(i)
    if group:
        yield group


def _is_heading(element: Element) -> bool:
    return element.tag == "h1" or (
        element.tag in {"h2", "div", "span", "p"} and "headline" in (element.get("itemprop") or "").split()
    )


def _likeness(blocks: Sequence[Block], group: list[int], titles: Iterable[str]) -> float:
    """Share of the words that a heading and the likest title have in common."""
    words = _bare_words(" ".join(blocks[i].text for i in group))
    others = map(_bare_words, titles)
    return max((len(words & other) / max(1, min(len(words), len(other))) for other in others), default=0.0)


def _is_sentence(blocks: Sequence[Block], group: list[int]) -> bool:
    """Whether a heading says more than the name of the paper or of the section does."""
    return len(_bare_words(" ".join(blocks[i].text for i in group))) >= MIN_TITLE_WORDS


def _bare_words(text: str) -> set[str]:
    return {key_of(word) for word in text.split()} - {""}


def opening_parts(
    blocks: Sequence[Block], headline: Sequence[int], body: Sequence[int], facts: PageFacts
) -> dict[int, Part]:
    """The part of each block around the body's start that is standfirst, byline or printed date."""
    start = headline[-1] + 1 if headline else max(0, body[0] - HEADER_REACH)
    parts: dict[int, Part] = {}
    for i in range(max(0, start - HEADER_REACH), min(len(blocks), body[0] + HEADER_REACH)):
        part = None if i in headline else _opening_part(blocks[i], facts, start <= i <= body[0], i in body)
        if part is Part.BYLINE and Part.BYLINE in parts.values() and not names_author(blocks[i], facts):
            part = None  # only the first name in the author's box is the author's
        if part is Part.STANDFIRST and i in body and _is_one_of_many(blocks[i], (blocks[j] for j in body)):
            part = None
        if part is not None and blocks[i].key not in {blocks[j].key for j in parts}:
            parts[i] = part
    return parts


def _is_one_of_many(block: Block, body: Iterable[Block]) -> bool:
    """Whether the paragraphs below lie in boxes of the very name: "text-description" holds each of them."""
    shape = [names_of(element) for element in _near(block, 2)]
    return sum([names_of(element) for element in _near(other, 2)] == shape for other in body) > 2


def _opening_part(block: Block, facts: PageFacts, above_body: bool, in_body: bool) -> Part | None:
    if names_author(block, facts) or (above_body and is_name_in_byline(block)):
        return Part.BYLINE
    if is_date_line(block.text) or (not in_body and prints_date(block)):
        return Part.DATELINE
    if above_body and is_standfirst(block, facts, in_body):
        return Part.STANDFIRST
    return None


def names_author(block: Block, facts: PageFacts) -> bool:
    """Whether the block names the author: it reads like a byline, or holds the author's name where the page says so."""
    if len(block.text) > MAX_BYLINE_CHARS or OTHER_STORIES.search(block.text):
        return False
    after = AFTER_DATE.search(block.text)
    if after and is_date_line(block.text[: after.start()]) and is_byline(block.text[after.start() :]):
        return True
    if is_byline(block.text) or is_byline(BEFORE_DATE.split(block.text)[0]):
        return True
    key = key_of(HANDLE.sub("", block.text))
    named = any(key_of(name) in block.key for name in facts.byline if len(key_of(name)) > 3)
    called = any(BYLINE_NAME.search(names_of(element)) or element.get("rel") == "author" for element in _near(block, 3))
    return (named and called) or key == "".join(map(key_of, facts.byline)) != ""


def is_name_in_byline(block: Block) -> bool:
    """Whether names stand alone, or before the writer's paper, in a box that is named for the author."""
    called = any(BYLINE_NAME.search(names_of(element)) for element in _near(block, 2))
    line = HANDLE.sub("", block.text).strip()
    if OTHER_STORIES.search(line):
        return False
    return called and (is_name(line) or is_name_and_paper(line))


def prints_date(block: Block) -> bool:
    """Whether the block is there to print the day of publication."""
    if len(block.text) > MAX_DATE_CHARS or block.link_share > 0:
        return False
    marked = any(element.tag == "time" or DATE_NAME.search(names_of(element)) for element in _near(block, 2))
    return day_in(block.text) is not None and (marked or next(block.element.iter("time"), None) is not None)


def is_standfirst(block: Block, facts: PageFacts, in_body: bool) -> bool:
    """Whether the block sums the article up: called so by the page, or printing the description that metadata gives."""
    if len(block.text) < MIN_STANDFIRST_CHARS or block.link_share > TITLE_OVERLAP:
        return False
    if any(STANDFIRST_NAME.search(names_of(element)) for element in _near(block, 2)):
        return True
    described = key_of(facts.description or "")
    told = len(described) >= MIN_TITLE_KEY and block.key == described
    return told and (not in_body or block.element.tag in {"h2", "h3", "h4"})


def _near(block: Block, depth: int) -> list[Element]:
    return list(islice(within(block.element), depth))
