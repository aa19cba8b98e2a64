"""Ids of records that come from outside: readable, the same in every run, and never one for two things."""

import hashlib
from functools import lru_cache

from store.text import hyphenated, slug

LONGEST_READABLE = 64
"""Characters of an id that come from the text."""


def readable(*parts: str) -> str:
    """Return a slug of the parts, cut to a length that leaves room for a prefix and a mark."""
    made = "-".join(filter(None, map(_part, parts)))
    return (made or slug(" ".join(filter(None, parts))))[:LONGEST_READABLE].strip("-")


_part = lru_cache(maxsize=4_096)(hyphenated)
"""The same countries, papers and days are parts of many ids."""


def mark(*parts: str) -> str:
    """Return eight hexadecimal digits that stand for exactly these parts, in this order."""
    whole = "\x1f".join(parts).encode("utf-8", "replace")
    return hashlib.blake2b(whole, digest_size=4).hexdigest()
