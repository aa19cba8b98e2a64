"""The page on reading time shows what the program shows; of a dialog, the box alone.

With SITROOM_SNAPSHOTS=write it is written anew.
"""

import os
import re
import shlex
from pathlib import Path

import pytest

import fixtures
from store.situation import Situation
from tests.tui.driver import reading
from tui.cli import main
from tui.screens.dialog import Dialog

PAGE = Path(__file__).resolve().parents[2] / "docs" / "time.md"
_BLOCK = r"(?P<shown>(?:(?!```).*\n)*)```"
SCREEN = re.compile(
    r"(<!-- screen (?P<width>\d+)x(?P<height>\d+)(?: of (?P<store>\w+))?, lines (?P<first>\d+)-(?P<last>\d+), "
    r"keys: (?P<keys>.*) -->\n```text\n)" + _BLOCK
)
ANSWER = re.compile(r"(<!-- answer -->\n```text\n\$ (?P<typed>.*)\n)" + _BLOCK)


def checked(found: re.Match[str], shown: str) -> None:
    """Hold a block against what the program shows, or write that into it."""
    if os.environ.get("SITROOM_SNAPSHOTS") == "write":
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(page.replace(found[0], f"{found[1]}{shown}```"), encoding="utf-8")
    else:
        assert found["shown"] == shown


def found_by(pattern: re.Pattern[str]) -> list[re.Match[str]]:
    return list(pattern.finditer(PAGE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("found", found_by(SCREEN), ids=lambda found: found["keys"])
async def test_a_screen_of_the_page_is_what_its_keys_show(found: re.Match[str]) -> None:
    situation = Situation.open(fixtures.store_at(found["store"] or "sirte"), read_only=True)
    async with reading(situation, (int(found["width"]), int(found["height"])), keys=found["keys"].split()) as reader:
        opened = reader.app.screen
        lines = reader.part(opened.query_one("#dialog")) if isinstance(opened, Dialog) else reader.screen()
    lines = lines[int(found["first"]) - 1 : int(found["last"])]
    checked(found, "".join(f"{line.rstrip()}\n" for line in lines))


@pytest.mark.parametrize("found", found_by(ANSWER), ids=lambda found: found["typed"])
def test_an_answer_of_the_page_is_what_the_command_answers(
    found: re.Match[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(shlex.split(found["typed"])[1:])
    checked(found, capsys.readouterr().out)
