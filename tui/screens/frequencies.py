"""How often: how many statements there are of each kind, and which actors and places they name most."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from store.lens import Lens
from store.rows import FrequencyRow
from store.situation import Frequencies, Situation
from tui.contents.frequencies import lay_out
from tui.screens.following import FollowingDialog
from tui.widgets.listing import Listing

MOST = 12


class FrequenciesScreen(FollowingDialog[FrequencyRow]):
    """Lists counts as bars; gives the one that is to be looked into."""

    title_text = "How often"
    keys_text = "↵ look into it · esc back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "move(-1)", show=False),
        Binding("j", "move(1)", show=False),
        Binding("space", "page(1)", show=False),
        Binding("F,q,backspace", "leave", show=False),
    ]

    def __init__(self, situation: Situation, lens: Lens) -> None:
        super().__init__(situation)
        self._lens = lens
        self._found: Frequencies
        self._through = ""

    def begin(self) -> None:
        """Show the counts."""
        self.renew()

    def renew(self) -> None:
        """Count, and show the counts."""
        self._found = self._situation.frequencies(self._lens, count=MOST)
        self._through = self._situation.describe(self._lens)
        self.list.lay_out(self._lay_out)

    def _lay_out(self, width: int) -> Listing:
        return lay_out(self._found, self._through, width)

    def action_choose(self) -> None:
        """Give the count under the cursor."""
        row = self.list.row
        if isinstance(row, FrequencyRow):
            self.dismiss(row)
