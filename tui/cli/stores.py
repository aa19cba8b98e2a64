"""Which store a command is about.

What opens one is loaded when it is opened: help, the version and completion wait for nothing.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

import fixtures
from tui.cli.wording import QUERY

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from store.situation import Situation

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


class StorePath(click.Path):
    """The file of a store, or the word of one that ships: `exercise`. A file of such a name is `./exercise`."""

    name = "store"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ANN401
        """Return the path to the file."""
        return fixtures.store_at(os.fsdecode(super().convert(value, param, ctx)))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Return the words of what ships that begin so, and have the shell add files."""
        from click.shell_completion import CompletionItem

        words = [CompletionItem(word) for word in fixtures.NAMED if word.startswith(incomplete)]
        return [CompletionItem(incomplete, type="file"), *words]


STORE = StorePath()


def settled(name: str) -> Callable[[], Any]:
    """Return what gives a setting of the user's, for an option that was not typed. What it gives raises Unsettled.

    A shell that only asks for words is not told what is wrong with the settings.
    """

    def setting() -> Any:  # noqa: ANN401  (whatever it is a setting of)
        from tui.state.settings import Settings, Unsettled, own_settings

        try:
            return getattr(own_settings(os.environ), name)
        except Unsettled:
            if not click.get_current_context().resilient_parsing:
                raise
            return getattr(Settings(), name)

    return setting


def store_option(command: CommandT) -> CommandT:
    """Give a command `--store STORE` (or SITROOM_STORE); where neither is said, what the settings or the house say."""
    return click.option(
        "--store",
        "path",
        envvar="SITROOM_STORE",
        type=STORE,
        default=settled("store"),
        metavar="STORE",
        help="The store to read; the shipped situation where none is named.",
    )(command)


store_argument = click.argument("store", required=False, type=STORE)
"""A store may also be named without `--store`, where nothing else could be meant; it counts then."""

as_of_option = click.option(
    "--as-of", metavar="DATE", default="", help="What held on a day, as 2016-08-18 or early 2014."
)
known_by_option = click.option("--known-by", metavar="DATE", default="", help="What was published by a day.")
lens_option = click.option("--lens", "query", type=QUERY, metavar="QUERY", default="", help="Only what this leaves.")
limit_option = click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many to list.")
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
plain_option = click.option(
    "--plain", "aloud", is_flag=True, help="Answer for a screen reader: a statement a line, in words."
)


def require_record(situation: "Situation", ref: str, said_as: str) -> None:
    """Raise a StoreError, or what is wrong with the form of the ref, if the situation has no such record."""
    from store.refs import NotRef, split
    from store.situation import UnknownRecord

    try:
        situation.document(ref)
    except (UnknownRecord, UnicodeEncodeError):  # bytes of another locale are no text that could be looked up
        try:
            split(ref)
        except NotRef as error:
            raise click.UsageError(f"{said_as}: {error}") from None
        raise
