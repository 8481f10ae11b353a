"""Whom an editor marked private: out of lists, facets, feeds and shared exports, and still in the articles."""

from __future__ import annotations

import io

import pytest

from dossier_readings import HARBOUR, said, signs
from quoth.export import Format, write
from quoth.export.atom import feed
from quoth.record.dossiers import Ruling
from quoth.record.search import FindOptions, parse
from quoth.record.store import SqlRecord

EVERYTHING = "kind:person"


@pytest.fixture
def filled(record: SqlRecord) -> SqlRecord:
    """Two persons in two articles."""
    record.keep(said("a", ("Nora Pell", "baker of Skelby and chair", HARBOUR)))
    record.keep(said("b", ("Ana Ruiz", "mayor of Skelby", HARBOUR), "2026-01-06"))
    return record


def lists(record: SqlRecord) -> dict[str, str]:
    """What each list tells, as text."""
    query = parse(EVERYTHING, {})
    page = record.find(query, FindOptions(facets=True))
    shared = io.BytesIO()
    write(record.picked(query, public=True), Format.JSONL, shared, share=True)
    whole = io.BytesIO()
    write(record.picked(None, public=True), Format.JSONL, whole, share=True)
    return {
        "people": str(record.dossiers()),
        "who": str(record.figures("Nora Pell")),
        "facets": str((page.facets or {})["by"]),
        "feed": feed(record.newest(query), "persons", None).decode(),
        "shared": shared.getvalue().decode(),
        "all shared": whole.getvalue().decode(),
    }


def test_a_private_person_is_out_of_lists_until_that_is_undone(filled: SqlRecord) -> None:
    assert all("Pell" in told for told in lists(filled).values())
    private = filled.decide(Ruling.PRIVATE, signs(filled, "a"), by="ed", why="a victim")
    assert {name for name, told in lists(filled).items() if "Pell" in told or "We will see a" in told} == set()
    assert all("Ana Ruiz" in told for name, told in lists(filled).items() if name != "who")
    assert len(filled.find(parse(EVERYTHING, {})).hits) == 2
    filled.undo_decision(private.id, "ed")
    assert all("Pell" in told for told in lists(filled).values())


def test_an_export_of_ones_own_is_whole(filled: SqlRecord) -> None:
    filled.decide(Ruling.PRIVATE, signs(filled, "a"), by="ed")
    whole = io.BytesIO()
    write(filled.picked(None), Format.JSONL, whole)
    assert b"Nora Pell" in whole.getvalue()
