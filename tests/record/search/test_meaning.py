"""What is found by its meaning: the nearest first, under filters, each utterance once, on both stores."""

from __future__ import annotations

import numpy as np
import pytest
from sqlalchemy import select, text

from fakes import WordsEmbedder
from quoth.errors import QueryError
from quoth.record.search import FindOptions, asked_by_meaning, meant, parse
from quoth.record.search.meanings import sweep
from quoth.record.search.tables import meanings, search
from quoth.record.search.vectors import bits, distances, packed, unpacked
from quoth.record.store import SqlRecord
from readings import reading

SAID = {
    "no troops": "no troops will go east this year",
    "soldiers": "troops will go home this year",
    "gate": "the gate was shut",
    "rain": "rain fell on the gate all year",
}


def keep(record: SqlRecord, words: str, url: str, who: str = "Ana Ruiz", embedder: WordsEmbedder | None = None) -> str:
    made = reading(f"{{m1 {who}}} {{q1 said}}: {{c1 “{words}”}}", url, outlet=url)
    quotes = record.lacking_meaning([f"“{words}”"])
    vectors = (embedder or WordsEmbedder()).embed([meant(quote) for quote in quotes])
    record.keep(made, meanings=dict(zip(quotes, vectors, strict=True)))
    return made.article.id


@pytest.fixture
def told(record: SqlRecord) -> SqlRecord:
    for n, (name, words) in enumerate(SAID.items()):
        keep(record, words, f"https://a.example/{n}", "Tom Hale" if name in {"gate", "soldiers"} else "Ana Ruiz")
    return record


def found(record: SqlRecord, words: str, typed: str = "", **options: object) -> list[str]:
    sought = WordsEmbedder().embed([words])[0]
    hits = record.find_alike(sought, parse(typed), FindOptions(**options)).hits  # type: ignore[arg-type]
    names = {f"“{words}”": name for name, words in SAID.items()}
    return [names[hit.quote] for hit in hits]


@pytest.mark.parametrize(
    ("words", "typed", "order"),
    [
        pytest.param("no troops will go east", "", ["no troops", "soldiers"], id="the nearest first"),
        pytest.param("the gate was shut", "", ["gate", "rain"], id="what is far is not found"),
        pytest.param("no troops will go east", "by:hale", ["soldiers"], id="by a speaker"),
        pytest.param("the gate was shut", "-by:hale", ["rain"], id="without a speaker"),
        pytest.param("the gate was shut", "said:1999", [], id="a filter that leaves nothing"),
        pytest.param("the gate was shut", "rain", ["rain"], id="with a word that must be there"),
    ],
)
def test_what_is_found(told: SqlRecord, words: str, typed: str, order: list[str]) -> None:
    assert found(told, words, typed) == order


def test_pages(told: SqlRecord) -> None:
    sought = WordsEmbedder().embed(["the gate was shut"])[0]
    first = told.find_alike(sought, parse(""), FindOptions(limit=1))
    second = told.find_alike(sought, parse(""), FindOptions(limit=1, after=first.next))
    assert [first.hits[0].quote, second.hits[0].quote] == ["“the gate was shut”", "“rain fell on the gate all year”"]
    assert second.next is None
    with pytest.raises(QueryError, match="another query"):
        told.find_alike(-sought, parse(""), FindOptions(after=first.next))


def test_the_same_words_are_embedded_once(record: SqlRecord) -> None:
    embedder = WordsEmbedder()
    for n in range(3):
        keep(record, "The gate was shut", f"https://a.example/{n}", embedder=embedder)
    assert embedder.asked == ["The gate was shut"]
    with record.looking() as connection:
        assert len(connection.execute(select(meanings.c.number)).all()) == 1
        assert len(connection.execute(select(search).where(search.c.meaning == 0)).all()) == 3


def test_what_was_kept_without_vectors_is_given_them_when_it_is_offered_with_them(record: SqlRecord) -> None:
    made = reading("{m1 Ana Ruiz} {q1 said}: {c1 “the gate was shut”}", "https://a.example/1")
    record.keep(made)
    assert found(record, "the gate was shut") == []
    keep(record, "the gate was shut", "https://a.example/1")
    assert found(record, "the gate was shut") == ["gate"]


def test_drawing_anew_keeps_the_vectors(told: SqlRecord) -> None:
    told.keep(reading("{m1 Ana Ruiz} {q1 said}: {c1 “the gate was shut”}", "https://a.example/2", model="en:2"))
    assert found(told, "the gate was shut")[0] == "gate"


def test_what_nobody_says_any_more_leaves_no_vector(told: SqlRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quoth.record.search.meanings.BLOCK", 2)  # so that there are whole blocks
    keep(told, "one more thing", "https://a.example/9")
    with told.writing() as connection:
        connection.execute(text("DELETE FROM articles WHERE url = 'https://a.example/2'"))
        sweep(connection)
        left = connection.execute(select(meanings.c.number)).all()
    assert sorted(row.number for row in left) == [0, 1, 3, 4]
    assert found(told, "the gate was shut") == ["rain"]


def test_blocks_and_the_rows_after_them_answer_as_one(record: SqlRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("meanings", "nearest"):
        monkeypatch.setattr(f"quoth.record.search.{module}.BLOCK", 4)
    rng = np.random.default_rng(3)
    names = [f"word{rng.integers(1000)} thing{n}" for n in range(10)]
    for n, words in enumerate(names):
        keep(record, words, f"https://a.example/{n}")
    for words in names:
        hits = record.find_alike(WordsEmbedder().embed([words])[0], parse("")).hits
        assert hits[0].quote == f"“{words}”"


def test_vectors_are_kept_closely_enough() -> None:
    vectors = WordsEmbedder().embed(["the gate was shut", "rain fell", "x"])
    back = unpacked([packed(vector) for vector in vectors])
    assert np.abs(back - vectors).max() < 0.001
    assert (np.einsum("nd,nd->n", back, vectors) > 0.9999).all()


def test_distances_count_the_bits_that_differ() -> None:
    vectors = WordsEmbedder().embed(["the gate was shut", "rain fell", "x"])
    counted = distances(bits(vectors), bits(vectors[:1])[0])
    assert counted.tolist() == [int(((one > 0) != (vectors[0] > 0)).sum()) for one in vectors]


@pytest.mark.parametrize(
    ("typed", "asked", "rest"),
    [
        ("the gate", "the gate", ""),
        ("gate by:ruiz -rusty", "gate", "by:ruiz -rusty"),
        ('"the gate" shut', "the gate shut", ""),
        ("by:ruiz", "", "by:ruiz"),
    ],
)
def test_what_of_a_query_is_found_by_its_meaning(typed: str, asked: str, rest: str) -> None:
    assert asked_by_meaning(parse(typed)) == (asked, parse(rest))
