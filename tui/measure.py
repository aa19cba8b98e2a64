"""How many cells a text takes, and what of it goes into so many.

Widths are Rich's, because Textual lays out with them. Rich is asked only about characters that might not take one cell:
a first screen is drawn before it is imported, and mostly needs none of its tables.
"""

_RANGES = (
    (0x0020, 0x007E),
    (0x00A0, 0x00AC),
    (0x00AE, 0x02FF),
    (0x0370, 0x0377),
    (0x037A, 0x037F),
    (0x0384, 0x038A),
    (0x038E, 0x03A1),
    (0x03A3, 0x0482),
    (0x05D0, 0x05EA),
    (0x0621, 0x064A),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2190, 0x2319),
    (0x232B, 0x237F),
    (0x2500, 0x25FC),
    (0x2800, 0x28FF),
)
# Letters of Europe, Hebrew and Arabic, and the dashes, quotation marks, arrows, signs and bars that this program draws.
_NARROW = frozenset(character for first, last in _RANGES for character in map(chr, range(first, last + 1)))

all_narrow = _NARROW.issuperset
"""Tells of a text that each of its characters takes one cell; where it says no, some may do so all the same."""


def cell_len(text: str) -> int:
    """Return the cells that a text takes."""
    if all_narrow(text):
        return len(text)
    from rich.cells import cell_len as measured

    return measured(text)


def cropped(text: str, width: int) -> str:
    """Return the beginning of a text in exactly so many cells: a wide character that is parted leaves a blank."""
    if all_narrow(text):
        return text[:width].ljust(width)
    from rich.cells import set_cell_size

    return set_cell_size(text, width)


def chopped(text: str, width: int) -> list[str]:
    """Return a text in pieces of at most so many cells."""
    if all_narrow(text):
        return [text[start : start + width] for start in range(0, len(text), width)]
    from rich.cells import chop_cells

    return chop_cells(text, width)


def clusters(text: str) -> list[tuple[str, int]]:
    """Return what is drawn as one, and its cells: 0 for a mark that belongs to what stands before the text."""
    if all_narrow(text):
        return [(character, 1) for character in text]
    from rich.cells import split_graphemes

    return [(text[start:stop], width) for start, stop, width in split_graphemes(text)[0]]
