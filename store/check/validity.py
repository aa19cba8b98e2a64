"""Records that cannot be read as what they are, and those that lie under a wrong key."""

from collections.abc import Iterator

from pydantic import ValidationError

from store.check.problem import Problem
from store.documents import Document
from store.refs import Ref

_IN_OUR_WORDS = (
    ("Input should be ", "should be "),
    ("Field required", "is missing"),
    ("Extra inputs are not permitted", "is no field of this kind of record"),
)
_LONGEST_VALUE = 40


def misfiled(ref: Ref, key: str, document: Document) -> Iterator[Problem]:
    """Tell of a document whose id is not the key that it lies under, by which others name it."""
    name = document.get("id")
    if name is not None and name != key:
        yield Problem(ref, "id", f"‘{_shown(name)}’ lies under the key ‘{_shown(key)}’", "make the two the same")


def invalid(ref: Ref, document: Document, error: ValidationError) -> Iterator[Problem]:
    """Tell of each field of a document that is wrong, with what stands there."""
    for wrong in error.errors(include_url=False, include_context=False, include_input=False):
        reason = wrong["msg"].removeprefix("Value error, ")
        for theirs, ours in _IN_OUR_WORDS:
            reason = reason.replace(theirs, ours)
        value = _value(document, wrong["loc"])
        shown = f"‘{_shown(value)}’ " if isinstance(value, str | int | float) and f"{value}" not in reason else ""
        field = ".".join(str(step) for step in wrong["loc"]) or "the record"
        yield Problem(ref, field, f"{shown}{reason}", "correct it")


def _value(document: object, path: tuple[int | str, ...]) -> object:
    """Return what stands at the end of a path of field names and positions; None where there is no such thing."""
    value = document
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
        else:
            return None
    return value


def _shown(value: object) -> str:
    text = f"{value}"
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
