"""A situation handed on as a brief: what is in it, and what is said of what is not."""

from pathlib import Path

import pytest

from store.formats.handed import ALL_OF_IT, Handed, Losses
from store.formats.handing import hand_on
from store.formats.registry import writer
from store.refs import TABLES
from store.situation import Situation
from tests.situations import claim, event, faction, location, small, source, write


def handed(path: Path) -> Handed:
    situation = Situation.open(path)
    return Handed(situation.header, {TABLES[kind]: list(situation.documents(kind)) for kind in TABLES})


def written(form: str, path: Path) -> tuple[str, Losses]:
    losses = Losses()
    return b"".join(hand_on(writer(form), handed(path), losses)).decode(), losses


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_it_tells_of_whoever_something_is_stated_of(form: str, tmp_path: Path) -> None:
    text, _ = written(form, small(tmp_path / "town.json"))
    for told in ("A situation", "The Reds", "Clash at the gate", "who controlled it", "Report from the coast"):
        assert told in text
    assert "A rumour that was none" not in text


def test_what_a_brief_leaves_out_is_counted(tmp_path: Path) -> None:
    store = write(
        tmp_path / "s.json",
        faction("reds", tags=["a"], note="b"),
        claim("c", "faction:reds", "strength", "2"),
        event("wrong", "Wrong", clarity="odd"),
    )
    _, losses = written("markdown", store)
    assert {(loss.kind, loss.field) for loss in losses.losses} == {
        ("faction", "note"),
        ("faction", "tags"),
        ("event", ALL_OF_IT),
    }


def test_subjects_stand_in_the_order_of_their_names_whatever_their_ids(tmp_path: Path) -> None:
    made = (
        location("z", "The coast", summary="Long."),
        faction("x-1", "The Whites", summary="Few."),
        faction("x-2", "The Reds", summary="Many.", faction_kind="militia"),
        faction("x-3", "Ärzte", summary="Others."),
    )
    text, _ = written("markdown", write(tmp_path / "s.json", *made))
    told = [line for line in text.splitlines() if line.startswith("## ")]
    assert told[:4] == ["## Ärzte", "## The Reds", "## The Whites", "## The coast"]
    assert "other" not in text.partition("## The Reds")[0]


def test_of_many_events_the_newest_are_told_and_those_that_claims_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.formats.brief.MOST", 2)
    events = [event(f"e{year}", f"In {year}", str(year)) for year in range(2010, 2017)]
    toll = claim("c", "event:e2011", "deaths", "3")
    text, losses = written("markdown", write(tmp_path / "s.json", faction("reds"), *events, toll, source("s")))
    assert [year for year in range(2010, 2017) if f"- In {year} " in text] == [2011, 2015, 2016]
    assert "4 older ones are left out." in text
    assert losses.warnings == ("of the events the 2 newest are told, and 4 are not",)
