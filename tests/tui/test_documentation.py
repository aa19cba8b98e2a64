"""What the pages say is what the program does."""

from collections.abc import Callable

import pytest

from docs.tables import ROOT, TABLES
from tui.commands.registry import WITH_KEYS
from tui.commands.table import with_table
from tui.state.settings_text import read


@pytest.mark.parametrize(("name", "table", "made"), TABLES, ids=[name for name, _, _ in TABLES])
def test_a_table_of_a_page_is_the_one_that_the_program_makes(name: str, table: str, made: Callable[[], str]) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    assert with_table(page, table, made()) == page, "run `make docs`"


def test_a_page_without_the_marks_of_a_table_is_told() -> None:
    with pytest.raises(ValueError, match="the page has no <!-- keys: made"):
        with_table("# Keys\n", "keys", "")


@pytest.mark.parametrize("name", ["docs/keys.md", "docs/settings.md"])
def test_the_examples_of_settings_can_be_followed(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    assert read(example.encode()).keys.given.keys() <= WITH_KEYS.keys()
