"""Uncertain time, shown as it is: EDTF read into whole days, related, ordered and put into words.

    >>> phrase(parse("[2016-06-17..2016-08-05]"))
    'some day, 17 Jun – 5 Aug 2016'
    >>> brief(parse("2016-05/.."))
    'May 2016 –'

docs/dates.md says what each form means and which words of a report become which. The relations and the words of
reports are loaded when they are first asked for: a first frame needs neither.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from store.when.brief import brief
from store.when.civil import Day, civil, ordinal
from store.when.days import from_days, written_day
from store.when.order import sort_key
from store.when.phrase import UNDATED, phrase
from store.when.span import Precision, Span, parse
from store.when.written import NotEdtf

if TYPE_CHECKING:
    from store.when.relations import Certainty, before, contains, holds_on, overlaps
    from store.when.said import resolve

__all__ = [
    "UNDATED",
    "Certainty",
    "Day",
    "NotEdtf",
    "Precision",
    "Span",
    "before",
    "brief",
    "civil",
    "contains",
    "from_days",
    "holds_on",
    "ordinal",
    "overlaps",
    "parse",
    "phrase",
    "resolve",
    "sort_key",
    "written_day",
]

_LOADED_WHEN_ASKED = dict.fromkeys(("Certainty", "before", "contains", "holds_on", "overlaps"), "store.when.relations")
_LOADED_WHEN_ASKED["resolve"] = "store.when.said"


def __getattr__(name: str) -> object:
    """Load what a first frame does without."""
    if name not in _LOADED_WHEN_ASKED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    loaded: object = getattr(import_module(_LOADED_WHEN_ASKED[name]), name)
    globals()[name] = loaded
    return loaded
