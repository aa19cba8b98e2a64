"""The scales of the field, and the words for their steps. None is ever mixed with another.

- Admiralty code (NATO AJP-2.1): the reliability of a source, A-F, and the credibility of one piece of information, 1-6.
- ICD 203: words of estimative probability for a confidence of 0-100.
- TLP 2.0 (FIRST): how far a record may be passed on.
"""

from typing import Literal, TypeAlias

Reliability: TypeAlias = Literal["A", "B", "C", "D", "E", "F"]
Credibility: TypeAlias = Literal[1, 2, 3, 4, 5, 6]
Marking: TypeAlias = Literal["clear", "green", "amber", "amber+strict", "red"]

RELIABILITY: dict[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}

CREDIBILITY: dict[int, str] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}

MARKING: dict[Marking, str] = {
    "clear": "anybody",
    "green": "the community that was given them, not the public",
    "amber": "the organisation that was given them, and its clients",
    "amber+strict": "the organisation that was given them alone",
    "red": "the eyes of those who were given them alone",
}
"""For whom a record is, by its marking; the widest circle first."""

# Upper bounds of the bands of ICD 203, which leave 0 and 100 unnamed: they take the words of their neighbours.
_ESTIMATIVE = (
    (5, "almost no chance"),
    (20, "very unlikely"),
    (45, "unlikely"),
    (55, "roughly even chance"),
    (80, "likely"),
    (95, "very likely"),
    (100, "almost certain"),
)


def grade(reliability: str | None, credibility: int | None) -> str:
    """Return the two Admiralty steps side by side, `B2`; a step that nobody judged is left out."""
    return f"{reliability or ''}{credibility or ''}"


def estimative(confidence: int | None) -> str:
    """Return the ICD 203 words for a confidence of 0-100; nothing for none.

    A number on the border of two bands takes the lower one, except that 95 and more is almost certain.
    """
    if confidence is None:
        return ""
    if confidence >= 95:
        return "almost certain"
    return next(words for upper, words in _ESTIMATIVE if confidence <= upper)
