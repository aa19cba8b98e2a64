"""A field that does not fit its record, in plain words: pydantic speaks to those who wrote the models."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from store.text import brief

_AN_ID = "is no id: small letters, digits and single hyphens make one"
_FORMS = {
    "language": "is no language tag: write en, ar or zh-Hant",
    "sha256": "is no SHA-256: it has 64 digits of 0-9 and a-f",
}
"""What a text must look like that has a form, by its field; all others are ids."""
_WITHOUT_VALUE = ("missing", "extra_forbidden", "string_too_short", "too_short", "value_error")
"""Of these what stands there is nothing, no matter, or told in the reason."""

Context: TypeAlias = Mapping[str, Any]
_SAID: Mapping[str, Callable[[Context], str]] = {
    "missing": lambda _: "is missing",
    "extra_forbidden": lambda _: "is no field of this kind of record",
    "literal_error": lambda about: f"is none of {_listed(about['expected'])}",
    "less_than_equal": lambda about: f"is more than {about['le']:g}",
    "greater_than_equal": lambda about: f"is less than {about['ge']:g}",
    "finite_number": lambda _: "is no number",
    "int_type": lambda _: "is no whole number",
    "int_parsing": lambda _: "is no whole number",
    "int_from_float": lambda _: "is no whole number",
    "float_type": lambda _: "is no number",
    "float_parsing": lambda _: "is no number",
    "string_type": lambda _: "is no text",
    "string_too_short": lambda _: "is empty",
    "string_too_long": lambda about: f"is longer than {about['max_length']} letters",
    "too_short": lambda _: "is empty",
    "tuple_type": lambda _: "is no list",
    "dict_type": lambda _: "has no fields by name",
    "model_type": lambda _: "has no fields by name",
}


class Misfit(NamedTuple):
    """A field by its path, and why it cannot be, with what stands there where that helps."""

    field: str
    reason: str


def misfits(document: object, error: ValidationError) -> tuple[Misfit, ...]:
    """Return the fields of a document that the error is about, in its order."""
    return tuple(_misfit(document, wrong) for wrong in error.errors(include_url=False, include_input=False))


def _misfit(document: object, wrong: ErrorDetails) -> Misfit:
    path, sort = wrong["loc"], wrong["type"]
    reason = _reason(path, sort, wrong)
    value = _value(document, path)
    telling = sort not in _WITHOUT_VALUE and isinstance(value, str | int | float)
    before = f"‘{brief(str(value))}’ " if telling else ""
    return Misfit(".".join(str(step) for step in path) or "the record", f"{before}{reason}")


def _reason(path: tuple[int | str, ...], sort: str, wrong: ErrorDetails) -> str:
    if sort == "string_pattern_mismatch":
        return _FORMS.get(str(path[-1]), _AN_ID)
    if sort in _SAID:
        return _SAID[sort](wrong.get("ctx", {}))
    return str(wrong["msg"]).removeprefix("Value error, ").replace("Input should be ", "should be ")


def _listed(expected: str) -> str:
    """Return `a, b, c` of pydantic's `'a', 'b' or 'c'`."""
    return expected.replace("' or '", "', '").replace("'", "")


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
