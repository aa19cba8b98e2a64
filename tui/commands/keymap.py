"""The keys as a person has bound them: which commands have others than those that they come with."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from tui.commands.command import Command, written
from tui.commands.registry import COMMANDS, WITH_KEYS


class Keymap(NamedTuple):
    """Keys by the id of the command that a person has given them to; all other commands have their own."""

    given: Mapping[str, tuple[str, ...]] = {}

    def keys(self, command: str) -> tuple[str, ...]:
        """Return the keys of a command, by Textual's names of them."""
        return self.given.get(command) or WITH_KEYS[command].keys

    def key(self, command: str) -> str:
        """Return the first key of a command, as it is written for people."""
        return written(self.keys(command)[0])

    def bound(self, command: Command) -> Command:
        """Return a command with the keys that it has here."""
        return command._replace(keys=self.keys(command.id))

    def commands(self) -> tuple[Command, ...]:
        """Return all commands of the room, in their order, with the keys that they have here."""
        return tuple(self.bound(command) for command in COMMANDS)

    def told(self, text: str) -> str:
        """Return a text of ours in which `{clear}` stands for the key of that command, with the key in its place."""
        return re.sub(r"\{(\w+)\}", lambda found: self.key(found[1]), text)


AS_THEY_COME = Keymap()
"""Nobody has given any command other keys."""
