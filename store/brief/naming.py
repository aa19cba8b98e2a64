"""What records are called in a brief, and how they are put into words."""

from store.brief.numbering import RecordOf, told_time
from store.predicates import TIES, spoken
from store.records import Claim, Event, Faction, Location, Person, Quote, Record, Source
from store.refs import Ref
from store.scales import estimative
from store.text import one_line


def title_of(ref: Ref, record_of: RecordOf) -> str:
    """Return what a named record is called; the ref itself if it is missing."""
    record = record_of(ref)
    return title(record, record_of) if record else ref


def title(record: Record, record_of: RecordOf) -> str:
    """Return what a record is called; a claim is called after what it claims."""
    match record:
        case Faction() | Person() | Location():
            return next((name.text for name in record.names if name.kind == "primary"), record.names[0].text)
        case Event() | Source():
            return record.title
        case Quote():
            return said(record)
        case Claim():
            return _claimed(record, record_of)
    return record.ref


def as_called(record: Record, called: str) -> Record:
    """Return a record with the name for its own that it is called by on the day, if it has names."""
    if not isinstance(record, Faction | Person | Location):
        return record
    borne = [name.model_copy(update={"kind": "primary"}) for name in record.names if name.text == called][:1]
    return record.model_copy(update={"names": (*borne, *(name for name in record.names if name.text != called))})


def also(record: Record) -> tuple[str, ...]:
    """Return the other names of a record."""
    if not isinstance(record, Faction | Person | Location):
        return ()
    names = dict.fromkeys(name.text for name in record.names)
    return tuple(name for name in names if name != title(record, _nobody))


def said(quote: Quote) -> str:
    """Return what was said: the words as printed in quotation marks, or else their gist."""
    return f"“{one_line(quote.words)}”" if quote.words else one_line(quote.gist)


def speaker(quote: Quote, record_of: RecordOf) -> str:
    """Return who said it, as far as the source tells: a name, "a Western official (unnamed)", or "unnamed"."""
    if quote.speaker:
        return title_of(quote.speaker, record_of)
    return f"{quote.described_as} (unnamed)" if quote.described_as else "unnamed"


def value(claim: Claim, record_of: RecordOf) -> str:
    """Return what a claim says of its subject: whom or what it names, a value, or its own words."""
    return title_of(claim.object, record_of) if claim.object else claim.value or one_line(claim.text)


def sure(claim: Claim) -> str:
    """Return how sure a claim is, in words of estimative probability."""
    return estimative(claim.confidence)


def time_of(record: Record) -> str:
    """Return when it was, in words."""
    match record:
        case Event() | Claim():
            return told_time(record.when)
        case Quote():
            return told_time(record.said)
        case Faction():
            return told_time(record.active)
        case Source():
            return told_time(record.published)
    return ""


def _claimed(claim: Claim, record_of: RecordOf) -> str:
    subject = title_of(claim.subject, record_of)
    if claim.predicate == "assessment":
        return one_line(claim.text) or f"{subject}: {claim.value}"
    if claim.object:
        verb = TIES[claim.predicate][0] if claim.predicate in TIES else spoken(claim.predicate)
        return f"{subject} {verb} {title_of(claim.object, record_of)}"
    return f"{subject}: {spoken(claim.predicate)} {value(claim, record_of)}"


def _nobody(_: Ref) -> None:
    """Return no record: names are in the record itself."""
