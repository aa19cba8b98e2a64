"""Choosing which of several accounts is preferred, without losing the others."""

from collections.abc import Iterable
from datetime import UTC, datetime

from store.documents import Rank
from store.errors import StoreError
from store.records import Claim, Record, read, write
from store.refs import Ref
from store.situation import Situation
from store.succession import succeeding
from store.text import one_line
from store.values import Origin


class NotRanked(StoreError):
    """Only claims have a rank: an event's own toll has none."""


def prefer(situation: Situation, chosen: Ref, among: Iterable[Ref], reason: str) -> None:
    """Prefer a claim, for a reason; whichever of the others was preferred is so no more, and keeps its own reasoning.

    Raises NotRanked, UnknownRecord, InvalidRecord, and what `Situation.change` raises.
    """
    changed = [_ranked(situation, chosen, "preferred", one_line(reason))]
    for other in dict.fromkeys(among):
        if other != chosen and other.startswith("claim:") and _claim(situation, other).rank == "preferred":
            changed.append(_ranked(situation, other, "normal"))
    situation.change(changed)


def prefer_none(situation: Situation, chosen: Ref) -> None:
    """Take a claim's preference back. Raises as `prefer` does."""
    situation.change([_ranked(situation, chosen, "normal")])


def _ranked(situation: Situation, ref: Ref, rank: Rank, reason: str = "") -> Record:
    claim = _claim(situation, ref)
    before = write(claim)
    edited = before | {
        "rank": rank,
        "reasoning": reason or claim.reasoning,
        "origin": Origin().model_dump(),  # a person has changed it now: no import writes over that
    }
    return read("claim", succeeding(before, edited, f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"))


def _claim(situation: Situation, ref: Ref) -> Claim:
    record = situation.record(ref)
    if not isinstance(record, Claim):
        raise NotRanked(f"{ref}: only claims can be preferred; write what it says as a claim of its own")
    return record
