"""Entities that were put together of statements, as OpenSanctions releases them: in no order, some merged."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.documents import Document
from store.file.casefile import Casefile
from store.formats.ftm.reading import FTM
from tests.store.formats.both_ways import brought_in
from tests.store.formats.files import found_in


def released(own_id: str, schema: str, referents: tuple[str, ...] = (), **properties: list[str]) -> dict[str, Any]:
    """Return an entity of a release; it is shown by the last of its names."""
    caption = {"caption": properties.get("name", [schema])[-1], "datasets": ["b", "a"]}
    return {"id": own_id, "schema": schema, "properties": properties, "referents": [*referents]} | caption


def lines(*entities: dict[str, Any]) -> str:
    return "\n".join(map(json.dumps, entities))


def turned(entity: dict[str, Any]) -> dict[str, Any]:
    """Return an entity as another run of the same program writes it."""
    properties = {name: values[::-1] for name, values in entity["properties"].items()}
    return entity | {"properties": properties, "datasets": entity["datasets"][::-1]}


GUARD = released("NK-7", "Organization", ("ofac-1", "eu-2"), name=["Guard of the Mill", "Mill Guard"], notes=["x", "y"])
MILLER = released("m", "Person", name=["A. Miller"])
TIE = released("t", "Membership", member=["m"], organization=["eu-2"])


@pytest.fixture
def casefile(tmp_path: Path) -> Casefile:
    """Return an empty store."""
    return Casefile.create(tmp_path / "s.json", "S")


def factions(casefile: Casefile) -> dict[str, Document]:
    return {name: dict(document) for name, document in casefile.tables()["factions"].items()}


def test_an_entity_goes_by_the_name_that_it_is_shown_by() -> None:
    [found] = found_in(FTM, lines(GUARD))
    assert found.entry.document["names"] == [{"text": "Mill Guard"}, {"text": "Guard of the Mill", "kind": "alias"}]


def test_another_order_of_the_same_changes_nothing(casefile: Casefile) -> None:
    brought_in(casefile, FTM, lines(GUARD, MILLER))

    account = brought_in(casefile, FTM, lines(turned(MILLER), turned(GUARD)))

    assert (account.changed, account.rows.unchanged) == (False, 2)


def test_where_one_has_room_for_one_and_there_are_several_the_first_in_order_is_taken_and_that_is_told() -> None:
    founded = ["2002-12-31", "2002-10-02", "2002-12-31"]
    [found] = found_in(FTM, lines(released("c", "Company", name=["Mill"], incorporationDate=founded)))
    assert found.entry.document["active"] == {"edtf": "2002-10-02/"}
    assert found.cautions == ("has several of incorporationDate: the first is taken",)


def test_whoever_is_named_by_an_id_that_was_merged_into_another_is_found() -> None:
    tie, guard, _ = found_in(FTM, lines(TIE, GUARD, MILLER))
    assert tie.entry.document["object"] == guard.entry.ref


def test_an_id_of_an_entity_of_its_own_is_not_taken_for_one_that_was_merged() -> None:
    other = released("eu-2", "Organization", name=["Other"])
    found = found_in(FTM, lines(GUARD, MILLER, other, TIE))
    assert found[3].entry.document["object"] == found[2].entry.ref


def test_a_record_stays_the_same_when_its_makers_give_it_another_id(casefile: Casefile) -> None:
    before = GUARD | {"id": "eu-2", "referents": []}
    brought_in(casefile, FTM, lines(TIE, before, MILLER))
    [(name, document)] = factions(casefile).items()
    with casefile.change() as change:
        change.put("factions", document | {"summary": "It holds the mill.", "origin": {"by": "human"}})
    later = released("NK-7", "Organization", ("ofac-1", "eu-2"), name=["Mill Guard"], alias=["MG"])
    tie = released("t2", "Membership", member=["m"], organization=["NK-7"])

    account = brought_in(casefile, FTM, lines(tie, later, MILLER))

    assert (account.rows.created, account.rows.updated, account.clashes) == (1, 1, ())
    assert [*factions(casefile)] == [name]
    known = factions(casefile)[name]
    assert known["names"] == [{"text": "Mill Guard"}, {"text": "MG", "kind": "alias"}]
    assert (known["summary"], known["external"]["ftm"]["id"]) == ("It holds the mill.", "NK-7")
    assert {claim["object"] for claim in casefile.tables()["claims"].values()} == {f"faction:{name}"}
    assert not brought_in(casefile, FTM, lines(tie, later, MILLER)).changed
    assert not brought_in(casefile, FTM, lines(turned(later))).changed


def test_of_several_that_are_here_and_became_one_a_person_decides(casefile: Casefile) -> None:
    both = [released(own_id, "Organization", name=["Mill Guard"]) for own_id in ("ofac-1", "eu-2")]
    brought_in(casefile, FTM, lines(*both))

    account = brought_in(casefile, FTM, lines(GUARD))

    assert (account.rows.created, account.namesakes) == (1, 1)
    assert len(factions(casefile)) == 3
