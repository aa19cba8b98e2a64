"""Documents: records as the file holds them, and the words that stand in their fields. `records` says what is valid.

Whoever reads and writes many documents does without the models: to load those takes as long as to start Python four
times.
"""

from typing import Any, Literal, TypeAlias

Document: TypeAlias = dict[str, Any]
"""A record as the file holds it: plain JSON values."""

Status: TypeAlias = Literal["accepted", "draft", "disputed", "rejected"]
FactionKind: TypeAlias = Literal[
    "state",
    "government",
    "military",
    "armed group",
    "militia",
    "tribe",
    "party",
    "intergovernmental",
    "company",
    "media",
    "civilians",
    "other",
]
LocationKind: TypeAlias = Literal["country", "region", "district", "city", "site", "border", "sea", "area"]
WherePrecision: TypeAlias = Literal["exact", "near", "district", "province", "part of country", "country", "sea or air"]
"""How closely an event's place is known; the seven steps of UCDP GED `where_prec`, in its order."""

Predicate: TypeAlias = Literal[
    "backs",
    "opposes",
    "allied-with",
    "part-of",
    "splinter-of",
    "member-of",
    "leads",
    "recognises",
    "controls",
    "contests",
    "present-in",
    "moved-to",
    "strength",
    "founded",
    "deaths",
    "assessment",
]
TIES: frozenset[str] = frozenset(
    {"backs", "opposes", "allied-with", "part-of", "splinter-of", "member-of", "leads", "recognises"}
)
HOLDS: frozenset[str] = frozenset({"controls", "contests", "present-in", "moved-to"})
Rank: TypeAlias = Literal["preferred", "normal", "deprecated"]
