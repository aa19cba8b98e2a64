"""The door: what was typed, told apart into a store to browse or a command, and errors told in one line."""

import gc
import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

import fixtures
from store.errors import StoreError
from tui.cli.binding import keys
from tui.cli.briefing import brief
from tui.cli.browse import browse
from tui.cli.checking import check
from tui.cli.exporting import export
from tui.cli.folding import fold
from tui.cli.matching import matches
from tui.cli.news import news
from tui.cli.printing import write_aside
from tui.cli.reading import find, show, stats
from tui.cli.relating import conflicts, holds, ties
from tui.cli.serving import serve
from tui.cli.shell import completion, paths
from tui.cli.timing import changes, counts, timeline
from tui.cli.viewing import views
from tui.cli.wording import VARIABLE
from tui.cli.writing import import_, new

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

CANNOT = 2

_HELP = """Browse a situation: its factions, people, places, events, quotes and sources.

\b
sitroom                  the shipped situation
sitroom exercise         an invented one, in which sources disagree
sitroom STORE            a store of your own; ./show where its name is a command's
sitroom STORE --help     what browsing takes: --at, --as-of, --lens, --theme
sitroom COMMAND --help   what a command takes

Commands take --store STORE, or SITROOM_STORE; the default is the shipped situation.
Exit codes: 0 fine, 1 found problems or nothing, 2 wrong usage or unreadable input.
"""


class Door(click.Group):
    """A group whose first word may be a command; anything else is a store to browse."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `browse` in front of what is no command and no question about the program itself."""
        completing_first_word = ctx.resilient_parsing and not args
        known = args and (args[0] in self.commands or args[0] in ("--help", "-h", "--version"))
        if not known and not completing_first_word:
            args = ["browse", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Return the commands that begin so, and have the shell add files: the first word may be a store."""
        from click.shell_completion import CompletionItem

        stores = [CompletionItem(word) for word in fixtures.NAMED if word.startswith(incomplete)]
        return [CompletionItem(incomplete, type="file"), *stores, *super().shell_complete(ctx, incomplete)]

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  (what click's own gives)
        """Run the command. Click itself would print an empty line before it says that it was interrupted."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            # Click says of most such errors itself in which command they were made.
            name = ctx.invoked_subcommand
            if not error.ctx and name and name in self.commands:
                error.ctx = click.Context(self.commands[name], parent=ctx, info_name=name)
            raise
        except KeyboardInterrupt:
            raise click.Abort from None
        except BrokenPipeError:
            # Who read our output has gone, as `head` does: there is nobody to tell.
            _let_go_of_output()
            return 0


@click.group(
    cls=Door, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True
)
@click.version_option(package_name="sitroom", message="%(prog)s %(version)s")
def sitroom() -> None:
    """Stand for all commands; each is a function of its own."""


for command in (
    browse,
    show,
    find,
    conflicts,
    ties,
    holds,
    timeline,
    counts,
    changes,
    brief,
    views,
    news,
    check,
    stats,
    import_,
    matches,
    export,
    fold,
    new,
    serve,
    keys,
    paths,
    completion,
):
    sitroom.add_command(command)


def main(args: list[str] | None = None) -> NoReturn:
    """Run what was typed and exit: 0 fine, 1 found problems, 2 wrong usage or unreadable input."""
    if VARIABLE in os.environ:
        from tui.cli.shells import know_shells

        know_shells()
    try:
        sys.exit(sitroom.main(args, prog_name="sitroom", standalone_mode=False) or 0)
    except (click.ClickException, click.Abort, StoreError, KeyboardInterrupt, OSError) as error:
        fail(error)
    finally:
        gc.freeze()  # what is left goes with the process: nobody need walk through it


def fail(error: BaseException) -> NoReturn:
    """Exit with 2 and one line that says what is wrong."""
    match error:
        case click.UsageError():
            where = error.ctx.command_path if error.ctx else "sitroom"
            told = f"{error.format_message()} ({where} --help says what it takes)"
        case click.ClickException():
            told = error.format_message()
        case StoreError():
            told = str(error)
        case OSError():
            # The store tells of its files itself: what is left is where the output goes, or a name no system takes.
            _let_go_of_output()
            told = f"{error.filename or 'the output'}: {error.strerror or error}; mend that, or choose another file"
        case _:
            told = "stopped"
    write_aside(told)
    sys.exit(CANNOT)


def _let_go_of_output() -> None:
    """Have what could not be written forgotten, or the interpreter would try again on its way out."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
