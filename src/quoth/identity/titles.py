"""Where in a run of capitals the title ends and the name begins: "Florida Gov." and "Rick Scott"."""

from __future__ import annotations

from quoth.identity.prose import Word
from quoth.identity.vocabulary import BODY_WORDS, DEMONYMS, HONORIFICS, PARTICLES, PEOPLE, TITLES, forenames


def split_title(run: list[Word]) -> tuple[list[Word], list[Word]]:
    """Titles and what qualifies them, and the rest of the run: "Florida Gov." and "Rick Scott"."""
    cut = 0
    for n, word in enumerate(run[:-1]):
        title = word.lower in TITLES or (n == 0 and word.lower in PEOPLE and len(run) > 2)
        if title and not (word.lower in forenames() and n == 0 and word.text[-1] != "."):
            cut = n + 1
    rest = run[cut:]
    party = cut and run[cut - 1].lower in DEMONYMS and rest[-1].lower in BODY_WORDS  # "Republican National Committee"
    if party or all(word.lower in BODY_WORDS for word in rest):
        return [], run
    charge = rest[0].lower in ("of", "for")  # "Minister for Rural Affairs Bakary Traore"
    if charge or (len(rest) > 2 and rest[0].lower not in forenames() and not _is_initial(rest[0])):
        at = _at_forename(run, cut)
        cut = len(run) - 2 if charge and at == cut and len(rest) > 3 and cut else at
    return run[:cut], run[cut:]


def _at_forename(run: list[Word], start: int) -> int:
    """The place of the first forename after `start`, not the last word, with nothing of a body's name after it."""
    for n in range(start + 1, len(run) - 1):
        if (
            run[n].lower in forenames()
            and not any(w.lower in BODY_WORDS for w in run[n + 1 :])
            and run[n - 1].lower not in PARTICLES | {"of", "for"}
        ):
            return n
    return start


def _is_initial(word: Word) -> bool:
    return len(word.lower.replace(".", "")) <= 2 and word.text.endswith(".") and word.lower not in HONORIFICS
