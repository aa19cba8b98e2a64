"""A citation in one line of text, as it is copied, printed and listed."""

from store.rows import CitationRow
from store.scales import grade


def cite(row: CitationRow) -> str:
    """Return title, publisher, date, place in it, grade, and the words cited; parts that nobody gave are left out."""
    parts = (row.title, row.publisher, row.published, row.locator, grade(row.reliability, row.credibility))
    words = f": “{row.words}”" if row.words else ""
    return ", ".join(part for part in parts if part) + words
