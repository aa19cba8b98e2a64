"""Writers that are processes of their own: some are killed at work, some compete, some hold the lock and wait.

Run as `python -m tests.store.file.writers TASK STORE ...`. The tasks that kill fork their victims here, where all is
imported already, and check the store after each death; any fault ends them with a traceback.
"""

import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from store.file import room
from store.file.casefile import Casefile
from store.file.errors import Conflict, Locked
from store.file.layout import TABLES
from store.file.lock import writer_lock
from store.file.reading import read_tables

_OURS = str(Path(read_tables.__code__.co_filename).parent)


def write_state(casefile: Casefile, number: int, records: int) -> None:
    """Make every record, and the title, say the number: a store that is not of one number is torn."""
    with casefile.change() as change:
        change.title = str(number)
        for table in TABLES:
            for record in range(records):
                change.put(table, {"id": f"r{record}", "number": number, "padding": "x" * (number * 37 % 400)})


def whole_state(path: Path) -> int:
    """Return the number that the whole store says."""
    tables = read_tables(path)
    number = int(tables["situation"]["about"]["title"])
    said = {document["number"] for table in TABLES for document in tables[table].values()}
    assert said == {number}, f"torn: title {number}, records {said}"
    return number


def kill_at_random(path: Path, seed: int, kills: int, records: int = 60) -> None:
    """Kill a busy writer after a random number of writes and microseconds; what it had been promised must be there."""
    chance = random.Random(seed)
    write_state(Casefile.create(path, "0"), 0, records)
    for _ in range(kills):
        reading, writing = os.pipe()
        victim = _fork(lambda: _write_for_ever(path, writing, records))  # noqa: B023 - it is called at once
        os.close(writing)
        heard = b"".join(os.read(reading, 8) for _ in range(chance.randrange(1, 4)))
        time.sleep(chance.random() * 0.008)
        os.kill(victim, signal.SIGKILL)
        os.waitpid(victim, 0)
        with os.fdopen(reading, "rb") as pipe:
            promised = int.from_bytes((heard + pipe.read())[-8:], "big")
        number = whole_state(path)
        assert number in (promised, promised + 1), f"lost: promised {promised}, found {number}"
        assert len(_left_behind(path)) <= 1
    _take_over(path)


def kill_at_every_line(path: Path) -> None:
    """Kill a writer at the first line of ours that it comes to, at the second, and so on, until one lives to its end.

    A line that runs again and again, in a loop, is one line: between its rounds writers are killed at random.
    """
    write_state(Casefile.create(path, "0"), 0, 1)
    line = 0
    died = True
    seen = set()
    while died:
        line += 1
        before = whole_state(path)
        casefile = Casefile.open(path)
        victim = _fork(lambda: _die_at(line, lambda: write_state(casefile, before + 1, 1)))  # noqa: B023
        _, status = os.waitpid(victim, 0)
        died = os.WIFSIGNALED(status)
        assert died or status == 0
        assert whole_state(path) in (before, before + 1)
        seen.add(whole_state(path) - before)
    assert seen == {0, 1}
    assert line > 100
    _take_over(path)


def use_journal(changes: int) -> None:
    """Have changes wait in a journal, and so many of `write_state` fill it."""
    room.LARGE = 0
    room.SHARE = 100
    room.MOST = 2_000 * changes


def add(path: Path, name: str, count: int) -> None:
    """Add records one change at a time, beside others who do the same."""
    casefile = Casefile.open(path)
    for number in range(count):
        while not _added(casefile, f"{name}-{number}"):
            casefile.reload()


def hold(path: Path) -> None:
    """Hold the lock until somebody writes a line."""
    with writer_lock(path, wait=0):
        print("held", flush=True)
        sys.stdin.readline()


def _added(casefile: Casefile, name: str) -> bool:
    try:
        with casefile.change() as change:
            change.put("events", {"id": name})
    except (Conflict, Locked):
        return False
    return True


def _write_for_ever(path: Path, promises: int, records: int) -> None:
    casefile = Casefile.open(path)
    while True:
        number = int(casefile.title) + 1
        write_state(casefile, number, records)
        os.write(promises, number.to_bytes(8, "big"))


def _die_at(line: int, work: Callable[[], None]) -> None:
    met: set[tuple[CodeType, int]] = set()

    def trace(frame: FrameType, event: str, _: Any) -> Any:  # noqa: ANN401 - as the interpreter wants it
        if not frame.f_code.co_filename.startswith(_OURS):
            return None
        if event == "line":
            met.add((frame.f_code, frame.f_lineno))
        if len(met) == line:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    work()
    sys.settrace(None)


def _fork(work: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            if status:
                traceback.print_exc()
            os._exit(status)
    return child


def _left_behind(path: Path) -> list[str]:
    return [name for name in os.listdir(path.parent) if name.endswith(".new")]  # noqa: PTH208


def _take_over(path: Path) -> None:
    with Casefile.open(path).change() as change:
        change.title = "after them all"
    assert not _left_behind(path)


if __name__ == "__main__":
    task, store, *rest = sys.argv[1:]
    if task == "kill-at-random":
        kill_at_random(Path(store), int(rest[0]), int(rest[1]))
    elif task == "kill-with-journal":
        use_journal(10)
        kill_at_random(Path(store), int(rest[0]), int(rest[1]), records=1)
    elif task == "kill-at-every-line-with-journal":
        use_journal(3)
        kill_at_every_line(Path(store))
    elif task == "kill-at-every-line":
        kill_at_every_line(Path(store))
    elif task == "add-with-journal":
        use_journal(1)
        add(Path(store), rest[0], int(rest[1]))
    elif task == "add":
        add(Path(store), rest[0], int(rest[1]))
    else:
        hold(Path(store))
