"""A brief in Markdown (CommonMark, with the tables of GitHub)."""

from collections.abc import Iterator

from store.brief import wording
from store.brief.brief import Brief, Cited, Listed, Matter, Part, Section, Statement, Version
from store.markdown import address, escaped, paragraphs


def as_markdown(brief: Brief) -> Iterator[str]:
    """Yield the lines of a brief."""
    yield f"# {escaped(brief.title)}"
    yield from _paragraph(escaped(brief.scope))
    yield from _paragraph(f"**{wording.marking(brief)}**")
    for part in brief.parts:
        yield from _part(part)
    for section in brief.sections:
        yield from _section("##", section)
    yield from _contested(brief)
    yield from _sources(brief)


def _paragraph(text: str) -> Iterator[str]:
    if text:
        yield ""
        yield text


def _part(part: Part) -> Iterator[str]:
    yield from _paragraph(f"## {escaped(part.title)}")
    yield ""
    yield from _head(part)
    for text in paragraphs(part.summary):
        yield from _paragraph(text)
    for section in part.sections:
        yield from _section("###", section)


def _head(part: Part) -> Iterator[str]:
    told = " ".join(filter(None, (escaped(part.subtitle), _mark(part.mark), _cited(part.cited))))
    yield f"{told}  " if part.also else told  # the blanks break the line there
    if part.also:
        yield escaped(wording.also(part.also))


def _section(level: str, section: Section) -> Iterator[str]:
    yield from _paragraph(f"{level} {section.heading}")
    yield ""
    yield from (f"- {_statement(statement)}" for statement in section.statements)
    if section.left_out:
        yield from _paragraph(wording.left_out(section.left_out))


def _statement(statement: Statement) -> str:
    label = f"**{escaped(statement.label)}:** " if statement.label else ""
    when = f" ({escaped(statement.when)})" if statement.when else ""
    mark = f" {_mark(statement.mark)}" if statement.mark else ""
    return f"{label}{escaped(statement.text)}{when}{mark} {_cited(statement.cited)}"


def _cited(cited: tuple[Cited, ...]) -> str:
    """Return the sources in brackets: nothing in a brief can make a link of them, so they need no backslashes."""
    return f"[{escaped(wording.sources_of(cited))}]"


def _mark(mark: str) -> str:
    return f"**{mark}**" if mark else ""


def _contested(brief: Brief) -> Iterator[str]:
    yield from _paragraph("## What is contested")
    if not brief.contested:
        yield from _paragraph(wording.NOTHING_CONTESTED)
    for matter in brief.contested:
        yield from _matter(matter)


def _matter(matter: Matter) -> Iterator[str]:
    yield from _paragraph(f"### {escaped(f'{matter.title}: {matter.matter}')}")
    yield ""
    yield "| account | when | judged | sources |"
    yield "|---|---|---|---|"
    yield from map(_version, matter.versions)


def _version(version: Version) -> str:
    cells = (*map(escaped, (version.text, version.when, wording.about(version))), _cited(version.cited))
    return f"| {' | '.join(cells)} |"


def _sources(brief: Brief) -> Iterator[str]:
    yield from _paragraph("## Sources")
    yield ""
    yield from map(_source, brief.sources)
    yield from _paragraph(wording.HOW_TO_READ)
    yield from _paragraph("; ".join(f"{step}: {words}" for step, words in wording.scales()) + ".")


def _source(source: Listed) -> str:
    told = ", ".join(map(escaped, (source.title, *source.details)))
    addresses = (address(url) for url in (source.url, source.archive) if url)
    terms = (f"terms: {escaped(source.terms)}",) if source.terms else ()
    return f"{source.number}. {'; '.join((told, wording.reliability(source.reliability), *addresses, *terms))}"
