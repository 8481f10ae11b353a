"""Has the publisher reserved text and data mining of this page? TDMRep in its three places, and `noai`.

A page's own word goes before its server's header, and that before the site's file, as TDMRep has it. `noai` (in the
robots meta tag or X-Robots-Tag) is no standard, but it can only mean this. `nosnippet`, `noindex` and the like speak
of search results, not of mining, and are not taken for a reservation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

WELL_KNOWN = "/.well-known/tdmrep.json"
NAME, POLICY = "tdm-reservation", "tdm-policy"
SIGNS = re.compile(rb"tdm-reservation|noai", re.I)
OTHER_ROBOT = re.compile(r"^\s*(?!quoth\b)[\w-]+\s*:", re.I)  # "X-Robots-Tag: otherbot: noai"


@dataclass(frozen=True, slots=True)
class SiteRules:
    """What tdmrep.json says of a site's paths: which are reserved, and the policy of each pattern."""

    rules: tuple[tuple[str, bool, str | None], ...] = ()  # pattern, reserved, policy

    def of(self, url: str) -> tuple[bool, str | None] | None:
        """Whether the address is reserved, and its policy; None where nothing is said. The longest pattern counts."""
        told = [(pattern, reserved, policy) for pattern, reserved, policy in self.rules if _matches(pattern, url)]
        if not told:
            return None
        _, reserved, policy = max(told, key=lambda rule: (len(rule[0]), rule[1]))
        return reserved, policy


def site_rules(body: bytes) -> SiteRules:
    """The rules in a tdmrep.json; none where it is not one."""
    try:
        listed = json.loads(body)
    except (ValueError, RecursionError):
        return SiteRules()
    found = listed if isinstance(listed, list) else [listed]
    return SiteRules(tuple(rule for one in found if isinstance(one, dict) for rule in _rule(one)))


def reservation(url: str, headers: Mapping[str, str], body: bytes, site: SiteRules) -> str | None:
    """Where the page is reserved, by which policy: "tdm-reservation (page), policy https://..."; None: it is not."""
    meta = _meta(body)
    if _noai(meta.get("robots"), meta.get("quoth"), headers.get("x-robots-tag")):
        return "noai"
    for where, told in (("page", meta), ("header", headers)):
        if told.get(NAME, "").strip() in {"0", "1"}:
            return _told(where, told.get(POLICY)) if told[NAME].strip() == "1" else None
    said = site.of(url)
    return _told("tdmrep.json", said[1]) if said is not None and said[0] else None


def _told(where: str, policy: str | None) -> str:
    return f"{NAME} ({where})" + (f", policy {policy.strip()[:300]}" if policy and policy.strip() else "")


def _rule(one: Mapping[str, object]) -> Iterable[tuple[str, bool, str | None]]:
    location, reserved, policy = one.get("location"), one.get(NAME), one.get(POLICY)
    if isinstance(location, str) and location.startswith("/") and str(reserved) in {"0", "1"}:
        yield location, str(reserved) == "1", policy if isinstance(policy, str) else None


def _matches(pattern: str, url: str) -> bool:
    """Whether the pattern, which is written as in robots.txt, covers the address."""
    from protego import Protego  # whoever fetches nothing need not load it, nor lxml

    pattern = "".join(pattern.split())
    return not Protego.parse(f"User-agent: *\nDisallow: {pattern}").can_fetch(url, "quoth")


def _meta(body: bytes) -> dict[str, str]:
    """The page's <meta> that may speak of it, by name in lower case; parsed only where a sign of one stands."""
    if not SIGNS.search(body):
        return {}
    from lxml import etree, html

    try:
        tree = html.document_fromstring(body)
    except (etree.ParserError, ValueError):
        return {}
    named = [(str(tag.get("name") or "").strip().lower(), str(tag.get("content") or "")) for tag in tree.iter("meta")]
    return {name: content for name, content in reversed(named) if name in {NAME, POLICY, "robots", "quoth"}}


def _noai(*directives: str | None) -> bool:
    """Whether one of the directives says `noai` to all robots or to this one."""
    words = [word for line in directives if line and not OTHER_ROBOT.match(line) for word in line.lower().split(",")]
    return any(word.split(":")[-1].strip() == "noai" for word in words)


def host_of(url: str) -> str:
    """The site that an address is on: scheme, host and port, for which robots.txt and tdmrep.json speak."""
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"
