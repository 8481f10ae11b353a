"""Which boxes of a page hold no words of the article: judged by the names that page makers give them."""

from __future__ import annotations

import re

from quoth.reading.blocks import Block, Element, names_of, within

# A name counts where a word of it begins: "ad-slot" is an advertisement, "shadow" and "heading" are not.
OUTSIDE_NAMES = re.compile(
    r"(?:^|[\s_\-:./])(?:"
    r"ads?(?:vert\w*|-?slot|-?unit|box)?(?=$|[\s_\-\d])|sponsor\w*|promo\w*|outbrain|taboola|"
    r"related\w*|recommend\w*|recirc\w*|more-?(?:from|on|stories|news|posts|great)|most-?(?:read|popular|viewed)|trending|popular|"
    r"read-?(?:more|next|also)|see-?also|also-?(?:read|on)|dont-?miss|further-?reading|up-?next|teasers?|"
    r"news-?letters?|subscri\w*|sign-?up|paywall|regwall|donat\w*|membership|optin|"
    r"shar(?:e|ing)\w*|social\w*|follow\w*|"
    r"comments?|disqus|respond|"
    r"author-?(?:bio|box|card|info|profile|description)|about-?(?:the-)?author|contributor-?bio|bio(?:graphy)?|"
    r"nav(?:igation|bar)?|menu|breadcrumbs?|sidebar|footer|tags?|tag-?cloud|topics|pagination|pager|"
    r"cookies?|consent|gdpr|banner|modal|popup|lightbox|tooltip|"
    r"toolbar|print-?only|hidden|visually-?hidden|sr-only|screen-?reader\w*|skip-?link|"
    r"product-?(?:card|box|list)"
    r")",
    re.I,
)
OUTSIDE_TAGS = frozenset({"nav", "footer", "aside", "amp-sidebar", "amp-lightbox", "form"})
OUTSIDE_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "dialog", "banner"})


def is_outside(element: Element) -> bool:
    """Whether the element's tag, role or name says that its words are not the article's."""
    if element.tag in OUTSIDE_TAGS or element.get("role") in OUTSIDE_ROLES:
        return True
    return bool(OUTSIDE_NAMES.search(names_of(element)))


class Boxes:
    """Answers for the blocks of one page whether they lie in a box that is not the article's.

    `main` is what the article itself lies in: a <body class="has-sidebar"> or an <aside> around everything is no box.
    """

    def __init__(self, main: frozenset[Element]) -> None:
        self._main = main
        self._known: dict[Element, bool] = {}

    def hold(self, block: Block) -> bool:
        """Whether the block, or anything around it below the article itself, is such a box."""
        return any(self._outside(element) for element in within(block.element) if element not in self._main)

    def _outside(self, element: Element) -> bool:
        if element not in self._known:
            self._known[element] = is_outside(element)
        return self._known[element]
