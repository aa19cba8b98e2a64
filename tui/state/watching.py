"""The store's file, looked at now and then: whoever else works on it, those who look at it see what was done."""

import asyncio
from collections.abc import Callable

from store.errors import StoreError
from store.situation import Situation

EVERY = 2.0
"""Seconds from one look at the file to the next."""


async def watch(
    current: Callable[[], Situation], caught_up: Callable[[], None], trouble: Callable[[StoreError], None]
) -> None:
    """Have the current situation follow its file, for ever.

    `caught_up` is called when somebody else has changed it, `trouble` when it cannot be read: then it stays as it was.
    """
    while True:
        await asyncio.sleep(EVERY)
        situation = current()
        try:
            if situation.is_behind:
                await asyncio.to_thread(situation.prepare)
                if situation is current():
                    situation.catch_up()
                    caught_up()
        except StoreError as error:
            trouble(error)
