"""A citation in one line of text, as it is copied, printed and listed; and a place in a source."""

from store.rows import CitationRow
from store.scales import grade

_LABELS = {"paragraph": "¶{}", "page": "p. {}", "line": "l. {}", "row": "row {}", "cell": "cell {}", "section": "§ {}"}


def place_in_source(kind: str, value: str) -> str:
    """Return a place in a source as it is printed: `¶10`, `p. 2`, `cell B7`, `00:12:30`; empty for none."""
    return _LABELS.get(kind, "{}").replace("{}", value) if value else ""


def cite(row: CitationRow) -> str:
    """Return title, publisher, date, place in it, grade, and the words cited; parts that nobody gave are left out."""
    parts = (row.title, row.publisher, row.published, row.locator, grade(row.reliability, row.credibility))
    words = f": “{row.words}”" if row.words else ""
    return ", ".join(part for part in parts if part) + words
