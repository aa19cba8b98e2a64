"""Find: names first, then titles, then all other words, then names that are spelt nearly so.

Every word is the beginning of one.

Only a bounded set is ever ranked: of names the most named, of titles and words the newest. That keeps the answer to one
letter as quick as that to a sentence (bm25 over a common word takes 450 ms at a million events).
"""

from collections.abc import Iterator
from typing import NamedTuple

from store.index.called import cards_then
from store.index.cards import Card
from store.index.database import Condition, all_of
from store.index.documents import documents
from store.index.excerpt import excerpt
from store.index.index import Index
from store.index.narrowing import conditions_on_node
from store.index.reading import Document, lines, prose
from store.index.shelves import shelves_of
from store.index.spelling import near
from store.index.titles import names
from store.index.wording import match, one_of, spellings, tokens
from store.lens import Lens
from store.rows import FoundRow, Slice
from store.text import fold, one_line

MOST = 200
"""Records that are ranked, and counted, for one query."""
_LOOKED_AT = 20_000
"""Records that are looked at for the sake of the rest of the lens, beyond which no more are sought."""

_PORTION = 5_000
_ENOUGH = 50
"""Records with whole words that are enough not to look for beginnings of words as well."""

_FEW = 10
"""Records with words as they were typed that are so few that names spelt nearly so are listed after them."""

_NAMED = (
    "SELECT l.node, l.touches, names FROM (SELECT rowid FROM names WHERE names MATCH ? LIMIT ?)"
    " JOIN nodes l ON l.node = rowid JOIN naming USING (node) WHERE {rest} ORDER BY l.touches DESC, l.rank LIMIT ?"
)

_TEXTS = ("summary", "words", "gist", "translation", "text", "reasoning", "described_as", "publisher", "author", "note")
"""The fields, beside names and titles, in which find says that it found something."""


def find(index: Index, asked: Lens, within: Lens, start: int, count: int) -> Slice[FoundRow]:
    """Return what answers a lens with words, best first, of what another lens leaves.

    `total` counts no further than MOST. Without words it is whatever the lens leaves, newest first.
    """
    ranked = index.kept(("found", asked, within), lambda: _ranked(index, asked, within))
    nodes = ranked.nodes[start : start + count]
    kept = documents(index.database, nodes)
    called = cards_then(index, asked if asked.day is not None else within, nodes)
    rows = tuple(
        _row(card, kept[node], ranked.near if at >= ranked.exact else ranked.wanted)._replace(near=at >= ranked.exact)
        for at, (node, card) in enumerate(called.items(), start)
    )
    return Slice(rows, start, len(ranked.nodes))


class _Ranked(NamedTuple):
    """What was found, best first: the first `exact` of it by the `wanted` words, the others by those `near` them."""

    nodes: list[int]
    exact: int
    wanted: list[str]
    near: list[str]


def _ranked(index: Index, asked: Lens, within: Lens) -> _Ranked:
    if asked.empty:
        return _Ranked([], 0, [], [])
    # The words are looked up first; whatever else the two lenses ask is asked of the records that have them.
    rest = all_of((*_asked(index, asked._replace(words=(), phrases=())), *_asked(index, within)))
    found: dict[int, None] = {}
    for enough, nodes in _tiers(index, asked, rest):
        found.update(dict.fromkeys(nodes))
        if len(found) >= enough:
            break
    exact = min(len(found), MOST)
    wanted = [word for text in (*asked.words, *asked.phrases) for word in tokens(text)]
    taken_for = _taken_for(index, wanted) if exact < _FEW else []
    if taken_for:
        found.update(dict.fromkeys(_nearly_named(index, taken_for, rest)))
    spelt = [spelling for word in wanted for spelling in spellings(word)]
    return _Ranked(list(found)[:MOST], exact, spelt, [word for words in taken_for for word in words])


def _taken_for(index: Index, wanted: list[str]) -> list[tuple[str, ...]]:
    """Return for each word what it may be a misspelling of, or the word; nothing if none of them is misspelt.

    Among several, one that is found somewhere is taken to be spelt as it is.
    """
    taken_for = []
    for word in wanted:
        known = len(wanted) > 1 and index.database.value("SELECT 1 FROM words WHERE words MATCH ?", (one_of((word,)),))
        taken_for.append(() if known else near(index, word))
    return [words or (word,) for words, word in zip(taken_for, wanted, strict=True)] if any(taken_for) else []


