"""In which field of public life somebody is, told by the words of a role and of an article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from quoth.dossiers.letters import folded
from quoth.identity.vocabulary import words

TABLE = {
    "politics": "minister ministry mayor councillor council parliament parliamentary senator senate congress lawmaker "
    "legislator candidate party president premier chancellor governor deputy cabinet election elected vote voter "
    "ballot opposition coalition government politics political mp mps by-election campaign constituency envoy "
    "ambassador diplomat treaty secretary alderman commons lords "
    "ward whip assembly national world treasury whitehall policy "
    "bill budget undersecretary foreign delegate delegation negotiator referendum",
    "sport": "footballer football striker winger midfielder defender goalkeeper keeper coach captain player manager "
    "skater skating swimmer sprinter runner cyclist boxer tennis rugby cricket golfer league match cup goal goals "
    "season club team olympic champion championship medal race final training sport sports athlete referee batsman "
    "bowler wicket innings hockey basketball forward scorer stadium pitch rower jockey marathon record kick penalty "
    "fixture squad fans touchline rovers united metres gymnast judo racing driver wrestler chess",
    "arts": "actor actress playwright director film theatre stage novelist novel author poet poetry painter sculptor "
    "artist singer musician composer conductor orchestra band album song opera ballet dancer choreographer gallery "
    "exhibition museum culture arts dramatist play cast audience literary book books writer festival screen television "
    "drama comedian soprano tenor cellist pianist violinist guitarist drummer music concert rehearsal curator "
    "photographer illustrator review reviews books ceramic potter",
    "science": "scientist glaciologist physicist chemist biologist astronomer geologist climatologist hydrologist "
    "researcher research professor laboratory lab university institute study ice climate species fossil telescope "
    "satellite experiment data science engineer engineering forecaster ecologist botanist zoologist marine ocean "
    "archaeologist historian linguist mathematician seismologist volcano volcanologist virologist entomologist survey "
    "paper expedition lecturer geneticist genome meteorologist astrophysicist palaeontologist",
    "health": "doctor surgeon physician nurse hospital medicine medical patient patients clinic health surgery "
    "cardiologist epidemiologist gp midwife ward vaccine disease psychiatrist pharmacist heart operation oncologist "
    "paediatrician therapist dentist",
    "courts": "judge prosecutor barrister lawyer solicitor counsel attorney court trial jury defendant defending "
    "prosecution defence magistrate coroner advocate appeal verdict justice law legal inquest witness kc qc plaintiff "
    "judgment tribunal",
    "police": "police detective constable inspector superintendent sergeant sheriff officer chief crime investigation "
    "arrest murder robbery fire firefighter brigade rescue colonel general army soldier troops military navy admiral "
    "commander fraud squad suspect burglary force",
    "business": "executive ceo company companies firm chairman shareholder investor bank banker economist business "
    "market shares profit factory plant entrepreneur founder owner industry trade union workers strike manufacturer "
    "retailer finance financial merger supplier wages board stock brewer brewery merchant insurer hotelier",
    "faith": "bishop archbishop vicar priest rabbi imam pastor church cathedral mosque parish archdeacon canon monk "
    "nun abbot diocese congregation chaplain synod religion",
    "education": "headteacher head teacher school pupil pupils principal classroom college student students education "
    "governor lessons vice-chancellor dean",
    "farming": "farmer farm farmers harvest crops cattle sheep dairy vineyard grower orchard fisherman fishing trawler "
    "fleet shepherd beekeeper harbour docks ferry lifeboat seaman skipper",
    "food": "chef restaurant cook baker bakery kitchen menu food recipe wine cheese",
    "media": "editor journalist reporter broadcaster columnist presenter newspaper radio anchor podcast",
    "charity": "charity campaigner activist volunteer campaign campaigners community neighbourhood residents tenants",
    "technology": "software programmer app computer technology tech startup robot hacker cyber developer internet",
}  # fmt: skip
LEADING = words(
    "leads lead led leader heads head headed chairs chair chairman chairwoman chairs runs ran director "
    "secretary president commands founder founded owns owner spokesman spokeswoman spokesperson manager "
    "campaign campaigns organiser organizes union member chief former council author star candidate"
)
PRIVATE = words(
    "pupil pupils resident neighbour neighbor shopkeeper shopper packer clerk plumber retired pensioner "
    "passer-by passerby bystander commuter passenger victim eyewitness witness mother father grandmother "
    "grandfather widow widower tenant customer fan spectator lorry driver cleaner waitress waiter student "
    "nurse farmer grocer teenager barista cashier tourist visitor holidaymaker walker patient parent "
    "schoolgirl schoolboy survivor householder hairdresser electrician carpenter gardener plasterer joiner "
    "courier postman postwoman builder welder woman man girl boy shop waiting lives lived bus taxi "
    "cyclist motorist dog-walker villager daughter son aunt uncle stallholder machinist seamstress caretaker"
)
AGE = re.compile(r"^\s*(?:aged )?\d{1,3}\b(?!-year)|\b\d{1,2}-year-old\b")
SECTION_WEIGHT = 6
WORD = re.compile(r"[a-z][a-z-]*")


@lru_cache(maxsize=1)
def _by_word() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for field, told in TABLE.items():
        for word in told.split():
            out[word] = (*out.get(word, ()), field)
    return out


def fields_of(texts: Sequence[str]) -> tuple[tuple[str, float], ...]:
    """The share of each field in the words of the texts; the first text (the section) weighs more. Sums to 1."""
    counts: defaultdict[str, float] = defaultdict(float)
    for n, text in enumerate(texts):
        for word in WORD.findall(folded(text)):
            found = _by_word().get(word) or _by_word().get(word.removesuffix("s")) or ()
            for field in found:
                counts[field] += (1 if n else SECTION_WEIGHT) / len(found)
    total = sum(counts.values())
    return tuple((field, count / total) for field, count in sorted(counts.items())) if total else ()


@lru_cache(maxsize=100_000)
def fields_of_role(role: str | None) -> tuple[tuple[str, float], ...]:
    """The share of each field in a role's words."""
    return fields_of(["", role]) if role else ()


@lru_cache(maxsize=100_000)
def looks_private(role: str | None) -> bool:
    """Whether a role is that of somebody whom only this event made speak; somebody without a role is not told."""
    if role is None:
        return False
    words = {part for word in WORD.findall(folded(role)) for part in (word, word.removesuffix("s"))}
    if AGE.search(role) and not words & LEADING and not {field for field, _ in fields_of_role(role)} - {"education"}:
        return True
    return bool(words & PRIVATE) and not words & LEADING and not _public(words)


def _public(words: set[str]) -> bool:
    return any(word in _by_word() and word not in PRIVATE for word in words)
