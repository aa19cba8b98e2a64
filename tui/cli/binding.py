"""`keys`: what every key does, as it is bound now."""

import os
from collections.abc import Iterator
from itertools import groupby

import click

from tui.cli.printing import write_lines
from tui.cli.stores import plain_option


@click.command()
@plain_option
def keys(aloud: bool) -> None:
    """List what every key does, as it is bound now.

    A key that the settings gave to a command is marked: "(yours)".
    """
    write_lines(_aloud() if aloud else _lines(), whole=aloud)


def _lines() -> Iterator[str]:
    from tui.commands.table import by_group, keys_of, told
    from tui.state.settings import own_settings

    keymap = own_settings(os.environ).keys
    rows = [(command.group, keys_of(keymap.bound(command)), command) for command in by_group()]
    width = max(len(bound) for _, bound, _ in rows)
    for group, commands in groupby(rows, key=lambda row: row[0]):
        yield group
        for _, bound, command in commands:
            yours = " (yours)" if command.id in keymap.given else ""
            yield f"  {bound:<{width}}  {command.id:<13}  {told(command)}{yours}"


def _aloud() -> Iterator[str]:
    """Yield a command a line, its keys by name: an arrow or a bracket is not heard."""
    from tui.commands.table import by_group, told
    from tui.state.settings import own_settings

    keymap = own_settings(os.environ).keys
    for command in by_group():
        names = " or ".join(key.replace("_", " ") for key in keymap.keys(command.id))
        yield f"{names}: {told(command)}"
