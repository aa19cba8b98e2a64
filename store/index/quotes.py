"""What was said: by or about what the lens is about, newest first."""

from store.index.called import cards_then
from store.index.cards import Card
from store.index.citing import locator_label
from store.index.documents import documents
from store.index.index import Index
from store.index.reading import Document, line, part, parts, prose, ref
from store.index.runs import Run
from store.index.shelves import QUOTE
from store.lens import Lens
from store.rows import QuoteRow, Slice


def quotes(index: Index, lens: Lens, *, start: int, count: int) -> Slice[QuoteRow]:
    """Return a slice of the quotes that name what the lens is about, whoever said them."""
    shelves = () if lens.kinds and "quote" not in lens.kinds else (QUOTE,)
    run = Run(index, lens, shelves)
    nodes = run.nodes(start, count)
    return Slice(quote_rows(index, lens, nodes), start, run.sizes.all)


def quote_rows(index: Index, lens: Lens, nodes: list[int]) -> tuple[QuoteRow, ...]:
    """Return quotes as they are read."""
    kept = documents(index.database, nodes)
    return tuple(_row(card, kept[node]) for node, card in cards_then(index, lens, nodes).items())


def speaker_of(card: Card, document: Document) -> str:
    """Return who said it, as far as the source tells: a name, "a Western official", or "somebody"."""
    return card.near or line(document, "described_as") or "somebody"


def _row(card: Card, document: Document) -> QuoteRow:
    words = prose(document, "words")
    citation = next(iter(parts(document, "citations")), {})
    return QuoteRow(
        statement=card.ref,
        target=card.ref,
        words=words or prose(document, "gist"),
        verbatim=bool(words),
        speaker=speaker_of(card, document),
        unnamed=not ref(document, "speaker"),
        when=card.when,
        locator=locator_label(part(citation, "locator")),
        grade=card.grade,
        mark=card.mark_or_conflict,
    )
