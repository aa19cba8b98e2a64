"""The registry as tables, for the documentation and the command line."""

import re
from itertools import groupby
from typing import get_args

from tui.commands.command import Command, Group, written
from tui.commands.registry import WITH_KEYS


def keys_table() -> str:
    """Return the commands as a Markdown table, group by group: keys, and what they do."""
    lines = ["| keys | what they do |", "|---|---|"]
    for group, commands in groupby(by_group(), key=lambda command: command.group):
        lines.append(f"| **{group}** | |")
        lines += [f"| {keys_of(command, '`')} | {told(command)} |" for command in commands]
    return "\n".join(lines) + "\n"


def commands_table() -> str:
    """Return them as a Markdown table of what a settings file can say of them: the command, its keys, what it does."""
    lines = ["| command | keys | what it does |", "|---|---|---|"]
    lines += [f"| `{command.id}` | {keys_of(command, '`')} | {told(command)} |" for command in by_group()]
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


def with_table(page: str, name: str, table: str) -> str:
    """Return a page with a table between the two marks of its name as it must be. Raises ValueError without them."""
    begins = re.search(rf"^<!-- {name}: made .*-->\n", page, re.MULTILINE)
    ends = f"<!-- end of {name} -->\n"
    if not begins or ends not in page[begins.end() :]:
        raise ValueError(f"the page has no <!-- {name}: made … --> … {ends.strip()}")
    _, _, after = page[begins.end() :].partition(ends)
    return f"{page[: begins.end()]}\n{table}\n{ends}{after}"
