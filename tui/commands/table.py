"""The registry as a table in Markdown, for the documentation."""

from itertools import groupby

from tui.commands.command import written
from tui.commands.registry import COMMANDS

BEGINS = "<!-- keys: made from the registry of commands by `make docs`; a test keeps it true -->\n"
ENDS = "<!-- end of keys -->\n"


def keys_table() -> str:
    """Return the commands as a Markdown table, group by group: keys, and what they do."""
    lines = ["| keys | what they do |", "|---|---|"]
    for group, commands in groupby(COMMANDS, key=lambda command: command.group):
        lines.append(f"| **{group}** | |")
        for command in commands:
            keys = " ".join(f"`{written(key)}`" for key in command.keys)
            where = f" ({', '.join(pane.capitalize() for pane in command.panes)})" if command.panes else ""
            lines.append(f"| {keys} | {command.help}{where} |")
    return "\n".join(lines) + "\n"


def with_keys(page: str) -> str:
    """Return a page with the table between its two marks as it must be. Raises ValueError without them."""
    before, begins, rest = page.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not (begins and ends):
        raise ValueError(f"the page has no {BEGINS.strip()} … {ENDS.strip()}")
    return before + BEGINS + "\n" + keys_table() + "\n" + ENDS + after
