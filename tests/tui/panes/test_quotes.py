"""The Quotes: who said it gives way where there is little room, when it was said and that nobody is named do not."""

from pathlib import Path

from store.situation import Situation
from tests.situations import quote, write
from tests.tui.driver import SMALL, reading

LONG = "the intelligence officer of the operations room who spoke for all of the western command of the coast"


async def test_a_date_is_never_cut_to_another_and_unnamed_is_said(tmp_path: Path) -> None:
    path = write(tmp_path / "s.json", quote("word", "They go", when="2016-08~", described_as=LONG))
    async with reading(Situation.open(path), SMALL, keys=["5"]) as reader:
        said = reader.lines("quotes")[2].strip("▌ ")
        assert said.startswith("— the intelligence officer")
        assert said.endswith("… (unnamed), ≈ Aug 2016")
