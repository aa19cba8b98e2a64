"""What reading a format gives: its columns, then for every row what was found in it, or why it was skipped.

Records come as documents, in the very form that the store writes (`store.records.write`): to validate one for every row
takes three times as long as to read it. Each format's tests hold its documents against the models instead.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from store.documents import Document
from store.errors import StoreError
from store.formats.given import Given
from store.refs import Kind, Ref


class NotThisFormat(StoreError):
    """The file is something else, or lacks what the format cannot do without. The reader does not know its name."""

    def __init__(self, problem: str, mend: str) -> None:
        super().__init__(f"{problem}; {mend}")
        self.problem = problem
        self.mend = mend


class Column(NamedTuple):
    """A column of the file, and what becomes of it."""

    name: str
    becomes: str


class Heading(NamedTuple):
    """The columns in the order of the file. It comes before every row.

    `formerly` tells under which refs records of the file went before their makers took them for one: the ref that each
    has in the file by the one that it had.
    """

    columns: tuple[Column, ...]
    formerly: Mapping[Ref, Ref] = {}


class Entry(NamedTuple):
    """A document with the kind of record it is. Many rows may share one document: change copies."""

    kind: Kind
    document: Document

    @property
    def ref(self) -> Ref:
        """How other records name it."""
        return f"{self.kind}:{self.document['id']}"


class Skipped(NamedTuple):
    """A row that cannot be taken, and why. `sort` says which rows are not taken for that reason, where many are."""

    line: int
    reason: str
    sort: str = ""


class Elsewhere(NamedTuple):
    """Records that a row cannot do without and its file lacks: they may be in the store.

    `refs` are those that each may have there, of which the row names the first; `otherwise` is what becomes of the row
    where the store has none of them.
    """

    refs: tuple[tuple[Ref, ...], ...]
    otherwise: Skipped


class Found(NamedTuple):
    """A row, read. `line` is the line of the file that it begins on, from 1.

    `entry` is what the row is about. `beside` are the records that it shares with other rows: its actors, places and
    sources; each says only what this row tells of it. `cautions` are what is odd but taken as it is. `ours` tells that
    it is a record of sitroom's own, which came as it is; `shows` names one that it only shows. `elsewhere` are records
    that it needs of the store.
    """

    line: int
    entry: Entry
    beside: tuple[Entry, ...] = ()
    cautions: tuple[str, ...] = ()
    ours: bool = False
    shows: Ref = ""
    elsewhere: Elsewhere | None = None


Item: TypeAlias = Heading | Found | Skipped


class Format(NamedTuple):
    """A format that can be brought in: the name that its records carry in their origin, and how it is read.

    `read` takes a file, and raises NotThisFormat before any row. `namespace` is where `external` keeps a row, and
    `again` returns what a row that was kept there became, before people changed it; it raises BadCell. Where the row
    alone does not say that there is no such function, and what it became is kept beside it. `overrules` tells whether a
    record of sitroom's own that is found replaces the one that is stored; `outdated`, whether what is found is an
    earlier version of what is stored, as far as it says so. `may_wait` tells that changes of such a file may
    wait beside it.
    """

    tool: str
    read: Callable[[Given], Iterator[Item]]
    namespace: str = ""
    again: Callable[[dict[str, str]], Document] | None = None
    overrules: Callable[[Document, Document], bool] | None = None
    outdated: Callable[[Document, Document], bool] | None = None
    may_wait: bool = False
