"""What is measured without a screen: find, the index, imports, and writers that are killed."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.inside import PROJECT, run_inside
from tests.bench.programs import Program, environment


class Found(NamedTuple):
    """The seconds of each letter's answer, and the words that were typed."""

    seconds: list[float]
    words: list[str]


class Opened(NamedTuple):
    """Seconds to open a store, those that the processor worked, and the bytes of memory that it took at most."""

    seconds: float
    processor: float
    peak: float


class Imported(NamedTuple):
    """Rows a second of the whole command, from its start to its end, and the bytes of memory at most."""

    rate: float
    peak: float


class Workshop:
    """Does the work in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def find(self, store: Path, words: int, cache: Path) -> Found:
        """Type so many words, letter by letter, into `Situation.find`."""
        return Found(**run_inside("find", store, words, environment=environment(self._folder, cache)))

    def open_cold(self, store: Path, processes: int) -> Opened:
        """Open a store of which no index is kept."""
        return self._medians([self._open_cold(store) for _ in range(processes)])

    def open_warm(self, store: Path, processes: int, cache: Path) -> Opened:
        """Open a store of which an index is kept, if it is one of which any is."""
        self._open(store, cache)
        return self._medians([self._open(store, cache) for _ in range(processes)])

    def bring_in(self, program: Program, table: Path, rows: int) -> Imported:
        """Run `sitroom import ucdp` on a file, into a new store."""
        store = self._folder / "imported.json"
        store.unlink(missing_ok=True)
        command = [*program.command, "import", "ucdp", str(table), "--into", str(store)]
        begun = time.perf_counter()
        process = subprocess.Popen(command, env=dict(program.environment), stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"the import ended with {process.returncode}")
        store.unlink()
        return Imported(rows / seconds, used.ru_maxrss * 1024.0)

    def kill_writers(self, kills: int) -> str:
        """Kill so many writers at work; return what was found to be lost or torn, nothing where all was whole."""
        store = self._folder / "killed.json"
        store.unlink(missing_ok=True)
        command = [sys.executable, "-m", "tests.store.file.writers", "kill-at-random", str(store), "1", str(kills)]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
        return done.stderr.strip().splitlines()[-1] if done.returncode else ""

    def _open_cold(self, store: Path) -> Opened:
        with self.empty_cache() as cache:
            return self._open(store, cache)

    def _open(self, store: Path, cache: Path) -> Opened:
        return Opened(**run_inside("open", store, environment=environment(self._folder, cache)))

    @contextmanager
    def empty_cache(self) -> Iterator[Path]:
        """Give a cache folder with nothing in it, and take it away again."""
        cache = self._folder / "empty-cache"
        shutil.rmtree(cache, ignore_errors=True)
        try:
            yield cache
        finally:
            shutil.rmtree(cache, ignore_errors=True)

    @staticmethod
    def _medians(each: list[Opened]) -> Opened:
        return Opened(*(median(figures) for figures in zip(*each, strict=True)))
