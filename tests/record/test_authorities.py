"""An authority file links known people and dates their roles; a bad line stops all of it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from dossier_readings import HARBOUR, PITCH, groups, said
from quoth.errors import UsageError
from quoth.record.dossiers import parse
from quoth.record.store import SqlRecord

RUIZ = {
    "name": "Ana Ruiz",
    "aliases": ["A. M. Ruiz"],
    "description": "politician of Skelby",
    "wikidata": "Q900001",
    "offices": [
        {"role": "mayor of Skelby", "from": "2024-03-01", "to": "2026-06-30"},
        {"role": "harbour minister", "from": "2026-07"},
    ],
}


def lines(*some: object) -> list[str]:
    return [json.dumps(one) for one in some]


@pytest.mark.parametrize("first", [True, False], ids=["before the articles", "after them"])
def test_it_joins_by_office_and_dates_roles(record: SqlRecord, *, first: bool) -> None:
    if first:
        record.import_authorities(parse(lines(RUIZ), "file"), "ed")
    record.keep(said("a", ("Ana Ruiz", "mayor of Skelby", HARBOUR)))
    record.keep(said("b", ("Ruiz", "harbour minister", "A bill passed."), "2026-09-01", outlet="Echo"))
    record.keep(said("c", ("Ana Ruiz", "striker", PITCH), "2026-01-09", outlet="Touchline"))
    if not first:
        record.import_authorities(parse(lines(RUIZ), "file"), "ed")
    assert groups(record) == [["a", "b"], ["c"]]
    [one] = [found for found in record.dossiers("Ana Ruiz") if found.authority]
    told = record.profile(one.id)
    assert told is not None
    assert told.authority is not None
    assert [(role.role, role.held_from, role.held_to) for role in told.roles] == [
        ("mayor of Skelby", date(2024, 3, 1), date(2026, 6, 30)),
        ("harbour minister", date(2026, 7, 1), None),
    ]
    assert ("A. M. Ruiz", "the authority file") in [(alias.name, alias.evidence) for alias in told.aliases]
    assert [figure.label for figure in told.namesakes] == ["Ana Ruiz (striker)"]


def test_who_is_known_has_a_dossier_without_a_role(record: SqlRecord) -> None:
    record.keep(said("a", ("Ana Ruiz", None, HARBOUR)))
    assert record.dossiers() == []
    record.import_authorities(parse(lines(RUIZ), "file"), "ed")
    assert groups(record) == [["a"]]


def test_the_same_file_again_changes_nothing(record: SqlRecord) -> None:
    record.keep(said("a", ("Ana Ruiz", "mayor of Skelby", HARBOUR)))
    first = record.import_authorities(parse(lines(RUIZ), "file"), "ed")
    before = record.dossiers()
    again = record.import_authorities(parse(lines(RUIZ), "file"), "ed")
    assert (first.added, again.added, again.changed, again.unchanged) == (1, 0, 0, 1)
    assert record.dossiers() == before
    changed = record.import_authorities(parse(lines(RUIZ | {"offices": []}), "file"), "ed")
    assert (changed.changed, changed.unchanged) == (1, 0)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param("{", "file:2: not JSON", id="no JSON"),
        pytest.param("[]", "file:2: a line is an object", id="no object"),
        pytest.param("{}", 'file:2: "name" is missing', id="no name"),
        pytest.param('{"name": "B", "aliases": "C"}', 'file:2: "aliases" is a list', id="aliases in a string"),
        pytest.param('{"name": "B", "wikidata": "42"}', 'file:2: "wikidata" is "42"', id="no id of Wikidata"),
        pytest.param('{"name": "B", "kind": "dog"}', 'file:2: "kind" is "dog"', id="no such kind"),
        pytest.param(
            '{"name": "B", "offices": [{"role": "mayor", "from": "soon"}]}', 'file:2: "from" is "soon"', id="no day"
        ),
        pytest.param(
            '{"name": "B", "offices": [{"role": "mayor", "from": "2025", "to": "2024"}]}',
            'file:2: office "mayor" ends',
            id="ends before it begins",
        ),
        pytest.param('{"name": "B", "wikidata": "Q900001"}', "file:2: the same person", id="twice"),
    ],
)
def test_a_bad_line_is_named(line: str, says: str) -> None:
    with pytest.raises(UsageError) as error:
        parse([*lines(RUIZ), line], "file")
    assert str(error.value).startswith(says)
