"""A profile in lines: head, summary, and the statements section by section."""

from itertools import groupby

from store.rows import Profile, ProfileRow
from tui.contents.marks import mark
from tui.measure import cell_len
from tui.widgets.listing import NO_ROW, Sheet
from tui.widgets.runs import Line, Run, fit, width_of
from tui.widgets.wrapping import wrap

LABEL_WIDTH = 14
ROOM_FOR_WORDS = 56
"""Cells from which a mark is told in words."""
LONGEST_SUMMARY = 400  # lines
LONGEST_ROW = 8  # lines; the whole of it is in the record's own profile

Lines = list[tuple[Line, int]]


def lay_out(profile: Profile, width: int, missing: str = "") -> Sheet:
    """Return the profile as a sheet for so many cells; its rows are the statements, in their order.

    `missing` is what is said in their place.
    """
    lines: Lines = [*_head(profile, width), *_sections(profile, width)]
    if missing:
        lines += [((), NO_ROW), *(((Run(part, "dim"),), NO_ROW) for part in wrap(missing, width, 3))]
    return Sheet(lines, profile.rows)


def _head(profile: Profile, width: int) -> Lines:
    title = [(Run(part, "strong"),) for part in wrap(profile.title, width, most=4)]
    subtitle = [(Run(part, "dim"),) for part in wrap(profile.subtitle, width, most=3)]
    also = [(Run(part, "dim"),) for part in wrap("also: " + ", ".join(profile.also), width, most=3) if profile.also]
    told = [(Run(mark(profile.mark), "warn"),)] if profile.mark else []
    summary = [(Run(part),) for part in wrap(profile.summary, width, LONGEST_SUMMARY)]
    spaced: list[Line] = [*title, *subtitle, *also, *told]
    if summary:
        spaced += [(), *summary]
    return [(line, NO_ROW) for line in spaced]


def _sections(profile: Profile, width: int) -> Lines:
    lines: Lines = []
    number = 0
    for section, grouped in groupby(profile.rows, key=lambda row: row.section):
        rows = list(grouped)
        total = profile.counts.get(section, len(rows))
        # What other records state is counted; the record's own facts are not a number of things.
        counted = (Run(f"  {total:,}", "dim"),) if any(row.statement != profile.ref for row in rows) else ()
        lines += [((), NO_ROW), ((Run(section, "heading"), *counted), NO_ROW)]
        labelled = any(row.label for row in rows)
        for row in rows:
            most = LONGEST_SUMMARY if row.statement == profile.ref else LONGEST_ROW
            lines += [(line, number) for line in _statement(row, width, most, labelled=labelled)]
            number += 1
        if total > len(rows):
            lines.append(((Run(f" … {total - len(rows):,} more; the Timeline and the Index list all", "dim"),), NO_ROW))
    return lines


def _statement(row: ProfileRow, width: int, most: int, *, labelled: bool) -> list[Line]:
    """Lay out one statement: label, text, mark and grade, and its time at the end or, without room, on a line below.

    A label that is too long for its column stands behind the text. `labelled` keeps the column where others have one.
    """
    long = cell_len(row.label) >= LABEL_WIDTH
    label = fit("" if long else row.label, LABEL_WIDTH) if labelled else ""
    indent = " " * (1 + cell_len(label))
    ending = _ending(row, width)
    room = max(8, width - cell_len(indent) - width_of(ending))
    texts = wrap(f"{row.text} — {row.label}" if long else row.text, room, most) or [""]
    when = f" {row.when}" if row.when else ""
    fits = len(texts) == 1 and cell_len(texts[0]) + cell_len(when) <= room
    first = fit(texts[0], room - cell_len(when) if fits else room)
    lines: list[Line] = [(Run(" "), Run(label, "dim"), Run(first), *([Run(when, "dim")] if fits else []), *ending)]
    lines += [(Run(indent + text),) for text in texts[1:]]
    if when and not fits:
        lines += [(Run(indent + part, "dim"),) for part in wrap(row.when, width - cell_len(indent), 2)]
    return lines


def _ending(row: ProfileRow, width: int) -> Line:
    runs = [Run(f" {mark(row.mark, short=width < ROOM_FOR_WORDS)}", "warn")] if row.mark else []
    return (*runs, Run(f" {row.grade:<2}", "dim"))
