"""A claim or a quote: who says what of whom, how sure, and what rests on it."""

from store.index.profiles import sections
from store.index.profiles.subject import Section, Subject
from store.index.quotes import speaker_of
from store.index.reading import line, prose, ref, refs, whole
from store.index.shelves import CLAIMS, RELATED
from store.scales import estimative


def claim(subject: Subject) -> tuple[Section, ...]:
    """Return the sections of a claim."""
    document = subject.document
    return (
        sections.named("Subject", subject, (ref(document, "subject"),)),
        sections.named("Object", subject, (ref(document, "object"),)),
        sections.facts("Value", subject, [("", line(document, "value"))]),
        sections.facts("When", subject, [("", subject.card.phrase)]),
        sections.facts("Confidence", subject, [("", _confidence(whole(document, "confidence")))]),
        sections.facts("Reasoning", subject, [("", prose(document, "reasoning"))]),
        sections.named("Said in", subject, (ref(document, "quote"),)),
        _conflicts(subject),
        sections.sources(subject),
    )


def quote(subject: Subject) -> tuple[Section, ...]:
    """Return the sections of a quote."""
    document = subject.document
    return (
        _said_by(subject),
        sections.named("Speaks for", subject, (ref(document, "speaks_for"),)),
        sections.facts("When", subject, [("", subject.card.phrase)]),
        sections.named("Place", subject, (ref(document, "place"),)),
        sections.named("About", subject, refs(document, "about")),
        sections.claims(subject, CLAIMS, RELATED),
        sections.sources(subject),
    )


def _said_by(subject: Subject) -> Section:
    """Return the speaker, and how the source describes one that it does not name."""
    speaker = ref(subject.document, "speaker")
    described = line(subject.document, "described_as")
    if speaker:
        return sections.named("Said by", subject, (speaker,), (described,))
    why = line(subject.document, "why_unnamed")
    unnamed = f"unnamed: {why}" if why else "unnamed"
    return sections.facts("Said by", subject, [(unnamed, described or speaker_of(subject.card, subject.document))])


def _confidence(number: int | None) -> str:
    return f"{estimative(number)} ({number})" if number is not None and number <= 100 else ""


def _conflicts(subject: Subject) -> Section:
    """Return the accounts that cannot hold beside this one."""
    found = subject.database.rows(
        "SELECT other, why FROM conflicts WHERE node = ?1 UNION SELECT node, why FROM conflicts WHERE other = ?1",
        (subject.card.node,),
    )
    reasons = dict[int, str](found)
    rows = tuple(
        sections.row_of("Conflicts with", card, label=reasons[card.node]) for card in subject.cards_at(reasons)
    )
    return Section("Conflicts with", rows[: sections.MOST], len(rows))
