"""Whether an actor or place that is brought in is one that the store has under another id.

It is if a person said so, or an earlier import found so (`external`, `same-as`). It is too if both bear one name in one
country, are of one kind, and lie nowhere apart. Whatever else only sounds alike is for a person to decide
(`store.matches`): here it is a namesake.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from store import refs
from store.documents import Document
from store.namesakes import could_be, country_of, exact, key, names, near
from store.refs import Kind, Ref

SAME, OTHER = "same-as", "other-than"
"""Where `external` keeps the refs under which a record comes from elsewhere, and those that a person told apart."""
KINDS: tuple[Kind, ...] = ("faction", "person", "location")


class Met(NamedTuple):
    """What the store has for something that is brought in: the record that it is, and whether others sound alike."""

    ref: Ref | None
    namesake: bool = False


class Matching:
    """The actors and places of a store that did not come with the tool that is at work now.

    What came with it goes by the ids that it gives, and is never matched by name.
    """

    def __init__(self, stored: Mapping[str, Mapping[str, Document]], tool: str) -> None:
        self._stored = stored
        self._same: dict[Ref, Ref] = {}
        self._named: dict[tuple[Kind, str], list[Ref]] = {}
        for kind in KINDS:
            for name, document in stored[refs.TABLES[kind]].items():
                ref = refs.make(kind, name)
                self._same |= dict.fromkeys(document.get("external", {}).get(SAME, {}), ref)
                if document.get("origin", {}).get("tool") != tool:
                    for named in filter(key, names(document)):
                        self._named.setdefault((kind, key(named)), []).append(ref)

    @property
    def same(self) -> Mapping[Ref, Ref]:
        """The refs under which records of the store came from elsewhere, and the refs of those records."""
        return self._same

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing that could be met."""
        return not (self._same or self._named)

    def meet(self, kind: Kind, document: Document, others: Mapping[Ref, Document]) -> Met:
        """Return what the store has for a document; `others` are those that came with it, to look its country up in."""
        country = country_of(kind, document, lambda ref: others.get(ref) or self._document(ref))
        alike = list(self._alike(kind, document, country))
        equal = [ref for ref in alike if self._is(ref, kind, document, country)]
        return Met(equal[0]) if len(equal) == 1 else Met(None, bool(alike))

    def _alike(self, kind: Kind, document: Document, country: frozenset[str]) -> Iterable[Ref]:
        own = refs.make(kind, document["id"])
        for ref in dict.fromkeys(ref for named in names(document) for ref in self._named.get((kind, key(named)), ())):
            stored = self._of(ref)
            countries = country, country_of(kind, stored, self._document)
            if own not in stored.get("external", {}).get(OTHER, {}) and could_be(document, stored, countries):
                yield ref

    def _is(self, ref: Ref, kind: Kind, document: Document, country: frozenset[str]) -> bool:
        stored = self._of(ref)
        theirs = country_of(kind, stored, self._document)
        said = {exact(named) for named in names(stored)}
        return (
            bool(country & theirs)
            and any(exact(named) in said for named in names(document))
            and stored.get("location_kind", "site") == document.get("location_kind", "site")
            and near(stored.get("point"), document.get("point"))
        )

    def _document(self, ref: Ref) -> Document | None:
        kind, name = refs.split(ref)
        return self._stored[refs.TABLES[kind]].get(name)

    def _of(self, ref: Ref) -> Document:
        return self._document(ref) or {}
