"""How far a long job has come, for who sits at a terminal; elsewhere nothing is said.

The bar is loaded when it is shown: a store that is indexed already opens without it.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar


@contextmanager
def progress(label: str, least: int = 0) -> Iterator[Callable[[int, int], None]]:
    """Give what is to be told how much is done, of how much; the bar appears when it first is.

    What is less than `least` in all is done before anybody has read that it is being done, and shows no bar.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield _untold
        return
    with ExitStack() as stack:
        bars: list[ProgressBar[int]] = []

        def told(done: int, total: int) -> None:
            if total < least:
                return
            if not bars:
                bars.append(_bar(label))
                # In this order: who interrupts its beginning wants the cursor back too.
                stack.push(bars[0])
                bars[0].__enter__()
            bar = bars[0]
            bar.length = max(1, total)
            bar.update(done - bar.pos)

        yield told


def _bar(label: str) -> "ProgressBar[int]":
    import click

    from tui.cli.printing import safe

    return click.progressbar(length=1, label=safe(label), file=sys.stderr)


def _untold(done: int, total: int) -> None:
    """Tell nobody."""
