"""`views`: queries with a name."""

import sys
from pathlib import Path

import click

from tui.cli.opening import open_situation
from tui.cli.printing import write_aside, write_json, write_lines
from tui.cli.reading import FindCommand, query_typed
from tui.cli.stores import json_option, store_option


@click.command(cls=FindCommand)
@click.argument("name", required=False, default="")
@click.argument("query", nargs=-1)
@store_option
@click.option("--remove", is_flag=True, help="Forget the view of this name.")
@json_option
def views(name: str, query: tuple[str, ...], path: Path, remove: bool, as_json: bool) -> None:
    """List the views of a store, or name a query.

    NAME and QUERY keep the query under that name, NAME alone prints it. `view:NAME` stands for it wherever a query
    does: in find, in --lens, and on the screen. Exits 1 where there is none to list.
    """
    from store.find import NoView
    from tui.state.views import Views

    kept = Views(path)
    if remove:
        kept.remove(name)
        write_aside(f"the view {name} is removed")
    elif query:
        situation = open_situation(path)
        text = query_typed(query)
        situation.lens(text)  # what cannot be asked is not kept
        kept.save(name, text)
        write_aside(f"kept as view:{name}")
    elif name and name not in kept:
        raise NoView(name)
    else:
        shown = {name: kept[name]} if name else dict(kept)
        if as_json:
            write_json(shown)
        else:
            width = max(map(len, shown), default=0)
            write_lines([f"{one:<{width}}  {shown[one]}" for one in shown] if not name else [shown[name]])
        if not shown:
            write_aside("no views yet; `sitroom views NAME QUERY` names one")
            sys.exit(1)
