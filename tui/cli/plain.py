"""Rows as plain text: no colours, no boxes, good for pipes and screen readers."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from store.citing import cite
from store.refs import TABLES, Ref
from store.rows import CitationRow, FoundRow, NewsRow, Profile, ProfileRow, Slice
from store.situation import Situation
from store.when import Day
from store.when.days import written_day

_WIDEST_COLUMN = 44
SPELT_NEARLY_SO = "spelt nearly so"
CONTESTED = "contested: another account contradicts it"
CITED = "Sources"
"""The section of a profile that holds its own citations, which are told with all that is known of them."""


def profile_lines(profile: Profile, citations: Iterable[CitationRow]) -> Iterator[str]:
    """Yield a profile as text: head, summary, the statements section by section with the refs they name, citations."""
    yield f"{profile.title} [{profile.ref}]"
    if profile.subtitle:
        yield profile.subtitle
    if profile.also:
        yield "also: " + ", ".join(profile.also)
    if profile.mark:
        yield CONTESTED if profile.mark == "conflict" else f"status: {profile.mark}"
    if profile.summary:
        yield ""
        yield from profile.summary.splitlines()
    stated = (row for row in profile.rows if row.section != CITED or row.statement != profile.ref)
    for section, rows in groupby(stated, key=lambda row: row.section):
        yield ""
        yield section
        shown = list(rows)
        yield from (_statement(row, profile.ref) for row in shown)
        left = profile.counts.get(section, 0) - len(shown)
        if left > 0:
            yield f"  and {left:,} more"
    yield from _citation_lines(citations)


def _statement(row: ProfileRow, about: Ref) -> str:
    label = f"{row.label}: " if row.label else ""
    aside = ", ".join(part for part in (row.when, row.grade, row.mark) if part)
    named = dict.fromkeys(ref for ref in (row.target, row.statement) if ref and ref != about)
    return f"  {label}{row.text}" + (f" ({aside})" if aside else "") + (f" [{', '.join(named)}]" if named else "")


def _citation_lines(citations: Iterable[CitationRow]) -> Iterator[str]:
    """Yield the citations of a record under a heading: one a line, but places in one source that say no more together.

    Nothing where there are none.
    """
    places: dict[CitationRow, list[str]] = {}
    for row in citations:
        places.setdefault(row._replace(locator=""), []).append(row.locator)
    if places:
        yield ""
        yield "Cited"
    for row, locators in places.items():
        yield f"  {cite(row._replace(locator=', '.join(filter(None, locators))))} [{row.target}]"


def found_lines(found: Slice[FoundRow]) -> Iterator[str]:
    """Yield finds, one a line: ref, title, and the text that held the words."""
    width = min(max((len(row.target) for row in found.rows), default=0), _WIDEST_COLUMN)
    for row in found.rows:
        aside = row.context if row.context and row.context != row.title else row.detail
        mark = "".join(f" ({told})" for told in (row.mark, SPELT_NEARLY_SO if row.near else "") if told)
        yield f"{row.target:<{width}}  {row.title}{mark}" + (f"  - {aside}" if aside else "")


def news_lines(rows: Iterable[NewsRow]) -> Iterator[str]:
    """Yield what is new, one record a line: on which day, how, its ref and title, and by whom."""
    for row in rows:
        revision = f"revision {row.revision}" if row.revision > 1 else ""
        aside = "".join(f" ({told})" for told in (row.mark, revision) if told)
        by = f"  - {row.by}" if row.by else ""
        yield f"{row.day}  {row.how:<7}  {row.target}  {row.title}{aside}{by}"


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
    yield f"{'span':<10} {_span(stats.first, stats.last)}"
    if stats.untitled:
        yield f"{stats.untitled:,} have no name that can be read: `sitroom check` says why"


def _span(first: Day | None, last: Day | None) -> str:
    if first is None or last is None:
        return "nothing is dated"
    return f"{written_day(first)} to {written_day(last)}"
