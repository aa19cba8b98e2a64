"""The sources of one statement: who says so, where in it, how reliable, in which words."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from store.refs import Ref
from store.rows import CitationRow
from store.scales import CREDIBILITY, RELIABILITY, grade
from tui.screens.dialog import Dialog
from tui.widgets.listing import NO_ROW, Listing, Sheet
from tui.widgets.runs import Line, Run
from tui.widgets.wrapping import wrap


class CitationsScreen(Dialog[Ref]):
    """Lists the citations; choosing one gives the ref of its source."""

    title_text = "Sources"
    fits = True
    keys_text = "↵ open the source · esc back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "move(-1)", show=False),
        Binding("j", "move(1)", show=False),
        Binding("s,q,backspace", "leave", show=False),
    ]

    def __init__(self, statement: str, citations: tuple[CitationRow, ...]) -> None:
        super().__init__()
        self._statement = statement
        self._citations = citations

    def begin(self) -> None:
        """Show the statement and under it each citation."""
        self.list.lay_out(self._lay_out)

    def _lay_out(self, width: int) -> Listing:
        lines: list[tuple[Line, int]] = [((Run(part, "strong"),), NO_ROW) for part in wrap(self._statement, width, 3)]
        if not self._citations:
            lines += [((), NO_ROW), ((Run("No source is recorded for this.", "warn"),), NO_ROW)]
        for number, citation in enumerate(self._citations):
            lines.append(((), NO_ROW))
            lines += [(line, number) for line in _citation(citation, width)]
        return Sheet(lines, self._citations)

    def action_choose(self) -> None:
        """Give the source under the cursor."""
        row = self.list.row
        if isinstance(row, CitationRow):
            self.dismiss(row.target)


def _citation(row: CitationRow, width: int) -> list[Line]:
    judged = f"{grade(row.reliability, row.credibility)}  " if row.reliability or row.credibility else ""
    scale = ", ".join(
        words
        for words in (
            f"source {RELIABILITY[row.reliability]}" if row.reliability else "",
            f"information {CREDIBILITY[row.credibility]}" if row.credibility else "",
        )
        if words
    )
    where = " · ".join(part for part in (row.publisher, row.published, row.locator) if part)
    lines: list[Line] = [(Run(part, "plain"),) for part in wrap(row.title, width, 2)]
    lines += [(Run(part, "dim"),) for part in wrap(where, width, 2)]
    if judged or scale:
        lines += [(Run(part, "dim"),) for part in wrap(judged + scale, width, 2)]
    if row.words:
        lines += [(Run(part, "accent"),) for part in wrap(f"“{row.words}”", width, 12)]
    if row.url and row.url != row.publisher:
        lines += [(Run(part, "dim"),) for part in wrap(row.url, width, 2)]
    return lines
