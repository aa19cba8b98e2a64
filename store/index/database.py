"""The connection to an index, which turns what SQLite has to say into errors of ours and shows nothing of SQLite."""

import os
import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from store.errors import StoreError

Values: TypeAlias = Sequence[Any]
Found: TypeAlias = list[tuple[Any, ...]]

_PATIENCE = 5.0
_STEPS = 20_000
"""Steps of SQLite's machine after which is looked whether something else waits: about half a millisecond."""
_HURRIED = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -4096")
_VALUES = 500
"""Values that one statement inserts. Links go in twice as fast as row by row, and any SQLite takes 999."""


class Condition(NamedTuple):
    """A piece of SQL, and the values for the question marks in it; often something that holds of a link or node `l`."""

    sql: str
    values: tuple[object, ...] = ()


def all_of(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that all of them hold."""
    held = tuple(conditions)
    return Condition(
        " AND ".join(condition.sql for condition in held) or "TRUE",
        tuple(value for condition in held for value in condition.values),
    )


class IndexFailed(StoreError):
    """The index cannot be read or written; the store itself is whole."""


class GaveWay(StoreError):
    """A question was not answered, because something else waits; it may be asked again."""


class Database:
    """An open index. One thread may use it at a time, not always the one that opened it."""

    def __init__(self, path: Path | None = None) -> None:
        self._where = str(path or "in memory")
        with self._told():
            self._connection = sqlite3.connect(
                str(path or ":memory:"), timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
        weakref.finalize(self, self._connection.close)

    @classmethod
    def hurried(cls, path: Path) -> "Database":
        """Return an empty database that is filled fast, and is worth nothing if that is cut short."""
        database = cls(path)
        for pragma in _HURRIED:
            database.run(pragma)
        return database

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def rows(self, sql: str, values: Values = ()) -> Found:
        """Return all rows of an answer, which the caller keeps small."""
        with self._told():
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Values = ()) -> tuple[Any, ...] | None:
        """Return the first row of an answer."""
        with self._told():
            found: tuple[Any, ...] | None = self._connection.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, values: Values = ()) -> Any:  # noqa: ANN401 - whatever the column holds
        """Return the first column of the first row; None if there is no row."""
        found = self.row(sql, values)
        return found[0] if found else None

    def each(self, sql: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of an answer of any length; nothing may be written meanwhile."""
        with self._told():
            yield from self._connection.execute(sql, values)

    def run(self, sql: str, values: Values = ()) -> None:
        """Change something."""
        with self._told():
            self._connection.execute(sql, values)

    def run_each(self, sql: str, rows: Iterable[Values]) -> None:
        """Change something for every row of values."""
        with self._told():
            self._connection.executemany(sql, rows)

    def insert(self, into: str, columns: int, values: Values) -> None:
        """Insert rows into so many columns of a table; their values come one after the other."""
        row = f"({', '.join('?' * columns)})"
        many = max(1, _VALUES // columns)
        together = len(values) - len(values) % (many * columns)
        with self._told():
            for rows, begin, end in ((many, 0, together), (1, together, len(values))):
                step = rows * columns
                self._connection.executemany(
                    f"INSERT INTO {into} VALUES {', '.join([row] * rows)}",
                    (values[place : place + step] for place in range(begin, end, step)),
                )

    def take_in(self, place: Path) -> None:
        """Copy what is in the tables of another database into ours: where one is empty, SQLite copies cell by cell."""
        self.run("ATTACH ? AS other", (os.fsencode(place),))
        try:
            with self.transaction():
                for (table,) in self.rows("SELECT name FROM other.sqlite_master WHERE type = 'table'"):
                    self.run(f"INSERT INTO {table} SELECT * FROM other.{table}")
        finally:
            self.run("DETACH other")

    def script(self, sql: str) -> None:
        """Run several statements, none of which takes values or begins a transaction."""
        for statement in sql.split(";\n"):
            if statement.strip():
                self.run(statement)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make what the block changes all at once, or not at all if it raises."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self.run("COMMIT")

    @contextmanager
    def giving_way(self, waits: Callable[[], bool]) -> Iterator[None]:
        """Give up what is asked in the block once `waits` tells that something else waits. Raises GaveWay."""
        self._connection.set_progress_handler(waits, _STEPS)
        try:
            yield
        finally:
            self._connection.set_progress_handler(None, _STEPS)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                raise GaveWay("something else waits") from error
            raise IndexFailed(f"the index ({self._where}) failed: {error}; delete it, it is made again") from error
