"""Where records stand in lists: a shelf a kind, and four for claims, by what they claim.

Also the numbers by which the index keeps kinds, statuses and roles.
"""

from collections.abc import Iterable

from store.predicates import TIES
from store.refs import KINDS, Kind

STATUSES = ("accepted", "draft", "disputed", "rejected")
ACCEPTED, DRAFT, DISPUTED, REJECTED, MISSING = range(5)
"""MISSING is the status of what is named and not there; what is less than REJECTED is shown unless a lens says else."""

FACTION, PERSON, LOCATION, EVENT, QUOTE, SOURCE, TIE, HOLD, ESTIMATE, ASSESSMENT = range(10)
NO_SHELF = -1
"""Where what is missing stands."""

CLAIMS = (TIE, HOLD, ESTIMATE, ASSESSMENT)
TIMELY = (FACTION, EVENT, QUOTE, *CLAIMS)
"""What a timeline shows where it has a date."""
ENDING = (TIE, HOLD)
"""What is over on the days after its end; anything else, once it has happened or been said, has for good."""
STATEMENTS = (EVENT, QUOTE, *CLAIMS)
"""What is expected to have a date: without one it stands at a timeline's end, as undated."""

SHELVES: dict[Kind, tuple[int, ...]] = {
    "faction": (FACTION,),
    "person": (PERSON,),
    "location": (LOCATION,),
    "event": (EVENT,),
    "quote": (QUOTE,),
    "claim": CLAIMS,
    "source": (SOURCE,),
}
KIND_NUMBERS: dict[Kind, int] = {kind: number for number, kind in enumerate(KINDS)}
"""The other way round is KINDS itself."""

SUBJECT, OBJECT, PARTICIPANT, SPEAKER, SPEAKS_FOR, ABOUT, PLACE, AROUND, SOURCE_OF, PART, RELATED = (
    1 << bit for bit in range(11)
)
"""How a node names a target; bits, because it may do so in several ways. AROUND: its place lies within the target."""

_HOLDS = frozenset(("controls", "contests", "present-in", "moved-to"))
_ESTIMATES = frozenset(("strength", "founded", "deaths"))


def shelf_of_claim(predicate: str) -> int:
    """Return the shelf of a claim with this predicate; one that nobody knows stands with the assessments."""
    if predicate in TIES:
        return TIE
    if predicate in _HOLDS:
        return HOLD
    return ESTIMATE if predicate in _ESTIMATES else ASSESSMENT


def shelves_of(kinds: Iterable[Kind]) -> tuple[int, ...]:
    """Return the shelves on which records of these kinds stand."""
    return tuple(shelf for kind in kinds for shelf in SHELVES[kind])
