"""The Quotes: what was said by or about the selection."""

from typing import ClassVar

from rich.cells import cell_len

from store.refs import split
from store.rows import QuoteRow, Slice
from tui.commands.command import PaneId
from tui.panes.pane import Pane
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.listing import Pages
from tui.widgets.row_list import Place
from tui.widgets.runs import Line, Run, cut

LONGEST_TITLE = 40


class QuotesPane(Pane):
    """One quote a line: the words, or without quotation marks their gist; who said them; where to look."""

    name_: ClassVar[PaneId] = "quotes"
    number = 5
    title = "Quotes"

    def show(self, view: View, memory: Memory | None = None) -> None:
        """List what was said by or about the subject; the same subject keeps the list."""
        if memory is None and self.view is not None and self.view.selection == view.selection:
            self.view = view
            return
        super().show(view, memory)

    def redraw(self, place: Place | None = None) -> None:
        """List the quotes."""
        assert self.view is not None
        situation, lens = self.view.situation, self.narrowed(self.view.selection)

        def fetch(start: int, count: int) -> Slice[QuoteRow]:
            return situation.quotes(lens, start=start, count=count)

        self.list.show(Pages[QuoteRow](fetch, _line), place)
        self.note(f"{self.list.listing.rows:,}{self._whose()}")

    def _whose(self) -> str:
        assert self.view is not None
        subject = self.view.subject
        if not subject:
            return ""
        link = "from" if split(subject).kind == "source" else "by or about"
        return f" {link} {cut(self.view.situation.title_of(subject), LONGEST_TITLE)}"


def _line(width: int, row: QuoteRow, _before: QuoteRow | None) -> Line:
    """Lay out a quote: words, speaker, locator and grade; the words give way first, never below half of the line."""
    ending = f"  {row.locator:<4} {row.grade:<2}".rstrip() if row.locator or row.grade else ""
    speaker = f" — {row.speaker}" + (" (unnamed)" if row.unnamed else "")
    room = width - cell_len(ending)
    speaker = cut(speaker, max(room // 2, room - cell_len(row.words) - 2))
    words = (
        f"“{cut(row.words, room - cell_len(speaker) - 2)}”"
        if row.verbatim
        else cut(row.words, room - cell_len(speaker))
    )
    said = (Run(words, "plain" if row.verbatim else "dim"), Run(speaker, "dim"))
    filler = room - cell_len(words) - cell_len(speaker)
    return (*said, Run(" " * max(0, filler)), Run(ending, "dim"))
