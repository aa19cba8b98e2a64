"""What is wrong with a store, record by record, each with its mend.

Works on documents as the file holds them, one at a time: what does not validate is told and looked at no further, but
still counts as there for those that name it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from pydantic import ValidationError

from store import records, refs
from store.check.alone import alone
from store.check.chains import cycles, parent
from store.check.links import dangling
from store.check.problem import Problem, Severity
from store.check.speaking import too_early
from store.check.twins import Twins
from store.check.validity import invalid, misfiled
from store.documents import Document
from store.records import Record
from store.refs import Kind, Ref

__all__ = ["Problem", "Severity", "check"]

Progress: TypeAlias = Callable[[int, int], None]
_AT_ONCE = 1_000
"""Records that are checked before that is told."""

Tables: TypeAlias = Mapping[str, Mapping[str, Document]]
"""Documents by table and key; a table that is not there is empty."""


def check(tables: Tables, progress: Progress | None = None) -> Iterator[Problem]:
    """Return the problems of a store, in its order; chains that run in a circle come last.

    `progress` is told now and then how many records are checked, of how many.
    """
    twins = Twins()
    parents: dict[Ref, Ref] = {}
    for kind, key, document in _each(tables, progress):
        ref = refs.make(kind, key)
        yield from misfiled(ref, key, document)
        try:
            record = records.RECORDS[kind].model_validate(document)
        except ValidationError as error:
            yield from invalid(ref, document, error)
            continue
        yield from _of(ref, record, tables)
        yield from twins.of(ref, record)
        if above := parent(record):
            parents[ref] = above
    yield from cycles(parents)


def _each(tables: Tables, progress: Progress | None) -> Iterator[tuple[Kind, str, Document]]:
    """Yield each document with its kind and key, and tell how many there have been."""
    total, done = sum(len(tables.get(table, {})) for table in refs.TABLES.values()), 0
    for kind, table in refs.TABLES.items():
        for key, document in tables.get(table, {}).items():
            yield kind, key, document
            done += 1
            if progress and done % _AT_ONCE == 0:
                progress(done, total)


def _of(ref: Ref, record: Record, tables: Tables) -> Iterator[Problem]:
    yield from alone(ref, record)
    yield from dangling(ref, record, tables)
    yield from too_early(ref, record, tables)
