"""What comes in parts, page by page or as what has changed: a later part names what an earlier one brought."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.file.casefile import Casefile
from store.formats.registry import reader
from tests.store.formats.both_ways import brought_in

UUID = "6d179234-61fc-40c4-ae86-3d53308d8e6"


def stix(*objects: dict[str, Any]) -> str:
    """Return a page of a TAXII server."""
    return json.dumps({"more": True, "next": "2", "objects": objects})


def ftm(*entities: dict[str, Any]) -> str:
    """Return entities, one a line."""
    return "\n".join(map(json.dumps, entities))


def relationship(number: int, type_: str, *ends: str) -> dict[str, Any]:
    """Return a relationship between two ends."""
    return {"type": "relationship", "id": f"relationship--{UUID}{number}", "relationship_type": type_} | dict(
        zip(("source_ref", "target_ref"), ends, strict=True)
    )


MILLER, FRONT, FORD = f"identity--{UUID}1", f"threat-actor--{UUID}2", f"location--{UUID}3"
THINGS = {
    "stix": stix(
        {"type": "identity", "id": MILLER, "name": "A. Miller", "identity_class": "individual"},
        {"type": "threat-actor", "id": FRONT, "name": "River Front"},
        {"type": "location", "id": FORD, "name": "Ford"},
    ),
    "ftm": ftm(
        {"id": MILLER, "schema": "Person", "properties": {"name": ["A. Miller"]}},
        {"id": FRONT, "schema": "Organization", "properties": {"name": ["River Front"]}},
        {"id": FORD, "schema": "Address", "properties": {"full": ["Ford"]}},
    ),
}
LINKS = {
    "stix": stix(
        relationship(4, "employed-by", MILLER, FRONT),
        relationship(5, "located-at", FRONT, FORD),
        {"type": "note", "id": f"note--{UUID}6", "content": "Few are left.", "object_refs": ["malware--x", FRONT]},
    ),
    "ftm": ftm(
        {"id": "4", "schema": "Membership", "properties": {"member": [MILLER], "organization": [FRONT]}},
        {
            "id": "5",
            "schema": "UnknownLink",
            "properties": {"subject": [FRONT], "object": [FORD], "role": ["present-in"]},
        },
        {"id": "6", "schema": "Note", "properties": {"entity": [FRONT], "description": ["Few are left."]}},
    ),
}


@pytest.fixture
def casefile(tmp_path: Path) -> Casefile:
    """Return an empty store."""
    return Casefile.create(tmp_path / "s.json", "S")


@pytest.mark.parametrize("form", THINGS)
def test_what_a_file_lacks_is_found_in_the_store(form: str, casefile: Casefile) -> None:
    brought_in(casefile, reader(form), THINGS[form])

    account = brought_in(casefile, reader(form), LINKS[form])

    assert (account.rows.created, account.skips) == (3, 0)
    told = {
        (claim["subject"].split(":")[0], claim["predicate"], claim.get("object", "").split(":")[0])
        for claim in casefile.tables()["claims"].values()
    }
    assert told == {
        ("person", "member-of", "faction"),
        ("faction", "present-in", "location"),
        ("faction", "assessment", ""),
    }
    assert not brought_in(casefile, reader(form), LINKS[form]).changed


@pytest.mark.parametrize("form", THINGS)
def test_what_neither_has_is_told_and_no_ref_leads_nowhere(form: str, casefile: Casefile) -> None:
    account = brought_in(casefile, reader(form), LINKS[form])

    assert (account.rows.created, account.skips) == (0, 3)
    assert {skip.reason.rpartition(": ")[2] for skip in account.skipped} == {
        "what it is about is not taken, nor in the store"
    }


@pytest.mark.parametrize("form", THINGS)
def test_the_parts_come_to_the_same_as_the_whole(form: str, casefile: Casefile, tmp_path: Path) -> None:
    whole = Casefile.create(tmp_path / "whole.json", "S")
    parts = [THINGS[form], LINKS[form]]
    both = ftm(*map(json.loads, "\n".join(parts).split("\n"))) if form == "ftm" else f"[{','.join(parts)}]"
    brought_in(whole, reader(form), both)
    for part in parts:
        brought_in(casefile, reader(form), part)

    assert {**casefile.tables()["claims"]} == {**whole.tables()["claims"]}
