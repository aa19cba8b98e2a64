"""`sitroom [STORE]`: the screen."""

import os
import sys
from pathlib import Path

import click

from store.errors import StoreError
from tui.cli.asked import Asked
from tui.cli.opening import asked_lens, open_situation
from tui.cli.printing import on_terminal
from tui.cli.sitting import sit
from tui.cli.stores import STORE, as_of_option, known_by_option, require_record, settled
from tui.cli.wording import QUERY, REF
from tui.first.stage import stage
from tui.palette import THEME_NAMES, ThemeName
from tui.state.settings import WIRES, WireName, own_settings


@click.command(hidden=True)
@click.argument("path", type=STORE, default=settled("store"), envvar="SITROOM_STORE", metavar="[STORE]")
@click.option("--at", type=REF, metavar="REF", default="", help="Begin at a record, as faction:misrata-militias.")
@as_of_option
@known_by_option
@click.option(
    "--lens",
    "query",
    type=QUERY,
    metavar="QUERY",
    default="",
    help="Narrow every pane, as 'actor:misrata since:2016-05'.",
)
@click.option(
    "--theme",
    type=click.Choice(THEME_NAMES),
    default=settled("theme"),
    show_default="dark",
    envvar="SITROOM_THEME",
    help="How it is coloured.",
)
@click.option(
    "--wire",
    type=click.Choice(WIRES),
    default=settled("wire"),
    show_default="lean",
    help="How the terminal is written to: lean sends what has changed, at the terminal's own pace; stock all of it.",
)
@click.option(
    "--mouse/--no-mouse",
    default=settled("mouse"),
    show_default="--mouse",
    help="Heed the mouse, or leave it to the terminal.",
)
@click.option("--fresh", is_flag=True, help="Begin at the beginning, not where you left.")
@click.pass_context
def browse(
    ctx: click.Context,
    path: Path,
    at: str,
    as_of: str,
    known_by: str,
    query: str,
    theme: ThemeName,
    wire: WireName,
    mouse: bool,
    fresh: bool,
) -> int:
    """Browse a situation on the screen; the shipped one where no STORE is named."""
    _require_store(path, ctx)
    asked = Asked(os.fspath(path), at, as_of, known_by, query, theme, wire, mouse, fresh, own_settings(os.environ).keys)
    seen = on_terminal(sys.stdin) and on_terminal(sys.stdout)
    situation = open_situation(path, meanwhile=seen and asked.of_all)
    if at:
        require_record(situation, at, "--at")
    lens = asked_lens(situation, query, as_of, known_by)
    if not seen:
        raise click.UsageError("browsing needs a terminal; without one there are show, find, stats and export")
    if os.environ.get("TERM", "dumb") == "dumb":
        raise click.UsageError("TERM says that this terminal cannot move its cursor; there are show, find and stats")
    with stage() as shown:
        return sit(asked, situation, lens, shown)


def _require_store(path: Path, ctx: click.Context) -> None:
    """Raise StoreError for a word that is neither a file here nor a command, but may have been meant as one."""
    from difflib import get_close_matches

    word = os.fspath(path)
    if os.sep in word or path.suffix or os.path.lexists(path):
        return
    root = ctx.find_root().command
    commands = [name for name in root.list_commands(ctx) if name != "browse"] if isinstance(root, click.Group) else []
    near = get_close_matches(word, commands, 1)
    told = f"the nearest command is {near[0]}" if near else "`sitroom --help` lists the commands"
    raise StoreError(f"{word}: there is no such store and no such command; {told}")
