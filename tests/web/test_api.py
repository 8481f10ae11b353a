"""The JSON API as another program asks it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from anyio import run

from quoth import pipeline
from quoth.answers import Answers
from quoth.inference import OnnxEmbedder
from quoth.record import open_record
from quoth.web import make_api
from readings import reading

GATE = (
    "@headline Gate shut\n"
    "@body {c1 “We will not gamble with people’s homes,”} {q1 said} {m1 Mayor Ana Ruiz}. "
    "{m2 Harbour master Tom Hale} {q2 said} {c2 the hinge was cracked}."
)


@pytest.fixture
def answers(tmp_path: Path) -> Iterator[Answers]:
    with closing(open_record(str(tmp_path / "quoth.db"))) as record:
        record.keep(reading(GATE, "https://gazette.example/1"), "harbour")
        yield Answers(record, pipeline.open_tagger(), OnnxEmbedder())


def ask(answers: Answers, method: str, url: str, **options: object) -> httpx.Response:
    async def call() -> httpx.Response:
        transport = httpx.ASGITransport(make_api(answers), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://quoth.example") as client:
            return await client.request(method, url, **options)  # type: ignore[arg-type]

    return run(call)


def test_each_address_answers(answers: Answers) -> None:
    [hit] = ask(answers, "GET", "/search.json?q=gamble").json()["hits"]
    assert hit["speakers"] == ["Ana Ruiz"]
    assert ask(answers, "GET", "/speakers/ruiz.json").json()["utterances"] == 1
    assert len(ask(answers, "GET", f"/articles/{hit['article']}.json").json()["statements"]) == 2
    assert len(ask(answers, "GET", f"/statements/{hit['id']}/variants.json").json()["variants"]) == 1
    found = ask(answers, "GET", "/check.json", params={"quote": "We will gamble with people’s homes"}).json()
    assert (found["finding"], found["negation"]) == ("altered", "a negation was dropped")
    told = ask(answers, "POST", "/check.json", json={"text": "“The hinge was cracked,” said Tom Hale."}).json()
    assert [one["finding"] for one in told["quotations"]] == ["same words in another house style"]


@pytest.mark.parametrize(
    ("url", "status", "says"),
    [
        ("/search.json?q=status:nonsense", 422, "status:nonsense"),
        ("/articles/nothing.json", 422, "nothing"),
        ("/search.json?q=gate&limit=0", 422, "limit"),
        ("/nowhere.json", 404, "Not Found"),
    ],
)
def test_what_is_wrong_is_said(answers: Answers, url: str, status: int, says: str) -> None:
    answer = ask(answers, "GET", url)
    assert answer.status_code == status
    assert says in answer.text


def test_the_api_is_described(answers: Answers) -> None:
    paths = ask(answers, "GET", "/openapi.json").json()["paths"]
    assert {"/search.json", "/check.json", "/articles/{id}.json"} <= set(paths)
    assert all(operation["summary"] for path in paths.values() for operation in path.values())
