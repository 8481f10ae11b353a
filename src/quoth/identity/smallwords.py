"""What a word without a capital is beside a name: a verb that goes on from it, or a noun that the name qualifies."""

from __future__ import annotations

from quoth.identity.vocabulary import CROWDS, DOCUMENTS, FUNCTION_WORDS, PEOPLE, UNNAMED_CROWDS, words

ACTS = words(
    "said says has had is was told did does will would could may might wrote writes also later then went came made "
    "got took"
)
VERBS = words(
    "said says told tells added adds wrote writes has had have is was are were will would could can may might must "
    "should did does do went came made got took gave saw knew thinks thought wants wanted and or but nor who that "
    "which as at by for from in into of on onto over than to with also then now later not never just only still "
    "again himself herself themselves itself too both when while if because before after until since though "
    "although first once even ever already himself herself wins won lost loses led leads held holds put puts ran "
    "runs sat stood stands kept began begins spoke speaks swept beats beat told about against between during "
    "yesterday today tomorrow earlier recently often always soon left right alone be being been the a an his her "
    "their its this these"
)


def is_qualified(word: str) -> bool:
    """Whether a small word after a name is a noun that the name qualifies, and no verb or particle."""
    return (
        word.isalpha()
        and word not in VERBS
        and word not in FUNCTION_WORDS
        and not word.endswith(("ed", "ly", "ing", "s'"))
        and not _verb_like(word)
    )


def _verb_like(word: str) -> bool:
    return word.endswith("s") and word not in (
        "supporters",
        "voters",
        "officials",
        "aides",
        "advisers",
        "allies",
        "backers",
        "campaigns",
        "emails",
        "delegates",
        "fans",
        "critics",
        "surrogates",
        "leaders",
        "members",
        "lawmakers",
    )


def is_common(word: str) -> bool:
    """Whether a word at the start of a sentence is likely no name: an English ending or a plain noun."""
    if word == "research" or word in CROWDS or word in DOCUMENTS or word in PEOPLE or word in UNNAMED_CROWDS:
        return True
    return (
        word.endswith(("ing", "ly", "tion", "ment", "ness", "ers", "ies", "ings", "ists", "ed")) or not word.isalpha()
    )
