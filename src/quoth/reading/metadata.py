"""What a page says about itself to machines: JSON-LD, meta tags, canonical link."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import islice
from urllib.parse import urljoin, urlsplit

from quoth.reading.blocks import BYLINE_NAME, SOFT_HYPHEN, Element, key_of, names_of
from quoth.reading.bylines import ROLE_NOUN, split_names
from quoth.reading.canonical import cleaned

ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|Review|ReportageNewsArticle)$")
TITLE_NAMES = ("og:title", "twitter:title", "sailthru.title", "dc.title", "title")
DESCRIPTION_NAMES = ("og:description", "description", "twitter:description", "sailthru.description", "dc.description")
AUTHOR_NAMES = ("author", "byl", "article:author", "article_author", "sailthru.author", "parsely-author", "dc.creator")
OUTLET_NAMES = ("og:site_name", "article_publication_name", "dc.publisher", "application-name")
SECTION_NAMES = ("article:section", "og:section", "parsely-section", "prism.section", "section")
LANGUAGE_NAMES = ("og:locale", "dc.language", "content-language")
BY = re.compile(r"^\s*(?:by|from|author)\b[:\s]+", re.I)
AND = re.compile(r"\s*(?:;|,(?!\s*(?:Jr|Sr|II|III|M\.?D|Ph\.?D)\b)|\band\b|&)\s*")
ADDRESS = re.compile(r"//|@|^www\.")
TITLE_BARS = (" | ", " - ", " – ", " — ", " · ", " :: ")
NO_NAME = re.compile(rf"^[A-Z.]{{2,5}}$|\b(?i:{ROLE_NOUN})\b")  # "MD", "AP Auto Writer": behind a name, not one
CLOSING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page's metadata says; every field may be missing, and none is on the page as a reader sees it."""

    url: str | None
    titles: tuple[str, ...]  # likeliest first
    description: str | None
    byline: tuple[str, ...]
    outlet: str | None
    section: str | None
    language: str | None  # ISO 639-1
    body: str | None  # JSON-LD articleBody
    is_article: bool  # the page calls itself an article


def facts_of(tree: Element, url: str | None) -> PageFacts:
    """The page's metadata, JSON-LD before meta tags where both speak, except for the outlet's name."""
    meta, node = meta_tags(tree), article_node(tree)
    outlet = _outlet(meta, node)
    given = [_text(node.get("headline")), *(_first(meta, [name]) for name in TITLE_NAMES), _title(tree)]
    titles = [short for title in filter(None, given) for short in _without_outlet(title, outlet)]
    return PageFacts(
        url=canonical_url(tree, meta, url),
        titles=tuple(dict.fromkeys(titles)),
        description=_text(node.get("description")) or _first(meta, DESCRIPTION_NAMES),
        byline=_byline(tree, meta, node, outlet),
        outlet=outlet,
        section=_text(node.get("articleSection")) or _first(meta, SECTION_NAMES),
        language=_language(tree, meta, node),
        body=_body(node),
        is_article=bool(node) or _first(meta, ["og:type"]) == "article",
    )


def meta_tags(tree: Element) -> dict[str, list[str]]:
    """Every named <meta> with content, its name in lower case, in page order."""
    tags: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = _clean(element.get("content"))
        if name and content:
            tags.setdefault(name.strip().lower(), []).append(content)
    return tags


def article_node(tree: Element) -> Mapping[str, object]:
    """The JSON-LD node that describes the article, the fullest if there are several; empty if there is none."""
    nodes = list(json_ld(tree))
    articles = [node for node in nodes if _is_article(node)]
    named = {str(node["@id"]): node for node in nodes if "@id" in node and "name" in node}
    fullest = max(articles, key=lambda node: (_body(node) is not None, len(node)), default={})
    return {key: _resolved(value, named) for key, value in fullest.items()}


