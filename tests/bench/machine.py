"""On what it was measured: figures of two machines, or of two hours on one, compare by their ratios only."""

import os
import platform
import sqlite3
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from statistics import median

_PACKAGES = ("sitroom", "textual", "rich", "visidata")


def machine() -> Iterator[str]:
    """Yield lines: processor, system, versions, and how busy it was."""
    yield f"{os.cpu_count()} cores, {_processor()}, {platform.system()} {platform.release()}"
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    yield f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {versions}"
    yield f"load {os.getloadavg()[0]:.1f}; a fixed loop of a million steps takes {fixed_loop() * 1000:.0f} ms"


def fixed_loop() -> float:
    """Return the seconds of a loop that is always the same, to tell a slow hour from a slow program."""
    return median(_loop() for _ in range(5))


def _loop() -> float:
    begun = time.perf_counter()
    sum(number * number for number in range(1_000_000))
    return time.perf_counter() - begun


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return value.strip()
    return platform.machine()
