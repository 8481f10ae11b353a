"""Why an unnamed speaker is unnamed, in the article's words."""

from __future__ import annotations

import re

from quoth.domain import SpeakerKind
from quoth.identity.figures import Figure
from quoth.identity.prose import Prose

_ASK = r"(?:asked|asking|declined|declining|refused|wished|wishing|preferred|wanted|requested|requesting|did not want)"
REASON = re.compile(
    r"(?:who|and|,)?\s*(?:also\s+)?("
    r"(?:spoke|speaking|talked|discussed [^,.;—]*?|agreed to (?:speak|talk)|commented)\s+(?:only\s+)?(?:on|under)\s+"
    r"(?:the\s+)?(?:condition|promise)s?\s+of\s+anonymity[^.;—–)]*"
    r"|(?:requested|requesting|asked for|were granted|was granted|granted|insisted on|demanded|sought|spoke with)"
    r"\s+anonymity[^.;—–)]*"
    rf"|(?:{_ASK}|didn['’]t want|not wanting)\s+(?:that\s+)?(?:not\s+)?(?:to\s+)?(?:not\s+)?(?:be|remain|being)\s+"
    r"(?:named|identified|quoted by name|anonymous|unnamed)[^.;—–)]*"
    rf"|{_ASK}\s+that\s+(?:her|his|their)\s+names?\s+"
    r"(?:not\s+be\s+\w+|be\s+(?:left out|withheld|kept out))[^.;—–)]*"
    r"|(?:was|were|is|are)\s+not\s+authori[sz]ed\s+to\s+[^.;—–)]*"
    r")"
)
MAX_CHARS = 240


def anonymity(prose: Prose, figure: Figure) -> str | None:
    """The clause that tells it, beside one of the mentions; None of whoever is named, or where it is not told."""
    if figure.kind not in (SpeakerKind.UNNAMED, SpeakerKind.GROUP) or figure.names:
        return None
    for span in sorted(figure.spans):
        sentence = prose.sentence(span.start)
        match = REASON.search(prose.text, span.start, sentence.span.end)
        if match:
            return " ".join(_clause(match[1]).split())[:MAX_CHARS]
    return None


def _clause(text: str) -> str:
    """The clause up to the comma that closes it or the verb of saying that goes on."""
    return re.split(r",\s*(?:said|told|says|added|which|but|and said)\b|\s+(?:said|told)\s|,\s*$|,\s*[\"“]", text)[
        0
    ].rstrip(" ,")
