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
INLINE = frozenset({"span", "cite", "small", "em", "i"})  # those that pages name for what they hold
HTML_SPACE = re.compile(r"[ \t\n\r\f]+")  # what a browser collapses: no-break spaces stay
SPACED_BREAK = re.compile(r" *\n *")
NO_LETTER = re.compile(r"[\W_]+")
# Words in class names that say what an inline element inside a figure is: a credit printed in a <span>.
CREDIT_NAME = re.compile(r"credit|copyright|photographer|photo-?by|byline|(?:^|[\s_-])source|attribution|agency", re.I)
CAPTION_NAME = re.compile(
    r"caption|cutline|figcaption|(?:image|photo|picture|media)[-_]{0,2}(?:desc\w*|text|legend|info)\b", re.I
)
NOT_CAPTION_NAME = re.compile(
    r"closed-?caption|caption-?(?:button|toggle|settings)|(?:no|without)-?caption|captions?-(?:on|off)", re.I
)
BYLINE_NAME = re.compile(
    r"by-?line|(?:^|[\s_-])(?:authors?|writers?|reporters?|contributors?)(?=$|[\s_-])|author-?name|vcard", re.I
)
UNSEEN_NAME = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|sr-only|off-?screen|screen-?reader(?:-text|-only)?)(?=$|[\s_-])", re.I
)
SOFT_HYPHEN = "\u00ad"
# Two inline elements that touch are set apart by style ("Ana Ruiz" and "Columnist", each a line of its own).
SET_APART = frozenset({"a", "span", "time", "small", "cite"})
LINE_END, LINE_START = re.compile(r"[a-zß-ÿ]\Z"), re.compile(r"[A-ZÀ-Þ@]\w")
MAX_DEPTH = 1000  # libxml2 gives up at 2048, and drops what follows
WRAPPERS = re.compile(
    r"<(?P<close>/?)(?:div|span|font|section|article|center|b|i|u|em|strong|small|big|ul|ol|li|blockquote|table|tbody|tr|td)"
    r"(?=[\s/>])[^>]*>",
    re.I,
)
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
    tree, too_deep = _parsed(page)
    return _parsed(shallow(page))[0] if too_deep else tree


def _parsed(page: str) -> tuple[Element | None, bool]:
    """The tree, and whether the parser gave up because elements nest too deep."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        tree = None
    return tree, any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)


def shallow(page: str) -> str:
    """The page without the wrappers that lie deeper than MAX_DEPTH; the words in them stay."""
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        outer = depth if tag["close"] else depth + 1
        depth = max(0, depth - 1) if tag["close"] else depth + 1
        return tag[0] if outer <= MAX_DEPTH else ""

    return WRAPPERS.sub(kept, page)


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


def is_caption_name(names: str) -> bool:
    """Whether an element so named holds the words under a picture."""
    return bool(CAPTION_NAME.search(names)) and not NOT_CAPTION_NAME.search(names)


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
        self._closed = self._apart = False  # whether an inline element ends, and the next begins, at this very place

    def enter(self, element: Element) -> bool:
        if element.tag in SKIPPED or is_hidden(element) or _is_unseen(element):
            self._skipped = element
            return False
        if self._breaks(element):
            self._flush()
            self._blocks.append(element)
        self._count(element, 1)
        self._apart = self._apart or (self._closed and element.tag in SET_APART)
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
            self._closed = self._closed or element.tag in SET_APART
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
        return element.tag in INLINE and (self._is_credit(element) or self._is_caption(element))

    def _is_credit(self, element: Element) -> bool:
        inside = self._figures > 0 or any("caption" in names_of(block) for block in self._blocks[-2:])
        return inside and bool(CREDIT_NAME.search(names_of(element)))

    def _is_caption(self, element: Element) -> bool:
        """Whether an inline element holds the whole caption: so named, beside a picture, in no other caption."""
        if not self._blocks or not is_caption_name(names_of(element)) or self._figures:
            return False
        around = self._blocks[-1]
        return (
            not is_caption_name(names_of(around)) and next(around.iter("img", "picture", "amp-img"), None) is not None
        )

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if self._apart and self._pieces and LINE_END.search(self._pieces[-1].text) and LINE_START.match(text):
            self._pieces.append(Piece(" ", False))
        self._closed = self._apart = False
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


def _is_unseen(element: Element) -> bool:
    return element.tag in INLINE and bool(UNSEEN_NAME.search(names_of(element)))


def tidy(text: str) -> str:
    """`text` with collapsible space as a browser shows it: single, none beside a line break, none at all at the end."""
    text = re.sub(r" {2,}", " ", text)
    return SPACED_BREAK.sub("\n", text).strip(" \t\n\r\f\xa0")


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
