"""Rows that are brought in, told in the refs that the store has for their actors and places."""

from collections.abc import Mapping
from typing import TypeAlias

from store import refs
from store.documents import Document
from store.formats.found import Entry, Found
from store.matching import KINDS, SAME, Matching
from store.pointing import renamed
from store.refs import Ref

Stored: TypeAlias = Mapping[str, Mapping[str, Document]]
"""The documents of a store by table and id."""


class Meeting:
    """Who was met so far. `namesakes` counts new records that sound like others; `alone`, that nobody can be met."""

    def __init__(self, stored: Stored, tool: str) -> None:
        self._stored = stored
        self._matching = Matching(stored, tool)
        self._settled: set[Ref] = set()
        # All at once: a row may name what comes further down in the file.
        self._known: dict[Ref, Ref] = dict(self._matching.same)
        self.alone = self._matching.empty
        self.namesakes = 0

    def take_for_one(self, formerly: Mapping[Ref, Ref]) -> None:
        """Let a record that is here under a ref that it had formerly stay that record; of several a person decides."""
        here: dict[Ref, list[Ref]] = {}
        for former, ref in formerly.items():
            if refs.split(ref).kind in KINDS and self._is_here(former) and not self._is_here(ref):
                here.setdefault(ref, []).append(former)
        alone = {ref: formers[0] for ref, formers in here.items() if len(formers) == 1}
        self._known = alone | self._known
        self._settled |= here.keys()
        self.namesakes += len(here) - len(alone)
        self.alone = self.alone and not here

    def known(self, found: Found) -> Found:
        """Return what was found, with each actor and place under the ref that the store has for it.

        What a row is about is never met by its name alone: rows before it may have named it already.
        """
        for entry in (*found.beside, found.entry):
            if entry.kind in KINDS and entry.ref not in self._settled and entry.ref not in self._known:
                self._settle(entry, found)
        if not self._known:
            return found
        return found._replace(entry=self._as_known(found.entry), beside=tuple(map(self._as_known, found.beside)))

    def as_here(self, ref: Ref) -> Ref:
        """Return the ref that the store has for a record."""
        return self._known.get(ref, ref)

    def renamed(self, document: Document) -> Document:
        """Return a document that names records as the store does."""
        return renamed(document, self._known) if self._known else document

    def noted(self, stored: Document, joint: Document) -> Document:
        """Return a record that a person wrote with the refs that it came under this time; itself if it has them."""
        came = joint.get("external", {}).get(SAME, {})
        kept = stored.get("external", {})
        if came.keys() <= kept.get(SAME, {}).keys():
            return stored
        return stored | {"external": kept | {SAME: kept.get(SAME, {}) | came}}

    def _settle(self, entry: Entry, found: Found) -> None:
        self._settled.add(entry.ref)
        kind, document = entry
        if self._is_here(entry.ref):
            return
        others = {other.ref: other.document for other in (*found.beside, found.entry)}
        met = self._matching.meet(kind, document, others)
        if met.ref and entry is not found.entry:
            self._known[entry.ref] = met.ref
        else:
            self.namesakes += met.namesake or met.ref is not None

    def _is_here(self, ref: Ref) -> bool:
        kind, name = refs.split(ref)
        return name in self._stored[refs.TABLES[kind]]

    def _as_known(self, entry: Entry) -> Entry:
        document = renamed(entry.document, self._known)
        ref = self._known.get(entry.ref)
        if ref is None:
            return Entry(entry.kind, document)
        # Noted, so that it is known again when somebody has changed its name.
        same = {SAME: {entry.ref: str(document["names"][0]["text"])}}
        return Entry(entry.kind, document | {"id": refs.split(ref).id, "external": document.get("external", {}) | same})
