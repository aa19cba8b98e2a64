"""`python -m store.index.handiwork INDEX BESIDE STORE PILE PILE`: what the second process of `hand` does.

It lives as long as its standard input is open; when that is closed before all is done, it takes away what has been
made. Nobody but the first process hears of what goes wrong, which then does all of it alone.
"""

import gc
import os
import sys
import threading
from array import array
from collections.abc import Callable
from contextlib import suppress
from io import FileIO
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from store.errors import StoreError
from store.file.pieces import NotInPieces, read_left
from store.index.bundles import Columns, tallies
from store.index.database import Database
from store.index.messages import receive, send
from store.index.progress import untold
from store.index.reading import forget
from store.index.schema import TALLIES
from store.index.spool import Pile, Piles, Seconds
from store.index.taking import take
from store.index.tallying import tally_links
from store.index.telling import tell
from store.index.writing import write_all_links

_IN, _OUT = 0, 1


def main(index: Path, beside: Path, store: int, *piles: int) -> None:
    """Read pieces of the store while there are any, then write texts and links."""
    gc.disable()
    asked: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_listen, args=(asked, (index, beside)), daemon=True).start()
    mine, others = (Pile(number, FileIO(file, "r+")) for number, file in enumerate(piles))
    try:
        _work(asked.get, index, store, (mine, others))
    except (StoreError, NotInPieces, OSError) as error:
        with suppress(OSError):  # the other may be no more, of which `_listen` hears
            send(_OUT, ("failed", str(error)))
    threading.Event().wait()  # until nobody needs it any more


def _work(next_message: Callable[[], Any], index: Path, store: int, piles: Piles) -> None:
    what, *given = next_message()
    while what == "read":
        kind, begin, length = given
        found = read_left(os.pread(store, length, begin))
        send(_OUT, ("taken", (*take(kind, found, piles[1]),)))
        what, *given = next_message()
    forget()
    database = Database.hurried(index)
    with database.transaction():
        begins, lengths, renamed = given
        texts = Seconds(piles, _column("q", piles, begins), _column("I", piles, lengths))
        tell(database, texts, renamed, untold)
        what, *given = next_message()
        columns = Columns(*(_column(sort, piles, where) for sort, where in given[0]))
        links = (_column("q", piles, where) for where in given[1])
        write_all_links(database, columns, links, lambda done, total: send(_OUT, ("done", (done, total))))
        database.script(TALLIES)
        tally_links(database, tallies(columns))
    database.close()
    send(_OUT, ("done", None))


def _column(sort: str, piles: Piles, where: tuple[int, int]) -> "array[int]":
    """Return the numbers that lie somewhere on the first pile."""
    return array(sort, piles[0].read(*where))


def _listen(asked: "SimpleQueue[Any]", made: tuple[Path, ...]) -> None:
    try:
        while True:
            asked.put(receive(_IN))
    except (EOFError, OSError):
        for path in made:
            path.unlink(missing_ok=True)
        os._exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
