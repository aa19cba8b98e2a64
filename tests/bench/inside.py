"""What is done in a process of its own, without a screen: stores made, opened and searched.

`run_inside` starts `python -m tests.bench.inside TASK ...` and returns what the task answered.
"""

import csv
import gc
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from store.lens import Lens
from store.refs import KINDS, Kind, Ref
from store.situation import Situation
from tests.situations import generate
from tests.store.formats.ged import large

PROJECT = Path(__file__).resolve().parents[2]
_WORD_LETTERS = 4
_COLUMNS = ("title", "id", "when", "location", "summary")


def run_inside(*task: object, environment: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401
    """Return what a task answers; the process must end well."""
    command = [sys.executable, "-m", "tests.bench.inside", *map(str, task)]
    done = subprocess.run(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    return json.loads(done.stdout)


def open_store(store: str) -> dict[str, float]:
    """Open a store: seconds, those that processors worked, and the most bytes of memory that it took.

    A second process counts in full, as if both took the most at the same time.
    """
    begun, worked = time.perf_counter(), _worked()
    Situation.open(Path(store))
    seconds, processor = time.perf_counter() - begun, _worked() - worked
    peaks = (resource.getrusage(whose).ru_maxrss for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"seconds": seconds, "processor": processor, "peak": sum(peaks) * 1024.0}


def _worked() -> float:
    """Return the seconds that processors have worked for this process and those that it began and that have ended."""
    return sum(os.times()[:4])


def floor(store: str) -> dict[str, float]:
    """Do the least that an index can be made with: parse the file, and put as many documents into a bare table."""
    raw = Path(store).read_bytes()
    gc.disable()
    begun = time.perf_counter()
    tables = orjson.loads(raw)
    parsed = time.perf_counter()
    texts = [orjson.dumps(document) for documents in tables.values() for document in documents.values()]
    with TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "bare", isolation_level=None)) as bare:
        for pragma in ("journal_mode = OFF", "synchronous = OFF"):
            bare.execute(f"PRAGMA {pragma}")
        bare.execute("CREATE TABLE documents (node INTEGER PRIMARY KEY, document BLOB)")
        ready = time.perf_counter()
        bare.execute("BEGIN")
        bare.executemany("INSERT INTO documents VALUES (?, ?)", enumerate(texts))
        bare.execute("COMMIT")
        return {"parse": parsed - begun, "insert": time.perf_counter() - ready}


def change(store: str, times: str) -> dict[str, list[float]]:
    """Call an event otherwise, so many times: the seconds until it can be found so, and the bytes that were written."""
    situation = Situation.open(Path(store))
    record = situation.record(situation.index("event", count=1).rows[0].target)
    taken: list[float] = []
    wrote: list[float] = []
    for number in range(int(times)):
        before, begun = _written(), time.perf_counter()
        situation.change([record.model_copy(update={"title": f"Clash at the mill {number}"})])
        taken.append(time.perf_counter() - begun)
        wrote.append(_written() - before)
    return {"seconds": taken, "written": wrote}


def _written() -> int:
    """Return the bytes that this process has had written so far."""
    told = dict(line.split(": ") for line in Path("/proc/self/io").read_text().splitlines())
    return int(told["wchar"])


def find_as_typed(store: str, words: str) -> dict[str, list[Any]]:
    """Type so many words of the store, letter by letter: the seconds of each letter's answer, and the words."""
    situation = Situation.open(Path(store))
    chosen = _words(situation, int(words))
    taken = []
    for word in chosen:
        for letters in range(1, len(word) + 1):
            begun = time.perf_counter()
            situation.find(word[:letters])
            taken.append(time.perf_counter() - begun)
    return {"seconds": taken, "words": chosen}


def _words(situation: Situation, count: int) -> list[str]:
    chance = random.Random(count)
    kinds: tuple[Kind, ...] = ("faction", "location", "event")
    titles = [row.title for kind in kinds for row in situation.index(kind, sort="touches", count=400).rows]
    known = sorted({word for title in titles for word in title.lower().split() if len(word) >= _WORD_LETTERS})
    known = [word for word in known if word.isalpha()]
    return [chance.choice(known) for _ in range(count)]


def ask(store: str) -> dict[str, float]:
    """Ask what five panes ask, through a lens of each sort: the seconds that the processor works until all are told."""
    with closing(Situation.open(Path(store))) as situation:
        busiest = situation.index("faction", sort="touches", count=1).rows[0].target
        last = situation.span()[1] or 0
    actor = Lens(about=(busiest,))
    then = last - 3_000
    lenses = {
        "the busiest actor": actor,
        "as of a day": actor._replace(as_of=then),
        "a span": actor._replace(since=then - 365, until=then),
        "known by a day": actor._replace(known_by=then),
    }
    return {name: median(_asked(Path(store), busiest, lens) for _ in range(3)) for name, lens in lenses.items()}


def _asked(store: Path, subject: Ref, lens: Lens) -> float:
    with closing(Situation.open(store)) as situation:
        begun = time.process_time()
        situation.index("faction", lens._replace(about=()), sort="touches")
        situation.profile(subject, lens)
        situation.timeline(lens)
        situation.timeline_headings(lens)
        situation.density(lens)
        situation.places(lens)
        situation.quotes(lens)
        return time.process_time() - begun


def write_table(store: str, kind: str, table: str) -> int:
    """Write the records of a kind as CSV, title first, and say how many."""
    situation = Situation.open(Path(store))
    [asked] = [known for known in KINDS if known == kind]
    with Path(table).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_COLUMNS)
        count = 0
        for document in situation.documents(asked):
            title = document.get("title") or document["names"][0]["text"]
            when = document.get("when", {}).get("edtf", "")
            rest = (document["id"], when, document.get("location", ""), document.get("summary", ""))
            writer.writerow((title, *rest))
            count += 1
    return count


def write_store(store: str, events: str) -> str:
    """Write a generated store."""
    return str(generate(Path(store), int(events)))


def write_ged(path: str, rows: str) -> str:
    """Write a GED file."""
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        file.writelines(large(int(rows)))
    return path


def read_csv(path: str) -> dict[str, float]:
    """Read a CSV file with the standard library and do nothing with it."""
    begun = time.perf_counter()
    with Path(path).open(encoding="utf-8", newline="") as file:
        rows = sum(1 for _ in csv.reader(file))
    return {"rows": rows, "seconds": time.perf_counter() - begun}


TASKS: dict[str, Callable[..., Any]] = {
    "open": open_store,
    "floor": floor,
    "change": change,
    "find": find_as_typed,
    "ask": ask,
    "table": write_table,
    "generate": write_store,
    "ged": write_ged,
    "csv": read_csv,
}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](*sys.argv[2:])))
