"""A workbook (XLSX, ECMA-376) as rows of cells: its first sheet, read as a stream out of the zip that it is."""

import posixpath
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple
from zipfile import ZipFile

from store.formats.found import NotThisFormat
from store.formats.tables.markup import Element, elements
from store.formats.tables.numbers import Formats, number_formats, shown
from store.formats.tables.rows import RawRow
from store.unpacking import member

_BOOK, _STRINGS, _STYLES = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"
_MEND = "save its sheet as CSV"
_WIDEST = 16_384
"""Columns of a sheet, as Excel has it."""
_MOST_TEXT = 400_000_000
"""Characters of all texts that cells share. They are held in memory: cells name them in any order."""


class _Book(NamedTuple):
    """What is to be known of a workbook before its cells can be read."""

    sheet: str
    strings: list[str]
    formats: Formats


def workbook_rows(file: BinaryIO) -> Iterator[RawRow]:
    """Return the rows of the first sheet that hold anything, each as wide as the first at least.

    `line` is the number of the row in the sheet. Numbers are written in their shortest form, dates as `2016-08-05`.
    Raises NotThisFormat for what is damaged, NotUnpacked for what unpacks to too much.
    """
    size = file.seek(0, 2)
    with ZipFile(file) as archive:

        def opened(name: str) -> BinaryIO:
            return member(archive, name, size)

        book = _book(opened, set(archive.namelist()))
        width = 0
        for number, row in enumerate(elements(opened(book.sheet), "row"), start=1):
            cells = _cells(row, book)
            if any(cells):
                width = width or len(cells)
                line = _whole(row.attributes.get("r", f"{number}"))
                yield RawRow(line, line, cells + [""] * (width - len(cells)))


def _book(opened: Callable[[str], BinaryIO], names: set[str]) -> _Book:
    book = next(elements(opened(_BOOK), "workbook"), Element("workbook", {}))
    since_1904 = any(part.attributes.get("date1904") in ("1", "true") for part in book.of("workbookPr"))
    formats = next(elements(opened(_STYLES), "styleSheet"), None) if _STYLES in names else None
    strings = _strings(opened(_STRINGS)) if _STRINGS in names else []
    sheet = _first_sheet(opened, book, names)
    return _Book(sheet, strings, number_formats(formats, since_1904))


def _first_sheet(opened: Callable[[str], BinaryIO], book: Element, names: set[str]) -> str:
    """Return the path of the sheet that the workbook lists first; its relationships say which file that is."""
    found = "xl/worksheets/sheet1.xml"
    sheets = [sheet for group in book.of("sheets") for sheet in group.of("sheet")]
    relations = "xl/_rels/workbook.xml.rels"
    if sheets and relations in names:
        paths = {
            part.attributes.get("Id"): part.attributes.get("Target", "")
            for part in elements(opened(relations), "Relationship")
        }
        target = paths.get(sheets[0].attributes.get("id"), "")
        found = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/") if target else found
    if found not in names:
        raise NotThisFormat("not a workbook that can be read: it has no sheet", _MEND)
    return found


def _strings(file: BinaryIO) -> list[str]:
    strings: list[str] = []
    left = _MOST_TEXT
    for item in elements(file, "si"):
        text = _text(item)
        left -= len(text)
        if left < 0:
            raise NotThisFormat("not a workbook that can be read: its texts are more than memory should hold", _MEND)
        strings.append(text)
    return strings


def _text(item: Element) -> str:
    """Return a text that may be in runs of several looks; how it is pronounced (`rPh`) is not part of it."""
    parts = (part.text if part.name == "t" else _text(part) for part in item.children if part.name in ("t", "r"))
    return "".join(parts)


def _cells(row: Element, book: _Book) -> list[str]:
    cells: list[str] = []
    for cell in row.of("c"):
        column = _column(cell.attributes.get("r", ""), len(cells))
        cells += [""] * (column - len(cells))
        cells[column:] = [_cell(cell, book)]
    return cells


def _cell(cell: Element, book: _Book) -> str:
    kind = cell.attributes.get("t", "n")
    if kind == "inlineStr":
        return "".join(_text(part) for part in cell.of("is"))
    value = "".join(part.text for part in cell.of("v"))
    if kind == "s":
        place = _whole(value)
        if place >= len(book.strings):
            raise NotThisFormat(f"not a workbook that can be read: it has no text {place}", _MEND)
        return book.strings[place]
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    return shown(value, cell.attributes.get("s", "0"), book.formats) if kind == "n" else value


def _column(reference: str, following: int) -> int:
    """Return which column, from 0, a reference such as `AB12` names; the following one where there is none."""
    number = 0
    for letter in reference:
        if not "A" <= letter <= "Z" or number > _WIDEST:
            break
        number = number * 26 + ord(letter) - 64
    column = number - 1 if number else following
    if not following <= column < _WIDEST:
        raise NotThisFormat(f"not a workbook that can be read: its cell {reference[:20]!r} is out of place", _MEND)
    return column


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise NotThisFormat(f"not a workbook that can be read: {text[:20]!r} is no number of a row or text", _MEND)
    return int(text)
