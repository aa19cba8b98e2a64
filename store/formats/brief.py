"""A situation, or what a lens shows of it, as a brief to be read: in Markdown, or as a page of HTML."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from heapq import nlargest

from store.brief.brief import Brief
from store.brief.composing import MOST, compose
from store.brief.html import as_html
from store.brief.markdown import as_markdown
from store.brief.material import Material, span_of
from store.brief.naming import as_called, title
from store.formats.handed import ALL_OF_IT, REJECTED, Handed, Losses, Writer
from store.formats.untold import untold
from store.records import Claim, Faction, Location, Person, Record, read
from store.refs import KINDS, Kind, Ref
from store.text import fold, one_line
from store.when import sort_key

_STANDING: tuple[Kind, ...] = ("faction", "person", "location", "quote", "claim")
"""What is held in memory, all of it; of events and sources, of which there may be a million, what is told."""
_UNTOLD = "a brief does not tell it"


def _writer(form: Callable[[Brief], Iterator[str]]) -> Writer:
    def write(handed: Handed, losses: Losses) -> Iterator[bytes]:
        yield from (f"{line}\n".encode() for line in form(_brief(handed, losses)))

    return Writer(write, made_of="text")


MARKDOWN = _writer(as_markdown)
HTML = _writer(as_html)


def _brief(handed: Handed, losses: Losses) -> Brief:
    """Return a brief on all factions, people and places of which something is stated, and all that is told."""
    losing = partial(_records, handed, losses)
    standing = {record.ref: record for kind in _STANDING for record in losing(kind)}
    named = {ref for record in standing.values() if isinstance(record, Claim) for ref in _named(record)}
    events, beyond = _newest(losing("event"), named)
    standing |= {event.ref: event for event in events}
    cited = {citation.source for record in standing.values() for citation in record.citations}
    standing |= {source.ref: source for source in _cited(losing("source"), cited, losses)}
    for record in standing.values():
        _note_untold(record, named, losses)
    if beyond:
        losses.note("event", ALL_OF_IT, f"older than the {MOST} newest", beyond)
        losses.warn(f"of the events the {MOST} newest are told, and {beyond:,} are not")
    return compose(
        Material(
            title=one_line(str(handed.about.get("title", "A situation"))),
            scope=handed.scope,
            subjects=tuple(sorted((one for one in standing.values() if _is_subject(one, named)), key=_in_order)),
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


def _in_order(subject: Record) -> tuple[int, str]:
    """Return what subjects are put in order by: ids that were made of numbers tell a reader nothing."""
    return KINDS.index(subject.kind), fold(title(subject, _nobody))


def _nobody(_: Ref) -> None:
    """Return no record: subjects have names of their own."""


def _records(handed: Handed, losses: Losses, kind: Kind) -> Iterator[Record]:
    for document in handed.of(kind):
        if document.get("status") == "rejected":
            losses.note(kind, ALL_OF_IT, REJECTED)
        else:
            record = read(kind, document)
            yield as_called(record, handed.called(record.ref)) if handed.called else record


def _cited(sources: Iterable[Record], cited: set[Ref], losses: Losses) -> Iterator[Record]:
    for source in sources:
        if source.ref in cited:
            yield source
        else:
            losses.note("source", ALL_OF_IT, "nothing that is told cites it")


def _note_untold(record: Record, named: set[Ref], losses: Losses) -> None:
    """Note what is not told of a record; of whom nothing is stated, nothing is told but a name where others need it."""
    if isinstance(record, Faction | Person | Location) and not _is_subject(record, named):
        losses.note(record.kind, ALL_OF_IT, "nothing is stated of it")
        return
    for field in untold(record):
        losses.note(record.kind, field, _UNTOLD)
