"""Claims as links between two things, other claims and quotes as notes on one."""

from typing import Any

from store.formats.ftm.entity import KEPT, Properties, made, of_anything, of_thing, span
from store.formats.ftm.schema import entity, entity_id, schema_of
from store.formats.handed import Handed
from store.formats.taken import Taken


def claim(taken: Taken, handed: Handed) -> dict[str, Any]:
    """Return a claim; in what role one end stands to the other is its predicate."""
    schema = schema_of(handed, taken.ref, taken.document)
    if schema == "Note":
        return _assertion(taken, handed)
    subject, object_ = ("member", "organization") if schema == "Membership" else ("subject", "object")
    own: Properties = {
        subject: [entity_id(taken.take("subject"))],
        object_: [entity_id(taken.take("object"))],
        "role": [taken.take("predicate")],
        "description": [taken.take("text")],
        "recordId": [taken.ref],
    }
    return made(taken, schema, own | span(taken, "when") | of_anything(taken, handed))


def quote(taken: Taken, handed: Handed) -> dict[str, Any]:
    """Return what somebody said, on whatever it is about."""
    about = [entity(handed, ref) for ref in taken.document.get("about", ())]
    if all(about):
        taken.take("about")
    words, gist = taken.take("words"), taken.take("gist")
    own: Properties = {"description": [words or gist], "summary": [gist if words else ""], "entity": about}
    return made(taken, "Note", own | of_thing(taken, handed))


def _assertion(taken: Taken, handed: Handed) -> dict[str, Any]:
    subject = entity(handed, taken.document["subject"])
    if subject:
        taken.take("subject")
    value, text = taken.take("value"), taken.take("text")
    if value and text:
        taken.lose("value", f"beside the text; which of them it is {KEPT}")
    own: Properties = {"entity": [subject], "summary": [taken.take("predicate")], "description": [value, text]}
    return made(taken, "Note", own | of_thing(taken, handed))
