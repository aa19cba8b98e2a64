"""What the screen that brings a file in lists: the formats there are, or the account of what a file comes to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from store.formats.registry import READABLE
from store.text import one_line
from tui.widgets.listing import NO_ROW, Listing, Sheet
from tui.widgets.runs import Line, Look, Run, cut, fit
from tui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from store.documents import Document

_NAME_WIDTH = 16
_LINES_OF_A_LINE = 4
_CALLED = ("title", "words", "gist", "text")
"""What a record without a name is known by."""
_LONGEST_NAME = 100


def formats_sheet(problem: str, width: int) -> Listing:
    """List the formats, under what went wrong."""
    known = tuple(READABLE.values())
    lines: list[tuple[Line, int]] = [((Run(part, "warn"),), NO_ROW) for part in wrap(problem, width)]
    lines += [((), NO_ROW)] if problem else []
    for number, form in enumerate(known):
        title = cut(form.title, max(0, width - _NAME_WIDTH))
        lines.append(((Run(fit(form.name, _NAME_WIDTH), "accent"), Run(title, "dim")), number))
    return Sheet(lines, known)


def first_names(first: "Mapping[str, Sequence[Document]]") -> Iterator[str]:
    """Return what the first records would be called, a line a kind."""
    for table, documents in first.items():
        called = "; ".join(cut(one_line(_called(document)), _LONGEST_NAME) for document in documents)
        yield f"the first {table} would be: {called}"


def _called(document: "Document") -> str:
    """Return what a record that has not come in yet goes by: its words or, of a claim without any, who and what."""
    from store.namesakes import names  # it loads the models, which the room does without

    if own := next(filter(None, map(document.get, _CALLED)), None):
        return str(own)
    if predicate := document.get("predicate"):
        what = document.get("object") or document.get("value", "")
        return f"{document.get('subject', '')} {predicate} {what}"
    return next(names(document), str(document["id"]))


def account_sheet(account: tuple[str, ...], width: int) -> Listing:
    """Lay the lines of an account out as rows, so that a long one can be gone through."""
    lines: list[tuple[Line, int]] = []
    for number, told in enumerate(account):
        look: Look = "plain" if number == 0 else "dim"
        lines += [((Run(part, look),), number) for part in wrap(told.strip(), width, _LINES_OF_A_LINE)]
    return Sheet(lines, account)
