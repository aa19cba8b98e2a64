"""What belongs to time as plain text: a row a line, with the ref that it names."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from store.rows import ChangeRow, FrequencyRow, Heading, TimelineRow
from store.when.days import written_day


def under_headings(headings: Sequence[Heading], lines: Iterable[str]) -> Iterator[str]:
    """Yield lines under headings, each with the number of lines that it stands over; a blank line parts them."""
    left = iter(lines)
    for place, heading in enumerate(headings):
        first = next(left, None)
        if first is None:
            return
        if place:
            yield ""
        yield f"{heading.label}: {heading.number:,}"
        yield f"  {first}"
        for _, line in zip(range(heading.number - 1), left, strict=False):
            yield f"  {line}"


def change_line(row: ChangeRow) -> str:
    """Return a change: when, what, how it is graded."""
    told = _line(row.when, row.title, row.grade, row.mark, row.target)
    return told.removeprefix("undated: ") if row.change == "renamed" else told


def timeline_line(row: TimelineRow) -> str:
    """Return what has a time: when, of what kind, what."""
    return _line(row.when, f"{row.kind}, {row.title}", row.grade, row.mark, row.target)


def timed(row: TimelineRow) -> dict[str, object]:
    """Return what has a time for JSON, its days as ISO 8601."""
    days = (None if day is None else written_day(day) for day in (row.earliest, row.latest))
    return row._asdict() | dict(zip(("earliest", "latest"), days, strict=True))


def count_lines(rows: Iterable[FrequencyRow]) -> Iterator[str]:
    """Yield counts by kind, actor and place."""
    for place, (group, counted) in enumerate(groupby(rows, key=lambda row: row.group)):
        if place:
            yield ""
        yield f"By {group}:"
        for row in counted:
            aside = f" ({row.detail})" if row.detail else ""
            yield f"  {row.name}: {row.number:,}{aside}" + (f" [{row.target}]" if row.target else "")


def counted(row: FrequencyRow) -> dict[str, object]:
    """Return a count for JSON."""
    return {"by": row.group, "ref": row.target or None, "name": row.name, "detail": row.detail, "number": row.number}


def _line(when: str, title: str, grade: str, mark: str, ref: str) -> str:
    aside = ", ".join(filter(None, (grade, mark)))
    return f"{when or 'undated'}: {title}" + (f" ({aside})" if aside else "") + f" [{ref}]"
