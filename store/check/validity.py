"""Records that cannot be read as what they are, and those that lie under a wrong key."""

from collections.abc import Iterator

from pydantic import ValidationError

from store.check.problem import Problem
from store.documents import Document
from store.misfit import misfits
from store.refs import Ref
from store.text import brief


def misfiled(ref: Ref, key: str, document: Document) -> Iterator[Problem]:
    """Tell of a document whose id is not the key that it lies under, by which others name it."""
    name = document.get("id")
    if name is not None and name != key:
        yield Problem(ref, "id", f"‘{brief(str(name))}’ lies under the key ‘{brief(key)}’", "make the two the same")


def invalid(ref: Ref, document: Document, error: ValidationError) -> Iterator[Problem]:
    """Tell of each field of a document that is wrong, with what stands there."""
    for field, reason in misfits(document, error):
        yield Problem(ref, field, reason, "correct it")
