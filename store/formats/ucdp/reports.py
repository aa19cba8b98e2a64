"""The reports that a row rests on, as sources.

Since 2013 or so `source_article` lists them as `"Office,YYYY-MM-DD,Headline";"…"`. Before, it is free text, which may
name several, and is kept as one document: to divide it would be to guess.
"""

import re
from datetime import date
from functools import lru_cache

from store.documents import Document
from store.formats.found import Entry
from store.formats.identity import mark, readable
from store.formats.tables.cells import ABSENT, LONGEST_NAME, Row, cut
from store.text import one_line

_REPORT = re.compile(r"(?P<office>.*?),\s*(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}),\s*(?P<headline>.*)")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_BETWEEN = re.compile(r'"\s*;\s*"')


def reports(row: Row, year: int) -> tuple[Entry, ...]:
    """Return the sources of a row, without repeats, in its order; `year` is that of the event."""
    article = row.get("source_article", "")
    if article.strip() not in ABSENT:
        return _listed(article, year)
    office, day, headline = (_told(row, f"source_{part}") for part in ("office", "date", "headline"))
    return (_article(office, day, headline),) if headline else ()


def _told(row: Row, column: str) -> str:
    cell = row.get(column, "")
    return "" if cell in ABSENT else one_line(cell)


@lru_cache(maxsize=256)
def _listed(article: str, year: int) -> tuple[Entry, ...]:
    text = one_line(article)
    quoted = len(text) > 1 and text[0] == text[-1] == '"'
    pieces = _BETWEEN.split(text[1:-1]) if quoted else [text]
    entries = [_source(piece.strip(), year) for piece in pieces if piece.strip(' "')]
    if len(entries) == 1:
        return (entries[0],)
    return tuple({entry.document["id"]: entry for entry in entries}.values())


def _source(piece: str, year: int) -> Entry:
    if match := _REPORT.fullmatch(piece):
        return _article(match["office"].strip(), match["date"], match["headline"].strip())
    return _document(piece, year)


def _article(office: str, day: str, headline: str) -> Entry:
    document: Document = {
        "id": f"{readable(cut(office), day)}-{mark(office, day, headline)}",
        "title": cut(headline or f"{office}, {day}"),
        "source_kind": "article",
    }
    if office:
        document["publisher"] = cut(office)
    if _is_day(day):
        document["published"] = {"edtf": day}
    return Entry("source", document)


def _document(text: str, year: int) -> Entry:
    # “Reuters 29/8” is another report every year.
    told_apart = "" if _YEAR.search(text) else f"{year}"
    name = f"{readable(text[:LONGEST_NAME], told_apart)}-{mark(text, told_apart)}"
    title = f"{cut(text)}, cited for {year}" if told_apart else cut(text)
    return Entry("source", {"id": name, "title": title})


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False
