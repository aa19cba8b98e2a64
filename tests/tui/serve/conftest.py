"""What the tests of the server may ask for."""

import asyncio
import gc
import os
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from store.situation import Situation
from tests.tui.serve.guests import Keys, Running, running, until
from tui.serve.surroundings import forget


@pytest.fixture(autouse=True)
def _no_terminal_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the server find what it finds as a service."""
    for name in list(os.environ):
        monkeypatch.setenv(name, os.environ[name])
    forget()


@pytest.fixture(autouse=True)
def _collector_as_it_was() -> Iterator[None]:
    """Let the collector walk again what a server has put out of its way."""
    yield
    gc.unfreeze()


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    """Return a folder for keys, of which none may enter yet."""
    allowed = tmp_path / "authorized_keys"
    allowed.touch(0o600)
    return Keys(tmp_path, allowed)


@pytest.fixture
def ann(keys: Keys) -> Path:
    """Return the key of a reader."""
    return keys.make("ann")


@pytest.fixture
async def served(shipped: Situation, keys: Keys, ann: Path) -> AsyncIterator[Running]:
    """Return a server with the shipped situation, which leaves no thread and no file open behind it."""
    assert ann.exists()
    before = _left_open()
    threads = threading.active_count()
    async with running(shipped, keys) as server:
        yield server
        await server.emptied()
        assert not server.noted("failure")
    with suppress(RuntimeError):
        await asyncio.get_running_loop().shutdown_default_executor()
    await until(lambda: threading.active_count() <= threads)  # those that waited for clients of ours end by themselves
    assert _left_open() <= before


def _left_open() -> int:
    files = Path("/proc/self/fd")
    return len(list(files.iterdir())) if files.exists() else 0
