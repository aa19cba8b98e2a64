"""Rows for `--plain`: a statement a line, in words, with nothing that has to be seen: no columns, indents or signs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from store.rows import (
    AccountRow,
    CitationRow,
    DisputeRow,
    FoundRow,
    HoldRow,
    NewsRow,
    Profile,
    ProfileRow,
    Slice,
    TieRow,
)
from tui.cli.plain import CITED, SPELT_NEARLY_SO
from tui.cli.spoken import grade, listed, locator, mark, numbered, said, time, toll

Told = Iterator[str]
_TIMES = ("when",)
"""Labels of statements that are times."""


def profile_lines(profile: Profile, citations: Sequence[CitationRow]) -> Told:
    """Yield a profile: who or what it is, then each section with the number of its statements, then the citations."""
    yield said(profile.title, listed(time(profile.subtitle)), mark(profile.mark))
    if profile.also:
        yield f"Also called: {', '.join(profile.also)}."
    yield f"Its ref: {profile.ref}."
    yield from profile.summary.splitlines()
    stated = (row for row in profile.rows if row.section != CITED or row.statement != profile.ref)
    for section, grouped in groupby(stated, key=lambda row: row.section):
        rows = list(grouped)
        total = max(len(rows), profile.counts.get(section, 0))
        told = f"{len(rows)} of {total:,}" if total > len(rows) else str(total)
        yield f"{section}: {told}."
        yield from numbered(_statement(row, profile.ref) for row in rows)
    if citations:
        yield f"Cited: {len(citations)}."
        yield from numbered(map(_citation, citations))


def _statement(row: ProfileRow, about: str) -> str:
    refs = dict.fromkeys(ref for ref in (row.target, row.statement) if ref and ref != about)
    text = time(row.text) if row.label in _TIMES else listed(toll(row.text))
    named = f"{time(row.label)}: {text}" if row.label else text
    return said(named, time(row.when), grade(row.grade), mark(row.mark), ", ".join(refs))


def _citation(row: CitationRow) -> str:
    judged = grade(f"{row.reliability}{row.credibility or ''}")
    words = f"in the words: “{row.words}”" if row.words else ""
    published = f"published {time(row.published)}" if row.published else ""
    return said(row.title, row.publisher, published, locator(row.locator), judged, words, row.target)


def found_lines(found: Slice[FoundRow]) -> Told:
    """Yield finds: how many, then one a line."""
    yield f"{found.total:,} found."
    yield from numbered(map(_find, found.rows))


def _find(row: FoundRow) -> str:
    aside = row.context if row.context and row.context != row.title else listed(time(row.detail))
    return said(row.kind, row.title, SPELT_NEARLY_SO if row.near else "", mark(row.mark), aside, row.target)


def news_lines(rows: Sequence[NewsRow]) -> Told:
    """Yield what is new, one record a line: how, on which day, what it is called, and by whom."""
    yield from numbered(map(_new, rows))


def _new(row: NewsRow) -> str:
    revision = f"revision {row.revision}" if row.revision > 1 else ""
    return said(row.how, row.day, row.kind, row.title, mark(row.mark), revision, row.by, row.target)


def conflict_lines(facts: Sequence[DisputeRow], accounts: Sequence[Sequence[AccountRow]]) -> Told:
    """Yield each disputed fact, then its accounts, one a line."""
    for fact, rows in zip(facts, accounts, strict=True):
        yield f"{fact.title}, {fact.matter}: {len(rows)} accounts. {fact.target}."
        yield from numbered(map(_account, rows))


def _account(row: AccountRow) -> str:
    return said(
        toll(row.value),
        time(row.held) or "undated",
        f"according to {row.source}" if row.source else "no source is recorded",
        locator(row.locator),
        f"said {time(row.said)}" if row.said else "",
        grade(row.grade),
        row.sureness,
        row.rank,
        mark(row.mark),
        "" if row.disputed else "not disputed",
        f"in the words: “{row.words}”" if row.words else "",
        f"because: {row.reasoning}" if row.reasoning else "",
        row.statement,
    )


def web_lines(actor: str, rows: Sequence[TieRow]) -> Told:
    """Yield the ties of an actor, each with those of its other end behind it: both ends are named in every line."""
    yield f"{actor}: {sum(row.depth == 1 for row in rows)} ties."
    yield from numbered(map(_tie, rows))


def link_lines(rows: Sequence[TieRow]) -> Told:
    """Yield a chain of ties, one a line from end to end."""
    yield f"{len(rows)} ties, one after another."
    yield from numbered(map(_tie, rows))


def _tie(row: TieRow) -> str:
    away = "" if row.depth == 1 else f"step {row.depth}"
    tied = f"{row.from_}, {row.label}: {row.text}"
    return said(away, tied, time(row.when), grade(row.grade), mark(row.mark), f"{row.target}, {row.statement}")


def hold_lines(rows: Iterable[HoldRow]) -> Told:
    """Yield holds, one a line: who or where, how, when."""
    return iter(
        said(
            f"{row.name}: {row.how}",
            time(row.when) or "undated",
            grade(row.grade),
            mark(row.mark),
            f"{row.target}, {row.statement}",
        )
        for row in rows
    )
