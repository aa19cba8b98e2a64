"""A workbook (XLSX, ECMA-376) as rows of cells: its sheets, read as streams out of the zip that it is."""

import posixpath
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple
from zipfile import ZipFile

from store.formats.found import NotThisFormat
from store.formats.tables.markup import Element, elements
from store.formats.tables.numbers import Formats, number_formats, shown
from store.formats.tables.rows import RawRow
from store.text import one_line
from store.unpacking import member

_BOOK, _STRINGS, _STYLES = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"
_RELATIONS, _ONLY_SHEET = "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"
_MEND = "save its sheet as CSV"
_WIDEST = 16_384
"""Columns of a sheet, as Excel has it."""
_MOST_TEXT = 400_000_000
"""Characters of all texts that cells share. They are held in memory: cells name them in any order."""


class Workbook:
    """A workbook that is open: what its sheets share is read once.

    Raises NotThisFormat for what is damaged, NotUnpacked for what unpacks to too much.
    """

    def __init__(self, opened: Callable[[str], BinaryIO], names: Set[str]) -> None:
        self._opened = opened
        book = next(elements(opened(_BOOK), "workbook"), Element("workbook", {}))
        since_1904 = any(part.attributes.get("date1904") in ("1", "true") for part in book.of("workbookPr"))
        formats = next(elements(opened(_STYLES), "styleSheet"), None) if _STYLES in names else None
        self._kept = _Kept(_strings(opened(_STRINGS)) if _STRINGS in names else [], number_formats(formats, since_1904))
        self._sheets = _sheets(opened, book, names)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of its sheets, in the order in which they are listed."""
        return tuple(self._sheets)

    def rows(self, sheet: str) -> Iterator[RawRow]:
        """Return the rows of a sheet that hold anything, hidden or not, each as wide as the first at least.

        `line` is the number of the row in the sheet. Numbers are written in their shortest form, dates as `2016-08-05`.
        """
        width = 0
        for number, row in enumerate(elements(self._opened(self._sheets[sheet]), "row"), start=1):
            cells = _cells(row, self._kept)
            if any(cells):
                width = width or len(cells)
                line = _whole(row.attributes.get("r", f"{number}"))
                yield RawRow(line, line, cells + [""] * (width - len(cells)))


@contextmanager
def opened_workbook(file: BinaryIO) -> Iterator[Workbook]:
    """Open a workbook."""
    size = file.seek(0, 2)
    with ZipFile(file) as archive:
        yield Workbook(lambda name: member(archive, name, size), frozenset(archive.namelist()))


class _Kept(NamedTuple):
    """What is to be known before cells can be read."""

    strings: list[str]
    formats: Formats


def _sheets(opened: Callable[[str], BinaryIO], book: Element, names: Set[str]) -> dict[str, str]:
    """Return the paths of the sheets by their names; the workbook's relationships say which file is which."""
    paths: dict[str | None, str] = {}
    if _RELATIONS in names:
        for part in elements(opened(_RELATIONS), "Relationship"):
            target = posixpath.join("/xl", part.attributes.get("Target", ""))
            paths[part.attributes.get("Id")] = posixpath.normpath(target).lstrip("/")
    found = {
        one_line(sheet.attributes.get("name", "")): paths.get(sheet.attributes.get("id"), _ONLY_SHEET)
        for group in book.of("sheets")
        for sheet in group.of("sheet")
    } or {"": _ONLY_SHEET}
    found = {name: path for name, path in found.items() if path in names}
    if not found:
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


def _cells(row: Element, kept: _Kept) -> list[str]:
    cells: list[str] = []
    for cell in row.of("c"):
        column = _column(cell.attributes.get("r", ""), len(cells))
        cells += [""] * (column - len(cells))
        cells[column:] = [_cell(cell, kept)]
    return cells


def _cell(cell: Element, kept: _Kept) -> str:
    kind = cell.attributes.get("t", "n")
    if kind == "inlineStr":
        return "".join(_text(part) for part in cell.of("is"))
    value = "".join(part.text for part in cell.of("v"))
    if not value and kind == "n" and (formulas := cell.of("f")):
        return f"={formulas[0].text}"  # written by a program that works nothing out: better seen than missing
    if kind == "s":
        place = _whole(value)
        if place >= len(kept.strings):
            raise NotThisFormat(f"not a workbook that can be read: it has no text {place}", _MEND)
        return kept.strings[place]
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    return shown(value, cell.attributes.get("s", "0"), kept.formats) if kind == "n" else value


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
