"""`sitroom brief`: on standard output, in a pager, in a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.situations import small
from tests.tui.cli.conftest import Typed
from tests.tui.cli.running import environment, on_terminal


@pytest.fixture
def town(at_home: Path) -> Path:
    return small(at_home / "town.json")


def test_it_is_markdown_on_standard_output(typed: Typed, town: Path) -> None:
    answer = typed("brief", "faction:reds", "location:sabratah", "--store", town)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("# The Reds, Şabrātah\n")
    assert "## What is contested" in answer.out


def test_the_name_of_the_file_tells_the_form(typed: Typed, town: Path, at_home: Path) -> None:
    for name, begins in (("a.md", "# The Reds"), ("a.html", "<!doctype html>")):
        answer = typed("brief", "faction:reds", "--store", town, "-o", name)
        assert (answer.code, answer.out) == (0, "")
        assert answer.err == f"sitroom: {name}: The Reds, 2 sources\n"
        assert (at_home / name).read_text(encoding="utf-8").startswith(begins)
    typed("brief", "faction:reds", "--store", town, "-o", "b.txt", "--form", "html")
    assert (at_home / "b.txt").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_nothing_is_written_over_unless_asked(
    typed: Typed, refused: Callable[..., str], town: Path, at_home: Path
) -> None:
    (at_home / "there.md").write_text("mine")
    asked = ("brief", "faction:reds", "--store", town, "-o", "there.md")
    assert refused(*asked) == "there.md: is there already; name another file, or --force to write over it"
    assert typed(*asked, "--force").code == 0
    assert (at_home / "there.md").read_text(encoding="utf-8").startswith("# The Reds")
    assert "is the store itself" in refused(
        "brief", "faction:reds", "--store", town, "-o", town, "--form", "html", "--force"
    )


def test_what_it_cannot_do_is_told_in_a_line(refused: Callable[..., str], town: Path) -> None:
    assert "no faction:nobody" in refused("brief", "faction:nobody", "--store", town)
    assert "let it end in .md or .html" in refused("brief", "faction:reds", "--store", town, "-o", "x.doc")


def test_on_a_terminal_it_opens_in_the_pager(town: Path) -> None:
    sitting = on_terminal("brief", "faction:reds", "--store", town, env=environment(PAGER="head -n 3"))
    assert sitting.code == 0
    assert sitting.screen.startswith("# The Reds\n\nA situation\n")
    assert "contested" not in sitting.screen


def test_as_of_and_lens_narrow_what_is_told(typed: Typed, town: Path) -> None:
    told = typed("brief", "location:sabratah", "--store", town, "--lens", "kind:event", "--as-of", "2016-05-20").out
    assert "Clash at the gate" in told
    assert "### Holds" not in told
