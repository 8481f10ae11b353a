"""The words that show an occasion, an action, or how a statement hangs on what was told before it."""

from __future__ import annotations

import re


def alternatives(words: str) -> str:
    """The words, or patterns of words, as one alternative; an underscore is the space within."""
    return "|".join(word.replace("_", r"\s+") for word in words.split())


def any_word(words: str) -> re.Pattern[str]:
    """Any of the words, whole."""
    return re.compile(rf"\b(?:{alternatives(words)})\b", re.I)


# The occasions on which things are said; beside one, a date is that of the words: "a 2012 interview".
OCCASIONS = r"""
interviews? speech(?:es)? statements? rall(?:y|ies) debates? press_conferences? news_conferences? conference_calls?
briefings? hearings? polls? surveys? stud(?:y|ies) reports? memos? letters? e-?mails? posts? tweets? tweeted
address(?:ed)? remarks testimony testified town_halls? meetings? conventions? forums? events? ads? videos? editorials?
op-eds? columns? rulings? orders? complaints? lawsuits? appearances? shows? broadcasts? podcasts? articles? books?
essays? calls? announcements? panels? votes?
"""
OCCASION = any_word(OCCASIONS)
TITLED = re.compile(rf"['’]?s?\s+(?:[\w-]+\s+){{0,2}}?\b(?:{alternatives(OCCASIONS)})\b", re.I)  # "a 2012 interview"
DEFINITE = re.compile(
    rf"\b(?:the|that|this|his|her|its|their)\s+(?:[\w-]+\s+){{0,2}}?\b(?:{alternatives(OCCASIONS)})\b", re.I
)
# The acts and occasions at which one goes on speaking.
ACT = any_word(r"""
interviews? speech(?:es)? rall(?:y|ies) press_conferences? news_conferences? briefings? town_halls? address remarks
podcasts? shows? calls? hearings? debates? testimony statements? letters? columns? op-eds? essays? editorials? memos?
posts? tweets? e-?mails? reports? stud(?:y|ies) polls? surveys?
""")
# Where more than one person speaks: what the next one says was said there too.
GATHERING = any_word("debates? panels? hearings? forums? town_halls? polls? surveys?")
SUBORDINATE = any_word("that which who whom whose when where after before since because as while until if whether")
RELATIVE = re.compile(r"\b(?:who|which|whose|when|where|whom)\b[^,]*$|\bthat\s+(?:was|were|had|has|is)\b[^,]*$", re.I)
REPORTING = any_word("""
said told says added announced wrote asked replied tweeted argued called released issued published spoke speaking gave
""")
CARRIES_ON = any_word("added adding continued continues went_on goes_on also later then concluded explained noted too")
PRESENT = any_word(r"says? has have is are thinks? believes? wants? hopes? adds notes argues \w+(?<!s)s")
PRONOUN = re.compile(r"(?:he|she|they|it|who|we|i|his|her|their|him|them)\b", re.I)
# Words that tell an action, so that a date beyond one belongs to that action. No parser: endings, auxiliaries, and the
# past tenses that English forms otherwise.
VERB = any_word(r"""
\w{2,}(?<![aeiou])(?<!hundr)(?<!ne)ed is are was were be been has have had do does did will would can could may might
should must began became beat bought brought built came chose cut drew drove fell felt fought found gave got grew held
heard hit kept knew laid led left let lost made meant met paid put quit ran read rose said sat saw says sent set shot
shut spent spoke stood struck swore took taught tells thinks thought told understood went withdrew woke won wrote adds
argues asks believes calls claims holds includes makes seems shows takes wants writes
""")
# "John Kerry's 2004 campaign", "the November election": the date is that of the thing, not of what is said beside it.
SMALL_WORDS = "that when with from during after before because while into about where which whom over under"
PREMODIFIED = re.compile(rf" (?!{VERB.pattern})(?!(?:{alternatives(SMALL_WORDS)})\b)[A-Za-z]{{4,}}", re.I)
TOLD = any_word("told tell tells telling")
DATELINE = re.compile(r"[A-Z][A-Z .,'’()/-]{2,}(?:,\s[A-Z][\w.]+){0,2},?\s")
POINTS = any_word("on in at since until by from for between before after of during over a the last")
PERFECT = re.compile(
    r"\b(?:has|have|['’]ve|often|repeatedly|long|always|never|frequently|previously|once|now)\s*$", re.I
)
LATER = any_word("later previously earlier subsequently now before")
POINTS_BACK = re.compile(
    r"\W*(?:(?:and|but)\s+)?(?:"
    + alternatives("then there at_the_time at_that in_it in_that during_the at_the_same instead also")
    + r")\b",
    re.I,
)
# Longer words that two sentences have in common whatever they are of.
SMALL = any_word("""
that with from this have were they will their would about which there been after when what than said says also more into
over just some only other could should because while where being those these most such before between under again
through during both very then them here much many like against
""")
