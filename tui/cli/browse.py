"""`sitroom [STORE]`: the screen."""

import os
import sys
from pathlib import Path

import click

import fixtures
from store.refs import NotRef, split
from tui.cli.stores import asked_lens, open_situation

THEMES = ("dark", "light", "terminal")


@click.command(hidden=True)
@click.argument(
    "path", type=click.Path(path_type=Path), default=fixtures.SHIPPED, envvar="SITROOM_STORE", metavar="[STORE]"
)
@click.option("--at", metavar="REF", default="", help="Begin at a record, as faction:misrata-militias.")
@click.option("--as-of", metavar="DATE", default="", help="Look from a day, as 2016-08-18.")
@click.option(
    "--lens", "query", metavar="QUERY", default="", help="Narrow every pane, as 'actor:misrata since:2016-05'."
)
@click.option("--theme", type=click.Choice(THEMES), default="dark", show_default=True, help="How it is coloured.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
def browse(path: Path, at: str, as_of: str, query: str, theme: str, no_mouse: bool) -> None:
    """Browse a situation on the screen; the shipped one where no STORE is named."""
    situation = open_situation(path)
    if at:
        try:
            split(at)
        except NotRef as error:
            raise click.UsageError(f"--at: {error}") from None
        situation.profile(at)  # raises what to tell where there is no such record
    lens = asked_lens(situation, query, as_of)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("browsing needs a terminal; without one there are show, find, stats and export")
    if os.environ.get("TERM", "dumb") == "dumb":
        raise click.UsageError("TERM says that this terminal cannot move its cursor; there are show, find and stats")
    # Textual takes longer to load than all the rest: not before it is sure that a screen is wanted.
    from tui.app import SitroomApp

    SitroomApp(situation, at=at, lens=lens, theme=theme).run(mouse=not no_mouse)
