"""What belongs to time, for `--plain`: a statement a line, in words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from store.rows import ChangeRow, FrequencyRow, Heading, TimelineRow
from tui.cli.spoken import grade, listed, mark, numbered, said, time


def under_headings(headings: Sequence[Heading], lines: Iterable[str]) -> Iterator[str]:
    """Yield lines under headings, each of these with the number of lines that it stands over."""
    left = iter(lines)
    for heading in headings:
        under = [line for _, line in zip(range(heading.number), left, strict=False)]
        if not under:
            return
        yield f"{heading.label}: {heading.number:,}."
        yield from numbered(under)


def timeline_line(row: TimelineRow) -> str:
    """Return what has a time: when, of what kind, what."""
    return said(time(row.when) or "undated", row.kind, row.title, grade(row.grade), mark(row.mark), row.target)


def change_line(row: ChangeRow) -> str:
    """Return a change: when, what, what became of it, how it is graded."""
    when = "" if row.change == "renamed" else time(row.when) or "undated"
    return said(when, row.title, row.change, grade(row.grade), mark(row.mark), row.target)


def count_lines(rows: Iterable[FrequencyRow]) -> Iterator[str]:
    """Yield counts by kind, actor and place."""
    for group, counted in groupby(rows, key=lambda row: row.group):
        yield f"By {group}:"
        yield from numbered(said(row.name, f"{row.number:,}", listed(time(row.detail)), row.target) for row in counted)
