"""The door: what was typed, told apart into a store to browse or a command, and errors told in one line."""

import os
import sys
from typing import Any

import click

from store.errors import StoreError
from tui.cli.browse import browse
from tui.cli.checking import check
from tui.cli.reading import find, show, stats
from tui.cli.shell import completion, paths
from tui.cli.writing import export, import_, new

FOUND_PROBLEMS = 1
CANNOT = 2


class Door(click.Group):
    """A group whose first word may be a command; anything else is a store to browse."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `browse` in front of what is no command and no question about the program itself."""
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "-h", "--version")):
            args = ["browse", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(package_name="sitroom", message="%(prog)s %(version)s")
def sitroom() -> None:
    r"""Browse a situation: its factions, people, places, events, quotes and sources.

    \b
    sitroom                     the shipped situation
    sitroom STORE               a store of your own; `./show` where its name is a command's
    sitroom COMMAND --help      what a command takes

    Commands take --store STORE, or SITROOM_STORE; the default is the shipped situation.
    """


for command in (browse, show, find, check, stats, import_, export, new, paths, completion):
    sitroom.add_command(command)


def main(args: list[str] | None = None) -> Any:  # noqa: ANN401  (what click's own main gives)
    """Run what was typed and exit: 0 fine, 1 found problems, 2 wrong usage or unreadable input."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal or pipe of few characters gets what it can show, and never a traceback.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        sys.exit(sitroom.main(args, prog_name="sitroom", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        _fail(error.format_message())
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "sitroom"
        _fail(f"{error.format_message()} ({where} --help says what it takes)")
    except click.ClickException as error:
        _fail(error.format_message())
    except StoreError as error:
        _fail(str(error))
    except (click.Abort, KeyboardInterrupt):
        _fail("stopped; nothing was changed")
    except BrokenPipeError:
        # Who read our output has gone, as `head` does: there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _fail(message: str) -> None:
    line = " ".join(message.split())
    click.echo(f"sitroom: {line}", err=True)
    sys.exit(CANNOT)
