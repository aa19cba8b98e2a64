"""A first column without a name, in which R and pandas number the rows as they write them.

Nobody means to keep it: with the next export every row has another number.
"""

from store.formats.tables.reading import Layout, Reading, Table

BECOMES = "nothing where it numbers the rows"
NAMES = ("column 1", "Unnamed: 0")
"""What such a column is called: here, and by pandas when it reads its own file."""
_AS_WRITTEN = ("", "Unnamed: 0")


def numbers_rows(name: str, cell: str) -> bool:
    """Tell whether a cell is the number of its row, in a column of this name."""
    return name in NAMES and cell.strip().isdecimal()


def without_numbers(table: Table, header: list[str]) -> Table:
    """Return a table that leaves the numbers of its rows out, where its header has such a column."""
    if not header or header[0].strip().removeprefix("\ufeff") not in _AS_WRITTEN:
        return table

    def layout(cells: list[str]) -> Layout:
        made = table.layout(cells)
        first, *others = made.columns
        return made._replace(columns=(first._replace(becomes=BECOMES), *others))

    def reading(row: dict[str, str]) -> Reading:
        return table.reading({name: cell for name, cell in row.items() if not numbers_rows(name, cell)})

    return table._replace(layout=layout, reading=reading)
