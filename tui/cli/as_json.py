"""What `--json` answers: everything that the text says, under names that stay."""

import os
from typing import Any

from store.refs import TABLES
from store.rows import CitationRow, FoundRow, Profile, Slice
from store.situation import Situation
from store.when import Day
from store.when.days import written_day


def profile(shown: Profile, document: dict[str, Any], citations: tuple[CitationRow, ...]) -> dict[str, object]:
    """Return a record as the file holds it, with what is stated about it and what it cites."""
    return {
        **shown._asdict(),
        "rows": [row._asdict() for row in shown.rows],
        "citations": [row._asdict() for row in citations],
        "record": document,
    }


def found(query: str, answer: Slice[FoundRow]) -> dict[str, object]:
    """Return finds with the query as it was understood, and how many there are in all."""
    return {"query": query, "total": answer.total, "found": [_find(row) for row in answer.rows]}


def _find(row: FoundRow) -> dict[str, object]:
    return {
        "ref": row.target,
        "kind": row.kind,
        "title": row.title,
        "detail": row.detail,
        "context": row.context,
        "status": row.mark or "accepted",
        "near": row.near,
    }


def stats(situation: Situation) -> dict[str, object]:
    """Return a situation in numbers; days as ISO 8601."""
    counted = situation.stats()
    return {
        "title": situation.title,
        # A name may be bytes of another locale, which JSON cannot hold.
        "file": os.fspath(situation.path).encode("utf-8", "backslashreplace").decode(),
        "bytes": counted.bytes,
        "records": {TABLES[kind]: count for kind, count in counted.kinds.items()},
        "statuses": counted.statuses,
        "untitled": counted.untitled,
        "citations": counted.citations,
        "conflicts": counted.conflicts,
        "span": [_iso(counted.first), _iso(counted.last)],
    }


def _iso(day: Day | None) -> str | None:
    return None if day is None else written_day(day)
