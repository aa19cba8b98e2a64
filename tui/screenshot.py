"""A picture of a screen as SVG, so that it looks the same wherever it is looked at."""

import re

_FONTS = "DejaVu Sans Mono, Menlo, Consolas, monospace"


def portable(svg: str) -> str:
    """Return a picture of Rich's in fonts that viewers have, none of them from the web, and with all its blanks.

    Rich writes blanks that do not break, which librsvg drops all the same where a run begins or ends with them.
    """
    without_web_fonts = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return without_web_fonts.replace("Fira Code, monospace", _FONTS).replace("<svg ", '<svg xml:space="preserve" ', 1)
