"""Who wrote it, when and where: is a line a byline or a date line, and does a paragraph open with a dateline?"""

from __future__ import annotations

import re

UPPER = "A-ZÀ-ÖØ-ÞĀŁŚŠŽĆČĐİ"
NAME_WORD = rf"(?:['‘“\"]?[{UPPER}][\w.'’-]*[”\"]?|(?:de|da|di|du|dos|van|von|der|den|la|le|el|al|bin|ibn)(?=\s))"
NAME = rf"{NAME_WORD}(?:\s+{NAME_WORD}){{1,4}}"
ROLE_NOUN = (
    r"(?i:correspondent|reporter|editor|writer|columnist|journalist|producer|critic|contributor|commentator"
    r"|photographer|bureau chief|staff|freelancer|news intern|blogger|podcaster|presenter)s?"
)
ROLE = rf"[^.!?\"“”]{{0,60}}\b{ROLE_NOUN}\b[^.!?\"“”]{{0,60}}"
AGENCY = (
    r"(?:The\s+)?(?:Reuters|REUTERS|AP|AFP|UPI|PA|dpa|DPA|Associated Press|ASSOCIATED PRESS"
    r"|Agence France-Presse|Press Association|Staff|Agencies)"
)
PLACE_OR_OUTLET = rf"(?:(?:[Tt]he|THE)\s+)?[{UPPER}][\w.'’&-]*(?:\s+(?:of|and|the|&)?\s*[{UPPER}][\w.'’&-]*){{0,5}}"

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_NOTED = rf"{NAME}(?:\s+\((?:now|earlier|until [\w.: ]{{2,10}})\))?"
_NAMES = rf"{_NOTED}(?:\s*(?:,|and|AND|&|;|,\s*and)\s+{_NOTED})*"
_TAIL = rf"(?:\s*[,|•·–—-]+\s*(?:{ROLE}|{PLACE_OR_OUTLET})|\s+(?:in|from|at|for)\s+{PLACE_OR_OUTLET}){{0,3}}"
BY = re.compile(
    rf"(?:By|by|BY|Words by|Written by|Story by|From)[:\s]\s*(?P<names>{_NAMES}|{AGENCY}){_TAIL}\.?"
    rf"|(?:By|From) our [\w ]{{3,40}}"
)
NAME_AND_ROLE = re.compile(rf"(?P<names>{_NAMES})\s*[,|•·–—-]\s*{ROLE}")
NAME_AND_TITLE = re.compile(rf"(?P<names>{NAME})\s+[{UPPER}][a-z]+(?: [\w-]+){{0,2}} {ROLE_NOUN}")
NAME_ALONE = re.compile(rf"(?P<names>{_NAMES})(?:\s+in\s+{PLACE_OR_OUTLET})?")
NAME_AND_PAPER = re.compile(rf"(?P<names>{_NAMES})\s+{PLACE_OR_OUTLET}")
ROLE_ALONE = re.compile(rf"(?!.*: )[{UPPER}]{ROLE}")  # "Libel trial: critic admits ..." is a headline
AGENCY_ALONE = re.compile(rf"{AGENCY}")
CONTRIBUTED = re.compile(
    r"\(?(?:(?:Additional )?(?i:Reporting|Writing|Editing|Compiled|Translated|Translation|Contributing)"
    rf"(?: and \w+)?(?: by\b|:)\s*[{UPPER}].{{0,200}}"
    rf"|{_NAMES}(?:\s+of\s+{PLACE_OR_OUTLET}|\s+in\s+{PLACE_OR_OUTLET})?\s+(?:also )?contributed"
    r"(?: reporting| research)?(?: from .{2,40}| to this (?:report|article|story|piece))?"
    rf"|{PLACE_OR_OUTLET}\s(?:staff )?{ROLE_NOUN}\s{_NAMES}.{{0,60}}\scontributed(?: reporting)? to this "
    r"(?:report|article|story|piece))\.?\)?\.?"
)

_DATE_WORD = re.compile(
    rf"(?:first |last )?\b(?:published|updated|posted|modified|created|date|on|at|of|the|edition)\b:?|{MONTH}"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)\b|\d+|(?<![a-z])[ap]\.?m\b\.?"
    r"|\b(?:[ECMP][SD]?T|GMT|UTC|BST|CET|CEST|local time|hours|hrs|Z|T)\b"
    r"|[-/.,:|·•()–—+]+",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(r"(?:first |last )?(?:published|updated|posted|modified)\b", re.IGNORECASE)
_HAS_DATE = re.compile(rf"{MONTH}|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b", re.IGNORECASE)

