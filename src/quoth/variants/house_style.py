"""One form for what papers print in many: quotation marks, U.S. and US, colour and color, per cent and %.

Both sides of a comparison go through it, so a form need not be right, only the same for all that mean the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quoth.letters import unaccented

APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
SPELLINGS = """
centre/center centres/centers metre/meter metres/meters litre/liter litres/liters theatre/theater
theatres/theaters fibre/fiber fibres/fibers calibre/caliber defence/defense offence/offense licence/license
licences/licenses practise/practice grey/gray programme/program programmes/programs cheque/check
cheques/checks tyre/tire tyres/tires plough/plow aluminium/aluminum judgement/judgment ageing/aging
sceptic/skeptic sceptics/skeptics sceptical/skeptical jewellery/jewelry whilst/while amongst/among
towards/toward afterwards/afterward catalogue/catalog dialogue/dialog cosy/cozy storey/story storeys/stories
mum/mom mums/moms enrol/enroll fulfil/fulfill skilful/skillful manoeuvre/maneuver manoeuvres/maneuvers
paediatric/pediatric foetus/fetus anaesthetic/anesthetic percent/% pct/% okay/ok
adviser/advisor advisers/advisors kilometres/km kilometers/km kilometre/km kilometer/km kilos/kg kilograms/kg
tonne/ton tonnes/tons
"""
PAIRS = dict(pair.split("/") for pair in SPELLINGS.split())
RULES = (
    (re.compile(r"(?<=[a-z]{2})our(?=s?$|ed$|ing$|able$|ful$|ite$|ites$|less$|hood$|al$|er$|ers$)"), "or"),
    (re.compile(r"(?<=[a-z]{3})is(?=e$|es$|ed$|ing$|er$|ers$|ation$|ations$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})ys(?=e$|es$|ed$|ing$)"), "yz"),
    (re.compile(r"(?<=[aeiou])ll(?=ed$|ing$|er$|ers$|or$|ors$)"), "l"),
)


@lru_cache(maxsize=50_000)
def one_form(word: str) -> str:
    """The word as it is compared."""
    form = unaccented(word).translate(APOSTROPHES).casefold().strip("'")
    if re.fullmatch(r"(?:[a-z]\.)+[a-z]?\.?", form):  # U.S., a.m.
        return form.replace(".", "")
    form = form.rstrip(".").replace(",", "") if form[:1].isdigit() else form.rstrip(".")
    form = PAIRS.get(form, form)
    for shape, to in RULES:
        form = shape.sub(to, form)
    return form
