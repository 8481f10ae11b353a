"""An HTML page as an Article: its headline, standfirst, byline, paragraphs, captions and notes, in page order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from quoth.domain import Article, Part, Passage, Span
from quoth.errors import ErrorKind, ReadError
from quoth.reading.blocks import Block, Element, blocks_of, key_of, tree_of, within
from quoth.reading.body import Choice, Role, choose, extracted, is_only_link
from quoth.reading.bylines import is_contribution, names_in
from quoth.reading.corrections import is_correction
from quoth.reading.figures import caption_part
from quoth.reading.furniture import (
    QUOTE_MARK,
    company_signs,
    heads_company,
    is_author_card,
    is_furniture,
    is_self_promotion,
)
from quoth.reading.halves import halves
from quoth.reading.ids import article_id
from quoth.reading.language import checked_language
from quoth.reading.metadata import PageFacts, facts_of
from quoth.reading.opening import headline_places, opening_parts
from quoth.reading.pictures import credit_start
from quoth.reading.published import published_on

BETWEEN = "\n\n"
FOOT_REACH = 12  # blocks below the last paragraph among which the publisher's note may stand
MAX_COMPANY_BLOCKS, MIN_COMPANY_SIGNS = 7, 3
HEAD_REACH = 10  # blocks above the headline among which the lead picture's caption may stand
HIDDEN_BODY_RATIO = 2.0  # JSON-LD that holds twice the words of the page: the page builds itself by script
HIDDEN_BODY_CHARS = 300
REFUSALS = re.compile(
    r"\b(?:404|403|410|50[0-4])\b|not found|no longer (?:available|exists)|page (?:cannot|can[’']t|could not) be|"
    r"doesn[’']t exist|access denied|forbidden|are you a robot|just a moment|attention required|"
    r"verify you are human|service unavailable",
    re.I,
)
REFUSAL_CHARS = 1200  # a longer article may have such words in its headline
MIN_BODY_CHARS = 80
INDEX_LINKS = 4
SAME_CAPTION_CHARS = 80  # galleries print a caption twice, once cut short
TEASER_CHARS = 60  # a linked line under a picture is a teaser, longer a caption that links to the film


@dataclass(frozen=True, slots=True)
class Printed:
    """One passage before it has its place in the text."""

    text: str
    part: Part


def read_page(html: str, origin: str, *, url: str | None = None) -> Article:
    """The article of an HTML page. `url` is where the page came from; the canonical address in it wins.

    Raises: ReadError with kind EMPTY (nothing visible), NO_ARTICLE (an index, an error page) or LANGUAGE.
    """
    tree = tree_of(html)
    if tree is None:
        raise ReadError(origin, ErrorKind.EMPTY, "the page is empty")
    facts = facts_of(tree, url)
    printed = printed_on(tree, facts, origin)
    article = laid_out(printed, origin)
    language = checked_language(article) or facts.language
    return replace(
        article,
        id=article_id(facts.url, article.text),
        url=facts.url,
        outlet=facts.outlet,
        byline=facts.byline or _printed_byline(printed),
        section=facts.section,
        language=language,
        published=published_on(tree, article.text, facts.url or url),
    )


def printed_on(tree: Element, facts: PageFacts, origin: str) -> list[Printed]:
    """The article's passages in page order, headline first. Raises ReadError (EMPTY, NO_ARTICLE)."""
    blocks = blocks_of(tree)
    if not blocks and facts.body is None:
        raise ReadError(origin, ErrorKind.EMPTY, "the page shows no text")
    choice = choose(blocks, extracted(tree, facts.url))
    hidden = _hidden_body(blocks, choice, facts)
    if hidden:
        return [*(Printed(title, Part.HEADLINE) for title in facts.titles[:1]), *hidden]
    _refuse_other_pages(blocks, choice, facts, origin)
    return list(_passages(blocks, choice, facts))


