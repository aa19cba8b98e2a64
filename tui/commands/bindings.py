"""The registry as Textual wants its keys."""

from textual.binding import Binding

from tui.commands.registry import COMMANDS


def bindings() -> list[Binding]:
    """Return a binding a command, by whose id a person can rebind it."""
    return [
        Binding(",".join(command.keys), command.id, command.title, id=command.id, show=False) for command in COMMANDS
    ]
