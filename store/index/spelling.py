"""Names that are spelt nearly as somebody typed them: what to look for where nothing is spelt so.

The words of all names are kept in order, and walked through as a tree of their letters, of which every branch that is
already too far from what was typed is left out. So a hundred thousand names take a few milliseconds, and need no index
of their own.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from store.index.index import Index

MOST = 8
"""Words that one word may be taken for, the nearest first."""
_VOCABULARY = 200_000
"""Words of names that are looked at: beyond that, those that come first in the order of letters."""
_SHORTEST = 4
"""Letters of the shortest word that is forgiven anything: shorter ones are near to too much."""
_LONG = 7
"""Letters from which on two slips are forgiven."""
_LAST = "\U0010ffff"


def near(index: Index, typed: str) -> tuple[str, ...]:
    """Return words of names that begin nearly as a folded word was typed, the nearest first; nothing if one begins so.

    One letter may be wrong, missing, too many or swapped with the next; of seven letters or more, two.
    """
    words = _vocabulary(index)
    if len(typed) < _SHORTEST or begins_a_name(index, typed):
        return ()
    return nearest(words, typed, 1) or (nearest(words, typed, 2) if len(typed) >= _LONG else ())


def begins_a_name(index: Index, typed: str) -> bool:
    """Tell whether a word of any name begins so."""
    words = _vocabulary(index)
    at = bisect_left(words, typed)
    return at < len(words) and words[at].startswith(typed)


def nearest(words: Sequence[str], typed: str, slips: int) -> tuple[str, ...]:
    """Return those of the words, which are in order, that begin with what was typed but for so many slips."""
    found: dict[str, int] = {}
    for far, word in _within(words, typed, slips):
        found[word] = min(far, found.get(word, far))
    ordered = sorted((far, abs(len(word) - len(typed)), word) for word, far in found.items())
    return tuple(word for _, _, word in ordered[:MOST])


def _vocabulary(index: Index) -> Sequence[str]:
    return index.kept("vocabulary", lambda: _words_of_names(index))


def _words_of_names(index: Index) -> Sequence[str]:
    database = index.database
    database.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, names, row)")
    return [word for (word,) in database.rows("SELECT term FROM temp.vocabulary LIMIT ?", (_VOCABULARY,))]


def _within(words: Sequence[str], typed: str, slips: int) -> Iterator[tuple[int, str]]:
    """Yield the words whose beginning is so near, each with its distance; a word may be told of more than once.

    `path` is what this word and those before it begin with; `rows` has for each letter of it how far it is from each
    beginning of what was typed (Damerau and Levenshtein, neighbours swapped once). Where a path has used up all slips,
    what must follow is looked up instead of walked to.
    """
    path, rows = "", [list(range(len(typed) + 1))]
    at = 0
    while at < len(words):
        word = words[at]
        shared = _shared(path, word)
        del rows[shared + 1 :]
        path = word[:shared]
        for letter in word[shared : len(typed) + slips]:
            rows.append(_next_row(rows, path, letter, typed))
            path += letter
            if min(rows[-1]) >= slips:
                break
        if min(rows[-1]) >= slips:
            far = min(slips, *(row[-1] for row in rows))
            is_near = min(row[-1] for row in rows) <= slips
            for rest in {""} if is_near else _to_follow(rows, path, typed, slips):
                yield from ((far, found) for found in _beginning(words, path + rest))
            at = bisect_left(words, path + _LAST, at)
            continue
        far = min(row[-1] for row in rows)
        if far <= slips:
            yield far, word
        at += 1


def _to_follow(rows: list[list[int]], path: str, typed: str, slips: int) -> set[str]:
    """Return what a path that may not slip any more must go on with, to be what was typed."""
    follow = {typed[place:] for place, far in enumerate(rows[-1]) if far == slips}
    swapped = (place for place, far in enumerate(rows[-2][:-2]) if far == slips - 1 and typed[place + 1] == path[-1])
    return follow | {typed[place] + typed[place + 2 :] for place in swapped}


def _beginning(words: Sequence[str], start: str) -> Sequence[str]:
    """Return the words that begin so, no more than are ever wanted."""
    first = bisect_left(words, start)
    return words[first : min(bisect_left(words, start + _LAST, first), first + MOST)]


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin alike with."""
    alike = 0
    for letter, its_like in zip(one, other, strict=False):
        if letter != its_like:
            break
        alike += 1
    return alike


def _next_row(rows: list[list[int]], path: str, letter: str, typed: str) -> list[int]:
    """Return how far a path with one more letter is from each beginning of what was typed."""
    above = rows[-1]
    row = [above[0] + 1]
    for place, wanted in enumerate(typed):
        step = min(above[place] + (wanted != letter), above[place + 1] + 1, row[-1] + 1)
        if place and path and letter == typed[place - 1] and path[-1] == wanted:
            step = min(step, rows[-2][place - 1] + 1)
        row.append(step)
    return row
