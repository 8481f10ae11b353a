"""Which blocks of a page are the article's own paragraphs.

trafilatura says where the article is; its words are found again among the page's own blocks, because trafilatura
normalises characters and drops paragraphs. What it dropped between and beside those paragraphs is taken back where
the page builds it the same way, and boxes that are not the article's are put down as furniture.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

import trafilatura

from quoth.reading.blocks import Block, Element, key_of, within
from quoth.reading.boxes import Boxes

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it has to say is said by an ErrorKind

SHINGLE_CHARS = 24
SURE_KEY_CHARS = 24  # a shorter line may stand on the page by chance, so it must be a whole line of the extraction
MAX_SEARCHED_CHARS = 500_000  # of a longer extraction only whole lines are looked up, or a 10 MB page takes hours
HALF = 0.5
ONLY_LINK = 0.85  # "Read more: …", all but the label linked, measures 0.87 and more
MAIN_SHARE = 0.5  # an element that holds this share of the extracted words is the article itself, whatever its name
TEXT_TAGS = frozenset("p li dd dt blockquote h2 h3 h4 h5 h6 td th tr pre".split())  # noqa: SIM905 - a table of words

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


class Role(Enum):
    """What the choice of paragraphs makes of a block."""

    BODY = auto()
    BOXED = auto()  # the extraction took it, but it lies in a box of the page, or is nothing but a link
    REST = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """The role of each block, in order, and where the article lies on its page."""

    roles: tuple[Role, ...]
    boxed: tuple[bool, ...]  # for each block whether it lies in a box of the page
    main: frozenset[Element]  # the elements around the article's words, and what is around them

    @property
    def body(self) -> list[int]:
        """Indices of the article's own paragraphs."""
        return [i for i, role in enumerate(self.roles) if role is Role.BODY]


def choose(blocks: Sequence[Block], extraction: str) -> Choice:
    """Which blocks are the article, given the text that was extracted from the same page."""
    chosen = found_again(blocks, extraction)
    main = main_elements(block for block, taken in zip(blocks, chosen, strict=True) if taken)
    boxes = Boxes(main)
    boxed = [boxes.hold(block) for block in blocks]
    if any(chosen):
        chosen = without_last_headings(blocks, taken_back(blocks, chosen, boxed))
    return Choice(tuple(map(_role, blocks, chosen, boxed)), tuple(boxed), main)


def _role(block: Block, chosen: bool, boxed: bool) -> Role:
    if not chosen:
        return Role.REST
    return Role.BOXED if boxed or is_only_link(block) else Role.BODY


def extracted(tree: Element, url: str | None) -> str:
    """The article's text as trafilatura finds it, "" where it finds none."""
    for precise in (True, False):
        document = trafilatura.bare_extraction(tree, url=url, include_comments=False, favor_precision=precise)
        text = (document.text or "") if document is not None and not isinstance(document, dict) else ""
        if text.strip():
            return text
    return ""


def found_again(blocks: Sequence[Block], extraction: str) -> list[bool]:
    """Which blocks the extraction holds. A block printed twice counts where it stands among more of the others."""
    lines = Counter(key_of(line) for line in extraction.splitlines())
    whole = key_of(extraction)
    held = [_holds(block.key, whole, lines) for block in blocks]
    return _without_repeats(blocks, held)


def _holds(key: str, whole: str, lines: Counter[str]) -> bool:
    if key in lines or len(key) < SURE_KEY_CHARS or len(whole) > MAX_SEARCHED_CHARS:
        return key in lines
    if key in whole:
        return True
    starts = range(0, len(key) - SHINGLE_CHARS + 1, SHINGLE_CHARS // 2)
    shingles = [key[start : start + SHINGLE_CHARS] for start in starts]
    return sum(shingle in whole for shingle in shingles) > HALF * len(shingles)


def _without_repeats(blocks: Sequence[Block], held: list[bool]) -> list[bool]:
    """`held` with one place for each text: the one whose parent holds the most extracted characters."""
    weight: Counter[Element] = Counter()
    for block, taken in zip(blocks, held, strict=True):
        if taken:
            weight.update(dict.fromkeys(within(block.element), len(block.key)))
    best: dict[str, int] = {}
    for i, block in enumerate(blocks):
        if held[i]:
            rival = best.setdefault(block.key, i)
            if _standing(block, weight) > _standing(blocks[rival], weight):
                best[block.key] = i
    keep = set(best.values())
    return [i in keep for i in range(len(blocks))]


def _standing(block: Block, weight: Counter[Element]) -> tuple[int, ...]:
    return tuple(weight[element] for element in islice(within(block.element), 2))


def main_elements(chosen: Iterable[Block]) -> frozenset[Element]:
    """The elements that hold at least half of the chosen characters: the article and what lies around it."""
    weight: Counter[Element] = Counter()
    total = 0
    for block in chosen:
        total += len(block.key)
        weight.update(dict.fromkeys(within(block.element), len(block.key)))
    return frozenset(element for element, chars in weight.items() if chars >= MAIN_SHARE * total)


def taken_back(blocks: Sequence[Block], chosen: list[bool], boxed: list[bool]) -> list[bool]:
    """`chosen` with the paragraphs that the extraction dropped although the page builds them like the chosen ones."""
    alike = usual_shapes(block for block, taken in zip(blocks, chosen, strict=True) if taken)
    places = [i for i, taken in enumerate(chosen) if taken]
    first, last = places[0], places[-1]
    return [
        chosen[i] or (not boxed[i] and block.link_share < HALF and _belongs(block, first <= i <= last, alike))
        for i, block in enumerate(blocks)
    ]


def without_last_headings(blocks: Sequence[Block], chosen: list[bool]) -> list[bool]:
    """`chosen` without the headings that close it: those name the stories below the article."""
    last = max((i for i, taken in enumerate(chosen) if taken and not _is_short_heading(blocks[i])), default=len(chosen))
    return [taken and i <= last for i, taken in enumerate(chosen)]


def _is_short_heading(block: Block) -> bool:
    return block.element.tag in HEADINGS and len(block.key) < SURE_KEY_CHARS


def _belongs(block: Block, between: bool, alike: frozenset[tuple[str, ...]]) -> bool:
    shape = shape_of(block)
    return shape in alike if not between else shape in alike or block.element.tag in TEXT_TAGS


def shape_of(block: Block) -> tuple[str, ...]:
    """Tag and class of the block's element and the two around it: what paragraphs of one article share."""
    return tuple(f"{element.tag}.{element.get('class') or ''}" for element in islice(within(block.element), 3))


def usual_shapes(chosen: Iterable[Block]) -> frozenset[tuple[str, ...]]:
    """The shapes that hold at least a third of the chosen characters."""
    weight: Counter[tuple[str, ...]] = Counter()
    for block in chosen:
        weight[shape_of(block)] += len(block.key)
    return frozenset(shape for shape, chars in weight.items() if chars * 3 >= weight.total())


def is_only_link(block: Block) -> bool:
    """Whether the block is a link and nothing else: a pointer to another article."""
    return block.link_share > ONLY_LINK
