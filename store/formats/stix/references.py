"""Citations as the external references of STIX."""

from typing import Any

from store.documents import Document
from store.formats.handed import Handed
from store.formats.taken import Taken
from store.formats.web_address import web_address


def references(taken: Taken, handed: Handed, kept: str) -> list[dict[str, Any]]:
    """Return a reference for each citation: the source, where it is, and where in it and in which words it says so.

    `kept` says what becomes of how credible it is.
    """
    taken.lose_parts("citations", ("credibility",), kept)
    return [_reference(citation, handed) for citation in taken.take("citations", [])]


def _reference(citation: Document, handed: Handed) -> dict[str, Any]:
    source = handed.named(citation["source"]) or {}
    locator = citation.get("locator")
    where = f"{locator['kind']} {locator['value']}" if locator else ""
    told = ": ".join(filter(None, (where, citation.get("words", ""))))
    found = {
        "source_name": handed.title(citation["source"]),
        "external_id": citation["source"],
        "description": told,
        "url": web_address(source.get("url", "")),
    }
    return {name: value for name, value in found.items() if value}