def _resolved(value: object, named: Mapping[str, object]) -> object:
    """`value`, or the node that it refers to by nothing but its @id."""
    if isinstance(value, list):
        return [_resolved(entry, named) for entry in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return named.get(str(value.get("@id")), value)
    return value


def json_ld(tree: Element) -> Iterator[dict[str, object]]:
    """Every object in the page's JSON-LD, at whatever depth of lists and @graph. What is no JSON is passed over."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield from _objects(_loaded(script.text or ""))


def _loaded(text: str) -> object:
    text = CLOSING.sub("", text)
    for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text)):  # a trailing comma is the commonest fault
        try:
            loaded: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return loaded
    return None


def _objects(value: object) -> Iterator[dict[str, object]]:
    waiting = [value]
    while waiting:
        current = waiting.pop(0)
        if isinstance(current, list):
            waiting.extend(current)
        elif isinstance(current, dict):
            yield current
            waiting.extend(current[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in current)


def _is_article(node: Mapping[str, object]) -> bool:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and ARTICLE_TYPE.search(kind) for kind in listed)


def _clean(text: str | None) -> str | None:
    """`text` as one line, entities that were escaped twice resolved; None if nothing is left."""
    return " ".join(unescape(text).replace(SOFT_HYPHEN, "").split()) or None if text else None


def _text(value: object) -> str | None:
    """The words of a JSON-LD value: a string, a named object, or the first of a list."""
    if isinstance(value, list):
        return next(filter(None, map(_text, value)), None)
    if isinstance(value, dict):
        return _text(value.get("name"))
    return _clean(value) if isinstance(value, str) else None


def _body(node: Mapping[str, object]) -> str | None:
    value = node.get("articleBody")
    return unescape(value).replace(SOFT_HYPHEN, "") if isinstance(value, str) and value.strip() else None


def _first(meta: Mapping[str, list[str]], names: Iterable[str]) -> str | None:
    return next((meta[name][0] for name in names if name in meta), None)


def _title(tree: Element) -> str | None:
    element = next(tree.iter("title"), None)
    return _clean(element.text) if element is not None else None


def _without_outlet(title: str, outlet: str | None) -> tuple[str, ...]:
    """A title without the outlet's name at its end, and as given; which comes first depends on how sure the cut is."""
    head, bar, tail = max((title.rpartition(bar) for bar in TITLE_BARS), key=lambda cut: len(cut[0]))
    if not bar or len(head.split()) < 3:
        return (title,)
    sure = key_of(tail) == key_of(outlet or "") or (outlet is None and len(tail.split()) <= 4)
    return (head.strip(), title) if sure else (title, head.strip())


def _outlet(meta: Mapping[str, list[str]], node: Mapping[str, object]) -> str | None:
    # A publishing house puts its own name into JSON-LD and the paper's into og:site_name; some put a host name there.
    named = _first(meta, OUTLET_NAMES)
    published_by = _text(node.get("publisher"))
    if named is None or named.islower() or re.fullmatch(r"[\w-]+(\.[\w-]+)+", named):
        named = published_by or named
    return named.lstrip("@") if named else None


def _byline(
    tree: Element, meta: Mapping[str, list[str]], node: Mapping[str, object], outlet: str | None
) -> tuple[str, ...]:
    authors = node.get("author") or node.get("creator")
    names = [_text(author) for author in (authors if isinstance(authors, list) else [authors])]
    if not any(names):
        names = list(next((meta[name] for name in AUTHOR_NAMES if name in meta), []))
    return names_in(filter(None, names), outlet) or names_in(_marked_author(tree), outlet)


def _marked_author(tree: Element) -> tuple[str, ...]:
    """The words that the page marks as the author's name within its byline, where that holds the paper's name too."""
    for element in tree.iter("span", "a"):
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('rel') or ''}".split()
        around = element.iterancestors("div", "p", "section", "header")
        if "author" in marks and any(BYLINE_NAME.search(names_of(box)) for box in islice(around, 2)):
            return split_names(" ".join("".join(map(str, element.itertext())).split()))
    return ()


def names_in(bylines: Iterable[str], outlet: str | None = None) -> tuple[str, ...]:
    """The persons that bylines such as "By Ana Ruiz and Tom Ek" name, without addresses and the outlet itself."""
    people = [name.strip(" .|") for byline in bylines for name in AND.split(BY.sub("", byline.split(" | ")[0]))]
    apart = {key_of(outlet or ""), key_of((outlet or "").split(" ")[0]), ""}  # "Lantern" writes for "Lantern News"
    names = [name for name in people if key_of(name) not in apart and not ADDRESS.search(name)]
    return tuple(dict.fromkeys(name for i, name in enumerate(names) if i == 0 or not NO_NAME.search(name)))


def _language(tree: Element, meta: Mapping[str, list[str]], node: Mapping[str, object]) -> str | None:
    root = tree.getroottree().getroot()
    candidates = [_text(node.get("inLanguage")), root.get("lang"), root.get("xml:lang"), _first(meta, LANGUAGE_NAMES)]
    codes = (re.match(r"([a-z]{2})(?![a-z])", (candidate or "").strip().lower()) for candidate in candidates)
    return next((code[1] for code in codes if code), None)


def canonical_url(tree: Element, meta: Mapping[str, list[str]], url: str | None) -> str | None:
    """The address the page gives itself, else the one it was fetched from; a home page is not an article's address."""
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for candidate in filter(None, [*links, _first(meta, ["og:url"])]):
        address = _joined(url, candidate.strip())
        if address is not None:
            return cleaned(address)
    return cleaned(url) if url else None


def _joined(base: str | None, address: str) -> str | None:
    try:
        joined = urljoin(base or "", address)
        parts = urlsplit(joined)
    except ValueError:  # such as an unclosed [ of an IPv6 host
        return None
    is_article = parts.path.strip("/") != "" or parts.query != ""
    return joined if parts.scheme in {"http", "https"} and parts.hostname and is_article else None
