"""Whether a statement has the days of the one before it: the same speaker goes on, on the same occasion."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.chronology.scene import Dated, Scene, anchor, is_new, is_perfect, same_speaker, words_of_cue
from quoth.chronology.signs import GATHERING, LATER
from quoth.domain import Statement

# Of 60 statements of the training gold that follow a dated one of the same speaker, in its paragraph or the next, and
# have no date of their own, 51 have its days. Learned weights for carrying on gave F 67 over the folds where this gives
# 69, and kept on where nobody would: they had learned the occasions of single articles.
SAME_DAYS = 0.85
PARAGRAPHS = 1
# "He spoke to them last week. Then, he said …": the word takes up the occasion of the sentence before.
THEN = re.compile(r"\W*(?:Then|There),?\s")


def carried(scene: Scene, statements: Sequence[Statement], number: int, before: Dated | None) -> Dated | None:
    """What dates the statement before, or the sentence that "then" takes up, where it dates this one too.

    `before` is None where nothing dates the statement before.
    """
    then = _then(scene, statements[number])
    if then is not None or before is None or number == 0:
        return then
    one, statement = statements[number - 1], statements[number]
    apart = scene.paragraph(anchor(statement).start) - scene.paragraph(anchor(one).start)
    if apart > PARAGRAPHS or _is_of_another_time(scene, statement):
        return None
    if not same_speaker(scene.article.text, one, statement) and not _is_of_the_company(scene, statement, before):
        return None
    return Dated(before.told, before.sure * SAME_DAYS)


def _is_of_another_time(scene: Scene, statement: Statement) -> bool:
    """ "Has repeatedly said", "later defended", "now says"."""
    return is_perfect(scene, statement) or LATER.search(words_of_cue(scene, statement)) is not None


def _is_of_the_company(scene: Scene, statement: Statement, before: Dated) -> bool:
    """Whether somebody whom we know already speaks after another on an occasion where more than one does: a debate."""
    there = scene.layout.sentence_span(scene.told[before.told].span.start)
    return GATHERING.search(scene.article.text, *there) is not None and not is_new(scene, statement)


def _then(scene: Scene, statement: Statement) -> Dated | None:
    """The last expression of the sentence that "then" takes up, in the same paragraph."""
    at = anchor(statement).start
    start, _ = scene.layout.sentence_span(at)
    if not THEN.match(scene.layout.masked, start) or scene.paragraph(start - 1) != scene.paragraph(at):
        return None
    sentence = scene.sentence(at) - 1
    told = [n for n, told in enumerate(scene.told) if scene.sentence(told.span.start) == sentence and not told.ahead]
    return Dated(told[-1], SAME_DAYS) if told else None
