"""Choosing between accounts: why, and, where the situation is not one's own, in which copy of it."""

from pathlib import Path
from typing import ClassVar, NamedTuple

from store.refs import Ref
from tui.screens.dialog import Dialog
from tui.widgets.prose import prose
from tui.widgets.runs import Run

_WHY = "The other accounts stay as they are, beside it. The reason is kept with the claim."
_COPY = (
    "This situation ships with the program, and nobody changes it. A copy of it is yours, and is opened in its place."
)


class Preference(NamedTuple):
    """An account that is preferred to the others of its fact, and why; without a reason it is so no more."""

    chosen: Ref
    among: tuple[Ref, ...]
    reason: str


class ReasonScreen(Dialog[str]):
    """Asks why an account is preferred; gives the reason."""

    title_text = "Prefer this account"
    fits = True
    keys_text = "↵ prefer it · esc back"
    prompt = "because …"

    def __init__(self, account: str) -> None:
        super().__init__()
        self._account = account

    def begin(self) -> None:
        """Say what will be."""
        self.list.lay_out(lambda width: prose((self._account, _WHY), width))

    def action_choose(self) -> None:
        """Give the reason, where there is one."""
        reason = self.line.value.strip()
        if reason:
            self.dismiss(reason)
        else:
            self.tell((Run("Say why: somebody will ask.", "warn"),))


class CopyScreen(Dialog[Path]):
    """Asks for the file of a copy to change; gives its path, at which nothing is yet."""

    title_text = "Change a copy"
    fits = True
    keys_text = "↵ copy and open it · esc back"
    prompt: ClassVar[str] = "a file that is not there yet"

    def __init__(self, store: Path) -> None:
        super().__init__()
        self._proposed = f"{store.stem}-mine.json"

    def begin(self) -> None:
        """Propose a name in the folder that one is in."""
        self.line.value = self._proposed
        self.line.cursor_position = len(self._proposed)
        self.list.lay_out(lambda width: prose((_COPY,), width))

    def action_choose(self) -> None:
        """Give the path, where it is free."""
        path = Path(self.line.value.strip()).expanduser()
        if not self.line.value.strip():
            self.tell((Run("Name a file.", "warn"),))
        elif path.exists() or path.is_symlink():
            self.tell((Run("That file is there already: name another.", "warn"),))
        else:
            self.dismiss(path)
