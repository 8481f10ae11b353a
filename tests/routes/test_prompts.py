"""The question or remark that a statement answers, marked {p…} in the text itself."""

from __future__ import annotations

import pytest

from marked import unmark
from quoth.routes import prompts
from told import told

MARKED = [
    "{p1 Asked if he would sell}, {m1 Orr} {q1 said}: {c1 “Never.”}",
    "{p1 When asked by the Gazette whether he would sell}, {m1 Orr} {q1 said} {c1 he would not}.",
    "{p1 Pressed on the toll}, {m1 Orr} {q1 replied}: {c1 “Ask me in May.”}",
    "{c1 “Never,”} {m1 Orr} {q1 said} {p1 when asked if he would sell}.",
    "{m1 Orr}, {p1 asked whether he would sell}, {q1 said} {c1 he would not}.",
    "{p1 Asked whether she would stay}, Lind smiled. {c1 “Let me take off my coat first,”} {m1 she} {q1 said}.",
    "{p2 {c1 “Will you sell?”}} {q1 asked} {m1 Lind}.\n{c2 “Never,”} {m2 Orr} {q2 said}.",
    "{m1 Lind} {q1 asked} Orr {p2 {c1 why he had sold}}.\n{c2 “I was tired,”} {m2 Orr} {q2 said}.",
    "{p1 Would a second bridge help?} {c1 “In my opinion, yes,”} {m1 Quill} {q1 said}.",
    "{p1 Can they pay?} {m1 Orr} laughed at the question.\n{c1 “Ask me in May.”}",
    "{m1 LIND}: {p2 {c1 How did you find out?}}\n"
    "{m2 ORR}: {c2 By letter.}\n"
    "{m3 LIND}: {p4 {c3 And then?}}\n"
    "{m4 ORR}: {c4 I sat down.}",
    "{m1 Q}: {p2 {c1 Is the bridge safe?}}\n"
    "{m2 QUILL}: {c2 It is.}\n"
    "{m3 Q}: {p4 {c3 That is not what you said.}}\n"
    "{m4 QUILL}: {c4 It is now.}\n"
    "{m5 Q}: {p6 {c5 When?}}\n"
    "{m6 QUILL}: {c6 In May.}",
    "{m1 Orr} {q1 said} {c1 he would not sell}.",
    "{c1 “Why sell?”} {m1 Orr} {q1 said}. {m2 Lind} {q2 said} {c2 that the price was good}.",
    "{m1 Orr} {q1 asked} {c1 for more time}. {m2 He} {q2 said} {c2 that the price was good}.",
    "Asked for comment, {m1 Orr} {q1 said} {c1 he was asleep}.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_each_statement_answers_what_is_marked(marked: str) -> None:
    article, statements = told(marked)
    right = [one.prompt and one.prompt.of(article.text) for _, one in sorted(unmark(marked).statements.items())]
    assert [span and span.of(article.text) for span in prompts(article, statements)] == right
