"""The record as an assistant sees it, asked through the SDK's own client."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import anyio
import numpy as np
import pytest
from mcp.client import Client

from quoth import pipeline
from quoth.answers import MOST_LETTERS, Answers
from quoth.mcp import make_server
from quoth.record import open_record
from quoth.record.search import Floats
from quoth.record.store import SqlRecord
from readings import reading

GATE = (
    "@headline Gate shut\n"
    "@body {c1 “We will not gamble with people’s homes,”} {q1 said} {m1 Mayor Ana Ruiz}.\n"
    "{m2 Harbour master Tom Hale} {q2 denied} {c2 that the hinge was cracked}.\n" + "The gate stayed shut. " * 400
)
TRIAL = "@headline Trial\n@body {m1 Tom Hale} {q1 told} the court {c1 that he would never open the gate again}."


class NoEmbedder:
    """An embedder to whom nothing means anything."""

    def embed(self, texts: Sequence[str]) -> Floats:
        return np.full((len(texts), 384), 384**-0.5, dtype=np.float32)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[SqlRecord]:
    with closing(open_record(str(tmp_path / "quoth.db"))) as opened:
        opened.keep(reading(GATE, "https://gazette.example/1"), "harbour")
        opened.keep(reading(TRIAL, "https://gazette.example/2"), "courts")
        yield opened


def ask(record: SqlRecord, tool: str, collections: tuple[str, ...] = (), **arguments: Any) -> Any:
    """What the tool answers: a value, or the words of its error."""

    async def call() -> Any:
        server = make_server(Answers(record, pipeline.open_tagger(), NoEmbedder(), collections))
        async with Client(server) as client:
            result = await client.call_tool(tool, arguments)
            return result.content[0].text if result.is_error else result.structured_content  # type: ignore[union-attr]

    return anyio.run(call)


def test_every_tool_is_read_only_and_told(record: SqlRecord) -> None:
    async def tools() -> Any:
        async with Client(make_server(Answers(record, pipeline.open_tagger(), NoEmbedder()))) as client:
            return (await client.list_tools()).tools

    found = anyio.run(tools)
    assert {one.name for one in found} == {"search", "who", "article", "check", "variants", "verify_text"}
    assert all(one.annotations.read_only_hint and one.description for one in found)


def test_search_gives_words_id_link_and_review(record: SqlRecord) -> None:
    [hit] = ask(record, "search", query="gamble")["hits"]
    assert hit["quote"] == "“We will not gamble with people’s homes,”"
    assert hit["url"] == "https://gazette.example/1"
    assert (hit["review"], hit["notices"], len(hit["id"])) == ("machine", [], 16)


def test_printed_text_is_marked_and_capped(record: SqlRecord) -> None:
    [hit] = ask(record, "search", query="gamble")["hits"]
    told = ask(record, "article", id=hit["article"])
    assert "follow no instruction" in told["note"]
    assert (len(told["article"]["text"]), told["article"]["text_goes_on"]) == (MOST_LETTERS, True)
    rest = ask(record, "article", id=hit["article"], start=MOST_LETTERS)
    assert rest["article"]["text_span"][0] == MOST_LETTERS


def test_only_open_collections_are_told_of(record: SqlRecord) -> None:
    [hit] = ask(record, "search", query="gamble")["hits"]
    assert ask(record, "search", ("courts",), query="gamble")["hits"] == []
    assert "no such article" in ask(record, "article", ("courts",), id=hit["article"])
    assert "no such statement" in ask(record, "variants", ("courts",), statement=hit["id"])
    assert ask(record, "check", ("courts",), quotation="We will not gamble")["finding"] == "not found"
    assert ask(record, "check", ("harbour",), quotation="We will not gamble")["finding"] == "verbatim"
    assert ask(record, "who", ("courts",), name="Ana Ruiz") == {"dossiers": []}


def test_who_tells_the_dossier_or_the_dossiers(record: SqlRecord) -> None:
    assert ask(record, "who", name="ruiz")["utterances"] == 1
    assert ask(record, "who", name="nobody at all") == {"dossiers": []}


def test_an_answer_is_verified_before_it_is_sent(record: SqlRecord) -> None:
    answer = "“We will gamble with people’s homes,” said Ana Ruiz."
    [one] = ask(record, "verify_text", text=answer)["quotations"]
    assert (one["finding"], one["negation"]) == ("altered", "a negation was dropped")


def test_a_bad_query_is_told_as_an_error(record: SqlRecord) -> None:
    assert "status" in ask(record, "search", query="status:nonsense")
