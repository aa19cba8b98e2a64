"""Rows as plain text and as JSON: no colours, no tables wider than their words, good for pipes and screen readers."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import click
import orjson

from store.check import Problem
from store.citing import cite
from store.rows import CitationRow, FoundRow, Profile, ProfileRow, Slice


def write_lines(lines: Iterable[str]) -> None:
    """Print the lines."""
    for line in lines:
        click.echo(line)


def write_json(answer: object) -> None:
    """Print the answer as indented JSON."""
    click.echo(orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode())


def profile_lines(profile: Profile) -> Iterator[str]:
    """Yield a profile as text: head, summary, and the statements section by section with the refs they name."""
    yield profile.title
    yield profile.subtitle
    if profile.also:
        yield "also: " + ", ".join(profile.also)
    if profile.mark:
        yield f"status: {profile.mark}"
    if profile.summary:
        yield ""
        yield profile.summary
    for section, rows in groupby(profile.rows, key=lambda row: row.section):
        yield ""
        yield section
        shown = list(rows)
        yield from map(_statement, shown)
        left = profile.counts.get(section, 0) - len(shown)
        if left > 0:
            yield f"  and {left:,} more"


def _statement(row: ProfileRow) -> str:
    label = f"{row.label}: " if row.label else ""
    aside = ", ".join(part for part in (row.when, row.grade, row.mark) if part)
    named = row.target or row.statement
    return f"  {label}{row.text}" + (f" ({aside})" if aside else "") + (f" [{named}]" if named else "")


def citation_lines(citations: Iterable[CitationRow]) -> Iterator[str]:
    """Yield the citations of a record, one a line under a heading; nothing where there are none."""
    for number, row in enumerate(citations):
        if number == 0:
            yield ""
            yield "Cited"
        yield f"  {cite(row)} [{row.target}]"


def found_lines(found: Slice[FoundRow]) -> Iterator[str]:
    """Yield finds, one a line: ref, title, and the text that held the words."""
    width = max((len(row.target) for row in found.rows), default=0)
    for row in found.rows:
        aside = row.context if row.context and row.context != row.title else row.detail
        mark = f" ({row.mark})" if row.mark else ""
        yield f"{row.target:<{width}}  {row.title}{mark}" + (f"  - {aside}" if aside else "")
    if found.total > len(found.rows):
        yield f"{found.total - len(found.rows):,} more: --limit shows them"


def found_json(row: FoundRow) -> dict[str, object]:
    """Return a find for JSON."""
    return {
        "ref": row.target,
        "kind": row.kind,
        "title": row.title,
        "context": row.context,
        "status": row.mark or "accepted",
    }


def problem_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield problems, one a line: record, field, what is wrong, what mends it."""
    for problem in problems:
        yield f"{problem.ref}: {problem.field}: {problem.what}; {problem.mend}"
