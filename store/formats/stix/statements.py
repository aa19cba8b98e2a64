"""Claims and quotes: a relationship for a tie between two records, a note for any other statement."""

from collections.abc import Iterator

from store.formats.stix.bundle import BOUNDS, KEPT, Makes, Object, moments
from store.formats.stix.identity import stix_id
from store.formats.stix.nodes import node, nodes, type_of


def claim(makes: Makes) -> Iterator[Object]:
    """Yield a claim, and how it stands to others."""
    taken = makes.taken
    subject, object_ = node(makes.handed, taken.document["subject"]), node(makes.handed, taken.document.get("object"))
    if type_of(makes.handed, "claim", taken.document) == "relationship":
        yield _tie(makes, subject, object_)
    else:
        yield _assertion(makes)
    yield from _disagreements(makes)


def quote(makes: Makes) -> Iterator[Object]:
    """Yield what somebody said."""
    taken, handed = makes.taken, makes.handed
    document = taken.document
    words, gist = taken.take("words"), taken.take("gist")
    speaker, described = document.get("speaker"), taken.take("described_as")
    refs = nodes(handed, *document.get("about", ()), speaker, document.get("speaks_for"), document.get("place"))
    for field in ("about", "speaks_for", "place"):
        taken.lose(field, f"among what the note is about; which it is, {KEPT}")
    taken.take("speaker")
    if described and speaker:
        taken.lose("speaker", f"among what the note is about, under what the source calls them; who it is, {KEPT}")
    taken.take("language")
    authors = [described or (handed.title(speaker) if speaker else "")]
    properties = {"abstract": gist if words else "", "content": words or gist, "authors": list(filter(None, authors))}
    yield makes.object("note", stix_id("note", taken.ref), **properties, object_refs=refs)


def _disagreements(makes: Makes) -> Iterator[Object]:
    """Yield an opinion on each claim that this one cannot be true beside, as far as they are there."""
    others = {ref: node(makes.handed, ref) for ref in makes.taken.take("conflicts_with", [])}
    if not all(others.values()):
        makes.taken.lose("conflicts_with", f"not all are there: {KEPT}")
    for ref, against in others.items():
        if against:
            told = {"opinion": "disagree", "explanation": f"{makes.taken.ref} says otherwise", "object_refs": [against]}
            yield makes.part("opinion", stix_id("opinion", makes.taken.ref, ref), **told)


def _tie(makes: Makes, subject: str, object_: str) -> Object:
    taken = makes.taken
    taken.take("subject")
    taken.take("object")
    properties = {
        "relationship_type": taken.take("predicate"),
        "source_ref": subject,
        "target_ref": object_,
        "description": taken.take("text"),
        "confidence": taken.take("confidence", None),
    }
    properties |= moments(taken.when("when", BOUNDS))
    return makes.object("relationship", stix_id("relationship", taken.ref), **properties)


def _assertion(makes: Makes) -> Object:
    taken = makes.taken
    document = taken.document
    value, text = taken.take("value"), taken.take("text")
    if node(makes.handed, document["subject"]):
        taken.take("subject")
    properties = {
        "abstract": taken.take("predicate"),
        "content": "\n".join(filter(None, (value, text))) or document.get("object", ""),
        "confidence": taken.take("confidence", None),
        "object_refs": nodes(makes.handed, document["subject"], document.get("object")),
    }
    if value and text:
        taken.lose("value", f"run together with the text; apart {KEPT}")
    return makes.object("note", stix_id("note", taken.ref), **properties)
