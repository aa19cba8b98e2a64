"""The citations of a record: which source, where in it, in which words."""

from store.citing import place_in_source
from store.index.cards import cards
from store.index.conflicting import left_then
from store.index.documents import document, documents
from store.index.index import Index
from store.index.lookup import node_of
from store.index.reading import Document, line, part, parts, prose, ref, whole
from store.lens import Lens
from store.refs import Ref
from store.rows import CitationRow


def citations(index: Index, statement: Ref, lens: Lens) -> tuple[CitationRow, ...]:
    """Return the citations of a record, in its own order; one to a source that is missing shows the source's ref.

    Sources that were not known by the lens's day are left out.
    """
    database = index.database
    given = [
        citation
        for citation in parts(document(database, node_of(database, statement)), "citations")
        if ref(citation, "source")
    ]
    nodes = [node_of(database, ref(citation, "source")) for citation in given]
    sources, found = documents(database, nodes), cards(database, nodes)
    later = set(found) - left_then(index, Lens(known_by=lens.known_by), found)
    return tuple(
        CitationRow(
            statement=statement,
            target=ref(citation, "source"),
            title=found[node].title if node in found else ref(citation, "source"),
            publisher=line(sources[node], "publisher"),
            published=found[node].phrase if node in found else "",
            reliability=line(sources[node], "reliability"),
            credibility=whole(citation, "credibility"),
            locator=locator_label(part(citation, "locator")),
            words=prose(citation, "words"),
            url=line(sources[node], "url"),
        )
        for citation, node in zip(given, nodes, strict=True)
        if node not in later
    )


def locator_label(locator: Document) -> str:
    """Return a place in a source as it is printed: `¶10`, `p. 2`, `cell B7`, `00:12:30`; empty for none."""
    return place_in_source(line(locator, "kind"), line(locator, "value"))
