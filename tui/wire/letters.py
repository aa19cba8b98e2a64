"""The letters of a terminal that cannot show all: each cluster as what it can show, in as many cells."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from tui.wire.charset import UTF_8
from tui.wire.widths import clusters

UNKNOWN = "?"

_SIGNS = {
    **dict.fromkeys("─‐‑‒–—―−┄┈╌˗", "-"),
    **dict.fromkeys("━═▬", "="),
    **dict.fromkeys("│┃║▏▎▍▋▊▉▐┆┊", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛╔╗╚╝", "+"),
    **dict.fromkeys("‘’‚‛′ʻʼʾʿ´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("•●★✓", "*"),
    **dict.fromkeys("○◌◐◑◇□", "o"),
    **dict.fromkeys("·‧∙", "."),
    **dict.fromkeys("▌▶►▸→›⇒", ">"),
    **dict.fromkeys("◀◄←‹⇐⌫", "<"),
    **dict.fromkeys("↵⏎", "+"),
    **dict.fromkeys("↑▲⇧", "^"),
    **dict.fromkeys("↓▼", "v"),
    **dict.fromkeys("↔↕×✗", "x"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f", " "),
    **dict.fromkeys("≈≃∼˜", "~"),
    "…": "~",
    "■": "#",
    "◆": "+",
    "◉": "@",
    "≠": "#",
    "≤": "<",
    "≥": ">",
    "§": "S",
    "¶": "P",
    "©": "c",
    "®": "r",
    "°": "o",
    "±": "+",
    "€": "E",
    "£": "L",
    "⚡": "!",
    **dict(zip("▁▂▃▄▅▆▇█", "_.:-=+*#", strict=True)),
    **dict(zip("░▒▓", ".:%", strict=True)),
    **dict(zip("ŁłØøĐđŦŧĦħıÆæŒœßÐðÞþ", "LlOoDdTtHhiAaOosDdTt", strict=True)),
}
_BRAILLE = range(0x2800, 0x2900)
_BY_DOTS = " ..:::###"
"""What stands for so many dots of a braille cell."""


def spelling(codec: str) -> Callable[[str], str] | None:
    """Return what spells a text for a terminal of these characters, cell by cell; None where it can show all."""
    return None if codec == UTF_8 else lru_cache(maxsize=8192)(_Speller(codec).spell)


class _Speller:
    """Spells in the characters of one codec."""

    def __init__(self, codec: str) -> None:
        self._codec = codec

    def spell(self, text: str) -> str:
        """Return a text of as many cells, of which all can be shown."""
        if text.isascii():
            return text
        return "".join(self._spelled(cluster, width) for cluster, width in clusters(text))

    def _spelled(self, cluster: str, width: int) -> str:
        if not width:  # a mark on what stands before
            return ""
        cluster = unicodedata.normalize("NFC", cluster)
        if self._shows(cluster, width):
            return cluster
        spelt = "".join(letter for letter in _sign(cluster) if self._shows(letter, 1))
        return spelt.ljust(width) if 0 < len(spelt) <= width else UNKNOWN * width

    def _shows(self, cluster: str, width: int) -> bool:
        """Tell whether it is shown in so many cells: codecs older than Unicode take a byte for each."""
        try:
            return len(cluster) == 1 and cluster.isprintable() and len(cluster.encode(self._codec)) == width
        except UnicodeError:
            return False


def _sign(cluster: str) -> str:
    """Return ASCII that means the same, or comes near; nothing where none does."""
    if ord(cluster[0]) in _BRAILLE:
        return _BY_DOTS[(ord(cluster[0]) - _BRAILLE.start).bit_count()]
    if cluster in _SIGNS:
        return _SIGNS[cluster]
    decomposed = unicodedata.normalize("NFKD", cluster)
    return "".join(_SIGNS.get(letter, letter) for letter in decomposed)
