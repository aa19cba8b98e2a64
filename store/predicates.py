"""How the predicates of claims are spoken, from either end."""

TIES: dict[str, tuple[str, str]] = {
    "backs": ("backs", "backed by"),
    "opposes": ("opposes", "opposed by"),
    "allied-with": ("allied with", "allied with"),
    "part-of": ("part of", "has part"),
    "splinter-of": ("splinter of", "split into"),
    "member-of": ("member of", "has member"),
    "leads": ("leads", "led by"),
    "recognises": ("recognises", "recognised by"),
}
"""How a tie reads from its subject, and from its object."""

HELD: dict[str, str] = {
    "controls": "controlled by",
    "contests": "contested by",
    "present-in": "present",
    "moved-to": "moved here",
}
"""How a hold reads from the place."""

MATTERS: dict[str, str] = {
    "controls": "who controlled it",
    "founded": "when it was founded",
    "strength": "how strong it was",
    "deaths": "how many died",
}
"""What accounts disagree on, for predicates that can have one value at a time."""

NOT_AGREED = "stated to disagree"
"""The same where a claim itself says that it disagrees with another."""


def spoken(predicate: str) -> str:
    """Return the predicate as a reader is shown it: `part of`."""
    return predicate.replace("-", " ")


def from_either_end(predicate: str) -> tuple[str, str]:
    """Return how a tie or a hold reads from its subject, and from its object."""
    return TIES.get(predicate) or (spoken(predicate), HELD.get(predicate, spoken(predicate)))
