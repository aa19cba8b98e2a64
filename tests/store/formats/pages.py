"""The pages on formats: their examples are run, so that they say what is so."""

import json
import re
from pathlib import Path

from store.documents import Document
from store.formats.found import Found

_DOCS = Path(__file__).resolve().parents[3] / "docs"


def page(name: str) -> str:
    """Return the text of a page."""
    return (_DOCS / name).read_text(encoding="utf-8")


def block(name: str, language: str) -> str:
    """Return the first block of a language on a page."""
    match = re.search(rf"```{language}\n(.*?)```", page(name), re.DOTALL)
    assert match
    return match[1]


def shown(found: Found) -> Document:
    """Return a record as the pages show it, without the row that it keeps."""
    return {field: value for field, value in found.entry.document.items() if field != "external"}


def is_told(name: str, found: Found) -> bool:
    """Tell whether a page shows this as what its example becomes and brings with it."""
    beside = [entry.ref for entry in found.beside]
    return shown(found) == json.loads(block(name, "json")) and beside == block(name, "text").split()


def is_brought_in(name: str, found: Found) -> bool:
    """Tell whether a page that tells of both ways shows this as the record that its example becomes."""
    told: Document = json.loads(block(name, "json record"))
    return shown(found) == told
