"""A brief as one page of HTML: it asks nothing of the network, prints, and reads from either side.

Every text is escaped and stands in an element of its own that takes its direction from its first strong letter.
"""

import re
from collections.abc import Iterator
from html import escape

from store.brief import wording
from store.brief.brief import Brief, Cited, Listed, Matter, Part, Section, Statement, Version

_STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --aside: #595959; --paper: #fff; --rule: #bbb; --warn: #8a2b06 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e4e4; --aside: #a8a8a8; --paper: #161616; --rule: #555; --warn: #ffb38a }
}
body { font: 1rem/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
  color: var(--ink); background: var(--paper); overflow-wrap: anywhere }
h1, h2, h3 { line-height: 1.2; break-after: avoid } h2 { margin-top: 2.2rem; border-bottom: 1px solid var(--rule) }
.aside, .cited { color: var(--aside) } .mark, .tlp { color: var(--warn); font-weight: bold }
.cited { font-size: .85em; white-space: normal } a { color: inherit }
li { margin: .25rem 0; break-inside: avoid } table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid var(--rule); padding: .3rem .5rem; text-align: start; vertical-align: top }
@media print { :root { --ink: #000; --aside: #333; --paper: #fff; --warn: #000 } body { margin: 0; max-width: none }
  a { text-decoration: none } }
"""
_WEB = re.compile(r"https?://[^\s]+")


def as_html(brief: Brief) -> Iterator[str]:
    """Yield the lines of a page."""
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield "<!doctype html>"
    yield '<html lang="en">'
    yield f'<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_text(brief.title)}</title>"
    yield f"<style>{_STYLE}</style></head>"
    yield "<body>"
    yield _element("h1", brief.title)
    yield _element("p", brief.scope, "aside")
    yield _element("p", wording.marking(brief), "tlp")
    for part in brief.parts:
        yield from _part(part)
    for section in brief.sections:
        yield from _section("h2", section)
    yield from _contested(brief)
    yield from _sources(brief)
    yield _element("p", wording.marking(brief), "tlp")
    yield "</body></html>"


def _text(text: str) -> str:
    return escape(text, quote=True)


def _element(tag: str, text: str, kind: str = "") -> str:
    """Return an element with a text in it; nothing for no text."""
    of_kind = f' class="{kind}"' if kind else ""
    return f'<{tag}{of_kind} dir="auto">{_text(text)}</{tag}>' if text else ""


def _part(part: Part) -> Iterator[str]:
    yield _element("h2", part.title)
    told = (_element("span", part.subtitle), _element("span", part.mark, "mark"), _cited(part.cited))
    yield f'<p class="aside" dir="auto">{" ".join(filter(None, told))}</p>'
    yield _element("p", wording.also(part.also), "aside") if part.also else ""
    yield from (_element("p", line) for line in part.summary.splitlines() if line.strip())
    for section in part.sections:
        yield from _section("h3", section)


def _section(tag: str, section: Section) -> Iterator[str]:
    yield _element(tag, section.heading)
    yield "<ul>"
    yield from map(_statement, section.statements)
    yield "</ul>"
    yield _element("p", wording.left_out(section.left_out), "aside") if section.left_out else ""


def _statement(statement: Statement) -> str:
    told = (
        f"<b>{_element('bdi', statement.label)}:</b>" if statement.label else "",
        _element("bdi", statement.text),
        _element("span", statement.when, "aside"),
        _element("span", statement.mark, "mark"),
        _cited(statement.cited),
    )
    return f'<li dir="auto">{" ".join(filter(None, told))}</li>'


def _cited(cited: tuple[Cited, ...]) -> str:
    """Return the sources in brackets, each leading to where it is listed."""
    links = (f'<a href="#source-{each.number}">{_text(each.text)}</a>' for each in cited)
    return f'<span class="cited">[{"; ".join(links) or wording.NO_SOURCE}]</span>'


def _contested(brief: Brief) -> Iterator[str]:
    yield _element("h2", "What is contested")
    if not brief.contested:
        yield _element("p", wording.NOTHING_CONTESTED)
    for matter in brief.contested:
        yield from _matter(matter)


def _matter(matter: Matter) -> Iterator[str]:
    yield _element("h3", f"{matter.title}: {matter.matter}")
    yield "<table><thead><tr><th>account<th>when<th>judged<th>sources</tr></thead><tbody>"
    yield from map(_version, matter.versions)
    yield "</tbody></table>"


def _version(version: Version) -> str:
    cells = (_element("bdi", text) for text in (version.text, version.when, wording.about(version)))
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in (*cells, _cited(version.cited)))}</tr>"


def _sources(brief: Brief) -> Iterator[str]:
    yield _element("h2", "Sources")
    yield "<ol>"
    yield from map(_source, brief.sources)
    yield "</ol>"
    yield _element("p", wording.HOW_TO_READ, "aside")
    yield _element("p", "; ".join(f"{step}: {words}" for step, words in wording.scales()) + ".", "aside")


def _source(source: Listed) -> str:
    told = (
        ", ".join(_element("bdi", text) for text in (source.title, *source.details)),
        _text(wording.reliability(source.reliability)),
        *(_address(url) for url in (source.url, source.archive) if url),
        *((f"terms: {_element('bdi', source.terms)}",) if source.terms else ()),
    )
    return f'<li id="source-{source.number}" value="{source.number}" dir="auto">{"; ".join(told)}</li>'


def _address(url: str) -> str:
    """Return a link to an address of the web; whatever else is in its place is only shown."""
    if not _WEB.fullmatch(url):
        return _element("bdi", url)
    return f'<a href="{_text(url)}" rel="noreferrer">{_text(url)}</a>'
