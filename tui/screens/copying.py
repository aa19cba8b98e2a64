"""What of a row is sent to the clipboard, where its citation is not what is wanted."""

from collections.abc import Callable, Mapping
from typing import ClassVar, NamedTuple

from store.text import one_line
from tui.screens.lettered import LetteredDialog
from tui.widgets.listing import Listing, Sheet
from tui.widgets.runs import Line, Run, cut, fit, width_of

_LETTER_WIDTH = 4
_NAME_WIDTH = 10


class Copy(NamedTuple):
    """Something that can be sent: the letter that chooses it, its name, and what makes it."""

    letter: str
    name: str
    make: Callable[[], str]


class CopyingScreen(LetteredDialog[Copy]):
    """Lists what can be sent of a row; gives the one whose letter is pressed, or that is chosen."""

    title_text = "Copy"
    fits = True
    keys_text: ClassVar[str] = "a letter or ↵ sends it · esc back"

    def __init__(self, copies: tuple[Copy, ...]) -> None:
        super().__init__()
        self._copies: Mapping[str, Copy] = {copy.letter: copy for copy in copies}

    def begin(self) -> None:
        """Show each with how it begins."""
        copies = tuple(self._copies.values())
        beginnings = [one_line(copy.make()[:500]) for copy in copies]

        def lay_out(width: int) -> Listing:
            lines = (_line(copy, begins, width) for copy, begins in zip(copies, beginnings, strict=True))
            return Sheet([(line, number) for number, line in enumerate(lines)], copies)

        self.list.lay_out(lay_out)

    def take(self, letter: str) -> bool:
        """Give the one of a letter."""
        copy = self._copies.get(letter)
        if copy is not None:
            self.dismiss(copy)
        return copy is not None

    def action_choose(self) -> None:
        """Give the one under the cursor."""
        copy = self.list.row
        if isinstance(copy, Copy):
            self.dismiss(copy)


def _line(copy: Copy, begins: str, width: int) -> Line:
    head = (Run(fit(f" {copy.letter}", _LETTER_WIDTH), "accent"), Run(fit(copy.name, _NAME_WIDTH)))
    return (*head, Run(cut(begins, max(0, width - width_of(head))), "dim"))
