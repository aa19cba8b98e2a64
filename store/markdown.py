r"""Text put into Markdown so that it stays text: whatever it holds, a reader of Markdown shows it as it was.

>>> escaped("*not* [no](link)")
'\\*not\\* \\[no\\](link)'
"""

import re

from store.text import one_line

_MEANING = re.compile(r"[\\`*_\[\]<>|~&$]")
"""What may mean something anywhere in a line: emphasis, code, links, HTML, entities, tables, formulas."""
_BEGINNING = re.compile(r"^(?=[#+=:-])")
_NUMBERED = re.compile(r"^(\d+)(?=[.)])")


def escaped(text: str) -> str:
    """Return a text on one line, with a backslash before whatever Markdown would take for more than text."""
    plain = _MEANING.sub(r"\\\g<0>", one_line(text))
    return _BEGINNING.sub(r"\\", _NUMBERED.sub(r"\1\\", plain))


def paragraphs(text: str) -> list[str]:
    """Return the lines of a text, escaped, without the blank ones."""
    return [escaped(line) for line in text.splitlines() if line.strip()]


def address(url: str) -> str:
    """Return an address as a link where it is one of the web and holds nothing that could end it; else as text."""
    if re.fullmatch(r"https?://[^\s<>\"'`\\|]+", url):
        return f"<{url}>"
    return escaped(url)


def table(columns: list[str], rows: list[list[str]]) -> list[str]:
    """Return a table, a line each; cells are text and are escaped here."""
    head = [f"| {' | '.join(map(escaped, columns))} |", f"|{'---|' * len(columns)}"]
    return head + [f"| {' | '.join(map(escaped, row))} |" for row in rows]
