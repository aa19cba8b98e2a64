"""What the dialogs over the room share: a box with a title, a line to type on where there is one, a list."""

from typing import Any, ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.commands.bindings import keymap_of, rebindable
from tui.screens.selecting import Selecting
from tui.widgets.bar import Bar
from tui.widgets.row_list import RowList
from tui.widgets.runs import Line
from tui.widgets.typed_line import TypedLine

ResultT = TypeVar("ResultT")


class Dialog(Selecting, ModalScreen[ResultT], Generic[ResultT]):
    """A box over the room, as high as the room lets it be or, if it `fits`, as its list. Escape always leaves it."""

    AUTO_FOCUS = ""
    title_text: ClassVar[str]
    keys_text: ClassVar[str]
    """What its keys do: `{sources}` stands for a key of that command."""
    prompt: ClassVar[str] = ""
    fits: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    def __init_subclass__(cls, **given: Any) -> None:  # noqa: ANN401  (what Textual's own takes)
        """Have the keys of every dialog go where a person has moved those of the room; those above stay as they are."""
        cls.BINDINGS = rebindable(cls.__dict__.get("BINDINGS", ()))
        super().__init_subclass__(**given)

    def __init__(self) -> None:
        super().__init__()
        self.line = TypedLine(self.prompt, id="dialog-line")
        self.list = RowList(id="dialog-list")
        self.foot = Bar(id="dialog-foot")

    def compose(self) -> ComposeResult:
        """Lay the box out; the line to type on is there when a prompt is."""
        with Vertical(id="dialog") as box:
            box.border_title = self.title_text
            box.border_subtitle = keymap_of(self.app).told(self.keys_text)
            if self.prompt:
                yield self.line
            yield self.list
            yield self.foot

    def on_mount(self) -> None:
        """Let keys go to the line or the list, and begin."""
        self.list.activate(active=True)
        if self.prompt:
            self.set_focus(self.line)
        self.begin()

    def on_resize(self) -> None:
        """Give the box the height that is right for the new size."""
        self.fit()

    def fit(self) -> None:
        """Make the box as high as what it lists, where that is little."""
        if self.fits:
            box = self.query_one("#dialog")
            frame = box.gutter.height + (2 if self.prompt else 1)
            wanted = self.list.get_content_height(self.size, self.size, self.list.size.width) + frame
            box.styles.height = max(frame + 1, min(wanted, self.size.height * 8 // 10))

    def begin(self) -> None:
        """Show what there is at first."""
        raise NotImplementedError

    def tell(self, line: Line) -> None:
        """Say something in the box's last line."""
        self.foot.say(line)

    def on_typed_line_ended(self, message: TypedLine.Ended) -> None:
        """Choose, or leave, as the key says; only then is it known who gets what was typed behind it."""
        message.stop()
        if message.key == "enter":
            self.action_choose()
        else:
            self.action_leave()
        self.line.let_go()

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

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Take a second click as choosing."""
        message.stop()
        self.action_choose()
