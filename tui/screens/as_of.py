"""The day that every pane looks from."""

from textual.widgets import Input

from store import when
from store.when import Day
from tui.screens.dialog import Dialog
from tui.widgets.listing import NO_ROW, Listing, Sheet
from tui.widgets.runs import Line, Run
from tui.widgets.wrapping import wrap

EXAMPLES = "A day, a month or a year: 2016-08-18, 2016-08, 2014; or in words: early 2014, last month, 5 August 2016."
RULE = "Every pane then shows what had begun by the last day of it, and of ties and holds those that had not ended."
TODAY = "Nothing typed looks from today again."


class AsOfScreen(Dialog[tuple[Day | None]]):
    """Asks for a date; gives the last day of it, or None for no date, each in a tuple of one."""

    title_text = "As of"
    fits = True
    keys_text = "↵ look from there · esc back"
    prompt = "2016-08-18"

    def __init__(self, anchor: Day) -> None:
        super().__init__()
        self._anchor = anchor

    def begin(self) -> None:
        """Say what can be typed."""
        self.list.lay_out(_explanation)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show how the text is understood."""
        message.stop()
        text = self.line.value.strip()
        day = self._day(text)
        if not text:
            self.tell(())
        elif day is None:
            self.tell((Run("no date that can be looked from", "warn"),))
        else:
            self.tell((Run(f"as of {when.phrase(when.parse(when.from_days(day, day, held=False)))}", "accent"),))

    def action_choose(self) -> None:
        """Give the day, where the text is one."""
        text = self.line.value.strip()
        day = self._day(text)
        if day is not None or not text:
            self.dismiss((day,))

    def _day(self, text: str) -> Day | None:
        edtf = when.resolve(text, self._anchor) if text else None
        return when.parse(edtf).latest if edtf else None


def _explanation(width: int) -> Listing:
    lines: list[tuple[Line, int]] = []
    for text in (EXAMPLES, RULE, TODAY):
        lines += [((Run(part, "dim"),), NO_ROW) for part in wrap(text, width)] + [((), NO_ROW)]
    return Sheet(lines, ())
