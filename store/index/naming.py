"""From the names that people type to refs."""

from collections.abc import Sequence

from store.index.index import Index
from store.index.lookup import ref_of
from store.index.shelves import KIND_NUMBERS, MISSING
from store.index.spelling import near
from store.index.wording import match, one_of, tokens
from store.refs import Kind, Ref
from store.text import fold, one_line

MOST = 50
"""Records that one name may stand for."""


def called(index: Index, name: str, kinds: Sequence[Kind]) -> tuple[Ref, ...]:
    """Return the records of these kinds that a name stands for, no more than MOST.

    That is the one with this id or ref, or those that are called just so, or else those whose names have all its words.
    """
    numbers = ", ".join(str(KIND_NUMBERS[kind]) for kind in kinds)
    known = f"kind IN ({numbers}) AND status <> {MISSING}"
    plain = one_line(name).partition(":")[2] if name.partition(":")[0] in kinds else one_line(name)
    found = index.database.rows(f"SELECT kind, id FROM nodes WHERE id = ? AND {known}", (plain,))
    if not found and tokens(plain):
        found = _titled(index, known, plain)
    return tuple(ref_of(kind, found_id) for kind, found_id in found)


def nearest_name(index: Index, name: str, kinds: Sequence[Kind]) -> str:
    """Return the title of the most named record of these kinds that is called nearly so; nothing if none is."""
    words = tokens(name)
    taken_for = [near(index, word) or (word,) for word in words]
    if not words or all(taken == (word,) for taken, word in zip(taken_for, words, strict=True)):
        return ""
    numbers = ", ".join(str(KIND_NUMBERS[kind]) for kind in kinds)
    found = index.database.value(
        "SELECT title FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT 5000) JOIN nodes ON node = rowid"
        f" WHERE kind IN ({numbers}) AND status <> {MISSING} ORDER BY touches DESC, rank",
        (f"{{title}} : ({' AND '.join(map(one_of, taken_for))})",),
    )
    return found or ""


def _titled(index: Index, known: str, name: str) -> list[tuple[int, str]]:
    """Look the name up among titles and names, which are the first column of the words."""
    rows = index.database.rows(
        "SELECT kind, id, title, names FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT 5000)"
        f" JOIN nodes ON node = rowid LEFT JOIN naming USING (node) WHERE {known} ORDER BY touches DESC, rank LIMIT ?",
        (match(name.split(), column="title"), MOST),
    )
    folded = fold(name)
    exact = [row for row in rows if folded in (fold(row[2]), *(row[3] or "").split("\n"))]
    return [(kind, found_id) for kind, found_id, _, _ in exact or rows]
