"""The accounts of a fact in lines: their times drawn under each other, then what each source tells."""

from collections.abc import Sequence

from store.rows import AccountRow, DisputeRow
from tui.widgets.listing import NO_ROW, Sheet
from tui.widgets.runs import Line, Look, Run, fit, width_of
from tui.widgets.span_bar import Axis, axis, bar
from tui.widgets.wrapping import wrap

Lines = list[tuple[Line, int]]

_VALUE_WIDTH = 24
"""Cells that a value has beside its bar, at most."""
_LEAST_BAR = 20
_MOST_BARS = 12
_INDENT = "  "


def lay_out(fact: DisputeRow, accounts: Sequence[AccountRow], width: int) -> Sheet:
    """Return a sheet for so many cells; its rows are the accounts, in their order."""
    lines: Lines = [((Run(part, "strong"),), NO_ROW) for part in wrap(fact.title, width, most=2)]
    lines += [((Run(f"{fact.matter}: {_counted(accounts)}", "dim"),), NO_ROW), ((), NO_ROW)]
    lines += [(line, NO_ROW) for line in _bars(accounts, width)]
    for number, account in enumerate(accounts):
        lines += [((), NO_ROW), *((line, number) for line in _account(account, width))]
    return Sheet(lines, accounts)


def _counted(accounts: Sequence[AccountRow]) -> str:
    values, sources = {row.value for row in accounts}, {row.source for row in accounts if row.source}
    versions = f"{len(values)} {'version' if len(values) == 1 else 'versions'}"
    return f"{versions}, {len(sources) or 'no'} {'source' if len(sources) == 1 else 'sources'}"


def _bars(accounts: Sequence[AccountRow], width: int) -> list[Line]:
    """Draw the time of each account under those before it, where they are not all of one time."""
    spans = list(dict.fromkeys((row.value, row.edtf) for row in accounts if row.edtf))
    if len({edtf for _, edtf in spans}) < 2:
        return []
    label = min(_VALUE_WIDTH, max((width_of((Run(value),)) for value, _ in spans), default=0), width - _LEAST_BAR)
    scale = axis((edtf for _, edtf in spans), width - label - 2)
    if label < 1 or scale is None:
        return []
    drawn: list[Line] = [_scale(scale, label)]
    for value, edtf in spans[:_MOST_BARS]:
        drawn.append((Run(fit(value, label)), Run("  "), Run(bar(edtf, scale), "accent")))
    if len(spans) > _MOST_BARS:
        drawn.append((Run(f"… {len(spans) - _MOST_BARS} more", "dim"),))
    return drawn


def _scale(scale: Axis, label: int) -> Line:
    first, last = scale.ends
    free = scale.width - len(first) - len(last) - 2
    told = f"{first} {'·' * free} {last}" if free > 0 else fit(first, scale.width)
    return (Run(" " * (label + 2)), Run(told, "dim"))


def _account(row: AccountRow, width: int) -> list[Line]:
    """Lay out an account: its value with rank and grade; when it held, who said so and when; in which words."""
    ending: Line = (*_marks(row), Run(f" {row.grade:<2}", "dim"))
    room = max(8, width - width_of(ending))
    first, *others = wrap(row.value, room, 4) or [""]
    told = (
        row.held or "undated",
        " ".join(filter(None, (row.source, row.locator))),
        f"said {row.said}" if row.said else "",
        row.sureness,
    )
    lines: list[Line] = [(Run(fit(first, room), "strong"), *ending)]
    lines += [(Run(part, "strong"),) for part in others]
    lines += _indented(" · ".join(filter(None, told)), width, 3, "dim")
    if row.words:
        lines += _indented(f"“{row.words}”", width, 8, "accent")
    if row.reasoning:
        lines += _indented(f"because: {row.reasoning}", width, 6, "dim")
    return lines


def _indented(text: str, width: int, most: int, look: Look) -> list[Line]:
    return [(Run(_INDENT), Run(part, look)) for part in wrap(text, max(8, width - len(_INDENT)), most)]


def _marks(row: AccountRow) -> Line:
    rank: Look = "accent" if row.rank == "preferred" else "warn"
    marks = [Run(f" {text}", look) for text, look in ((row.rank, rank), (row.mark, "warn")) if text]
    return tuple(marks) if marks or row.disputed else (Run(" not disputed", "dim"),)
