"""How wide characters are, and of which of them terminals do not agree.

Widths are those that Textual lays out with. A terminal may hold others: of emoji, of marks that combine, of letters
that a joiner joins, of what came to Unicode lately.
"""

import unicodedata
from functools import lru_cache

from tui.measure import cell_len, clusters

__all__ = ["all_plain", "clusters", "is_certain", "is_narrow", "is_plain", "is_settled"]

# Blocks of East Asian letters that every terminal takes for wide: from Unicode's EastAsianWidth.txt.
_WIDE = ((0x3041, 0x30FF), (0x3105, 0x312F), (0x3131, 0x318E), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3))
_SIGNS = (0x2600, 0x27BF)  # some of these are emoji in some fonts


@lru_cache(maxsize=8192)
def is_plain(character: str) -> bool:
    """Tell whether a character takes one cell in every terminal and stands where it was put."""
    return is_narrow(character) and unicodedata.bidirectional(character) not in ("R", "AL", "AN")


@lru_cache(maxsize=8192)
def is_narrow(cluster: str) -> bool:
    """Tell whether a cluster takes one cell in every terminal; a letter of a right-to-left script does."""
    if len(cluster) != 1 or cell_len(cluster) != 1:
        return False
    known = unicodedata.category(cluster)[0] in "LNPSZ" and unicodedata.east_asian_width(cluster) in ("Na", "N", "A")
    return known and not _SIGNS[0] <= ord(cluster) <= _SIGNS[1] and ord(cluster) < 0x1F000


@lru_cache(maxsize=8192)
def is_certain(cluster: str) -> bool:
    """Tell whether all terminals give a cluster the same width; the empty one is a wide one's second cell."""
    if not cluster or is_narrow(cluster):
        return True
    return len(cluster) == 1 and any(first <= ord(cluster) <= last for first, last in _WIDE)


@lru_cache(maxsize=8192)
def is_settled(cluster: str) -> bool:
    """Tell whether what stands right of a cluster stays where it is, in every terminal, when the cluster changes."""
    return not cluster or is_plain(cluster)


def all_plain(text: str) -> bool:
    """Tell whether a text is as many cells as it has characters, wherever it is shown."""
    return text.isascii() or all(map(is_plain, text))
