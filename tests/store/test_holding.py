"""Who held what: a place's holders, and an actor's places, over time."""

from pathlib import Path

from store.lens import EVERYTHING
from store.situation import Situation
from tests.situations import claim, faction, location, write

TOWN, PORT = "location:town", "location:port"


def told(situation: Situation, ref: str) -> list[tuple[str, str, str]]:
    return [(row.name, row.how, row.edtf) for row in situation.holdings(ref)]


def opened(tmp_path: Path) -> Situation:
    return Situation.open(
        write(
            tmp_path / "s.json",
            location("town"),
            location("port"),
            faction("reds"),
            faction("blues"),
            claim("a", "faction:reds", "controls", TOWN, "2016"),
            claim("b", "faction:blues", "controls", TOWN, "2011/2015"),
            claim("c", "faction:reds", "contests", TOWN, "2014"),
            claim("d", "faction:reds", "present-in", PORT),
            claim("e", "faction:blues", "controls", TOWN, "2018/..", status="rejected"),
            claim("f", "faction:blues", "opposes", "faction:reds", "2012"),
        )
    )


def test_whoever_held_a_place_first_stands_first_with_all_its_holds(tmp_path: Path) -> None:
    assert told(opened(tmp_path), TOWN) == [
        ("Blues", "held", "2011/2015"),
        ("Reds", "contested", "2014"),
        ("Reds", "held", "2016"),
    ]


def test_an_actor_has_its_places_the_undated_last(tmp_path: Path) -> None:
    assert told(opened(tmp_path), "faction:reds") == [
        ("Town", "contested", "2014"),
        ("Town", "held", "2016"),
        ("Port", "present", ""),
    ]


def test_a_row_leads_to_the_other_end_and_rests_on_its_claim(tmp_path: Path) -> None:
    row = opened(tmp_path).holdings(TOWN)[0]
    assert (row.target, row.statement, row.mark) == ("faction:blues", "claim:b", "")


def test_a_lens_with_a_day_leaves_what_held_by_then(tmp_path: Path) -> None:
    rows = opened(tmp_path).holdings(TOWN, EVERYTHING._replace(until=734_000))
    assert rows == ()


def test_what_nobody_held_has_no_rows(tmp_path: Path) -> None:
    assert opened(tmp_path).holdings("claim:a") == ()
