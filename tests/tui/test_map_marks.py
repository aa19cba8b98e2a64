"""The map tells who holds what by mark and by word."""

from pathlib import Path

from store.situation import Situation
from tests.situations import Made, claim, faction, location, write
from tests.tui.driver import reading
from tui.widgets.map_drawing import CONTESTED, HOLDERS, OTHERS


def divided(path: Path) -> Situation:
    holders = ["reds", "blues", "greens", "whites", "greys"]
    held = [("reds", 3), ("blues", 2), ("greens", 1), ("whites", 1), ("greys", 1)]
    places: list[Made] = []
    claims: list[Made] = []
    for name, number in held:
        for at in range(number):
            place = f"{name}-town-{at}"
            places.append(location(place, point=(30.0 + len(places), 10.0 + 2 * len(places)), location_kind="city"))
            claims.append(claim(f"{place}-held", f"faction:{name}", "controls", f"location:{place}", "2016/.."))
    front = location("front", point=(36.0, 12.0), location_kind="city")
    for name in ("reds", "blues"):
        claims.append(claim(f"front-{name}", f"faction:{name}", "contests", "location:front", "2016/.."))
    return Situation.open(write(path, *map(faction, holders), *places, front, *claims))


async def test_each_holder_has_a_mark_that_the_line_below_the_map_puts_into_words(tmp_path: Path) -> None:
    async with reading(divided(tmp_path / "s.json"), (160, 50), keys=["x", "4", "z", "G"]) as reader:
        lines = reader.lines("map")
        said, picture = lines[-1], "\n".join(lines[1:-1])
        reds, blues, greens, greys = HOLDERS
        for mark, holder in ((reds, "Reds"), (blues, "Blues"), (greens, "Greens"), (greys, "Greys")):
            assert f"{mark} {holder}" in said
        assert f"{OTHERS} others" in said
        assert f"{CONTESTED} contested" in said
        assert [picture.count(mark) for mark in (*HOLDERS, OTHERS, CONTESTED)] == [3, 2, 1, 1, 1, 1]


async def test_a_place_says_by_its_mark_and_in_words_who_holds_it(tmp_path: Path) -> None:
    async with reading(divided(tmp_path / "s.json"), (160, 50), at="location:blues-town-0", keys=["4"]) as reader:
        assert "● held by Blues" in reader.lines("map")[-1]
        reader.room.follow("location:front")
        await reader.settle()
        assert "◐ contested by Blues, Reds" in reader.lines("map")[-1]
