"""`paths` and `completion`: how the program sits on this machine."""

import os
from pathlib import Path

import click

import fixtures
from tui.cli.printing import write_lines
from tui.cli.stores import store_argument, store_option

SHELLS = ("bash", "zsh", "fish")


@click.command()
@store_argument
@store_option
def paths(store: Path | None, path: Path) -> None:
    """List every file that the program reads or writes."""
    from store.file.beside import journal_of
    from store.file.lock import lock_of
    from store.index.cache import folder
    from tui.first.kept import picture_of
    from tui.state.session_file import session_of
    from tui.state.settings import settings_path
    from tui.state.views import Views

    place = Path(os.path.realpath(store or path))
    used = {
        "store": place,
        "its lock": lock_of(place),
        "journal": journal_of(place),
        "indexes": folder(),
        "session": session_of(place).path,
        "picture": picture_of(place),
        "views": Views(place).path,
        "settings": settings_path(os.environ),
        "shipped": fixtures.SHIPPED,
        "exercise": fixtures.EXERCISE,
        "outlines": fixtures.OUTLINES,
    }
    write_lines(f"{what:<10} {where}" for what, where in used.items())


@click.command()
@click.argument("shell", metavar="|".join(SHELLS), type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the completion script for a shell.

    As in `sitroom completion bash >> ~/.bashrc`; it works in the next shell.
    """
    from click.shell_completion import get_completion_class

    from tui.cli.shells import know_shells
    from tui.cli.wording import VARIABLE

    know_shells()
    kind = get_completion_class(shell)
    root = click.get_current_context().find_root().command
    assert kind is not None
    click.echo(kind(root, {}, "sitroom", VARIABLE).source())
