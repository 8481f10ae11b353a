"""Which paragraphs are the publisher's own note that the article was corrected, clarified, amended or withdrawn?"""

from __future__ import annotations

import re

PIECE = (
    r"(?:article|story|report|post|piece|page|column|headline|caption|review|interview|podcast|graphic|video|map|chart"
    r"|obituary|essay|newsletter)\b"
)
CHANGED = (
    r"(?:correct(?:ed|s|ion)|clarif(?:ied|y|ies|ication)|amended|retract(?:ed|ion|s)|withdrawn|in error|an error"
    r"|a mistake|mis(?:stated|spell?ed|spelt|identified|quoted|attributed|represented|characteri[sz]ed)"
    r"|incorrect(?:ly)?|inaccurate(?:ly)?|wrong(?:ly)?|erroneous(?:ly)?)\b"
)
_OPEN = r"[*(\[\s•–—-]*"
LABEL = re.compile(
    rf"{_OPEN}(?:corrections?(?: and clarifications?)?(?: appended)?|clarifications?|retractions?|erratum)\b"
    r"(?:\s*(?:\(.{1,40}\)|,? (?:appended|issued|added)?\s*(?:on )?[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?"
    r"|,? (?:on )?\d{1,2} [A-Z][a-z]+(?: \d{4})?))?"
    r"(?:\s*[:.—–-]|\s*$)",
    re.IGNORECASE,
)
NOTE = re.compile(
    rf"{_OPEN}(?:(?:editor|publisher)['’]?s?['’]?|editors['’]?) note\b.*\b{CHANGED}", re.IGNORECASE | re.DOTALL
)
EARLIER = re.compile(
    rf".{{0,120}}\b(?:an?|the) (?:earlier|previous|original) version of (?:this|the) (?:[\w-]+ ){{0,2}}{PIECE}",
    re.IGNORECASE,
)
THIS = re.compile(
    rf"{_OPEN}(?:(?:update|note)\b[^.]{{0,40}}[:.—–-]\s*)?this (?:[\w-]+ ){{0,2}}{PIECE}(?:['’]s headline)? "
    rf"(?:(?:has been|was|is being|had been) [^.]{{0,80}}?|originally |previously |initially |first )\b{CHANGED}",
    re.IGNORECASE,
)
EDITING_ERROR = re.compile(rf"{_OPEN}because of an editing error\b", re.IGNORECASE)
LONGEST_NOTE = 1200


def is_correction(text: str) -> bool:
    """Whether the paragraph is the publisher's own correction, clarification or retraction."""
    return len(text) <= LONGEST_NOTE and any(shape.match(text) for shape in (LABEL, NOTE, EARLIER, THIS, EDITING_ERROR))
