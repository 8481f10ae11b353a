"""Which runs of lines in pasted text are furniture: lists of links and offers, and everything that closes the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quoth.domain import Part
from quoth.reading import furniture
from quoth.reading.draft import Draft

SHORTEST_REPEATED = 20  # shorter lines stand twice in reports too: "No.", a score, a time


def label_lists(draft: Draft) -> None:
    """Claim the links or offers right under a line of furniture that introduces them."""
    for index in range(1, len(draft)):
        if draft.is_free(index) and draft.found[index - 1] is Part.FURNITURE and _is_listed(draft, index):
            draft.found[index] = Part.FURNITURE


def _is_listed(draft: Draft, index: int) -> bool:
    line, above = draft.lines[index], draft.lines[index - 1]
    if line.is_bullet and furniture.is_offer(above.text):
        return len(line.text) <= furniture.LONGEST_WEAK
    if not draft.is_weak(index):
        return False
    glued = draft.spaced and not line.gap
    return (line.is_bullet and _introduces(above.text)) or (glued and furniture.heads_links(above.text))


def _introduces(text: str) -> bool:
    return len(text) <= furniture.LONGEST_WEAK and any(character.isalpha() for character in text)


def label_ending(draft: Draft, body: int) -> None:
    """Claim the run of furniture that closes the page, with the headings, cards and repeated lines in it."""
    praise = _praise(draft)
    run = frozenset(_closing_run(draft, body, praise))
    anchors = [index for index in run if draft.found[index] is Part.FURNITURE or _is_card(draft, index)]
    if not anchors:
        return
    start = min(anchors)
    while start - 1 in run and start - 1 in praise:
        start -= 1
    if start - 1 in run and _is_heading(draft, start - 1):
        start -= 1
    for index in range(start, len(draft)):
        draft.claim(index, Part.FURNITURE)


def _closing_run(draft: Draft, body: int, praise: frozenset[int]) -> Iterator[int]:
    """Indices from the end backwards for as long as nothing there must be part of the report."""
    for index in range(len(draft) - 1, body, -1):
        claimed = draft.found[index] not in (None, Part.CAPTION, Part.STANDFIRST, Part.HEADLINE)
        if not (claimed or index in praise or draft.is_weak(index) or _is_card(draft, index)):
            return
        yield index


def _is_heading(draft: Draft, index: int) -> bool:
    if not draft.is_free(index) or draft.lines[index].is_bullet:
        return False
    return draft.is_weak(index) and draft.text(index)[0].isalnum()


def _is_card(draft: Draft, index: int) -> bool:
    return draft.is_free(index) and furniture.is_author_card(draft.text(index))


def _praise(draft: Draft) -> frozenset[int]:
    """Lines in which an outlet praises itself, or that stand twice in the second half, as only furniture does."""
    second_half = range(len(draft) // 2, len(draft))
    times = Counter(map(draft.text, second_half))
    return frozenset(
        index
        for index in second_half
        if draft.is_free(index)
        and not furniture.QUOTE_MARK.search(draft.text(index))
        and (furniture.is_self_promotion(draft.text(index)) or _is_repeated(draft.text(index), times))
    )


def _is_repeated(text: str, times: Counter[str]) -> bool:
    return times[text] > 1 and len(text) >= SHORTEST_REPEATED
