"""Signs as words, for `--plain`: what a screen reader would skip or spell is said.

Only what the program writes itself is put into words: names, summaries and quoted words stay as they were recorded.
"""

import re
from collections.abc import Iterable, Iterator

from store.scales import CREDIBILITY, RELIABILITY
from tui.cli.plain import CONTESTED

_MONTHS = {
    "Jan": "January",
    "Feb": "February",
    "Mar": "March",
    "Apr": "April",
    "Jun": "June",
    "Jul": "July",
    "Aug": "August",
    "Sep": "September",
    "Oct": "October",
    "Nov": "November",
    "Dec": "December",
}
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b")
_SIGNS = (
    (re.compile(r"≈ ?"), "about "),
    (re.compile(r"≤ ?"), "by "),
    (re.compile(r"\s*[–…]\s*(?=\S)"), " to "),
    (re.compile(r"\s*[–…]\s*$"), ", still going on"),
    (re.compile(r"(?<=\d)\?"), ", doubtful"),
)
_LOCATORS = (("¶", "paragraph "), ("p. ", "page "), ("l. ", "line "), ("§ ", "section "))
_GRADE = re.compile(r"([A-F])?([1-6])?")
_TOLL = re.compile(r"([\d,]+) \(([\d,]+)–([\d,]+)\)")
_MARKS = {"conflict": CONTESTED}


def time(told: str) -> str:
    """Return a time in words: "18 April to 2 May 2009" for "18 Apr – 2 May 2009"."""
    told = _MONTH.sub(lambda found: _MONTHS[found[1]], told)
    for sign, words in _SIGNS:
        told = sign.sub(words, told)
    return told


def grade(told: str) -> str:
    """Return an Admiralty grade in words: "source usually reliable, information probably true" for B2."""
    found = _GRADE.fullmatch(told)
    if not found:
        return told
    source, information = found[1], found[2]
    words = (
        f"source {RELIABILITY[source].removeprefix('reliability ')}" if source else "",
        f"information {CREDIBILITY[int(information)].removeprefix('truth ')}" if information else "",
    )
    return ", ".join(filter(None, words))


def locator(told: str) -> str:
    """Return a place in a source in words: "paragraph 4" for ¶4."""
    for sign, words in _LOCATORS:
        if told.startswith(sign):
            return words + told.removeprefix(sign)
    return told


def mark(told: str) -> str:
    """Return a mark in words: a status is one already."""
    return _MARKS.get(told, told)


def toll(told: str) -> str:
    """Return a number with its bounds in words: "12, between 10 and 15" for "12 (10–15)"; all else as it is."""
    found = _TOLL.fullmatch(told)
    return f"{found[1]}, between {found[2]} and {found[3]}" if found else told


def listed(told: str) -> str:
    """Return parts that a raised dot keeps apart with commas between them."""
    return told.replace(" · ", ", ")


def said(*parts: str) -> str:
    """Return what is told of one thing as a line that ends, its parts kept apart by semicolons, where a voice rests."""
    kept = [part.strip().rstrip(".;") for part in parts if part.strip()]
    return "; ".join(kept) + "."


def numbered(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines with their numbers, so that a listener knows where they are."""
    return (f"{number}. {line}" for number, line in enumerate(lines, start=1))
