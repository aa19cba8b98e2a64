"""What happens while a file is read, gathered into its account, which is a page however long the file is."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from store.formats.account import Account, Clash, Tally
from store.formats.alike import Alike, sort_of
from store.formats.found import Column, Skipped
from store.refs import Kind

Outcome: TypeAlias = Literal["created", "updated", "unchanged", "kept"]
_LINES_KEPT = 20
_TOLD = 1_000
"""Skipped rows and clashes that are told one by one; the rest are counted."""
_SORTS = 200
"""Sorts of skipped rows that are counted apart: a file may have as many as rows."""


class Accounting:
    """What has become of the file so far."""

    def __init__(self) -> None:
        self._columns: dict[Column, None] = {}
        self._read = 0
        self._rows: Counter[Outcome] = Counter()
        self._skipped: list[Skipped] = []
        self._skips = 0
        self._sorts: dict[str, Alike] = {}
        self._clashes: list[Clash] = []
        self._more_clashes = 0
        self._cautions: dict[str, Alike] = {}
        self.namesakes = 0
        """New records that have the name of another."""

    def head(self, columns: Iterable[Column]) -> None:
        """Note the columns of the file, or of another of the files in it."""
        self._columns |= dict.fromkeys(columns)

    def row(self, outcome: Outcome) -> None:
        """Note what became of a row's own record."""
        self._read += 1
        self._rows[outcome] += 1

    def skip(self, skipped: Skipped) -> None:
        """Note that a row was not taken."""
        self._read += 1
        self._skips += 1
        sort = sort_of(skipped)
        if before := self._sorts.get(sort):
            self._sorts[sort] = _with(before, skipped.line, before.what if before.what == skipped.reason else sort)
        elif len(self._sorts) < _SORTS:
            self._sorts[sort] = Alike(skipped.reason, (skipped.line,), 1)
        if len(self._skipped) < _TOLD:
            self._skipped.append(skipped)

    def caution(self, what: str, line: int) -> None:
        """Note what is odd about a row that was taken."""
        self._cautions[what] = _with(self._cautions.get(what, Alike(what, (), 0)), line, what)

    def clash(self, clash: Clash) -> None:
        """Note an edit that was kept where the file says something else."""
        if len(self._clashes) < _TOLD:
            self._clashes.append(clash)
        else:
            self._more_clashes += 1

    def close(self, beside: Mapping[Kind, Counter[Outcome]]) -> Account:
        """Return the account; `beside` is what became of the records that rows share."""
        return Account(
            file="",
            encoding="",
            columns=tuple(self._columns),
            read=self._read,
            rows=_tally(self._rows),
            beside={kind: _tally(outcomes) for kind, outcomes in beside.items()},
            skipped=tuple(self._skipped),
            skips=self._skips,
            sorts=tuple(sorted(self._sorts.values(), key=lambda sort: -sort.rows)),
            cautions=tuple(self._cautions.values()),
            clashes=tuple(self._clashes),
            more_clashes=self._more_clashes,
            namesakes=self.namesakes,
        )


def _with(before: Alike, line: int, what: str) -> Alike:
    return Alike(what, (*before.lines, line) if len(before.lines) < _LINES_KEPT else before.lines, before.rows + 1)


def _tally(outcomes: Counter[Outcome]) -> Tally:
    kept = outcomes["kept"]
    return Tally(outcomes["created"], outcomes["updated"], outcomes["unchanged"] + kept, kept)
