"""Which stretches of a page a reader sees as one line or paragraph: an HTML tree as Blocks in page order.

Nothing is judged here. A Block keeps the page's own characters, so that what is read later can be quoted exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree, html

Element = etree._Element  # lxml names no public type for it

SKIPPED = frozenset(
    "script style noscript template svg math iframe object embed canvas audio video map select option textarea button "  # noqa: SIM905
    "head datalist dialog".split()
)
BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer "  # noqa: SIM905
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre section summary table "
    "tbody tfoot thead tr ul amp-carousel amp-accordion amp-sidebar amp-lightbox".split()
)
HTML_SPACE = re.compile(r"[ \t\n\r\f]+")  # what a browser collapses: no-break spaces stay
SPACED_BREAK = re.compile(r" *\n *")
NO_LETTER = re.compile(r"[\W_]+")
# Words in class names that say what an inline element inside a figure is: a credit printed in a <span>.
CREDIT_NAME = re.compile(r"credit|copyright|photographer|photo-?by|byline|(?:^|[\s_-])source|attribution|agency", re.I)
SOFT_HYPHEN = "\u00ad"
NAMING = ("class", "id", "itemprop", "role", "rel", "data-component", "data-testid", "data-type")


@dataclass(frozen=True, slots=True)
class Block:
    """One run of inline text. `text` is as printed, soft hyphens removed, `\\n` only where the page has a <br>."""

    text: str
    element: Element  # the innermost block-level element around it
    key: str  # key_of(text)
    linked: int  # characters of the key that stand in links

    @property
    def link_share(self) -> float:
        return self.linked / max(1, len(self.key))


class Piece(NamedTuple):
    """Text between two tags; a <br> is the piece "\\n"."""

    text: str
    linked: bool


def key_of(text: str) -> str:
    """The letters and digits of `text`, lower case: what two renderings of the same words have in common."""
    return NO_LETTER.sub("", text.lower())


def tree_of(page: str) -> Element | None:
    """The tree of an HTML page, or None when there is no element in it.

    Goes through UTF-8 bytes: lxml refuses a str that declares an encoding, and a declaration inside an already decoded
    page is wrong anyway.
    """
    page = page.replace("\x00", "\ufffd")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def names_of(element: Element) -> str:
    """What the page's author called the element: class, id and the like, in lower case."""
    return " ".join(filter(None, (element.get(name) for name in NAMING))).lower()


def within(element: Element, top: Element | None = None) -> Iterator[Element]:
    """The element and what it lies in, innermost first, up to but without `top`."""
    current: Element | None = element
    while current is not None and current is not top:
        yield current
        current = current.getparent()


def is_hidden(element: Element) -> bool:
    """Whether the element is there for machines or for another screen than the reader's."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def blocks_of(tree: Element) -> tuple[Block, ...]:
    """The page's blocks in page order, hidden ones and those of scripts left out."""
    walk = _Walk()
    events = etree.iterwalk(tree, events=("start", "end"))
    for event, element in events:
        if event == "start" and not walk.enter(element):
            events.skip_subtree()
        elif event == "end":
            walk.leave(element)
    return tuple(walk.done)


class _Walk:
    """Gathers inline text between the edges of blocks. A loop, not recursion: pages nest by the thousand."""

    def __init__(self) -> None:
        self.done: list[Block] = []
        self._pieces: list[Piece] = []
        self._blocks: list[Element] = []
        self._links = self._figures = self._verbatim = 0
        self._skipped: Element | None = None

    def enter(self, element: Element) -> bool:
        if element.tag in SKIPPED or is_hidden(element):
            self._skipped = element
            return False
        if self._breaks(element):
            self._flush()
            self._blocks.append(element)
        self._count(element, 1)
        if element.tag == "br":
            self._pieces.append(Piece("\n", False))
        elif element.tag in {"td", "th"} and self._pieces:
            self._pieces.append(Piece(" ", False))
        self._add(element.text)
        return True

    def leave(self, element: Element) -> None:
        if self._skipped is element:
            self._skipped = None
        else:
            if self._blocks and self._blocks[-1] is element:
                self._flush()
                self._blocks.pop()
            self._count(element, -1)
        self._add(element.tail)

    def _count(self, element: Element, step: int) -> None:
        self._links += step * (element.tag == "a")
        self._figures += step * (element.tag in {"figure", "figcaption"})
        self._verbatim += step * (element.tag == "pre")

    def _breaks(self, element: Element) -> bool:
        if element.tag in BLOCK_TAGS:
            return True
        if element.tag in {"td", "th"}:  # a cell that holds paragraphs lays the page out; others make one line a row
            return next(element.iter("p", "div", "br", "table", "ul"), None) is not None
        return element.tag in {"span", "cite", "small", "em", "i"} and self._is_credit(element)

    def _is_credit(self, element: Element) -> bool:
        inside = self._figures > 0 or any("caption" in names_of(block) for block in self._blocks[-2:])
        return inside and bool(CREDIT_NAME.search(names_of(element)))

    def _add(self, text: str | None) -> None:
        if not text:
            return
        lines = text.split("\n") if self._verbatim else [HTML_SPACE.sub(" ", text)]
        for i, line in enumerate(lines):
            if i:
                self._pieces.append(Piece("\n", False))
            self._pieces.append(Piece(line.replace(SOFT_HYPHEN, ""), self._links > 0))

    def _flush(self) -> None:
        pieces, self._pieces = self._pieces, []
        if not self._blocks or not any(piece.text.strip() for piece in pieces):
            return
        for run in _paragraphs(pieces):
            text = tidy("".join(piece.text for piece in run))
            if text:
                linked = sum(len(key_of(piece.text)) for piece in run if piece.linked)
                self.done.append(Block(text, self._blocks[-1], key_of(text), linked))


def tidy(text: str) -> str:
    """`text` with collapsible space as a browser shows it: single, and none at the ends or beside a line break."""
    text = re.sub(r" {2,}", " ", text)
    return SPACED_BREAK.sub("\n", text).strip(" \t\n\r\f")


def _paragraphs(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The runs between two or more line breaks in a row: how pages without <p> print a paragraph."""
    run: list[Piece] = []
    breaks = 0
    for piece in pieces:
        if piece.text == "\n":
            breaks += 1
        elif piece.text.strip(" \t\n\r\f\xa0"):
            if breaks >= 2:
                yield run
                run = []
            breaks = 0
        run.append(piece)
    yield run
