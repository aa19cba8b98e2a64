"""A situation, or what a lens shows of it, as a brief to be read: in Markdown, or as a page of HTML."""

from collections.abc import Callable, Iterable, Iterator
from heapq import nlargest

from store.brief.brief import Brief
from store.brief.composing import MOST, compose
from store.brief.html import as_html
from store.brief.markdown import as_markdown
from store.brief.material import Material, span_of
from store.formats.handed import Handed, Losses, Writer
from store.records import Claim, Faction, Location, Person, Record, read
from store.refs import Kind, Ref
from store.text import one_line
from store.when import sort_key

_STANDING: tuple[Kind, ...] = ("faction", "person", "location", "quote", "claim")
"""What is held in memory, all of it; of events and sources, of which there may be a million, what is told."""
_UNTOLD = {
    "note": "a brief is for readers; notes stay in the store",
    "tags": "a brief has no tags",
    "external": "a brief has no imported columns",
}


def _writer(form: Callable[[Brief], Iterator[str]]) -> Writer:
    def write(handed: Handed, losses: Losses) -> Iterator[bytes]:
        yield from (f"{line}\n".encode() for line in form(_brief(handed, losses)))

    return Writer(write, made_of="text")


MARKDOWN = _writer(as_markdown)
HTML = _writer(as_html)


def _brief(handed: Handed, losses: Losses) -> Brief:
    """Return a brief on all factions, people and places of which something is stated, and all that is told."""
    standing = {record.ref: record for kind in _STANDING for record in _records(handed, kind, losses)}
    named = {ref for record in standing.values() if isinstance(record, Claim) for ref in _named(record)}
    events, beyond = _newest(_records(handed, "event", losses), named)
    standing |= {event.ref: event for event in events}
    cited = {citation.source for record in standing.values() for citation in record.citations}
    standing |= {source.ref: source for source in _records(handed, "source", losses) if source.ref in cited}
    if beyond:
        losses.warn(f"of the events the {MOST} newest are told, and {beyond:,} are not")
    return compose(
        Material(
            title=one_line(str(handed.about.get("title", "A situation"))),
            scope="",
            subjects=tuple(record for record in standing.values() if _is_subject(record, named)),
            told=tuple(standing.values()),
            rivals=(),
            record_of=standing.get,
            beyond=beyond,
        )
    )


def _newest(events: Iterable[Record], named: set[Ref]) -> tuple[list[Record], int]:
    """Return the newest events and those that claims name, and how many others there are."""
    kept: dict[Ref, Record] = {}
    number = 0

    def others() -> Iterator[Record]:
        nonlocal number
        for event in events:
            number += 1
            if event.ref in named:
                kept[event.ref] = event
            else:
                yield event

    newest = nlargest(MOST, others(), key=lambda event: (sort_key(span_of(event), ""), event.ref))
    kept |= {event.ref: event for event in newest}
    return list(kept.values()), number - len(kept)


def _named(claim: Claim) -> Iterator[Ref]:
    yield claim.subject
    if claim.object:
        yield claim.object


def _is_subject(record: Record, named: set[Ref]) -> bool:
    return isinstance(record, Faction | Person | Location) and (record.ref in named or bool(record.summary))


def _records(handed: Handed, kind: Kind, losses: Losses) -> Iterator[Record]:
    for document in handed.of(kind):
        record = read(kind, document)
        for field, why in _UNTOLD.items():
            if getattr(record, field):
                losses.note(kind, field, why)
        yield record
