"""Sources: reports, or identities where somebody is the source; each publisher is an identity of its own."""

from collections.abc import Iterator
from typing import Any

from store.formats.dated import dated, iso_day
from store.formats.stix.bundle import BOUNDS, KEPT, Makes, Object, of_situation
from store.formats.stix.identity import SYSTEM, stix_id
from store.formats.taken import Taken
from store.formats.web_address import web_address

_NOT_URL = f"no URL: {KEPT}"


def source(makes: Makes) -> Iterator[Object]:
    """Yield a source, which lists what cites it, and its publisher."""
    taken = makes.taken
    title, publisher = taken.take("title"), taken.document.get("publisher", "")
    if taken.document.get("source_kind") == "person":
        taken.take("source_kind")
        yield makes.object("identity", stix_id("identity", taken.ref), name=title, identity_class="individual")
        return
    about = makes.citing.of(taken.ref)
    if publisher:
        taken.take("publisher")
        about.insert(0, stix_id("identity", f"publisher {publisher}"))
        yield of_situation(
            makes.handed, "identity", about[0], name=publisher, identity_class="organization", created_by_ref=SYSTEM
        )
    own = stix_id("report", taken.ref)
    required = {"name": title, "published": _published(makes), "object_refs": about or [SYSTEM]}
    yield makes.object("report", own, own_references=_own(taken, title), **required)


def _published(makes: Makes) -> str:
    """Return the first moment at which it can have been published; where nobody knows, when it was written down."""
    time = dated(makes.taken.document.get("published"))
    day = iso_day(time.first) if time else ""
    if not day:
        return makes.created
    makes.taken.when("published", BOUNDS)
    return f"{day}T00:00:00.000Z"


def _own(taken: Taken, title: str) -> list[dict[str, Any]]:
    """Return where the source is, and its kept copy with its check sum, as references to itself."""
    found: list[dict[str, Any]] = []
    if where := _url_of(taken, "url", taken.document.get("url", "")):
        found.append({"source_name": title, "url": where})
    archive = taken.document.get("archive", {})
    if kept := _url_of(taken, "archive", archive.get("url", "")):
        sums = {"hashes": {"SHA-256": archive["sha256"]}} if archive.get("sha256") else {}
        found.append({"source_name": title, "description": "kept copy", "url": kept} | sums)
    return found


def _url_of(taken: Taken, field: str, text: str) -> str:
    found = web_address(text)
    if found:
        taken.take(field)
    elif text:
        taken.lose(field, _NOT_URL)
    return found
