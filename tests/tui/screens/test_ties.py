"""Ties: the web of an actor to two steps, and how two actors are linked."""

from pathlib import Path

import pytest

from store.situation import Situation
from tests.situations import Made, cited, claim, faction, location, person, source, write
from tests.tui.driver import SMALL, WIDE, Reader, reading


@pytest.fixture
def alliances(tmp_path: Path) -> Situation:
    def tie(one: str, how: str, other: str, when: str = "") -> Made:
        named = f"{one}-{other}".replace(":", "-")
        return claim(named, one, how, other, when, citations=cited("source:paper"))

    return Situation.open(
        write(
            tmp_path / "s.json",
            source("paper", publisher="Paper", reliability="B"),
            *(faction(name) for name in ("reds", "blues", "greens", "loners")),
            faction("north", "قوات الشمال", "Northern Forces"),
            location("land"),
            person("chief"),
            tie("faction:reds", "opposes", "faction:blues", "2014/2016"),
            tie("faction:greens", "backs", "faction:blues", "2015"),
            tie("person:chief", "leads", "faction:greens"),
            tie("faction:north", "allied-with", "faction:reds"),
        )
    )


def box(reader: Reader) -> str:
    return "\n".join(line.rstrip() for line in reader.part(reader.dialog.list))


async def test_under_each_tie_stand_those_of_the_other_end(alliances: Situation) -> None:
    async with reading(alliances, WIDE, keys=["/", '"reds', "enter", "w"]) as reader:
        lines = box(reader).splitlines()
        opposes = next(number for number, line in enumerate(lines) if "opposes        Blues" in line)
        assert "backed by      Greens" in lines[opposes + 1]
        assert lines[opposes + 1].index("backed") > lines[opposes].index("opposes")
        assert "قوات الشمال" in box(reader)


async def test_enter_follows_an_actor_of_the_web_and_back_returns(alliances: Situation) -> None:
    async with reading(alliances, SMALL, keys=["/", '"reds', "enter", "w", "down", "enter"]) as reader:
        assert reader.subject == "faction:greens"
        await reader.press("backspace")
        assert reader.subject == "faction:reds"


async def test_the_source_of_a_tie_is_two_keys_away(alliances: Situation) -> None:
    async with reading(alliances, WIDE, keys=["/", '"reds', "enter", "w", "s"]) as reader:
        assert reader.dialog.title_text == "Sources"
        await reader.press("enter")
        assert reader.subject == "source:paper"


async def test_two_actors_are_linked_by_a_name_that_is_typed(alliances: Situation) -> None:
    async with reading(alliances, WIDE, keys=["/", '"reds', "enter", "w", "/", '"chief']) as reader:
        assert "Reds and Chief: 3 ties" in reader.part(reader.dialog.foot)[0]
        assert [label in box(reader) for label in ("opposes", "backed by", "led by")] == [True] * 3
        await reader.press("down", "enter")
        assert reader.subject == "faction:greens"


async def test_a_name_in_arabic_links_as_well_and_who_is_not_linked_is_told(alliances: Situation) -> None:
    async with reading(alliances, WIDE, keys=["/", '"blues', "enter", "w", "/", '"الشمال']) as reader:
        assert "2 ties" in reader.part(reader.dialog.foot)[0]
        await reader.press("escape", "/", '"loners')
        assert "No chain of ties leads to Loners." in box(reader)
        await reader.press("escape", "/", '"nobody at all')
        assert "No actor is called so." in reader.part(reader.dialog.foot)[0]


async def test_who_has_no_ties_and_what_is_no_actor(alliances: Situation) -> None:
    async with reading(alliances, WIDE, keys=["/", '"loners', "enter", "w"]) as reader:
        assert "No ties are recorded." in box(reader)
        await reader.press("escape", "/", '"land', "enter", "w")
        assert reader.shows("Ties are those of a faction or a person")


async def test_of_a_day_without_ties_the_key_for_another_is_named(alliances: Situation) -> None:
    early = alliances.lens("as-of:2010")
    async with reading(alliances, WIDE, at="faction:blues", lens=early, keys=["w"]) as reader:
        assert "No ties are recorded on the day that is looked from: t sets another." in box(reader)
        await reader.press("/", '"greens')
        assert "No chain of ties leads to Greens on the day that is looked from: t sets another." in box(reader)
