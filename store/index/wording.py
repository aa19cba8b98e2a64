"""How words that people type are looked up: folded as the index is, each the beginning of a word, none an operator."""

import re
from collections.abc import Iterable

from store.text import fold

_TOKEN = re.compile(r"[^\W_]+")
_ARTICLE = "ال"
_SHORTEST_ARABIC = 3


def tokens(text: str) -> list[str]:
    """Return the words of a text as the index has them."""
    return _TOKEN.findall(fold(text))


def match(words: Iterable[str], phrases: Iterable[str] = (), column: str = "") -> str:
    """Return an FTS5 query for records with all of these: beginnings of words, and whole phrases.

    It is empty if there is nothing to look for. A word that holds several, as `al-qaida`, must stand in one piece.
    """
    made = [_beginning(found) for found in map(tokens, words) if found]
    made += [f'"{" ".join(found)}"' for found in map(tokens, phrases) if found]
    query = " AND ".join(made)
    return f"{{{column}}} : ({query})" if column and query else query


def spellings(token: str) -> tuple[str, ...]:
    """Return how a word may begin that is written so: an Arabic one also with its article, or without it.

    It is written in one with the word, and a name is as often told without it: الجفرة and جفرة.
    """
    if not "\u0621" <= token[:1] <= "\u064a" or len(token) < _SHORTEST_ARABIC:
        return (token,)
    if not token.startswith(_ARTICLE):
        return token, _ARTICLE + token
    bare = token.removeprefix(_ARTICLE)
    return (token, bare) if len(bare) >= _SHORTEST_ARABIC else (token,)


def one_of(words: Iterable[str]) -> str:
    """Return an FTS5 query for records with a word that begins like one of these, which are folded."""
    either = " OR ".join(f'"{word}"*' for word in words)
    return f"({either})"


def _beginning(found: list[str]) -> str:
    """Return the query for the beginning of a word, or of several in one piece."""
    if len(found) > 1:
        return f'"{" ".join(found)}"*'
    written = spellings(found[0])
    return one_of(written) if len(written) > 1 else f'"{found[0]}"*'