def _nearly_named(index: Index, taken_for: list[tuple[str, ...]], rest: Condition) -> list[int]:
    """Return what has those words in its name, the nearest spelling first, or else anywhere."""
    wanted = " AND ".join(map(one_of, taken_for))
    order = {word: place for words in taken_for for place, word in enumerate(words)}
    rows = index.database.rows(_NAMED.format(rest=rest.sql), (wanted, _LOOKED_AT, *rest.values, MOST))

    def far(names: str) -> int:
        return min((order[word] for word in tokens(names) if word in order), default=len(order))

    named = [row[0] for row in sorted(rows, key=lambda row: (far(row[2]), -row[1]))]
    return named or _worded(index, wanted, rest)


def _tiers(index: Index, asked: Lens, rest: Condition) -> Iterator[tuple[int, list[int]]]:
    """Yield what is found, best first, in tiers; and with each how much is enough to leave out those after it."""
    wanted = match(asked.words, asked.phrases)
    if not wanted:
        yield MOST, _newest(index, rest)
        return
    yield MOST, _named(index, asked, rest)
    # Whoever types has most likely finished all words but the last, and whole words are found ten times as fast.
    finished = (*asked.phrases, *asked.words[:-1])
    if finished:
        yield MOST, _worded(index, match(asked.words[-1:], finished, "title"), rest)
        yield _ENOUGH, _worded(index, match(asked.words[-1:], finished), rest)
    yield MOST, _worded(index, match(asked.words, asked.phrases, "title"), rest)
    yield MOST, _worded(index, wanted, rest)


def _asked(index: Index, lens: Lens) -> list[Condition]:
    conditions = conditions_on_node(index.narrow(lens))
    if lens.kinds:
        conditions.append(Condition(f"l.shelf IN ({', '.join(map(str, shelves_of(lens.kinds)))})"))
    return conditions


def _newest(index: Index, rest: Condition) -> list[int]:
    sql = f"SELECT l.node FROM nodes l WHERE {rest.sql} ORDER BY l.node DESC LIMIT ?"
    return [row[0] for row in index.database.rows(sql, (*rest.values, MOST))]


def _named(index: Index, asked: Lens, rest: Condition) -> list[int]:
    """Return factions, people and places that are called so: by a whole name, by its beginning, by any word of it."""
    wanted = match(asked.words, asked.phrases)
    rows = index.database.rows(_NAMED.format(rest=rest.sql), (wanted, _LOOKED_AT, *rest.values, MOST))
    typed = " ".join(map(fold, (*asked.words, *asked.phrases)))
    return [row[0] for row in sorted(rows, key=lambda row: (_distance(typed, row[2]), -row[1]))]


def _worded(index: Index, wanted: str, rest: Condition) -> list[int]:
    """Return what has the words, newest first: the order of nodes is that of time.

    They are read in portions, because SQLite would look up all 20,000 before it asks the rest of the first.
    """
    found: list[int] = []
    before, portion, looked_at = 2**62, MOST, 0
    while len(found) < MOST and looked_at < _LOOKED_AT:
        nodes = index.database.rows(
            "SELECT rowid FROM words WHERE words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?",
            (wanted, before, portion),
        )
        found += _left(index, [node for (node,) in nodes], rest)
        if len(nodes) < portion:
            break
        before, looked_at, portion = nodes[-1][0], looked_at + portion, min(portion * 4, _PORTION)
    return found[:MOST]


def _left(index: Index, nodes: list[int], rest: Condition) -> list[int]:
    """Return those of the nodes of which the rest of what is asked holds."""
    if not nodes:
        return []
    marks = ", ".join("?" * len(nodes))
    sql = f"SELECT l.node FROM nodes l WHERE l.node IN ({marks}) AND {rest.sql} ORDER BY l.node DESC"
    return [node for (node,) in index.database.rows(sql, (*nodes, *rest.values))]


def _distance(asked: str, called: str) -> int:
    """Return 0 for a name that is just that, 1 for one that begins so, 2 for others; `called` has a name a line."""
    given = called.split("\n")
    if asked in given:
        return 0
    return 1 if any(name.startswith(asked) for name in given) else 2


def _row(card: Card, document: Document, wanted: list[str]) -> FoundRow:
    shown = excerpt(_texts(card, document), wanted)
    return FoundRow(
        statement=card.ref,
        target=card.ref,
        kind=card.kind,
        title=card.title,
        detail=" · ".join(filter(None, (card.detail, card.near, card.when_with_year))),
        context=shown.text,
        matches=shown.matches,
        mark=card.mark,
    )


def _texts(card: Card, document: Document) -> Iterator[str]:
    yield card.title
    yield from names(document)
    yield from (one_line(prose(document, field)) for field in _TEXTS)
    yield from lines(document, "tags")
