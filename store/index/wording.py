"""How words that people type are looked up: folded as the index is, each the beginning of a word, none an operator."""

import re
from collections.abc import Iterable

from store.text import fold

_TOKEN = re.compile(r"[^\W_]+")


def tokens(text: str) -> list[str]:
    """Return the words of a text as the index has them."""
    return _TOKEN.findall(fold(text))


def match(words: Iterable[str], phrases: Iterable[str] = (), column: str = "") -> str:
    """Return an FTS5 query for records with all of these: beginnings of words, and whole phrases.

    It is empty if there is nothing to look for. A word that holds several, as `al-qaida`, must stand in one piece.
    """
    made = [f'"{" ".join(found)}"*' for found in map(tokens, words) if found]
    made += [f'"{" ".join(found)}"' for found in map(tokens, phrases) if found]
    query = " AND ".join(made)
    return f"{{{column}}} : ({query})" if column and query else query
