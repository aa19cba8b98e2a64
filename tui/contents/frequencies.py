"""Frequencies in lines: a bar for each kind, actor and place, in groups of their own scale."""

from itertools import groupby

from store.rows import FrequencyRow
from store.situation import Frequencies
from tui.contents.timeline import NAMES, SIGNS
from tui.widgets.listing import NO_ROW, Sheet
from tui.widgets.runs import Line, Run, fit
from tui.widgets.wrapping import wrap

HEADINGS = {"kind": "Kinds", "actor": "Actors", "place": "Places"}
_NAME_WIDTH = 34
_NUMBER_WIDTH = 10
_BARS = "▏▎▍▌▋▊▉█"

Lines = list[tuple[Line, int]]


def lay_out(found: Frequencies, through: str, width: int) -> Sheet:
    """Return the counts as a sheet for so many cells; `through` says of what lens they are."""
    head = f"{_in_all(found)}{f': {through}' if through else ''}"
    lines: Lines = [((Run(part, "strong"),), NO_ROW) for part in wrap(head, width, most=3)]
    number = 0
    for group, grouped in groupby(found.rows, key=lambda row: row.group):
        rows = list(grouped)
        part = f", in the newest {found.of:,}" if group != "kind" and found.of < found.total else ""
        lines += [((), NO_ROW), ((Run(HEADINGS[group], "heading"), Run(part, "dim")), NO_ROW)]
        most = max(row.number for row in rows)
        for row in rows:
            lines.append((_line(row, most, width), number))
            number += 1
    return Sheet(lines, found.rows)


def _in_all(found: Frequencies) -> str:
    """Return how many statements there are, and how many publications, which state nothing by themselves."""
    publications = sum(row.number for row in found.rows if row.group == "kind" and row.kind == "source")
    statements = _counted(found.total, "statement") if found.total or not publications else ""
    return ", ".join(filter(None, (statements, _counted(publications, "publication") if publications else "")))


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def name(row: FrequencyRow) -> str:
    """Return what is counted."""
    return NAMES[row.kind] if row.group == "kind" else row.name


def _line(row: FrequencyRow, most: int, width: int) -> Line:
    names = min(_NAME_WIDTH, width // 2)
    room = max(0, width - names - _NUMBER_WIDTH - 3)
    return (
        Run(f"{SIGNS[row.kind]} " if row.group == "kind" else "", "dim"),
        Run(fit(name(row), names - 2 * (row.group == "kind"))),
        Run(f"{row.number:>{_NUMBER_WIDTH},} ", "dim"),
        Run(_bar(row.number, most, room), "accent"),
    )


def _bar(number: int, most: int, room: int) -> str:
    """Return a bar so long, to an eighth of a cell; one thing among many still shows."""
    eighths = max(1, number * room * 8 // most) if room else 0
    return _BARS[-1] * (eighths // 8) + (_BARS[eighths % 8 - 1] if eighths % 8 else "")
