"""What a record is called in a list."""

from collections.abc import Callable

from store.index.reading import Document, line, parts, ref
from store.index.shelves import ASSESSMENT, shelf_of_claim
from store.predicates import TIES, spoken
from store.refs import Kind, Ref

LONGEST = 300
_SHORT_WORDS = 120


def names(document: Document) -> tuple[str, ...]:
    """Return every name, the primary one first."""
    given = parts(document, "names")
    ordered = sorted(given, key=lambda name: name.get("kind", "primary") != "primary")
    return tuple(dict.fromkeys(filter(None, (line(name, "text") for name in ordered))))


def title(kind: Kind, document: Document, title_of: Callable[[Ref], str]) -> str:
    """Return what the record is called, or nothing. A claim is called after what it claims, of records called so."""
    if kind in ("event", "source"):
        made = line(document, "title")
    elif kind == "quote":
        made = _title_of_quote(document)
    elif kind == "claim":
        made = _title_of_claim(document, title_of)
    else:
        made = next(iter(names(document)), "")
    return shortened(made, LONGEST)


def own_title(kind: Kind, document: Document) -> str:
    """Return what the record is called, of a claim as far as the document itself holds it."""
    return title(kind, document, _nobody)


def shortened(text: str, most: int) -> str:
    """Return the text, or its beginning and an ellipsis if it has more characters than that."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _nobody(named: Ref) -> str:
    return ""


def _title_of_quote(document: Document) -> str:
    words = line(document, "words")
    return f"“{shortened(words, _SHORT_WORDS)}”" if words else line(document, "gist")


def _title_of_claim(document: Document, title_of: Callable[[Ref], str]) -> str:
    """Return "Egypt backs the eastern government", "Misrata militias: strength 2,000", or the claim's own words."""
    subject, predicate, object_ = ref(document, "subject"), line(document, "predicate"), ref(document, "object")
    text = line(document, "text")
    if text and shelf_of_claim(predicate) == ASSESSMENT:
        return text
    if object_:
        verb = TIES[predicate][0] if predicate in TIES else spoken(predicate)
        return f"{title_of(subject)} {verb} {title_of(object_)}".strip()
    value = line(document, "value")
    if value:
        return f"{title_of(subject)}: {spoken(predicate)} {value}".strip()
    return text
