"""Which blocks are the words under a picture, and which only say whose picture it is."""

from __future__ import annotations

import re
from itertools import islice

from quoth.domain import Part
from quoth.reading.blocks import CAPTION_NAME, CREDIT_NAME, Block, Element, is_caption_name, names_of, within
from quoth.reading.furniture import is_furniture
from quoth.reading.pictures import credit_start, is_credit

# "Photo: Ana Ruiz", "(AP Photo/Ana Ruiz)", "Ana Ruiz/Northern Wire", "Image credit: …", "© …", "Getty Images"
CREDIT_TEXT = re.compile(
    r"^\W*(?:(?:\w+\s)?(?:photos?|photograph(?:s|er)?|pictures?|images?|illustration|video|graphic)?\s*"
    r"(?:credits?|courtesy(?: of)?|(?:by|from)\b(?=\s+[A-Z])|:|©|copyright)|©|copyright|via\s|credits?\b|source:)",
    re.I,
)
AGENCY_TEXT = re.compile(
    r"^[\W\d]*[^.!?;]{0,60}(?:/\s?[A-Z]|\b(?:getty|shutterstock|reuters|afp|ap photo|alamy)\b)[^.!?;]{0,50}\W*$", re.I
)
_CAPITAL = r"[A-Z][\w.'’-]*"
FOR_PAPER = re.compile(
    rf"{_CAPITAL}(?: {_CAPITAL}){{0,3}} for (?:[Tt]he {_CAPITAL}|{_CAPITAL} {_CAPITAL})(?: {_CAPITAL})*"
)
MAX_CREDIT_CHARS = 90
LABELS = frozenset({"caption", "close", "imagecaption", "photocaption", "mediaplaybackisunsupportedonyourdevice"})
PICTURE_NAME = re.compile(r"image|photo|picture|media|figure|gallery|hero", re.I)
# A credit holds names and few other words; "Image: The minister has agreed to resign" is a caption.
OF_CREDITS = frozenset({"for", "the", "via", "and", "from", "file", "photo", "image", "images", "courtesy", "handout"})
MAX_OTHER_WORDS = 2
OTHER_WORD = re.compile(r"\b[a-z]{3,}")
CAPTION_DEPTH = 4  # a caption's own elements; further out, "caption" names the whole gallery or player
MAX_CAPTION_CHARS = 1500


def caption_part(block: Block, main: frozenset[Element]) -> Part | None:
    """CAPTION, CREDIT or (a button) FURNITURE for a block that belongs to a picture, else None.

    `main` is what lies around the article: a page named "photo-story" makes no captions.
    """
    around = [element for element in islice(within(block.element), CAPTION_DEPTH) if element not in main]
    if not around:
        return None
    if not any(map(_is_caption, around)) and not _credits_figure(around):
        return None
    if len(block.text) > MAX_CAPTION_CHARS:
        return None
    if block.key in LABELS:
        return Part.FURNITURE
    if _is_credit(block, around):
        return Part.CREDIT
    return Part.FURNITURE if is_furniture(block.text) else Part.CAPTION


def _is_caption(element: Element) -> bool:
    return element.tag == "figcaption" or is_caption_name(names_of(element))


def _credits_figure(around: list[Element]) -> bool:
    """Whether the block is named a credit and belongs to a picture, as where the caption is missing."""
    if not CREDIT_NAME.search(names_of(around[0])):
        return False
    return any(element.tag == "figure" or PICTURE_NAME.search(names_of(element)) for element in around)


def _is_credit(block: Block, around: list[Element]) -> bool:
    if len(block.text) > MAX_CREDIT_CHARS:
        return False
    name = names_of(around[0])
    bare = re.sub(r"caption[-_]{1,2}(?=credit|source|copyright)", "", name)  # "caption__credit" is no caption
    named = CREDIT_NAME.search(name) and not CAPTION_NAME.search(bare)
    return (bool(named) and not _ends_in_credit(block.text)) or is_credit_text(block.text)


def _ends_in_credit(text: str) -> bool:
    """Whether a box named for the photographer holds the caption too: "The pier in 2024. (Northern Wire)"."""
    words = OTHER_WORD.findall(text[: credit_start(text) or 0])
    return len([word for word in words if word not in OF_CREDITS]) >= MAX_OTHER_WORDS


def is_credit_text(text: str) -> bool:
    """Whether a line beside a picture says only whose picture it is."""
    other_words = [word for word in OTHER_WORD.findall(text) if word not in OF_CREDITS]
    if len(text) > MAX_CREDIT_CHARS or len(other_words) > MAX_OTHER_WORDS:
        return False
    return is_credit(text) or bool(CREDIT_TEXT.match(text) or AGENCY_TEXT.match(text) or FOR_PAPER.fullmatch(text))
