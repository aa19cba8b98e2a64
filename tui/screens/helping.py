"""Help for a pane: what each key does in it, and what its signs mean."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.commands.bindings import keymap_of
from tui.commands.command import PaneId
from tui.commands.table import keys_of
from tui.screens.dialog import Dialog
from tui.widgets.listing import NO_ROW, Listing, Sheet
from tui.widgets.runs import Line, Run, fit
from tui.widgets.wrapping import wrap

KEYS_WIDTH = 18

SIGNS: dict[PaneId, tuple[str, ...]] = {
    "index": ("The number at the right counts the records that name this one.",),
    "profile": (
        "B2 is the Admiralty code: how reliable the source is (A-F), how credible the information (1-6).",
        "≠ contested: accounts that cannot all hold.",
    ),
    "timeline": (
        "• event  = claim  » quote  § publication  ≠ contested: accounts that cannot all hold",
        "≈ about  … some day between  ≤ by then  a time that ends in – still goes on",
        "The strip above counts what began when.",
        "│ is the day as of which one looks, ┊ the day by which things were known.",
    ),
    "map": (
        "● ■ ▲ ◆ held, each by another; ◉ by others; the line below the map says by whom.",
        "◐ contested  ○ another place  ◌ the middle of a country, region or sea",
        "Lines are coasts, dotted lines borders.",
    ),
    "quotes": ("“words” are as printed; without quotation marks it is a gist in our words.",),
}


class HelpScreen(Dialog[None]):
    """Lists the commands that serve a pane, group by group."""

    title_text = "Help"
    keys_text = "↑↓ more · esc back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "move(-1)", show=False),
        Binding("j,space", "move(1)", show=False),
        Binding("question_mark,q,backspace", "leave", show=False),
    ]

    def __init__(self, pane: PaneId) -> None:
        super().__init__()
        self._pane = pane

    def begin(self) -> None:
        """Show the commands."""
        self.list.lay_out(self._lay_out)

    def _lay_out(self, width: int) -> Listing:
        lines: list[tuple[Line, int]] = [((Run(f"In the {self._pane.capitalize()} pane", "strong"),), NO_ROW)]
        for sign in SIGNS[self._pane]:
            lines += [((Run(part, "dim"),), NO_ROW) for part in wrap(sign, width)]
        rows = [command for command in keymap_of(self.app).commands() if command.serves(self._pane)]
        group = ""
        for number, command in enumerate(rows):
            if command.group != group:
                group = command.group
                lines += [((), NO_ROW), ((Run(group, "heading"),), NO_ROW)]
            keys = keys_of(command)
            texts = wrap(command.help, max(8, width - KEYS_WIDTH - 1))
            lines += [
                ((Run(" " + fit(keys if at == 0 else "", KEYS_WIDTH), "accent"), Run(text)), number)
                for at, text in enumerate(texts)
            ]
        return Sheet(lines, rows)

    def action_choose(self) -> None:
        """Leave: there is nothing to follow."""
        self.dismiss(None)
