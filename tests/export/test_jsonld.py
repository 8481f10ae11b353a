"""schema.org: types and properties of the vocabulary with values they may hold; nobody gets words that are not his."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quoth.export import Format, write
from quoth.record.picked import Picked

VOCABULARY = json.loads((Path(__file__).parent / "schema_org.json").read_text(encoding="utf8"))
Json = dict[str, Any]


def document(picked: list[Picked], share: bool = False) -> Json:
    out = io.BytesIO()
    write(iter(picked), Format.JSONLD, out, share)
    value: Json = json.loads(out.getvalue())
    return value


def kinds(type_: str) -> list[str]:
    """The type and those above it."""
    above = VOCABULARY[type_].get("extends")
    return [type_, *(kinds(above) if above else [])]


def faults(node: Json, types: dict[str, str]) -> Iterator[str]:
    """What the vocabulary does not know of a node. `types`: of the nodes that others point to."""
    type_ = node.get("@type") or types.get(node["@id"], "?")
    known: Json = {}
    for kind in reversed(kinds(type_)):
        known |= VOCABULARY[kind]
    for name, value in node.items():
        if name not in known or name == "extends":
            yield f"{type_} has no {name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from _value_faults(f"{type_}.{name}", one, known[name], types)


def _value_faults(where: str, value: Any, ranges: list[str], types: dict[str, str]) -> Iterator[str]:
    if isinstance(value, dict):
        type_ = value.get("@type") or types.get(value["@id"], "?")
        if not set(kinds(type_)) & set(ranges):
            yield f"{where} may be no {type_}"
        if "@type" in value:
            yield from faults(value, types)
    elif "date" in ranges:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            yield f"{where}: {value} is no day"
    elif "text" not in ranges or not isinstance(value, str):
        yield f"{where} may not be {value!r}"


@pytest.mark.parametrize("share", [False, True])
def test_every_name_is_in_the_vocabulary(gate: Picked, noted: Picked, bare: Picked, share: bool) -> None:
    value = document([gate, noted, bare], share)
    assert list(value) == ["@context", "@graph"]
    assert value["@context"] == "https://schema.org"
    types = {node["@id"]: node["@type"] for node in value["@graph"]}
    assert [fault for node in value["@graph"] for fault in faults(node, types)] == []


def test_the_check_finds_what_is_not_in_the_vocabulary() -> None:
    assert list(faults({"@type": "Claim", "spokenByCharacter": {"@type": "Person", "name": "Ruiz"}}, {})) == [
        "Claim has no spokenByCharacter"
    ]
    assert list(faults({"@type": "Quotation", "isPartOf": {"@type": "Person"}}, {})) == [
        "Quotation.isPartOf may be no Person"
    ]


def test_the_article_comes_first_without_its_text(gate: Picked) -> None:
    article = document([gate])["@graph"][0]
    assert {key: article[key] for key in article if key != "identifier"} == {
        "@type": "NewsArticle",
        "@id": "https://gazette.example/gate",
        "url": "https://gazette.example/gate",
        "headline": "Gate shut",
        "articleSection": "Harbour",
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": "Harbour Gazette"},
        "author": [{"@type": "Person", "name": "Jo Field"}],
        "datePublished": "2026-03-02",
    }


def test_quoted_words_are_quotations_and_others_claims(gate: Picked) -> None:
    nodes = document([gate])["@graph"]
    quoted, denied, rained = nodes[1:4]
    assert (quoted["@type"], quoted["isPartOf"]) == ("Quotation", {"@id": nodes[0]["@id"]})
    assert quoted["spokenByCharacter"] == [{"@type": "Person", "name": "Ana Ruiz", "jobTitle": "Mayor"}]
    assert quoted["dateCreated"] == "2026-03-02"
    assert (rained["@type"], rained["appearance"]) == ("Claim", {"@id": nodes[0]["@id"]})
    assert rained["author"][0]["@type"] == "Person"
    assert "name" not in rained["author"][0]  # somebody unnamed
    assert re.fullmatch(r"Tom Hale.* \[denied\]", denied["description"])


@pytest.mark.parametrize("property_", ["author", "spokenByCharacter", "creator"])
def test_nobody_is_given_words_that_he_denied(gate: Picked, property_: str) -> None:
    denied = document([gate])["@graph"][2]
    assert "status: denied" in denied["keywords"]
    assert property_ not in denied


def test_notices_are_the_state_of_the_work(noted: Picked) -> None:
    nodes = document([noted])["@graph"]
    assert nodes[0]["creativeWorkStatus"] == ["disputed (proposed)"]
    letter = next(node for node in nodes if "retracted" in node.get("creativeWorkStatus", []))
    assert letter["comment"][1] == {
        "@type": "CorrectionComment",
        "text": "The union wrote no letter.",
        "datePublished": "2026-03-04",
    }
