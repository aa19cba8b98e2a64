"""The day that every pane looks from, and in which of two senses."""

from typing import ClassVar, NamedTuple

from textual.widgets import Input

from store import when
from store.lens import Lens
from store.when import Day
from store.when.words import day_words
from tui.screens.dialog import Dialog
from tui.widgets.listing import NO_ROW, Listing, Sheet
from tui.widgets.place import Place
from tui.widgets.row_list import RowList
from tui.widgets.runs import Line, Run
from tui.widgets.wrapping import wrap

EXAMPLES = "A day, a month or a year: 2016-08-18, 2016-08, 2014; or in words: early 2014, last month, 5 August 2016."
TODAY = "Its last day counts. Nothing typed looks from today again."


class Days(NamedTuple):
    """The day on which things are to hold, and the day by which they are to be known; None for either is today."""

    as_of: Day | None = None
    known_by: Day | None = None


class Meaning(NamedTuple):
    """A sense in which one can look from a day."""

    held: bool
    known: bool
    title: str
    rule: str

    def days(self, day: Day | None) -> Days:
        """Return what a day stands for in this sense."""
        return Days(day if self.held else None, day if self.known else None)

    def told(self, day: Day) -> str:
        """Return what the room will say."""
        return " and ".join(["as of"] * self.held + ["known by"] * self.known) + f" {day_words(day)}"


MEANINGS = (
    Meaning(True, False, "What held that day", "what had begun by then; ties and holds only if they had not ended"),
    Meaning(False, True, "What was known by then", "what somebody had published by then, whenever it happened"),
    Meaning(True, True, "What was then known to hold", "both at once: later reports are left out"),
)


class AsOfScreen(Dialog[Days]):
    """Asks for a date and for a sense; gives the last day of that date in that sense, or no days for no date."""

    title_text = "As of"
    fits = True
    keys_text: ClassVar[str] = "↑↓ in which sense · ↵ look from there · esc back"
    prompt = "2016-08-18"

    def __init__(self, anchor: Day, lens: Lens) -> None:
        super().__init__()
        self._anchor = anchor
        self._begins_with = (lens.as_of is not None) + 1 if lens.known_by is not None else 0

    def begin(self) -> None:
        """Say what can be typed and meant, with the cursor on the sense that is in use."""
        self.list.lay_out(_explanation, Place(self._begins_with))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show how the text is understood."""
        message.stop()
        self._tell()

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        """Show how it is understood in the other sense."""
        message.stop()
        self._tell()

    def _tell(self) -> None:
        text = self.line.value.strip()
        day = self._day(text)
        if not text:
            self.tell(())
        elif day is None:
            self.tell((Run("no date that can be looked from", "warn"),))
        else:
            self.tell((Run(self._meaning.told(day), "accent"),))

    def action_choose(self) -> None:
        """Give the days, where the text is a date."""
        text = self.line.value.strip()
        day = self._day(text)
        if day is not None or not text:
            self.dismiss(self._meaning.days(day))

    @property
    def _meaning(self) -> Meaning:
        return MEANINGS[self.list.cursor]

    def _day(self, text: str) -> Day | None:
        edtf = when.resolve(text, self._anchor) if text else None
        return when.parse(edtf).latest if edtf else None


def _explanation(width: int) -> Listing:
    lines: list[tuple[Line, int]] = [((Run(part, "dim"),), NO_ROW) for part in wrap(EXAMPLES, width)]
    lines.append(((), NO_ROW))
    for number, meaning in enumerate(MEANINGS):
        lines.append(((Run(meaning.title),), number))
        lines += [((Run(f"  {part}", "dim"),), number) for part in wrap(meaning.rule, width - 2)]
    lines += [((), NO_ROW), *(((Run(part, "dim"),), NO_ROW) for part in wrap(TODAY, width))]
    return Sheet(lines, MEANINGS)