_CAPS_PLACE = rf"[{UPPER}][{UPPER}.'’/-]+(?:\s+[{UPPER}][{UPPER}.'’/-]*){{0,3}}"
_REGION = rf"(?:,\s+[{UPPER}][\w.]*(?:\s[{UPPER}][\w.]*){{0,2}})"
_DAY = rf"(?:,?\s+(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}})?)"
_BRACKETED = rf"(?:\s+\((?:[{UPPER}][\w.&'’ -]{{1,30}})\))"
_DASH = r"\s*(?:—|–|―|--|\s-|-(?=\s))\s*"
_MIXED_PLACE = rf"[{UPPER}][\w.'’-]+(?:\s+[{UPPER}][\w.'’-]+){{0,3}}"
CERTAIN_DATELINE = re.compile(
    rf"(?:{_CAPS_PLACE}{_REGION}?{_DAY}?{_BRACKETED}{_DASH}"
    rf"|{_CAPS_PLACE}{_REGION}?{_DAY}{_DASH}"
    rf"|{MONTH}\s+\d{{1,2}}{_BRACKETED}{_DASH})(?=\S)"
)
FIRST_DATELINE = re.compile(
    rf"{_CAPS_PLACE}\s+\([\w .&'’/-]{{2,30}}\)\.(?=\s)"
    rf"|(?:{_CAPS_PLACE}{_REGION}?|{_MIXED_PLACE}{_REGION}?{_DAY}?{_BRACKETED}|{_MIXED_PLACE}{_REGION}?{_DAY})"
    rf"(?=\s|—|–|―){_DASH}(?=\S)"
)
_NO_PLACE = re.compile(
    r"(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|VIDEO|LIVE|ANALYSIS|OPINION|CORRECTION|NOTE|COMMENT|REVIEW|EDITORIAL|Q|A|"
    r"WARNING|QUESTION|ANSWER|ALERT|FILE|PHOTOS?|FACT CHECK|READ|NEW)\b"
)


def is_byline(text: str) -> bool:
    """Whether the line tells who wrote the article: 'By Ann Lee', 'Ann Lee, Political Correspondent'."""
    return len(text) <= 160 and any(shape.fullmatch(text) for shape in (BY, NAME_AND_ROLE, NAME_AND_TITLE))


def is_contribution(text: str) -> bool:
    """Whether the line, as a rule the last, tells who else worked on the article."""
    return len(text) <= 250 and CONTRIBUTED.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether the line holds names, a role or an agency and nothing else: a byline where it stands beside a date."""
    return len(text) <= 80 and any(shape.fullmatch(text) for shape in (NAME_ALONE, ROLE_ALONE, AGENCY_ALONE))


def is_name_and_paper(text: str) -> bool:
    """Whether names open the line and nothing but capitalised words follow: a byline in a box that is called so."""
    return len(text) <= 120 and NAME_AND_PAPER.fullmatch(text) is not None


def is_date_line(text: str) -> bool:
    """Whether the line holds a day, with or without label and clock, and nothing else."""
    if len(text) > 100 or not any(character.isdigit() for character in text):
        return False
    if not (_HAS_DATE.search(text) or _DATE_LABEL.match(text)):
        return False
    return not _DATE_WORD.sub("", re.sub(rf"^{_CAPS_PLACE},", "", text)).strip()


def names_in(text: str) -> tuple[str, ...]:
    """The writers whom a byline names, in order."""
    shapes = (BY, NAME_AND_ROLE, NAME_AND_TITLE, NAME_ALONE)
    match = next(filter(None, (shape.fullmatch(text) for shape in shapes)), None)
    return split_names(re.sub(r"\s*\(.*?\)", "", match["names"])) if match and match["names"] else ()


def split_names(names: str) -> tuple[str, ...]:
    """The single names in 'Ann Lee, Bo Ek and Cy Dunn'."""
    parts = re.split(r"\s*(?:,\s*and\s|,|;|&|\sand\s|\sAND\s)\s*", names)
    return tuple(part.strip() for part in parts if part.strip())


def dateline_end(text: str, *, first: bool) -> int:
    """How many characters the dateline that opens the paragraph takes, its dash included; 0: there is none.

    A place in capitals with neither day nor agency counts only in the first paragraph: further down it is a speaker
    in a transcript or a heading.
    """
    match = CERTAIN_DATELINE.match(text) or (FIRST_DATELINE.match(text) if first else None)
    if match is None or _NO_PLACE.match(text):
        return 0
    return len(match[0].rstrip())
