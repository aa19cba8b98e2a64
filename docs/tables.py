"""Writes the tables of the pages that the program makes itself: `make docs`."""

from pathlib import Path

from tui.commands.table import commands_table, keys_table, with_table
from tui.state.setting import settings_table

ROOT = Path(__file__).resolve().parents[1]
TABLES = (
    ("README.md", "keys", keys_table),
    ("docs/keys.md", "commands", commands_table),
    ("docs/settings.md", "settings", settings_table),
)
"""Page, name of the table, and what makes it."""

if __name__ == "__main__":
    for name, table, made in TABLES:
        page = ROOT / name
        page.write_text(with_table(page.read_text(encoding="utf-8"), table, made()), encoding="utf-8")
