"""The numbers of sources, in the order in which they are first cited."""

from collections.abc import Callable, Iterator

from store.brief.brief import Cited, Listed
from store.citing import place_in_source
from store.records import Record, Source
from store.refs import Ref
from store.scales import grade
from store.values import When

RecordOf = Callable[[Ref], Record | None]
"""Gives a record that is named; None for one that is missing."""


class Numbering:
    """Gives each source a number when it is first cited."""

    def __init__(self, record_of: RecordOf) -> None:
        self._record_of = record_of
        self._numbers: dict[Ref, int] = {}

    def cited(self, record: Record) -> tuple[Cited, ...]:
        """Return the citations of a record by number, places in one source that are graded alike together."""
        places: dict[tuple[int, str], dict[str, None]] = {}
        for number, place, graded in self._each(record):
            places.setdefault((number, graded), {})[place] = None
        return tuple(
            Cited(number, ", ".join(filter(None, found)), graded) for (number, graded), found in places.items()
        )

    def listed(self) -> tuple[Listed, ...]:
        """Return the sources cited so far, by number; one that is missing goes by its ref."""
        return tuple(_listed(number, ref, self._record_of(ref)) for ref, number in self._numbers.items())

    def records(self) -> Iterator[Record]:
        """Yield the sources cited so far that are there."""
        return filter(None, map(self._record_of, self._numbers))

    def _each(self, record: Record) -> Iterator[tuple[int, str, str]]:
        for citation in record.citations:
            number = self._numbers.setdefault(citation.source, len(self._numbers) + 1)
            source = self._record_of(citation.source)
            reliability = source.reliability if isinstance(source, Source) else None
            locator = citation.locator
            place = place_in_source(locator.kind, locator.value) if locator else ""
            yield number, place, grade(reliability, citation.credibility)


def told_time(time: When) -> str:
    """Return a time in words, or as it was said, or nothing."""
    return time.phrase if time.edtf else time.said


def _listed(number: int, ref: Ref, source: Record | None) -> Listed:
    if not isinstance(source, Source):
        return Listed(number, ref, ("not in this store",), "", "", "", "")
    published, retrieved = told_time(source.published), told_time(source.retrieved)
    details = (source.author, source.publisher, published, f"retrieved {retrieved}" if retrieved else "")
    archive = source.archive.url if source.archive else ""
    given = tuple(filter(None, details))
    return Listed(number, source.title, given, source.reliability or "", source.url, archive, source.terms)
