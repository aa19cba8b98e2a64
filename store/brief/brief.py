"""What a brief is made of: plain text in the order in which it is read, for any form that it is written in.

Times are phrases ("early 2014"), gradings are Admiralty codes (`B2`), and sources are numbers in the list at the end.
"""

from typing import NamedTuple

from store.refs import Ref
from store.scales import Marking


class Cited(NamedTuple):
    """A source by its number, the places in it, and how reliable and credible it is there."""

    number: int
    locator: str
    grade: str

    @property
    def text(self) -> str:
        """The parts as they stand in brackets: `3, ¶10, B2`."""
        return ", ".join(filter(None, (str(self.number), self.locator, self.grade)))


class Statement(NamedTuple):
    """Something stated: "opposes", "Misrata militias", "2016". `mark` is "draft", "disputed", "contested" or empty."""

    label: str
    text: str
    when: str
    cited: tuple[Cited, ...]
    mark: str


class Section(NamedTuple):
    """Statements under a heading; `left_out` counts those beyond what a brief has room for."""

    heading: str
    statements: tuple[Statement, ...]
    left_out: int = 0


class Part(NamedTuple):
    """One record that the brief is about."""

    ref: Ref
    title: str
    subtitle: str
    also: tuple[str, ...]
    summary: str
    mark: str
    cited: tuple[Cited, ...]
    sections: tuple[Section, ...]


class Version(NamedTuple):
    """One account of a contested fact; `rank` is "preferred", "deprecated" or empty, `sureness` in words (ICD 203)."""

    text: str
    when: str
    sureness: str
    rank: str
    reasoning: str
    cited: tuple[Cited, ...]


class Matter(NamedTuple):
    """A fact that is contested: of what, which fact ("who controlled it"), and each account of it."""

    title: str
    matter: str
    versions: tuple[Version, ...]


class Listed(NamedTuple):
    """A source in the numbered list. `reliability` is a letter of the Admiralty code, or empty where nobody judged."""

    number: int
    title: str
    details: tuple[str, ...]
    reliability: str
    url: str
    archive: str
    terms: str


class Brief(NamedTuple):
    """A brief, whole. `marking` is the strictest (TLP 2.0) of all that is in it."""

    title: str
    scope: str
    marking: Marking
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    contested: tuple[Matter, ...]
    sources: tuple[Listed, ...]
