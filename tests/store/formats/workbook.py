"""Workbooks for tests, written by hand: as little as makes one, and what makes it hostile."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OF_FILES = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
STYLES = f"""<styleSheet {_MAIN}><numFmts><numFmt numFmtId="170" formatCode="[Red]dd&quot;d&quot;/mm/yyyy"/>
<numFmt numFmtId="171" formatCode="0.0&quot; days&quot;"/><numFmt numFmtId="172" formatCode="mmmm\\ yyyy"/>
<numFmt numFmtId="173" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/>
<xf numFmtId="171"/><xf numFmtId="17"/><xf numFmtId="172"/><xf numFmtId="173"/></cellXfs></styleSheet>"""
"""Styles 1 and 2 are dates, 4 and 5 months and 6 a year; 0 and 3 are none."""


def sheet(rows: str) -> str:
    """Return a sheet that holds these rows, given as XML."""
    return f"<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>"


def packed(
    rows: str, strings: Sequence[str] = (), before: str = "", since_1904: bool = False, notes: str = ""
) -> bytes:
    """Return a workbook whose first sheet holds these rows; `before` stands before the sheet's root.

    Its second sheet, Notes, holds the rows `notes`.
    """
    texts = "".join(f"<si>{text if text.startswith('<') else f'<t>{escape(text)}</t>'}</si>" for text in strings)
    files = {
        "xl/workbook.xml": f'<workbook {_MAIN} {_OF_FILES}><workbookPr date1904="{int(since_1904)}"/><sheets>'
        '<sheet name="Events" sheetId="7" r:id="rId9"/><sheet name="Notes" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'
        '<Relationship Id="rId9" Target="worksheets/second.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet(notes),
        "xl/worksheets/second.xml": before + sheet(rows),
        "xl/sharedStrings.xml": f"<sst {_MAIN}>{texts}</sst>",
        "xl/styles.xml": STYLES,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def workbook(*rows: Sequence[str], notes: Sequence[Sequence[str]] = ()) -> bytes:
    """Return a workbook that holds these rows of texts, and those in its second sheet."""
    strings = list(dict.fromkeys(cell for row in (*rows, *notes) for cell in row if cell))
    return packed(_written(rows, strings), strings, notes=_written(notes, strings))


def _written(rows: Sequence[Sequence[str]], strings: list[str]) -> str:
    written = [
        "".join(
            f'<c t="s" r="{_letters(at)}{line}"><v>{strings.index(cell)}</v></c>' for at, cell in enumerate(row) if cell
        )
        for line, row in enumerate(rows, start=1)
    ]
    return "".join(f'<row r="{line}">{row}</row>' for line, row in enumerate(written, start=1))


def _letters(column: int) -> str:
    return (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)
