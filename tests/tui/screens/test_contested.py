"""What is contested says so wherever it is shown: in the profile, on the timeline, under the map, and in the lists."""

from collections.abc import Iterator

import pytest

import fixtures
from store.situation import Situation
from tests.tui.driver import SMALL, WIDE, Reader, reading

CITY, MARKET = "location:alderport", "event:market-shelled"


@pytest.fixture(scope="module")
def exercise() -> Iterator[Situation]:
    situation = Situation.open(fixtures.EXERCISE, read_only=True)
    yield situation
    situation.close()


def box(reader: Reader) -> str:
    return "\n".join(reader.part(reader.dialog.list))


async def test_the_profile_says_so_of_the_record_and_of_each_statement(exercise: Situation) -> None:
    async with reading(exercise, (200, 50), at=MARKET) as reader:
        assert any(line.startswith(" ≠ contested") for line in reader.lines("profile"))
        deaths = [line for line in reader.lines("profile") if "deaths" in line and "contested" in line]
        assert [line.split("deaths")[1].split()[0] for line in deaths] == ["40", "3", "19"]


@pytest.mark.parametrize(("size", "told"), [(WIDE, "≠"), ((200, 50), "≠ contested")])
async def test_the_timeline_says_so_as_far_as_it_has_room(
    exercise: Situation, size: tuple[int, int], told: str
) -> None:
    async with reading(exercise, size, at=CITY) as reader:
        (row,) = (line for line in reader.lines("timeline") if "The market" in line)
        assert told in row
        assert ("contested" in row) == ("contested" in told)


async def test_the_map_says_so_with_who_holds_the_place(exercise: Situation) -> None:
    async with reading(exercise, WIDE, at=CITY) as reader:
        assert "Alderport ≠ contested · ● held by" in reader.lines("map")[-1]
    async with reading(exercise, SMALL, at=CITY, keys=["4"]) as reader:
        assert "Alderport ≠ contested · ● held by Orange Movement" in reader.lines("map")[-1]
    as_of = exercise.lens("as-of:2009-04-25")
    async with reading(exercise, SMALL, at=CITY, lens=as_of, keys=["4"]) as reader:
        assert "contested by Orange Movement, Blue Government" in reader.lines("map")[-1]
        assert any("◐ Alderport" in line for line in reader.lines("map"))


async def test_of_a_citys_holders_every_account_has_its_time_its_source_and_its_words(exercise: Situation) -> None:
    async with reading(exercise, (120, 50), at=CITY, keys=["c", "enter"]) as reader:
        shown = box(reader)
        assert "who controlled it: 2 versions, 3 sources" in shown
        assert shown.count("█") > 3
        assert shown.index("preferred B2") < shown.index("D4") < shown.index("C4")
        for words in ("“Orange posts at every gate”", "“Alderport is free”", "“has never left our hands”"):
            assert words in shown
        assert "because: The patrol saw it with its own eyes" in shown


async def test_what_is_preferred_is_told_first_and_what_is_deprecated_last(exercise: Situation) -> None:
    async with reading(exercise, WIDE, at="faction:orange-movement", keys=["c"]) as reader:
        assert "1,200 ≠ 300 ≠ 5,000" in box(reader)


async def test_two_actors_are_linked_along_the_ties_between(exercise: Situation) -> None:
    async with reading(exercise, WIDE, at="faction:purple-state", keys=["w", "/", '"vanguard']) as reader:
        assert "Purple State and Orange Vanguard: 2 ties" in reader.part(reader.dialog.foot)[0]
        assert "backs          Orange Movement  since about February 2009" in box(reader)
        assert "split into     Orange Vanguard  early 2009" in box(reader)
