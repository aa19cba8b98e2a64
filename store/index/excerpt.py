"""The piece of a text that answers a query, with the places of the words that were looked for."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.text import fold

LONGEST = 160
_BEFORE = 40
_LOOKED_THROUGH = 20_000
_WORD = re.compile(r"[^\W_]+")


class Excerpt(NamedTuple):
    """A text of at most LONGEST characters, and (start, end) of each match in it."""

    text: str
    matches: tuple[tuple[int, int], ...]


def excerpt(texts: Iterable[str], wanted: Sequence[str]) -> Excerpt:
    """Return the piece of the text that has most of the words; the first of those texts, and nothing marked if none.

    `wanted` are words as the index has them; each may be the beginning of a longer word.
    """
    best = Excerpt("", ())
    most = -1
    for text in texts:
        matches = _matches(text[:_LOOKED_THROUGH], wanted)
        variety = len({word for _, _, word in matches})
        if text and variety > most:
            best, most = _cut(text, [(start, end) for start, end, _ in matches]), variety
        if most == len(set(wanted)):
            break
    return best


def _matches(text: str, wanted: Sequence[str]) -> list[tuple[int, int, str]]:
    found = []
    for word in _WORD.finditer(text):
        folded = fold(word.group())
        for prefix in wanted:
            if folded.startswith(prefix):
                found.append((word.start(), word.end(), prefix))
                break
    return found


def _cut(text: str, matches: list[tuple[int, int]]) -> Excerpt:
    """Cut out what is around the first match, beginning at a word."""
    start = 0
    if matches and matches[0][1] > LONGEST - _BEFORE:
        start = max(matches[0][0] - _BEFORE, 0)
        blank = text.find(" ", start, matches[0][0])
        start = blank + 1 if blank >= 0 else start
    lead = "…" if start else ""
    room = LONGEST - len(lead) - 1
    tail = "…" if len(text) - start > room + 1 else ""
    piece = text[start : start + room] if tail else text[start:]
    shift = len(lead) - start
    inside = ((first + shift, min(last, start + len(piece)) + shift) for first, last in matches)
    return Excerpt(lead + piece + tail, tuple(pair for pair in inside if pair[0] < pair[1]))
