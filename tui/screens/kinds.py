"""Which kinds of records the timeline lists."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from store.refs import Kind
from tui.contents.timeline import CHOSEN_FROM, NAMES, SIGNS, USUAL
from tui.screens.dialog import Dialog
from tui.state.view import View
from tui.widgets.listing import NO_ROW, Listing, Sheet
from tui.widgets.place import Place
from tui.widgets.runs import Line, Run, fit


class KindsScreen(Dialog[tuple[Kind, ...]]):
    """Lists the kinds with how many there are of each; gives those that are chosen when it is left."""

    title_text = "On the timeline"
    fits = True
    keys_text = "↵ list it or not · esc done"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "move(-1)", show=False),
        Binding("j", "move(1)", show=False),
        Binding("space", "choose", show=False),
        Binding("K,q,backspace", "leave", show=False),
    ]

    def __init__(self, view: View, kinds: tuple[Kind, ...]) -> None:
        """`view` is what the timeline shows without a choice of kinds."""
        super().__init__()
        self._kinds = kinds
        situation, lens, *_ = view
        self._counts = {
            kind: situation.timeline(lens._replace(kinds=(kind,)), count=0).total
            for kind in CHOSEN_FROM
            if kind in (lens.kinds or CHOSEN_FROM)
        }

    def begin(self) -> None:
        """Show the kinds."""
        self.list.lay_out(self._lay_out)

    def _lay_out(self, width: int) -> Listing:
        lines: list[tuple[Line, int]] = [(self._line(kind), row) for row, kind in enumerate(self._counts)]
        told = "Publications are left out unless they are chosen." if self._kinds == USUAL else ""
        return Sheet([*lines, ((), NO_ROW), ((Run(told, "dim"),), NO_ROW)], tuple(self._counts))

    def _line(self, kind: Kind) -> Line:
        listed = kind in self._kinds
        return (
            Run(f"[{'x' if listed else ' '}] ", "accent" if listed else "dim"),
            Run(f"{SIGNS[kind]} ", "dim"),
            Run(fit(NAMES[kind], 16)),
            Run(f"{self._counts[kind]:>11,}", "dim"),
        )

    def action_choose(self) -> None:
        """List the kind under the cursor, or leave it out; one is always listed."""
        turned = self.list.row
        kinds = tuple(kind for kind in CHOSEN_FROM if (kind in self._kinds) != (kind == turned))
        if kinds:
            self._kinds = kinds
            self.list.lay_out(self._lay_out, Place(self.list.cursor, self.list.top))

    def action_leave(self) -> None:
        """Leave with what is chosen."""
        self.dismiss(self._kinds)
