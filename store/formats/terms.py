"""What stands in the way of handing a situation on: how far its records may go, and the terms of their sources."""

import re
from collections import Counter

from store.documents import Document
from store.formats.handed import Losses
from store.refs import Kind, make
from store.scales import MARKING
from store.text import one_line

# In one breath: in “not for sale; share alike” nothing is forbidden that matters here.
_FORBIDS = re.compile(
    r"\b(?:not|never)\b[^.;:]{0,40}"
    r"\b(?:pass(?:ed|ing)?\b[^.;:]{0,20}\bon\b|re-?distribut|re-?publish|shar(?:e|ed|ing)\b|hand(?:ed)? on\b)"
    r"|\bno (?:re-?distribution|re-?publication|sharing)\b|all rights reserved",
    re.IGNORECASE,
)
_NAMED = 5
_LONGEST = 120
_ACLED = "acled"


class Terms:
    """What the records that have passed say of being passed on."""

    def __init__(self) -> None:
        self._markings: Counter[str] = Counter()
        self._acled = 0
        self._forbidding: list[str] = []

    def look(self, kind: Kind, document: Document) -> None:
        """Look at a record; it need not be valid."""
        marking, external, terms = (document.get(field) for field in ("marking", "external", "terms"))
        if marking and marking != "clear":
            self._markings[f"{marking}"] += 1
        if isinstance(external, dict) and any(name.startswith(_ACLED) for name in external):
            self._acled += 1
        if kind == "source" and terms and _FORBIDS.search(f"{terms}"):
            self._forbidding.append(f"{make(kind, document['id'])}: its terms forbid passing it on: {_cut(f'{terms}')}")

    def tell(self, losses: Losses) -> None:
        """Warn of what has been seen, the strictest marking first."""
        for marking, meaning in reversed(MARKING.items()):
            if number := self._markings[marking]:
                losses.warn(f"TLP:{marking.upper()}: {number} record{'s are' if number > 1 else ' is'} for {meaning}")
        if self._acled:
            holds = "record holds a row" if self._acled == 1 else "records hold rows"
            losses.warn(
                f"{self._acled} {holds} of ACLED, whose terms forbid passing them on; hand on your own work alone"
            )
        for line in self._forbidding[:_NAMED]:
            losses.warn(line)
        if len(self._forbidding) > _NAMED:
            losses.warn(f"{len(self._forbidding) - _NAMED} more sources have terms that forbid passing them on")


def _cut(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
