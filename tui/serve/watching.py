"""The store's file, looked at now and then: whoever works on it beside the server, guests see what they did."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from store.errors import StoreError
from store.situation import Situation
from tui.serve.account import Account

EVERY = 2.0
"""Seconds from one look at the file to the next."""


async def watch(situation: Situation, account: Account, trouble: Callable[[Exception], None]) -> None:
    """Have a situation follow its file, for ever. A file that cannot be read is told of; what was in it stays."""
    while True:
        await asyncio.sleep(EVERY)
        try:
            if situation.is_behind:
                await asyncio.to_thread(_prepare, situation.path)
                situation.catch_up()
                account.note("store changed", store=str(situation.path))
        except StoreError as error:
            trouble(error)


def _prepare(path: Path) -> None:
    """Have the index of a large store made where it is kept: guests go on meanwhile."""
    Situation.open(path, read_only=True).close()
