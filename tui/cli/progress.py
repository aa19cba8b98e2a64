"""How far a long job has come, for who sits at a terminal; elsewhere nothing is said."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import click

from tui.cli.printing import on_terminal, safe


@contextmanager
def progress(label: str, least: int = 0) -> Iterator[Callable[[int, int], None]]:
    """Give what is to be told how much is done, of how much; the bar appears when it first is.

    What is less than `least` in all is done before anybody has read that it is being done, and shows no bar.
    """
    if not on_terminal(sys.stderr):
        yield _untold
        return
    with ExitStack() as stack:
        bar = click.progressbar(length=1, label=safe(label), file=sys.stderr)

        def told(done: int, total: int) -> None:
            if total < least:
                return
            if not bar.entered:
                # In this order: who interrupts its beginning wants the cursor back too.
                stack.push(bar)
                bar.__enter__()
            bar.length = max(1, total)
            bar.update(done - bar.pos)

        yield told


def _untold(done: int, total: int) -> None:
    """Tell nobody."""
