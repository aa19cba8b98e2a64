"""`paths` and `completion`: how the program sits on this machine."""

from pathlib import Path

import click
from click.shell_completion import get_completion_class

import fixtures
from tui.cli.stores import store_option

SHELLS = ("bash", "zsh", "fish")


@click.command()
@store_option
def paths(path: Path) -> None:
    """List every file that the program reads or writes."""
    from store.file.lock import lock_of
    from store.index.cache import folder

    used = {
        "store": path.resolve(),
        "its lock": lock_of(path.resolve()),
        "indexes": folder(),
        "shipped": fixtures.SHIPPED,
        "outlines": fixtures.OUTLINES,
    }
    for what, where in used.items():
        click.echo(f"{what:<10} {where}")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the completion script for a shell: `sitroom completion bash >> ~/.bashrc`."""
    kind = get_completion_class(shell)
    root = click.get_current_context().find_root().command
    assert kind is not None
    click.echo(kind(root, {}, "sitroom", "_SITROOM_COMPLETE").source())
