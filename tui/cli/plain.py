"""Rows as plain text and as JSON: no colours, no tables wider than their words, good for pipes and screen readers."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import click
import orjson

from store.citing import cite
from store.refs import TABLES
from store.rows import CitationRow, FoundRow, Profile, ProfileRow, Slice
from store.situation import Situation
from store.when import Day
from store.when.days import edtf_of_day

_OBEYED = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def write_lines(lines: Iterable[str]) -> None:
    """Print the lines."""
    for line in lines:
        click.echo(line)


def write_json(answer: object) -> None:
    """Print the answer as indented JSON.

    An imported row is kept to the letter, so what a terminal would obey in it is written as an escape.
    """
    text = orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode()
    click.echo(_OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


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


def stats_lines(situation: Situation) -> Iterator[str]:
    """Yield a situation in numbers, a number a line."""
    stats = situation.stats()
    yield situation.title
    yield f"{'file':<10} {situation.path}, {stats.bytes:,} bytes"
    for kind, count in stats.kinds.items():
        yield f"{TABLES[kind]:<10} {count:,}"
    for status, count in stats.statuses.items():
        if status != "accepted" and count:
            yield f"{status:<10} {count:,}"
    yield f"{'citations':<10} {stats.citations:,}"
    yield f"{'conflicts':<10} {stats.conflicts:,}"
    yield f"{'span':<10} {_day(stats.first)} to {_day(stats.last)}"
    if stats.untitled:
        yield f"{stats.untitled:,} have no name that can be read: `sitroom check` says why"


def stats_json(situation: Situation) -> dict[str, object]:
    """Return a situation in numbers for JSON; days as ISO 8601."""
    stats = situation.stats()
    return {
        "title": situation.title,
        "file": str(situation.path),
        "bytes": stats.bytes,
        "records": {TABLES[kind]: count for kind, count in stats.kinds.items()},
        "statuses": stats.statuses,
        "citations": stats.citations,
        "conflicts": stats.conflicts,
        "span": [None if day is None else edtf_of_day(day) for day in (stats.first, stats.last)],
    }


def _day(day: Day | None) -> str:
    return "undated" if day is None else edtf_of_day(day)
