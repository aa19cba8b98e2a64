"""The Quotes: what was said by or about the selection."""

from typing import ClassVar

from store.refs import split
from store.rows import QuoteRow, Slice
from tui.commands.command import PaneId
from tui.measure import cell_len
from tui.panes.pane import Pane
from tui.state.stop import Memory
from tui.state.view import View
from tui.widgets.listing import Pages
from tui.widgets.place import Place
from tui.widgets.runs import Line, Look, Run, between, cut

LONGEST_TITLE = 40
ROOM_FOR_TWO = 10


class QuotesPane(Pane):
    """A quote a line, or on two where there is room: the words, or without quotation marks their gist; who; where."""

    name_: ClassVar[PaneId] = "quotes"
    number = 5
    title = "Quotes"

    def __init__(self) -> None:
        super().__init__()
        self._was_tall = False

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

        if self._tall:
            self.list.show(Pages[QuoteRow](fetch, _on_two_lines, tall=2), place)
        else:
            self.list.show(Pages[QuoteRow](fetch, _on_one_line), place)
        self.list.nothing = self.nothing("quote by or about it")
        self.note(f"{self.list.listing.rows:,}{self._whose()}")

    @property
    def _tall(self) -> bool:
        return self.list.size.height >= ROOM_FOR_TWO

    def on_resize(self) -> None:
        """Give each quote two lines, or one, as there is room."""
        if self.view is not None and self._tall != self._was_tall:
            self._was_tall = self._tall
            self.redraw(Place(self.list.cursor, self.list.top))

    def _whose(self) -> str:
        assert self.view is not None
        subject = self.view.subject
        if not subject:
            return ""
        link = "from" if split(subject).kind == "source" else "by or about"
        return f" {link} {cut(self.view.situation.title_of(subject), LONGEST_TITLE)}"


def _on_one_line(width: int, row: QuoteRow, _before: QuoteRow | None) -> tuple[Line]:
    """Lay out a quote: words, speaker, locator and grade; the words give way first, never below half of the line."""
    ending = _ending(row)
    room = width - cell_len(ending)
    speaker = cut(f" — {_speaker(row)}", max(room // 2, room - cell_len(row.words) - 2))
    words = _words(row, room - cell_len(speaker))
    look: Look = "plain" if row.verbatim else "dim"
    return (between((Run(words, look), Run(speaker, "dim")), (Run(ending, "dim"),), width),)


def _on_two_lines(width: int, row: QuoteRow, _before: QuoteRow | None) -> tuple[Line, Line]:
    """Lay out a quote: its words on a line of their own, below it who said them, when, and where to look."""
    said = f"   — {_speaker(row)}" + (f", {row.when}" if row.when else "")
    look: Look = "plain" if row.verbatim else "dim"
    return (Run(_words(row, width), look),), between((Run(said, "dim"),), (Run(_ending(row), "dim"),), width)


def _words(row: QuoteRow, room: int) -> str:
    return f"“{cut(row.words, room - 2)}”" if row.verbatim else cut(row.words, room)


def _speaker(row: QuoteRow) -> str:
    return f"{row.speaker} (unnamed)" if row.unnamed else row.speaker


def _ending(row: QuoteRow) -> str:
    return f"  {row.locator:<4} {row.grade:<2}" if row.locator or row.grade else ""
