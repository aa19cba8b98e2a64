"""What a record is called where it stands alone: a claim and a quote have no title of their own."""

from store.documents import Document
from store.formats.handed import Handed
from store.refs import Kind, make
from store.text import one_line

_LONGEST = 120


def headline(handed: Handed, kind: Kind, document: Document) -> str:
    """Return one line: a name, a title, a claim as a sentence, a quote with who said it."""
    if kind == "claim":
        what = handed.title(document["object"]) if "object" in document else document.get("value", "")
        said = f"{handed.title(document['subject'])} {document['predicate'].replace('-', ' ')}"
        return _cut(f"{said} {what}" if what else f"{said}: {document.get('text', '')}")
    if kind == "quote":
        words = f"“{document['words']}”" if "words" in document else document["gist"]
        who = speaker(handed, document)
        return _cut(f"{who}: {words}" if who else words)
    return handed.title(make(kind, document["id"]))


def speaker(handed: Handed, quote: Document) -> str:
    """Return who said a quote: as the source calls them, or by name; empty where nobody is told."""
    by_name = handed.title(quote["speaker"]) if "speaker" in quote else ""
    return quote.get("described_as", "") or by_name


def _cut(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
