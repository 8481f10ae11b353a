"""In pasted text: is a paragraph the caption of a picture, and where does the credit at its end begin?"""

from __future__ import annotations

import re

from quoth.reading.bylines import NAME, PLACE_OR_OUTLET, UPPER

PICTURE_DESK = (
    r"(?:Getty(?:\s+Images)?|GETTY(?:\s+IMAGES)?|AFP|Reuters|REUTERS|AP(?:\s+(?:Photo|Images?))?|Associated Press"
    r"|ASSOCIATED PRESS|EPA(?:-EFE)?|PA(?:\s+(?:Wire|Images|Media))?|Shutterstock|Alamy(?:\s+Stock Photo)?|Bloomberg"
    r"|UPI|Xinhua|TASS|Anadolu(?:\s+Agency)?|NurPhoto|SOPA Images|ZUMA(?:\s+(?:Press|Wire))?|iStock(?:photo)?|Unsplash"
    r"|Wikimedia(?:\s+Commons)?|Flickr|dpa|Kyodo|ANSA|Magnum|Redux|Corbis|Rex(?:\s+Features)?|AAP|Polaris"
    r"|Sipa(?:\s+USA)?|WireImage|Hulton Archive|Handout|Pool(?:\s+Photo)?|The Canadian Press|Press Association)"
)
_ORG = rf"(?:{PLACE_OR_OUTLET}|dpa)"  # every other picture desk is spelled like an outlet
_WHO = rf"(?:{NAME}(?:,\s+{NAME})*|[{UPPER}][\w.'’-]+)"
_SLASHED = rf"{_WHO}\s?/\s?{_ORG}(?:\s?/\s?{_ORG}|\s+(?:via|for)\s+{_ORG})*"
_VIA = rf"(?:{NAME}|{_ORG})(?:\s?[,/]\s?{_ORG})?\s+(?:via|VIA)\s+{_ORG}"
_LABEL = (
    r"(?:(?:(?:File|Staff|FILE|STAFF)\s+)?(?:Photo(?:graph)?s?|Pictures?|Pic|Image|Illustration|Sketch|Foto|Bild|Credit"
    r"|Graphic|Photo credit|Image credit|PHOTO|PICTURE|IMAGE|CREDIT)(?:\s+(?:by|BY)\b|\s*:|\s+courtesy(?:\s+of)?)"
    r"|Image source,|Courtesy(?:\s+of|:)|Provided by|Supplied by|©|\([cC]\)|Copyright)"
)
_LABELLED = rf"{_LABEL}\s*(?:[{UPPER}@]|\w+/|(?:getty|reuters|afp|alamy)\b)(?:[^.!?;\"“”]|(?<=\b[{UPPER}])\.){{1,70}}"
_FOR_OUTLET = rf"{NAME}\s+for\s+(?:The|the|THE)\s+{PLACE_OR_OUTLET}"
_FILE = r"(?:,?\s*(?:File|FILE|file)(?:\s+[Pp]hoto)?)?"
_TRACED = rf"(?:AP Photo/.{{2,60}}|{_SLASHED}|{_VIA}|{_LABELLED}){_FILE}"
# alone on a line these are more often a name, a heading or a word of the report
AMBIGUOUS = frozenset(
    {"Bloomberg", "Rex", "Redux", "Magnum", "Polaris", "Handout", "Pool", "Flickr", "Pool Photo", "PA"}
)
CREDIT = re.compile(rf"(?:{PICTURE_DESK}|{_TRACED}|{_FOR_OUTLET}){_FILE}")
BRACKETED_CREDIT = re.compile(rf"[(\[]{_TRACED}[)\]]\.?$")
BOUNDARY = re.compile(r"(?<=[.!?”\"’')\]])\s+|\s{2,}|\s+\|\s+")
CREDIT_END = re.compile(rf"(?<=\s)(?:{_LABELLED}|{_SLASHED}|{_VIA})$")  # a caption need not end in a full stop

CAPTION_LABEL = re.compile(
    r"(?:Image|Photo|Media|Video|Picture)\s+caption[,:]?\s|Caption:\s|FILE(?:\s+PHOTO)?\s*[-–—:]\s*\S"
    r"|File (?:photo|picture)\s*[-–—:]|Pictured:\s|In this (?:[\w,.]+\s+){0,6}(?:photo|image|picture)\b(?!\s+of the)"
)
CAPTION_CUE = re.compile(
    r"\((?:pictured|left|right|centre|center|[LRC])\)"
    r"|, (?:left|right|centre|center|pictured|second from (?:left|right)),"
    r"|\bfrom left\b|\bfile (?:photo|picture|image)\b|\bseen here\b|\b(?:pictured|photographed) (?:in|on|at|with)\b"
    r"|\bposes? (?:for|with|in|at)\b"
)
LONGEST_CAPTION, LONGEST_TITLE, LONGEST_CREDIT = 600, 100, 100
LATEST_BOUNDARIES = 4  # a credit is the last of a caption's sentences, though initials in it may look like more


def is_credit(text: str) -> bool:
    """Whether the line names a photographer or picture desk and nothing else, in brackets or not."""
    words = text.removesuffix(".")
    if words[:1] in ("(", "[") and words[-1:] in (")", "]"):
        words = words[1:-1]
    return len(words) <= LONGEST_CREDIT and words not in AMBIGUOUS and CREDIT.fullmatch(words) is not None


def credit_start(text: str) -> int | None:
    """Where in a caption the credit at its end begins; None: the paragraph does not end with one."""
    if len(text) > LONGEST_CAPTION:
        return None
    for boundary in list(BOUNDARY.finditer(text))[-LATEST_BOUNDARIES:]:
        if is_credit(text[boundary.end() :]):
            return boundary.end()
    marked = BRACKETED_CREDIT.search(text) or CREDIT_END.search(text)
    return marked.start() if marked and marked.start() > 0 else None


def is_labelled_caption(text: str) -> bool:
    """Whether the paragraph itself says that it is a caption: 'FILE PHOTO: …', 'Image caption, …'."""
    return len(text) <= LONGEST_CAPTION and CAPTION_LABEL.match(text) is not None


def shows_a_picture(text: str) -> bool:
    """Whether the words point into a picture: ', left,', '(pictured)', 'poses for'."""
    return len(text) <= LONGEST_CAPTION and CAPTION_CUE.search(text) is not None


def shared_words(title: str, caption: str) -> int:
    """How many words of four letters and more stand in both, alike in their first five."""

    def stems(text: str) -> set[str]:
        return {word[:5].lower() for word in re.findall(r"\w{4,}", text)}

    return len(stems(title) & stems(caption))
