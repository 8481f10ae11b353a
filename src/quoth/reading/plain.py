"""Which part of the page is each paragraph of pasted text? Plain text in, Article out.

Whatever no rule claims is body: losing words of the report is far worse than keeping a line of furniture.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoth.domain import Article, Part, Passage, Span
from quoth.reading import bylines, furniture, pictures
from quoth.reading.corrections import is_correction
from quoth.reading.draft import Draft
from quoth.reading.halves import halves
from quoth.reading.ids import article_id
from quoth.reading.lines import paragraphs
from quoth.reading.plain_ending import label_ending, label_lists
from quoth.reading.plain_opening import label_opening


def read_plain(text: str, origin: str, *, url: str | None = None, title: str | None = None) -> Article:
    """The Article that pasted or stored `text` holds; `title`, where known, tells which line is the headline."""
    passages = parts(text, title=title)
    headline = title or next((p.span.of(text) for p in passages if p.part is Part.HEADLINE), None)
    printed = (one_line(p.span.of(text)) for p in passages if p.part is Part.BYLINE)
    names = (name for line in printed for name in bylines.names_in(line))
    return Article(
        id=article_id(url, text),
        origin=origin,
        text=text,
        passages=passages,
        url=url,
        headline=one_line(headline) if headline else None,
        byline=tuple(dict.fromkeys(names)),
    )


def parts(text: str, *, title: str | None = None) -> tuple[Passage, ...]:
    """The passages of `text`: in order, without overlap, over every character that is not white space."""
    draft = Draft.of(paragraphs(text))
    _label_lines(draft)
    _label_captions(draft)
    body = label_opening(draft, title)
    label_lists(draft)
    label_ending(draft, body)
    opening = _first_sentence(draft)
    return tuple(
        passage for index in range(len(draft)) for passage in _passages(text, draft, index, first=index <= opening)
    )


def _label_lines(draft: Draft) -> None:
    """Claim the lines that say by themselves what they are."""
    for index in range(len(draft)):
        draft.found[index] = _part_alone(draft.text(index))
        heads_note = index > 0 and draft.found[index - 1] is Part.CORRECTION and draft.text(index - 1).endswith(":")
        if heads_note:
            draft.claim(index, Part.CORRECTION)


def _part_alone(text: str) -> Part | None:
    if is_correction(text):
        return Part.CORRECTION
    if pictures.is_credit(text) and not bylines.is_byline(text):
        return Part.CREDIT
    if pictures.is_labelled_caption(text):
        return Part.CAPTION
    if bylines.is_contribution(text):
        return Part.BYLINE
    return Part.FURNITURE if furniture.is_furniture(text) else None


def _label_captions(draft: Draft) -> None:
    for index in range(len(draft)):
        if _is_caption(draft, index):
            draft.claim(index, Part.CAPTION)
        if draft.found[index] is Part.CAPTION and _is_picture_title(draft, index - 1):
            draft.found[index - 1] = Part.CAPTION


def _is_caption(draft: Draft, index: int) -> bool:
    line = draft.lines[index]
    if not draft.is_free(index) or len(line.text) > pictures.LONGEST_CAPTION:
        return False
    if pictures.credit_start(line.text) is not None or _is_credited_below(draft, index):
        return True
    return not line.gap and _is_picture_title(draft, index - 1) and pictures.shows_a_picture(line.text)


def _is_credited_below(draft: Draft, index: int) -> bool:
    """A line glued to the credit below it, in a text that sets paragraphs apart."""
    below = index + 1
    if index == 0 or below >= len(draft) or furniture.is_offer(draft.text(index)):
        return False
    return draft.spaced and not draft.lines[below].gap and draft.found[below] is Part.CREDIT


def _is_picture_title(draft: Draft, index: int) -> bool:
    """Whether the line is the short title above the caption that follows it. Never the first: that is the headline."""
    if index <= 0 or not draft.is_free(index):
        return False
    title, caption = draft.lines[index], draft.lines[index + 1]
    if title.ends_sentence or len(title.text) > pictures.LONGEST_TITLE or bylines.is_byline(title.text):
        return False
    return (draft.spaced and not caption.gap) or pictures.shared_words(title.text, caption.text) >= 2


def _first_sentence(draft: Draft) -> int:
    """The index of the body's first paragraph that is a sentence: above it, and in it, a dateline is likely."""
    body = (index for index in range(len(draft)) if draft.part(index) is Part.BODY and draft.lines[index].ends_sentence)
    return next(body, len(draft))


def _passages(text: str, draft: Draft, index: int, *, first: bool) -> Iterator[Passage]:
    """A paragraph's passages: one, or two where a dateline opens it or a credit closes it."""
    span, words, part = draft.lines[index].span, draft.text(index), draft.part(index)
    found = halves(words, part, first=first)
    if found is not None:
        cut, before, after = found
        head = Span(span.start, span.start + len(words[:cut].rstrip()))
        tail = Span(span.end - len(words[cut:].lstrip()), span.end)
        # where lines were joined, an indentation between the ends may make the two miss or overlap
        if head.end <= tail.start and not text[head.end : tail.start].strip():
            yield from (Passage(head, before), Passage(tail, after))
            return
    yield Passage(span, part)


def one_line(words: str) -> str:
    """The words with single spaces between them."""
    return " ".join(words.split())
