"""Bringing a file in from the room: which file, in which format; what it would come to; then, if that is wanted, so."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from store.errors import StoreError
from store.formats.guessing import looks_like
from store.formats.registry import READABLE, Known, reader
from store.incoming_folder import beginning_of
from store.situation import Situation
from tui.screens.changing import make
from tui.screens.completing import completed, expanded
from tui.screens.dialog import Dialog
from tui.screens.importing_sheet import account_sheet, first_names, formats_sheet
from tui.widgets.runs import Run

if TYPE_CHECKING:
    from store.importing import Progress
    from tui.screens.room import RoomScreen

_NONE_OF = re.compile(r" \+ 0 [a-z]+")
"""What the line of keys has no room to say."""
_STOPPED = "Stopped: nothing was written."

Job = Callable[["Progress"], tuple[str, ...]]
"""Reads the file, and returns the lines of its account."""


class _Stopped(Exception):
    """The reader has had enough of waiting."""


async def bring_in(room: "RoomScreen") -> None:
    """Ask for a file and bring it into the room's situation, or into a copy of one that nobody changes."""
    if not room.may_write:
        room.say("Files would be read on the machine that serves this: whoever serves it brings them in.")
        return

    def ask(situation: Situation) -> str:
        room.app.push_screen(ImportingScreen(situation.path), lambda told: _show_anew(room, told))
        return ""

    make(room, ask)


def _show_anew(room: "RoomScreen", told: str | None) -> None:
    if not told:
        return
    try:
        room.move_into(Situation.open(room.view.situation.path))
    except StoreError as error:
        told = f"{error}"
    room.say(told)


class ImportingScreen(Dialog[str]):
    """Asks for a file and its format, shows its account, and brings it in when asked again; gives what to tell."""

    title_text = "Bring a file in"
    keys_text: ClassVar[str] = "tab completes · ↵ looks, ↵ again brings in · esc stops, or back"
    prompt: ClassVar[str] = "the name of a file"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", show=False)]

    class Read(Message):
        """So much of the file is read, in hundredths."""

        def __init__(self, percent: int) -> None:
            super().__init__()
            self.percent = percent

    class Ended(Message):
        """The file is read: the lines of its account, or what went wrong; neither where it was stopped."""

        def __init__(self, account: tuple[str, ...], problem: str) -> None:
            super().__init__()
            self.account = account
            self.problem = problem

    def __init__(self, store: Path) -> None:
        super().__init__()
        self._store = store
        self._looked: Known | None = None
        self._brings = False
        self._stop: Event | None = None

    def begin(self) -> None:
        """List the formats."""
        self._list("")

    def _list(self, problem: str, form: str = "") -> None:
        """List the formats under a problem, with the cursor on the one of this name."""
        self._looked = None
        self.list.lay_out(lambda width: formats_sheet(problem, width))
        self.list.move_to([*READABLE].index(form) if form else 0)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Take back what was told of another file, and go to the format that this one looks like."""
        message.stop()
        if self._stop is None:
            self._list("", looks_like(beginning_of(expanded(self.line.value))) or self._under_cursor)
            self.tell(())

    @property
    def _under_cursor(self) -> str:
        """The format that the cursor is on, or that the file was looked at in."""
        form = self._looked or self.list.row
        return form.name if isinstance(form, Known) else ""

    def action_complete(self) -> None:
        """Complete the name of the file; list those that begin so where there are several."""
        if self._stop:
            return
        grown, others = completed(self.line.value)
        self.line.value = grown
        self.line.cursor_position = len(grown)
        told = "  ".join(others)
        self.call_after_refresh(self.tell, (Run(told, "dim"),) if told else ())

    def action_leave(self) -> None:
        """Stop reading; leave where nothing is read."""
        if self._stop:
            self._stop.set()
        else:
            self.dismiss(None)

    def action_choose(self) -> None:
        """Look at the file in the format under the cursor; bring in what was looked at."""
        if self._stop:
            return
        path = expanded(self.line.value)
        form = self._looked or self.list.row
        if not self.line.value.strip():
            self.tell((Run("Name a file.", "warn"),))
        elif isinstance(form, Known):
            self._brings = self._looked is not None
            self._looked = form
            self._start(self._bring(path, form) if self._brings else self._look(path, form))

    def _look(self, path: Path, form: Known) -> Job:
        def look(progress: "Progress") -> tuple[str, ...]:
            from store.file.casefile import Casefile
            from store.importing import preview_file

            stored = Casefile.open(self._store, read_only=True).tables()
            preview = preview_file(stored, path, reader(form.name), progress)
            account = preview.account
            return (account.sum, *account.odd(), *first_names(preview.first), *account.tallies(), *account.mapping())

        return look

    def _bring(self, path: Path, form: Known) -> Job:
        def bring(progress: "Progress") -> tuple[str, ...]:
            from store.file.casefile import Casefile
            from store.importing import import_file

            return import_file(Casefile.open(self._store), path, reader(form.name), progress).lines()

        return bring

    def _start(self, job: Job) -> None:
        """Read in a thread, so that the screen can be seen, and stopped, meanwhile."""
        self._stop = stop = Event()
        percent = -1

        def progress(done: int, size: int) -> None:
            nonlocal percent
            if stop.is_set():
                raise _Stopped
            if (now := done * 100 // max(1, size)) != percent:
                percent = now
                self._post(self.Read(percent))

        def work() -> None:
            try:
                ended = self.Ended(job(progress), "")
            except _Stopped:
                ended = self.Ended((), "")
            except StoreError as error:
                ended = self.Ended((), f"{error}")
            self._post(ended)

        self.tell((Run("Reading …", "dim"),))
        self.run_worker(work, thread=True)

    def _post(self, message: Message) -> None:
        with suppress(RuntimeError):  # the thread may outlive the program
            self.post_message(message)

    def on_importing_screen_read(self, message: Read) -> None:
        """Say how far it has come."""
        message.stop()
        if self._stop:
            self.tell((Run(f"Reading: {message.percent} % · esc stops", "dim"),))

    def on_importing_screen_ended(self, message: Ended) -> None:
        """Show what it would come to, or leave with what it came to."""
        message.stop()
        self._stop = None
        if message.problem:
            self._list(message.problem, self._under_cursor)
            self.tell((Run("Not brought in: another file, or another format?", "warn"),))
        elif not message.account:
            self._list("", self._under_cursor)
            self.tell((Run(_STOPPED, "warn"),))
        elif self._brings:
            folder = expanded(self.line.value).parent
            self.dismiss(_NONE_OF.sub("", message.account[0].replace(f"{folder}/", "", 1)))
        else:
            self.list.lay_out(lambda width: account_sheet(message.account, width))
            self.tell((Run("Nothing is written yet: ↵ brings it in.", "accent"),))
