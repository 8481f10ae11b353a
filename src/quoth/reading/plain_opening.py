"""What stands above the body of pasted text: sections, headline, standfirst, bylines and date lines."""

from __future__ import annotations

import re

from quoth.domain import Part
from quoth.reading import bylines
from quoth.reading.draft import Draft

LONGEST_HEADLINE = 200
LONGEST_STANDFIRST = 350
TOP_PARAGRAPHS = 12  # further down, a date is part of the report and a name a heading in it
STANDFIRST_REACH = 7  # a standfirst of three bullets, with share buttons and a picture before the byline
PATH_STEP = re.compile(r"\s+[›>»]\s+")
MENU_STEP = re.compile(r"\s{2,}|\s+[|/·•›>»]\s+")
SECTIONS = re.compile(
    r"politics|world|uk|us|business|opinion|sports?|culture|local|(?:breaking )?news|(?:news )?analysis|exclusive|live"
    r"|letters|editorial|technology|science|health|europe|asia|africa|americas|national|international|money|environment",
    re.IGNORECASE,
)

# A paper's own name above its headline: "The Morning Sentinel".
MASTHEAD = re.compile(
    r"(?:The )?(?:[A-Z][\w’'&-]*,? ){0,3}(?:Times|Post|Herald|Gazette|Sentinel|Chronicle|Tribune|Courier|Echo|Mail|News"
    r"|Star|Mirror|Telegraph|Observer|Guardian|Journal|Dispatch|Argus|Mercury|Examiner|Standard|Express|Record|Advertiser|Press)"
)


def label_opening(draft: Draft, title: str | None) -> int:
    """Claim what stands above the body; returns the index of the paragraph at which the body begins."""
    index = _label_headline(draft, title)
    if index > 0 and draft.found[index - 1] is Part.HEADLINE:
        _label_standfirst(draft, index)
    while index < min(len(draft), TOP_PARAGRAPHS):
        if draft.is_byline(index) or _is_name_before_body(draft, index):
            draft.claim(index, Part.BYLINE)
        elif draft.is_free(index):
            break
        index += 1
    return index


def _label_headline(draft: Draft, title: str | None) -> int:
    for index in range(min(len(draft) - 1, TOP_PARAGRAPHS)):
        if draft.is_byline(index):
            draft.claim(index, Part.BYLINE)
        elif _is_menu(draft.text(index)) or _is_section(draft, index, title):
            draft.found[index] = Part.FURNITURE  # 'Home / Local' reads like a credit
        elif draft.is_free(index):
            if not _is_headline(draft.text(index), title):
                return index
            draft.claim(index, Part.HEADLINE)
            return index + 1
    return 0


def _is_menu(text: str) -> bool:
    """'Home  News  Sport', 'World | Europe | Sea & Shipping', 'Transcripts > The Late Bulletin'."""
    steps = MENU_STEP.split(text)
    short = all(0 < len(step.split()) <= 4 and not step[0].islower() for step in steps)
    return short and len(text) <= 160 and (len(steps) >= 3 or PATH_STEP.search(text) is not None)


def _is_section(draft: Draft, index: int, title: str | None) -> bool:
    """Whether a word or two above the headline name the section or kind: 'Football', 'LIVE'."""
    text = draft.text(index).strip(" .:|")
    if title is not None and same_words(text, title):
        return False
    shouted = len(text.split()) <= 3 and (text.isupper() or " " not in text)
    label = shouted or SECTIONS.fullmatch(text) is not None or MASTHEAD.fullmatch(text) is not None
    free = (draft.text(i) for i in range(index + 1, len(draft)) if draft.is_free(i))
    below = next((line for line in free if not _is_menu(line)), "")
    return draft.is_free(index) and label and len(below.split()) >= 4 and _is_headline(below, title)


def _is_headline(text: str, title: str | None) -> bool:
    if title is not None and same_words(text, title):
        return True
    if len(text) > LONGEST_HEADLINE or bylines.dateline_end(text, first=True):
        return False
    return re.search(r"[.:;,…][\"'”’)]*$", text) is None or _is_title_case(text)


def _label_standfirst(draft: Draft, start: int) -> None:
    """Everything short between headline and byline; with no byline, one line that is no full sentence."""
    reach = range(start, min(start + STANDFIRST_REACH, len(draft)))
    byline = next((index for index in reach if _is_head_byline(draft, index)), None)
    if byline is not None and all(len(draft.text(index)) <= LONGEST_STANDFIRST for index in range(start, byline)):
        for index in range(start, byline):
            draft.claim(index, Part.STANDFIRST)
    elif _is_bare_standfirst(draft, start):
        draft.claim(start, Part.STANDFIRST)


def _is_head_byline(draft: Draft, index: int) -> bool:
    """Whether a byline opens the report: who else contributed stands below it, however short it is."""
    if not draft.is_byline(index) or bylines.is_contribution(draft.text(index)):
        return False
    return any(draft.is_free(below) for below in range(index + 1, len(draft)))


def _is_bare_standfirst(draft: Draft, index: int) -> bool:
    if index + 1 >= len(draft) or _is_name_before_body(draft, index):
        return False
    line = draft.lines[index]
    if line.is_bullet or line.ends_sentence or bylines.dateline_end(line.text, first=True):
        return False
    return len(line.text.split()) > 4 and len(line.text) <= LONGEST_STANDFIRST


def _is_name_before_body(draft: Draft, index: int) -> bool:
    """A bare name between headline or standfirst and the first sentence of the report."""
    if index == 0 or index + 1 >= len(draft) or not draft.is_free(index):
        return False
    headed = draft.found[index - 1] in (Part.HEADLINE, Part.STANDFIRST)
    sentence_below = draft.lines[index + 1].ends_sentence and len(draft.text(index + 1)) > 60
    return headed and sentence_below and bylines.is_name(draft.text(index))


def same_words(text: str, title: str) -> bool:
    """Whether the two lines hold the same words, whatever their case and punctuation."""
    words = re.findall(r"\w+", text.lower())
    return bool(words) and words == re.findall(r"\w+", title.lower())


def _is_title_case(text: str) -> bool:
    long_words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]
    return len(long_words) >= 3 and sum(word[0].isupper() for word in long_words) >= 0.8 * len(long_words)
