"""What the pages say is what the program does."""

from pathlib import Path

from tui.commands.table import with_keys

ROOT = Path(__file__).resolve().parents[2]


def test_the_readme_lists_the_keys_of_the_registry() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert with_keys(page) == page, "run `make docs`"
