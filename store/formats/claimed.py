"""Claims that objects of others become: a tie between two that are taken, or an assessment of one."""

from collections.abc import Mapping
from typing import Final, get_args

from store.documents import Document, Predicate
from store.formats.not_taken import NotTaken
from store.refs import Ref

PREDICATES: Final[Mapping[str, Predicate]] = {predicate: predicate for predicate in get_args(Predicate)}
"""The words of others that are ours."""
NOT_HERE = "what it is about is not taken, nor in the store"
ABOUT_SEVERAL = "is about several: the first that is taken is its subject"


def tie(
    document: Document, ends: tuple[Ref | None, Ref | None], predicate: Predicate | None, relation: str
) -> Document:
    """Return a claim that ties two records. `relation` is what others call it. Raises NotTaken."""
    subject, object_ = ends
    if not subject or not object_:
        raise NotTaken("one of its ends is not taken")
    if predicate is None:
        raise NotTaken(f"no claim says ‘{relation}’")
    return document | {"subject": subject, "predicate": predicate, "object": object_}


def assessment(document: Document, about: list[Ref], said: str) -> Document:
    """Return a claim of what somebody says of a record. Raises NotTaken."""
    if not about or not said:
        raise NotTaken("it says nothing of anything that is taken")
    return document | {"subject": about[0], "predicate": "assessment", "text": said}
