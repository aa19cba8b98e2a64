"""The words that a brief says about itself, the same in every form that it is written in."""

from store.brief.brief import Brief, Cited, Version
from store.scales import CREDIBILITY, RELIABILITY

NO_SOURCE = "no source"
NOTHING_CONTESTED = "No two of the accounts above contradict each other."
NOT_JUDGED = "reliability not judged"


def marking(brief: Brief) -> str:
    """Return how far the brief may be passed on, as TLP 2.0 writes it."""
    return f"TLP:{brief.marking.upper()}"


def also(names: tuple[str, ...]) -> str:
    """Return the other names, as a line."""
    return f"Also: {', '.join(names)}"


def reliability(letter: str) -> str:
    """Return a step of the Admiralty code in words: `B, usually reliable`."""
    return f"{letter}, {RELIABILITY[letter]}" if letter else NOT_JUDGED


def left_out(number: int) -> str:
    """Return that a section shows the newest only."""
    return f"{number:,} older ones are left out."


def sources_of(cited: tuple[Cited, ...]) -> str:
    """Return the sources of a statement, or that it has none: `1, ¶10, B2; 2`."""
    return "; ".join(each.text for each in cited) or NO_SOURCE


def about(version: Version) -> str:
    """Return what is thought of an account: preferred or not, how sure it is, and why."""
    judged = ", ".join(filter(None, (version.rank, version.sureness)))
    return ": ".join(filter(None, (judged, version.reasoning)))


def scales() -> tuple[tuple[str, str], ...]:
    """Return what gradings mean: each step, and its words."""
    return (*RELIABILITY.items(), *((str(step), words) for step, words in CREDIBILITY.items()))


HOW_TO_READ = (
    "Numbers in brackets are those of the sources below, with the place in them and their grading. Of a grading such as"
    " B2 the letter is how reliable the source is and the number how credible the statement (Admiralty code). Times are"
    " as uncertain as they were reported. What is marked contested has another account that contradicts it."
)
