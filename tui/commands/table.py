"""The registry as a table in Markdown, for the documentation."""

from itertools import groupby
from typing import get_args

from tui.commands.command import Command, Group, written
from tui.commands.registry import WITH_KEYS

BEGINS = "<!-- keys: made from the registry of commands by `make docs`; a test keeps it true -->\n"
ENDS = "<!-- end of keys -->\n"


def keys_table() -> str:
    """Return the commands as a Markdown table, group by group: keys, and what they do."""
    lines = ["| keys | what they do |", "|---|---|"]
    for group, commands in groupby(by_group(), key=lambda command: command.group):
        lines.append(f"| **{group}** | |")
        lines += [f"| {keys_of(command, '`')} | {told(command)} |" for command in commands]
    return "\n".join(lines) + "\n"


def keys_of(command: Command, quote: str = "") -> str:
    """Return the keys of a command, as they are written, side by side."""
    return " ".join(f"{quote}{written(key)}{quote}" for key in command.keys)


def told(command: Command) -> str:
    """Return what a command does, and in which panes if it is not in all."""
    where = f" ({', '.join(pane.capitalize() for pane in command.panes)})" if command.panes else ""
    return f"{command.help}{where}"


def by_group() -> list[Command]:
    """Return all commands, those of a group side by side."""
    return sorted(WITH_KEYS.values(), key=lambda command: get_args(Group).index(command.group))


def with_keys(page: str) -> str:
    """Return a page with the table between its two marks as it must be. Raises ValueError without them."""
    before, begins, rest = page.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not (begins and ends):
        raise ValueError(f"the page has no {BEGINS.strip()} … {ENDS.strip()}")
    return before + BEGINS + "\n" + keys_table() + "\n" + ENDS + after