def _hidden_body(blocks: Sequence[Block], choice: Choice, facts: PageFacts) -> list[Printed]:
    """The paragraphs of JSON-LD's articleBody where the page itself prints (nearly) none of it."""
    if facts.body is None or len(facts.body) < HIDDEN_BODY_CHARS:
        return []
    shown = sum(len(blocks[i].text) for i in choice.body)
    if len(facts.body) < HIDDEN_BODY_RATIO * shown:
        return []
    if "</p>" in facts.body:
        inner = tree_of(facts.body)
        return [Printed(block.text, Part.BODY) for block in blocks_of(inner)] if inner is not None else []
    return [Printed(" ".join(line.split(" ")).strip(), Part.BODY) for line in facts.body.splitlines() if line.strip()]


def _refuse_other_pages(blocks: Sequence[Block], choice: Choice, facts: PageFacts, origin: str) -> None:
    """Raises ReadError (NO_ARTICLE) for error pages, indexes and pages with hardly a sentence."""
    texts = [blocks[i].text for i in choice.body]
    chars = sum(map(len, texts))
    if not any(len(key_of(text)) > MIN_BODY_CHARS // 2 for text in texts) or chars < MIN_BODY_CHARS:
        raise ReadError(origin, ErrorKind.NO_ARTICLE, "no article on the page")
    if chars < REFUSAL_CHARS and any(REFUSALS.search(title) for title in facts.titles) and not facts.is_article:
        raise ReadError(origin, ErrorKind.NO_ARTICLE, f"the page is a refusal: {facts.titles[0]}")
    first, last = choice.body[0], choice.body[-1]
    links = sum(is_only_link(block) and len(block.key) > 20 for block in blocks[first:last])
    if not facts.is_article and links >= INDEX_LINKS and links * 2 >= len(texts):
        raise ReadError(origin, ErrorKind.NO_ARTICLE, "the page is a list of articles")


def _passages(blocks: Sequence[Block], choice: Choice, facts: PageFacts) -> Iterator[Printed]:
    body = choice.body
    headline = headline_places(blocks, facts.titles, body[0])
    parts = _parts(blocks, choice, facts, headline)
    title = " ".join(blocks[i].text for i in headline) or next(iter(facts.titles), "")
    if title:
        yield Printed(title, Part.HEADLINE)
    repeats = _repeated_captions(blocks, parts)
    for i in sorted(parts):
        if i not in repeats and blocks[i].key != key_of(title):
            yield Printed(blocks[i].text, parts[i])


def _repeated_captions(blocks: Sequence[Block], parts: Mapping[int, Part]) -> set[int]:
    """The captions that stand on the page a second time, as fully or less so."""
    fullest: dict[str, int] = {}
    captions = [i for i in sorted(parts) if parts[i] is Part.CAPTION]
    for i in captions:
        rival = fullest.setdefault(blocks[i].key[:SAME_CAPTION_CHARS], i)
        if len(blocks[i].key) > len(blocks[rival].key):
            fullest[blocks[i].key[:SAME_CAPTION_CHARS]] = i
    return set(captions) - set(fullest.values())


def _parts(blocks: Sequence[Block], choice: Choice, facts: PageFacts, headline: Sequence[int]) -> dict[int, Part]:
    """The part of every block that belongs to the article, by index, the headline's own left out."""
    body = choice.body
    parts = {i: _body_part(blocks[i].text) for i in body}
    parts |= _closing_furniture(blocks, parts)
    parts |= {i: Part.FURNITURE for i in range(body[0], body[-1]) if choice.roles[i] is Role.BOXED}
    opening = opening_parts(blocks, headline, [i for i in body if i not in headline] or body, facts)
    parts |= {i: part for i, part in opening.items() if part is not Part.STANDFIRST or not choice.boxed[i]}
    parts |= _pictures(blocks, choice, min([*headline, body[0]]))
    foot = range(body[-1] + 1, min(len(blocks), body[-1] + 1 + FOOT_REACH))
    parts |= {i: Part.CORRECTION for i in (*range(body[0]), *foot) if i not in parts and is_correction(blocks[i].text)}
    return {i: part for i, part in parts.items() if i not in headline}


def _body_part(text: str) -> Part:
    if is_correction(text):
        return Part.CORRECTION
    if is_contribution(text):
        return Part.BYLINE
    return Part.FURNITURE if is_furniture(text) else Part.BODY


def _closing_furniture(blocks: Sequence[Block], parts: Mapping[int, Part]) -> dict[int, Part]:
    """The author cards and the outlet's own praise that close the page, walking up from its end."""
    closing: dict[int, Part] = {}
    for i in sorted(parts, reverse=True):
        if parts[i] is Part.BODY:
            if not is_author_card(blocks[i].text) and not is_self_promotion(blocks[i].text):
                break
            closing[i] = Part.FURNITURE
    return closing | _company(blocks, [i for i in sorted(parts) if parts[i] is Part.BODY and i not in closing])


def _company(blocks: Sequence[Block], body: Sequence[int]) -> dict[int, Part]:
    """What the company says about itself at the end of its press release, where nobody is quoted any more."""
    last = body[-MAX_COMPANY_BLOCKS:]
    heads = (place for place, i in enumerate(last) if place and heads_company(blocks[i].text))
    about = last[next(heads, len(last)) :] or _self_description(blocks, last)
    if len(about) < 2 or any(QUOTE_MARK.search(blocks[i].text) for i in about):
        return {}
    return dict.fromkeys(about, Part.FURNITURE)


def _self_description(blocks: Sequence[Block], last: Sequence[int]) -> list[int]:
    """The closing paragraphs that all describe a company, if they do so often enough to be no background."""
    signs = {i: company_signs(blocks[i].text) for i in last}
    told = list(takewhile(lambda i: signs[i] > 0, reversed(last)))
    return sorted(told) if sum(signs[i] for i in told) >= MIN_COMPANY_SIGNS else []


def _pictures(blocks: Sequence[Block], choice: Choice, start: int) -> dict[int, Part]:
    """Captions and credits from the lead picture to the last one that lies within the article."""
    body = choice.body
    core = _core(choice)
    top = set(within(blocks[start].element)) & choice.main
    found: dict[int, Part] = {}
    for i, block in enumerate(blocks):
        part = caption_part(block, choice.main)
        inside = core in within(block.element)
        leads = start - HEAD_REACH <= i < start and _under(block, top)
        if part is None or choice.boxed[i] or (is_only_link(block) and not _links_to_picture(block, inside, leads)):
            continue
        if start <= i <= body[-1] or inside or leads:
            found[i] = part
    return found


def _links_to_picture(block: Block, inside: bool, leads: bool) -> bool:
    """Whether a linked line is a caption and no teaser: it is long, or tells whose picture it is."""
    return (inside and len(block.key) > TEASER_CHARS) or ((inside or leads) and credit_start(block.text) is not None)


def _core(choice: Choice) -> Element:
    """The innermost element that holds most of the article."""
    return max(choice.main, key=lambda element: sum(1 for _ in within(element)))


def _under(block: Block, top: set[Element]) -> bool:
    return any(element in top and element.tag not in {"body", "html"} for element in within(block.element))


def laid_out(printed: Iterable[Printed], origin: str) -> Article:
    """An Article whose text is the passages joined by a blank line; a dateline is set apart from its paragraph."""
    text, passages = "", list[Passage]()
    first = True
    for piece in printed:
        text += BETWEEN if text else ""
        start, end = len(text), len(text) + len(piece.text)
        text += piece.text
        tail = piece.part
        found = halves(piece.text, piece.part, first=first)
        first = first and piece.part is not Part.BODY
        if found is not None and found[0] < len(piece.text):
            cut, head, tail = found
            passages.append(Passage(Span(start, start + len(piece.text[:cut].rstrip())), head))
            start += cut + len(piece.text[cut:]) - len(piece.text[cut:].lstrip())
        passages.append(Passage(Span(start, end), tail))
    headline = next((p.span.of(text).replace("\n", " ") for p in passages if p.part is Part.HEADLINE), None)
    return Article("", origin, text, tuple(passages), headline=headline)


def _printed_byline(printed: Iterable[Printed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for piece in printed if piece.part is Part.BYLINE for name in names_in(piece.text)))
