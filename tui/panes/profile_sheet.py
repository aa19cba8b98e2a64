"""A profile in lines: head, summary, and the statements section by section."""

from itertools import groupby

from rich.cells import cell_len

from store.rows import Profile, ProfileRow
from tui.widgets.listing import NO_ROW, Sheet
from tui.widgets.runs import Line, Run, cut, fit
from tui.widgets.wrapping import wrap

LABEL_WIDTH = 13
WHEN_WIDTH = 15
GRADE_WIDTH = 3
LONGEST_SUMMARY = 400  # lines
LONGEST_ROW = 8  # lines; the whole of it is in the record's own profile
MARKS = {"conflict": "≠ contested"}

Lines = list[tuple[Line, int]]


def lay_out(profile: Profile, width: int) -> Sheet:
    """Return the profile as a sheet for so many cells; its rows are the statements, in their order."""
    lines: Lines = [*_head(profile, width), *_sections(profile, width)]
    return Sheet(lines, profile.rows)


def _head(profile: Profile, width: int) -> Lines:
    title = [(Run(part, "strong"),) for part in wrap(profile.title, width, most=4)]
    subtitle = [(Run(part, "dim"),) for part in wrap(profile.subtitle, width, most=3)]
    also = [(Run(part, "dim"),) for part in wrap("also: " + ", ".join(profile.also), width, most=3) if profile.also]
    mark = [(Run(profile.mark, "warn"),)] if profile.mark else []
    summary = [(Run(part),) for part in wrap(profile.summary, width, LONGEST_SUMMARY)]
    spaced: list[Line] = [*title, *subtitle, *also, *mark]
    if summary:
        spaced += [(), *summary]
    return [(line, NO_ROW) for line in spaced]


def _sections(profile: Profile, width: int) -> Lines:
    lines: Lines = []
    number = 0
    for section, rows in groupby(profile.rows, key=lambda row: row.section):
        lines += [((), NO_ROW), (_heading(section, profile.counts, width), NO_ROW)]
        labelled = 0
        for row in rows:
            lines += [(line, number) for line in _statement(row, width)]
            labelled += 1
            number += 1
        lines += [
            ((Run(f" … {left:,} more", "dim"),), NO_ROW)
            for left in [profile.counts.get(section, 0) - labelled]
            if left > 0
        ]
    return lines


def _heading(section: str, counts: dict[str, int], width: int) -> Line:
    total = counts.get(section)
    return (Run(section, "heading"), Run(f"  {total:,}" if total else "", "dim"))


def _statement(row: ProfileRow, width: int) -> list[Line]:
    """Lay out one statement: its label, its text in as many lines as it takes, its time and grade on the first."""
    label = fit(row.label, LABEL_WIDTH - 1) + " " if row.label else ""
    mark = MARKS.get(row.mark, row.mark)
    ending = _ending(row, mark)
    room = width - 1 - cell_len(label)
    beside = cell_len(row.text) + sum(cell_len(run.text) for run in ending) <= room
    texts = [row.text] if beside else wrap(row.text, max(room if len(ending) < 2 else room, 8), LONGEST_ROW)
    first: Line = (Run(" "), Run(label, "dim"))
    rest: Line = (Run(" " * (1 + cell_len(label))),)
    lines = [(*(first if at == 0 else rest), Run(text)) for at, text in enumerate(texts or [""])]
    return _with_ending(lines, ending, width, rest)


def _ending(row: ProfileRow, mark: str) -> Line:
    runs: list[Run] = []
    if mark:
        runs.append(Run(f" {mark}", "warn"))
    if row.when:
        runs.append(Run(f" {cut(row.when, 28)}", "dim"))
    runs.append(Run(f" {row.grade:<2}" if row.grade else "   ", "dim"))
    return tuple(runs)


def _with_ending(lines: list[Line], ending: Line, width: int, indent: Line) -> list[Line]:
    """Put the time and grade at the end of the last line, or on one of their own where that one is too full."""
    taken = sum(cell_len(run.text) for run in lines[-1])
    needed = sum(cell_len(run.text) for run in ending)
    if not "".join(run.text for run in ending).strip():
        return lines
    if taken + needed > width:
        lines = [*lines, indent]
        taken = sum(cell_len(run.text) for run in indent)
    lines[-1] = (*lines[-1], Run(" " * max(0, width - taken - needed)), *ending)
    return lines
