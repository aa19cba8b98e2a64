"""The words that a shell completes by asking the program: refs of records, and what a query is made of."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

import fixtures
from store.errors import StoreError
from store.refs import KINDS, NotRef, split

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

VARIABLE = "_SITROOM_COMPLETE"
"""Set by a shell that asks what words there are."""
MOST = 200
"""Refs that are offered at once; a letter more narrows them."""


class RefWord(click.ParamType):  # type: ignore[type-arg]  # older releases of click have none
    """The ref of a record. It is taken as it is typed: who reads it tells what is wrong with it."""

    name = "ref"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Return the kinds, or with one the refs that begin so, of the store that the other words name."""
        return _words(ctx, incomplete)


class QueryWord(click.ParamType):  # type: ignore[type-arg]
    """A word of a query."""

    name = "query"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Return the filters or, behind one that takes them, kinds or refs."""
        from click.shell_completion import CompletionItem

        from store.find import FILTERS

        name, colon, value = incomplete.partition(":")
        if not colon:
            return [CompletionItem(f"{each}:") for each in FILTERS if each.startswith(incomplete)]
        if name == "kind":
            return [CompletionItem(f"kind:{kind}") for kind in KINDS if kind.startswith(value)]
        return [CompletionItem(f"about:{item.value}") for item in _words(ctx, value)] if name == "about" else []


REF, QUERY = RefWord(), QueryWord()


def _words(ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    if ":" not in incomplete:
        return [CompletionItem(f"{kind}:") for kind in KINDS if kind.startswith(incomplete)]
    return [CompletionItem(ref, help=title) for ref, title in _refs(ctx, incomplete) if _can_be_typed(ref)]


def _refs(ctx: click.Context, incomplete: str) -> tuple[tuple[str, str], ...]:
    from store.situation import Situation

    try:
        situation = Situation.at_hand(_store(ctx))
        return situation.refs(incomplete, count=MOST) if situation else ()
    except StoreError:  # what is wrong is told when the line is run
        return ()


def _store(ctx: click.Context) -> Path:
    """Return the store that the other words name; of an option without its value click reads no more than that."""
    unread = any(isinstance(param, click.Argument) and param.name == "path" for param in ctx.command.params)
    path = fixtures.store_at(ctx.args[0]) if unread and ctx.args else ctx.params["path"]
    assert isinstance(path, Path)
    return path


def _can_be_typed(ref: str) -> bool:
    """Tell whether a ref is one: a file can have any text for an id, and a shell would run what is in some."""
    try:
        return bool(split(ref))
    except NotRef:
        return False
