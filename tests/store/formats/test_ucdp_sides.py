"""Who takes part: one faction for every UCDP actor, and what is claimed of them."""

import pytest

from tests.store.formats.ged import beside, event, found, ged, refusal


def test_a_side_is_one_faction_whatever_row_names_it() -> None:
    text = ged({"id": "1"}, {"id": "2", "side_a_new_id": "32", "side_a": "River Front", "gwnoa": ""})
    first, second = found(text)

    assert first.beside[2] == second.beside[1]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"side_a": "Government of Northland", "gwnoa": "999"}, "government"),
        ({"side_a": "Government of Northland", "gwnoa": ""}, "government"),
        ({"side_a": "Northland", "gwnoa": "999.0"}, "state"),
        ({"side_a": "River Front", "gwnoa": ""}, "armed group"),
        ({"side_a": "River Front", "gwnoa": "NA"}, "armed group"),
        ({"side_a": "Civilians", "side_a_new_id": "1", "gwnoa": ""}, "civilians"),
        ({"side_a": "Ford people", "gwnoa": "", "type_of_violence": "2"}, None),
    ],
)
def test_the_kind_of_faction_is_no_more_than_the_row_tells(cells: dict[str, str], kind: str | None) -> None:
    assert beside("faction", **cells)[0].get("faction_kind") == kind


def test_sides_that_fight_oppose_each_other() -> None:
    [claim] = beside("claim")

    assert claim == {
        "id": "ucdp-dyad-21",
        "citations": [{"source": "source:ucdp-ged", "locator": {"kind": "row", "value": "dyad 21"}}],
        "subject": "faction:ucdp-actor-31",
        "predicate": "opposes",
        "object": "faction:ucdp-actor-32",
    }


def test_civilians_oppose_nobody() -> None:
    cells = {"type_of_violence": "3", "side_b": "Civilians", "side_b_new_id": "1"}

    assert beside("claim", **cells) == []
    assert event(**cells)["title"] == "Ford town: Government of Northland against civilians"
    assert event(**cells)["participants"][1] == {"actor": "faction:ucdp-actor-1", "role": "target"}


def test_no_side_opposes_itself() -> None:
    assert beside("claim", side_b_new_id="31") == []


def test_the_conflict_is_an_event_that_others_are_part_of() -> None:
    [conflict] = beside("event")

    assert conflict["id"] == "ucdp-conflict-11"
    assert conflict["title"] == "Northland: Government"
    assert conflict["event_kind"] == "state-based conflict"
    assert "when" not in conflict


def test_a_side_without_a_name_or_a_number_is_not_taken() -> None:
    assert refusal(side_b=" \x1b ") == "side_b is empty"
    assert refusal(side_b_new_id="") == "side_b_new_id is empty"
