"""Disputed facts, and the accounts of one: what each source tells, side by side."""

from collections.abc import Iterable, Iterator
from itertools import islice

from store.conflicts import RULES, STATED
from store.index.called import cards_then, title_then
from store.index.cards import Card
from store.index.citing import citations
from store.index.conflicting import both_are_there, either_is_left, left_then
from store.index.database import Database, Found, all_of
from store.index.documents import documents
from store.index.index import Index
from store.index.lookup import node_of, ref_of
from store.index.profiles.events import toll
from store.index.reading import Document, line, part, prose, ref, time, whole
from store.index.shelves import ESTIMATE, HOLD, OBJECT, REJECTED, SUBJECT
from store.lens import Lens
from store.predicates import MATTERS, NOT_AGREED
from store.refs import Ref
from store.rows import AccountRow, CitationRow, DisputeRow, Slice
from store.scales import estimative, grade
from store.text import one_line
from store.when import Day, parse, phrase
from store.when.civil import FUTURE, PAST

MOST = 200
"""Accounts of one fact that are shown, the newest of them."""

_PREDICATES = {why: predicate for predicate, why in RULES.items()}
_RANKS = ("preferred", "normal", "deprecated")
_VERSIONS = 4


def disputes(index: Index, lens: Lens, start: int, count: int) -> Slice[DisputeRow]:
    """Return the facts on which accounts disagree, where the lens leaves any of these, by what they are about."""
    found = index.kept(("disputes", lens), lambda: _facts(index, lens))
    rows = (_dispute(index, lens, about, why) for about, why in found[start : start + count])
    return Slice(tuple(rows), start, len(found))


def _facts(index: Index, lens: Lens) -> Found:
    """Return what the disputes of a lens are about, and why they are, in their order."""
    where = either_is_left(index, lens)
    return index.database.rows(
        f"SELECT about, why FROM (SELECT DISTINCT c.about, c.why FROM conflicts c WHERE {where.sql})"
        " LEFT JOIN nodes ON node = about ORDER BY rank, about, why",
        where.values,
    )


def accounts(index: Index, about: Ref, why: str, lens: Lens) -> tuple[AccountRow, ...]:
    """Return all accounts of a fact, a row a source, as `_told` orders them; `why` is what a DisputeRow says.

    They are those that there were on the days that the lens looks from; nothing else narrows them.
    """
    node = node_of(index.database, about)
    disputed = _disputed(index, lens, node, why)
    return tuple(
        row
        for card, document in islice(_told(index, lens, node, why, disputed), MOST)
        for row in _rows(index, lens, card, document, card.node in disputed)
    )


def _dispute(index: Index, lens: Lens, about: int, why: str) -> DisputeRow:
    told = list(_told(index, lens, about, why, _disputed(index, lens, about, why)))
    versions = dict.fromkeys(_value(index, lens, card, document) for card, document in told)
    target = _ref(index.database, about)
    return DisputeRow(
        statement=told[0][0].ref if told else "",
        target=target,
        title=title_then(index, lens, target),
        matter=MATTERS.get(_PREDICATES.get(why, ""), NOT_AGREED),
        why=why,
        versions=tuple(islice(versions, _VERSIONS)),
        accounts=len(told),
        when=next((card.phrase for card, _ in told if card.phrase), ""),
    )


def _ref(database: Database, node: int) -> Ref:
    return ref_of(*database.rows("SELECT kind, id FROM nodes WHERE node = ?", (node,))[0])


def _disputed(index: Index, lens: Lens, about: int, why: str) -> frozenset[int]:
    pairs = "SELECT c.node, c.other FROM conflicts c WHERE c.about = ? AND c.why = ?"
    there = both_are_there(index, lens) if lens.day is not None else all_of(())
    found = index.database.rows(f"{pairs} AND {there.sql}", (about, why, *there.values))
    return frozenset(node for pair in found for node in pair)


def _told(index: Index, lens: Lens, about: int, why: str, disputed: Iterable[int]) -> Iterator[tuple[Card, Document]]:
    """Yield the accounts of a fact: those that agree with another as well as those that do not.

    One that is preferred stands first and a deprecated one at the end, else the newest first.
    """
    predicate = _PREDICATES.get(why, "")
    nodes = set(disputed)
    if why != STATED:
        role = OBJECT if predicate == "controls" else SUBJECT
        nodes.update(
            node
            for (node,) in index.database.rows(
                f"SELECT node FROM links WHERE target = ? AND shelf IN ({HOLD}, {ESTIMATE}) AND role & {role}"
                f" AND status < {REJECTED}",
                (about,),
            )
        )
    nodes = left_then(index, lens, nodes)
    kept = documents(index.database, nodes)
    own = [node for node in nodes if why == STATED or node in disputed or line(kept[node], "predicate") == predicate]
    told = sorted(
        cards_then(index, lens, own).values(), key=lambda card: (_place_of(kept[card.node]), _newest_first(card))
    )
    yield from ((card, kept[card.node]) for card in told)


def _place_of(document: Document) -> int:
    rank = line(document, "rank")
    return _RANKS.index(rank) if rank in _RANKS else _RANKS.index("normal")


def _newest_first(card: Card) -> tuple[bool, Day, Day, Ref]:
    """Return a key: what goes on stands first, then what ended last; the undated stands at the end."""
    latest = FUTURE if card.latest is None else card.latest
    earliest = PAST if card.earliest is None else card.earliest
    return not card.edtf, -latest, -earliest, card.ref


def _rows(index: Index, lens: Lens, card: Card, document: Document, disputed: bool) -> Iterator[AccountRow]:
    """Yield a row for each source of an account; one that cites nobody has a row all the same."""
    cited: tuple[CitationRow | None, ...] = citations(index, card.ref, lens) or (None,)
    confidence = whole(document, "confidence")
    rank = line(document, "rank")
    for citation in cited:
        yield AccountRow(
            statement=card.ref,
            target=card.ref,
            value=_value(index, lens, card, document),
            held=card.phrase,
            said=_said(index.database, document) or (citation.published if citation else ""),
            source=(citation.publisher or citation.title) if citation else "",
            locator=citation.locator if citation else "",
            grade=grade(citation.reliability, citation.credibility) if citation else "",
            sureness=estimative(confidence) if confidence is not None and confidence <= 100 else "",
            words=citation.words if citation else "",
            reasoning=prose(document, "reasoning"),
            rank=rank if rank in ("preferred", "deprecated") else "",
            mark=card.mark,
            disputed=disputed,
            edtf=card.edtf,
        )


def _value(index: Index, lens: Lens, card: Card, document: Document) -> str:
    """Return what an account says: a holder, a number, a date, or its own words."""
    if card.kind == "event":
        return toll(part(document, "deaths"))[0][1]
    if line(document, "predicate") == "controls":
        return title_then(index, lens, ref(document, "subject"))
    return line(document, "value") or one_line(prose(document, "text")) or card.title


def _said(database: Database, document: Document) -> str:
    """Return when the quote was said that a claim stands in; nothing where that is not known."""
    quote = ref(document, "quote")
    if not quote:
        return ""
    node = node_of(database, quote)
    said = time(documents(database, (node,))[node], "said")
    return phrase(parse(said.edtf)) if said.edtf else said.said
