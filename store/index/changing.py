"""Takes a change of some records over into the index: old rows out, new rows in, and what depends on them."""

from collections.abc import Mapping

import orjson

from store.index.database import Database
from store.index.disagreement import about_of, record_conflicts_about
from store.index.documents import document
from store.index.entries import entry
from store.index.extent import Span, measure_change, reach
from store.index.filing import Head, Sheets, file, file_texts
from store.index.lookup import NOBODY, kind_of, node_of, ref_of, title_of
from store.index.numbering import Numbers
from store.index.ranking import rank_for
from store.index.reading import Document, ref, refs
from store.index.shelves import CLAIMS, MISSING, OBJECT, SUBJECT
from store.index.tallying import count_lying_in, recount
from store.index.titles import title
from store.index.within import Within
from store.index.writing import erase, tidy, write_links, write_missing, write_nodes, write_texts
from store.refs import KINDS, Ref

Documents = Mapping[Ref, Document | None]
"""What records are from now on; None for one that is no more."""


def must_build_anew(database: Database, documents: Documents) -> bool:
    """Tell whether a place that others name moves: then all that lies in it would have to be filed again."""
    return any(
        ref(document(database, node_of(database, place)), "within") != ref(new or {}, "within")
        and database.value("SELECT touches FROM nodes WHERE node = ?", (node_of(database, place),))
        for place, new in documents.items()
        if place.startswith("location:")
    )


def apply(database: Database, documents: Documents) -> None:
    """Take the change over. The caller holds a transaction, and has asked `must_build_anew`."""
    subjects, reached = _subjects(database, documents), _reach(database, documents)
    Change(database, documents).make()
    subjects |= _subjects(database, documents)
    record_conflicts_about(database, frozenset(node_of(database, subject) for subject in subjects))
    measure_change(database, reached, _reach(database, documents))
    tidy(database)


class Change:
    """One change, while it is made."""

    def __init__(self, database: Database, documents: Documents) -> None:
        self._database = database
        self._documents = documents
        tags = dict[str, int](database.rows("SELECT tag, target FROM tags"))
        within = Within(self._within)
        self._numbers = Numbers(
            self._number, lambda place: tuple([self._numbers[around] for around in within.chain(place)]), tags
        )

    def make(self) -> None:
        """File every record anew that the change puts, and those that are called after it."""
        waiting = dict(self._documents)
        filed: set[Ref] = set()
        while waiting:
            record, new = waiting.popitem()
            filed.add(record)
            before = title_of(self._database, record)
            self._replace(record, new)
            if title_of(self._database, record) != before:
                named_after = self._called_after(record)
                waiting.update({name: self._current(name) for name in named_after if name not in filed})
        self._database.run_each("INSERT OR IGNORE INTO tags VALUES (?, ?)", self._numbers.tags.items())

    def _replace(self, record: Ref, new: Document | None) -> None:
        database = self._database
        node = self._number(record)
        old = head(database, node)
        if old is not None:
            gone = self._sheets(old, document(database, node))
            recount(database, node, gone.links, -1)
            erase(database, gone)
        database.run("DELETE FROM nodes WHERE node = ?", (node,))
        if new is None:
            write_missing(database, [(node, record)])
        else:
            self._file(record, node, new)
        touched = "SELECT CAST(total(dated + undated) AS INTEGER) FROM tallies WHERE target = ?1"
        database.run(f"UPDATE nodes SET touches = ({touched}) WHERE node = ?1", (node,))

    def _file(self, record: Ref, node: int, new: Document) -> None:
        name, kind = record.partition(":")[2], kind_of(record)
        called = title(kind, new, lambda named: title_of(self._database, named)) or name
        made = Head(node, rank_for(self._database, called, record), kind, name, called)
        filed = self._sheets(made, new)
        write_nodes(self._database, filed)
        write_texts(self._database, filed)
        write_links(self._database, filed.links)
        recount(self._database, node, filed.links, +1)
        if kind == "location":
            count_lying_in(self._database, node)

    def _sheets(self, made: Head, record: Document) -> Sheets:
        sheets = Sheets.blank()
        own, texts = entry(made.kind, record)
        file(made, own, self._numbers, sheets)
        file_texts(made.node, made.id, texts, orjson.dumps(record), sheets)
        return sheets

    def _called_after(self, record: Ref) -> list[Ref]:
        """Return the claims whose titles are made of this record's."""
        shelves = ", ".join(map(str, CLAIMS))
        rows = self._database.rows(
            f"SELECT kind, id FROM links l JOIN nodes USING (node) WHERE l.target = ? AND l.shelf IN ({shelves})"
            f" AND l.role & {SUBJECT | OBJECT}",
            (node_of(self._database, record),),
        )
        return [ref_of(kind, name) for kind, name in rows]

    def _current(self, record: Ref) -> Document | None:
        """Return what a record is from now on."""
        if record in self._documents:
            return self._documents[record]
        return document(self._database, node_of(self._database, record))

    def _within(self, place: Ref) -> Ref:
        return ref(self._current(place) or {}, "within")

    def _number(self, record: Ref) -> int:
        """Return the node of a ref; a ref that is new gets one, of something missing until it is filed."""
        node = node_of(self._database, record)
        if node == NOBODY:
            node = (self._database.value("SELECT max(node) FROM nodes") or 0) + 1
            write_missing(self._database, [(node, record)])
        return node


def head(database: Database, node: int) -> Head | None:
    """Return how a node was filed; None if it is missing."""
    row = database.row(f"SELECT rank, kind, id, title FROM nodes WHERE node = ? AND status <> {MISSING}", (node,))
    if row is None:
        return None
    rank, kind, name, called = row
    return Head(node, rank, KINDS[kind], name, called)


def _reach(database: Database, documents: Documents) -> Span:
    return reach(database, [node_of(database, record) for record in documents])


def _subjects(database: Database, documents: Documents) -> set[Ref]:
    """Return what conflicts may be about because of these records: as the index has them now."""
    subjects: set[Ref] = set()
    for record in documents:
        subjects.add(record)
        if record.startswith("claim:"):
            claim = document(database, node_of(database, record))
            others = (document(database, node_of(database, other)) for other in refs(claim, "conflicts_with"))
            subjects.update(filter(None, map(about_of, (claim, *others))))
    return subjects
