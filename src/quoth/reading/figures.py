"""Which blocks are the words under a picture, and which only say whose picture it is."""

from __future__ import annotations

import re
from itertools import islice

from quoth.domain import Part
from quoth.reading.blocks import CREDIT_NAME, Block, Element, names_of, within

CAPTION_NAME = re.compile(
    r"caption|cutline|figcaption|(?:image|photo|picture|media)[-_]{0,2}(?:desc\w*|text|legend|info)\b", re.I
)
NOT_CAPTION_NAME = re.compile(
    r"closed-?caption|caption-?(?:button|toggle|settings)|no-?caption|captions?-(?:on|off)", re.I
)
# "Photo: Ana Ruiz", "(AP Photo/Ana Ruiz)", "Ana Ruiz/Northern Wire", "Image credit: …", "© …", "Getty Images"
CREDIT_TEXT = re.compile(
    r"^\W*(?:(?:\w+\s)?(?:photos?|photograph(?:s|er)?|pictures?|images?|illustration|video|graphic)?\s*"
    r"(?:credits?|courtesy(?: of)?|(?:by|from)\b(?=\s+[A-Z])|:|©|copyright)|©|copyright|via\s|credits?\b|source:)",
    re.I,
)
AGENCY_TEXT = re.compile(
    r"^[\W\d]*[^.!?;]{0,60}(?:/\s?[A-Z]|\b(?:getty|shutterstock|reuters|afp|ap photo|alamy)\b)[^.!?;]{0,50}\W*$", re.I
)
MAX_CREDIT_CHARS = 90
CAPTION_DEPTH = 4  # a caption's own elements; further out, "caption" names the whole gallery or player
MAX_CAPTION_CHARS = 1500


def caption_part(block: Block, main: frozenset[Element]) -> Part | None:
    """CAPTION or CREDIT for a block that belongs to a picture, else None; `main` is what lies around the article."""
    around = [element for element in islice(within(block.element), CAPTION_DEPTH) if element not in main]
    if not around:
        return None
    if not any(map(_is_caption, around)) and not _credits_figure(around):
        return None
    if len(block.text) > MAX_CAPTION_CHARS:
        return None
    return Part.CREDIT if _is_credit(block, around) else Part.CAPTION


def _is_caption(element: Element) -> bool:
    names = names_of(element)
    return element.tag == "figcaption" or (bool(CAPTION_NAME.search(names)) and not NOT_CAPTION_NAME.search(names))


def _credits_figure(around: list[Element]) -> bool:
    """Whether the block is named a credit and stands in a figure, as where the caption is missing."""
    return bool(CREDIT_NAME.search(names_of(around[0]))) and any(element.tag == "figure" for element in around)


def _is_credit(block: Block, around: list[Element]) -> bool:
    if len(block.text) > MAX_CREDIT_CHARS:
        return False
    name = names_of(around[0])
    bare = re.sub(r"caption[-_]{1,2}(?=credit|source|copyright)", "", name)  # "caption__credit" is no caption
    named = CREDIT_NAME.search(name) and not CAPTION_NAME.search(bare)
    return bool(named) or is_credit_text(block.text)


def is_credit_text(text: str) -> bool:
    """Whether a line beside a picture says only whose picture it is."""
    return len(text) <= MAX_CREDIT_CHARS and bool(CREDIT_TEXT.match(text) or AGENCY_TEXT.match(text))
