"""The address of a page without what only counts visits: two links to one page are one address.

Only what is known to tell nothing about the page goes; courlan's rule drops whatever contains `source`, `ref` or `ga`
(so `?gallery=3` too), and would make one page of two.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

TRACKING = re.compile(
    r"(?:utm|mtm|pk|hsa)_\w+"  # Google Analytics, Matomo, HubSpot
    r"|at_(?:medium|campaign|campaign_type|link_id|link_type|link_origin|format|ptr_name|bbc_team|creation|variant)"
    r"|(?:fbc|gc|dc|twc|yc|ysc|msclk|ttc)l?id|gbraid|wbraid|igshid?|li_fat_id|_g[al]|mc_[ce]id|__twitter_impression"
    r"|cmpid|icid|ocid|xtor|smid|smtyp|ftag|sr_share|sc_cid|ns_(?:campaign|mchannel|linkname|source|fee)",
    re.I,
)
ROUTES = ("!", "/")  # a fragment that begins so is a page of its own, in a site that is one program


def cleaned(url: str) -> str:
    """The address without tracking parameters, fragment and default port, host in lower case; all else as it was."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    netloc = parts.netloc.lower() if "@" not in parts.netloc else parts.netloc
    if port == {"http": 80, "https": 443}.get(parts.scheme):
        netloc = netloc.removesuffix(f":{port}")
    query = "&".join(one for one in parts.query.split("&") if not TRACKING.fullmatch(one.partition("=")[0]))
    fragment = parts.fragment if parts.fragment.startswith(ROUTES) else ""
    return urlunsplit((parts.scheme, netloc, parts.path, query, fragment))


def same_page(url: str) -> frozenset[str]:
    """Every way to write the address that leads to the same page: http or https, www or not, with a slash or without.

    AMP pages need no rule: they name their page as canonical, or are none.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        return frozenset({url})
    host, path = parts.netloc.removeprefix("www."), parts.path.removesuffix("/")
    return frozenset(
        urlunsplit((scheme, www + host, path + slash, parts.query, parts.fragment))
        for scheme in ("http", "https")
        for www in ("", "www.")
        for slash in ("", "/")
    )
