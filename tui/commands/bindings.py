"""The registry as Textual wants its keys."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual.app import App
from textual.binding import Binding, BindingType

from tui.commands.keymap import AS_THEY_COME, Keymap
from tui.commands.registry import COMMANDS, WITH_KEYS

_COMMAND_OF = {key: command.id for command in WITH_KEYS.values() for key in command.keys}


def bindings() -> list[Binding]:
    """Return a binding a command, by whose id a person can rebind it."""
    return [
        Binding(",".join(command.keys), command.id, command.title, id=command.id, show=False) for command in COMMANDS
    ]


def rebindable(given: Iterable[BindingType]) -> list[BindingType]:
    """Return bindings of a dialog, each with the id of the command whose key it is: they go where that goes.

    So `k` moves up in every list, and another key does if a person has given that to `up`.
    """
    return [replace(each, id=each.id or _COMMAND_OF.get(each.key)) for each in Binding.make_bindings(given)]


def as_textual_has_it(keymap: Keymap) -> dict[str, str]:
    """Return the keys that a person has given, by the ids of bindings."""
    return {command: ",".join(keys) for command, keys in keymap.given.items()}


def keymap_of(app: App[Any]) -> Keymap:
    """Return the keys as they are bound in a program."""
    keymap = getattr(app, "keymap", AS_THEY_COME)
    assert isinstance(keymap, Keymap)
    return keymap
