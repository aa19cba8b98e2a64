"""A claim or a quote: who says what of whom, how sure, and what rests on it."""

from store.index.profiles import sections
from store.index.profiles.own import notes, said_as
from store.index.profiles.subject import Section, Subject
from store.index.quotes import speaker_of
from store.index.reading import line, prose, ref, refs, whole
from store.index.shelves import CLAIMS, RELATED
from store.scales import estimative


def claim(subject: Subject) -> tuple[Section, ...]:
    """Return the sections of a claim."""
    document = subject.document
    told = sections.together(
        "Claim",
        sections.named("subject", subject, (ref(document, "subject"),)),
        sections.named("object", subject, (ref(document, "object"),)),
        sections.facts("value", subject, [("", line(document, "value"))]),
        sections.facts("when", subject, [("", subject.card.phrase)]),
        sections.facts("said as", subject, [("", said_as(document, "when"))]),
        sections.facts("confidence", subject, [("", _confidence(whole(document, "confidence")))]),
        sections.facts("reasoning", subject, [("", prose(document, "reasoning"))]),
        sections.named("said in", subject, (ref(document, "quote"),)),
    )
    return (told, _conflicts(subject), notes(subject), sections.sources(subject))


def quote(subject: Subject) -> tuple[Section, ...]:
    """Return the sections of a quote."""
    document = subject.document
    told = sections.together(
        "Said",
        _said_by(subject),
        sections.named("for", subject, (ref(document, "speaks_for"),)),
        sections.facts("when", subject, [("", subject.card.phrase)]),
        sections.facts("said as", subject, [("", said_as(document, "said"))]),
        sections.named("where", subject, (ref(document, "place"),)),
        sections.named("about", subject, refs(document, "about")),
    )
    return (told, sections.claims(subject, CLAIMS, RELATED), notes(subject), sections.sources(subject))


def _said_by(subject: Subject) -> Section:
    """Return the speaker, or how the source describes one that it does not name, and why it does not."""
    speaker = ref(subject.document, "speaker")
    described, why = line(subject.document, "described_as"), line(subject.document, "why_unnamed")
    if speaker:
        named = sections.named("by", subject, (speaker,))
        return sections.together("by", named, sections.facts("described", subject, [("described as", described)]))
    told = described or speaker_of(subject.card, subject.document)
    return sections.facts("by", subject, [("by", f"{told} (unnamed)"), ("why unnamed", why)])


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
