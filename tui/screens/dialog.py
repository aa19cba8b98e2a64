"""What the dialogs over the room share: a box with a rule, a line to type on where there is one, a list."""

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.widgets.bar import Bar
from tui.widgets.row_list import RowList
from tui.widgets.runs import Line, Run

ResultT = TypeVar("ResultT")


class Dialog(ModalScreen[ResultT], Generic[ResultT]):
    """A box over the room. Escape always leaves it, without a result."""

    AUTO_FOCUS = ""
    title_text: ClassVar[str]
    keys_text: ClassVar[str]
    prompt: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.rule = Bar(id="dialog-rule")
        self.line = Input(placeholder=self.prompt, compact=True, id="dialog-line", select_on_focus=False)
        self.list = RowList(id="dialog-list")
        self.foot = Bar(id="dialog-foot")

    def compose(self) -> ComposeResult:
        """Lay the box out; the line to type on is there when a prompt is."""
        with Vertical(id="dialog"):
            yield self.rule
            if self.prompt:
                yield self.line
            yield self.list
            yield self.foot

    def on_mount(self) -> None:
        """Draw the frame and begin."""
        self.rule.say((Run(f"━ {self.title_text} ", "accent"), Run("━" * 400, "dim")))
        self.list.activate(active=True)
        if self.prompt:
            self.line.focus()
        self.tell(())
        self.begin()

    def begin(self) -> None:
        """Show what there is at first."""
        raise NotImplementedError

    def tell(self, line: Line) -> None:
        """Say something in the box's last line, before its keys."""
        self.foot.say(line, (Run(f" {self.keys_text} ", "dim"),))

    def action_leave(self) -> None:
        """Leave without a result."""
        self.dismiss(None)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.list.move_by(rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by screenfuls."""
        self.list.move_by_page(pages)

    def action_choose(self) -> None:
        """Take the row under the cursor."""
        raise NotImplementedError

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take enter on the line as choosing."""
        message.stop()
        self.action_choose()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Take a second click as choosing."""
        message.stop()
        self.action_choose()
