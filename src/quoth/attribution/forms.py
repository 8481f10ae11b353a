"""A verb's dictionary form -> the forms it takes in print, regular and irregular, in British and American spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator


def words(line: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(line.split())


# dictionary form: past, participle; both the same where one stands
IRREGULAR = """
be was been; become became become; begin began begun; bet bet; bid bid; bring brought; buy bought; cast cast;
choose chose chosen; come came come; cry cried; cut cut; deny denied; do did done; draw drew drawn; drive
drove driven; feel felt; fight fought; find found; forbid forbade forbidden; foresee foresaw foreseen;
foretell foretold; forget forgot forgotten; forgive forgave forgiven; get got gotten; give gave given; go went
gone; hear heard; hit hit; hold held; keep kept; know knew known; lay laid; lead led; leave left; let let;
make made; mean meant; misread misread; mistake mistook mistaken; misunderstand misunderstood; overhear
overheard; put put; quit quit; read read; rethink rethought; retell retold; run ran run; say said; see saw
seen; seek sought; sell sold; send sent; set set; shed shed; shoot shot; show showed shown; sing sang sung;
spell spelt; speak spoke spoken; spit spat; split split; stand stood; strike struck; swear swore sworn; take
took taken; teach taught; tell told; think thought; throw threw thrown; underwrite underwrote underwritten;
understand understood; uphold upheld; wear wore; weep wept; withdraw withdrew withdrawn; withhold withheld;
write wrote written; overturn overturned; dream dreamt; learn learnt; rewrite rewrote rewritten; seem seemed
"""
PARTS = {verb: past for verb, *past in (row.split() for row in IRREGULAR.split(";"))}
# Verbs that double their last letter though their last syllable is not their only one.
DOUBLING = words(
    "abhor acquit admit allot commit compel concur defer deter incur infer permit prefer propel rebut refer regret "
    "repel submit transfer"
)
SHORT = re.compile(r"[^aeiou]*[aeiou][bdglmnprt]")  # plan, chat, jab: one syllable, one vowel, one letter after it
VOWELS = "aeiou"


def forms(verb: str) -> Iterator[str]:
    """Every form of the verb; a few that nobody prints do no harm."""
    yield verb
    yield _third(verb)
    for stem in _stems(verb):
        yield f"{stem}ing"
        yield f"{stem}d" if stem.endswith("e") else f"{stem}ed"
    yield from PARTS.get(verb, ())
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        yield f"{verb[:-1]}ied"
    if verb.endswith("ise"):
        yield from forms(f"{verb[:-3]}ize")


def plural(noun: str) -> str:
    """The noun's regular plural."""
    return _third(noun)


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


def _stems(verb: str) -> Iterator[str]:
    """What stands before -ing and -ed."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe")):
        yield verb[:-1]
    elif SHORT.fullmatch(verb) or verb in DOUBLING:
        yield verb + verb[-1]
    elif verb.endswith("l"):
        yield f"{verb}l"
        yield verb
    else:
        yield verb
