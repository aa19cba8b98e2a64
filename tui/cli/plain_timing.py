"""What belongs to time as plain text: a row a line, with the ref that it names."""

from collections.abc import Iterable, Iterator, Sequence

from store.rows import ChangeRow


def under_headings(headings: Sequence[tuple[str, int]], lines: Iterable[str]) -> Iterator[str]:
    """Yield lines under headings, each with the number of lines that it stands over; a blank line parts them."""
    left = iter(lines)
    for place, (heading, number) in enumerate(headings):
        first = next(left, None)
        if first is None:
            return
        if place:
            yield ""
        yield f"{heading}: {number:,}"
        yield f"  {first}"
        for _, line in zip(range(number - 1), left, strict=False):
            yield f"  {line}"


def change_line(row: ChangeRow) -> str:
    """Return a change: when, what, how it is graded."""
    return _line(row.when, row.title, row.grade, row.mark, row.target)


def _line(when: str, title: str, grade: str, mark: str, ref: str) -> str:
    aside = ", ".join(filter(None, (grade, mark)))
    return f"{when or 'undated'}: {title}" + (f" ({aside})" if aside else "") + f" [{ref}]"
