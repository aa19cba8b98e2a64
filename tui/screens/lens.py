"""The lens: what every pane is narrowed to, as a query that can be typed over; and the queries that have a name."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Literal, NamedTuple, TypeAlias

from textual.binding import Binding, BindingType
from textual.widgets import Input

from store.errors import StoreError
from store.find import query_of
from store.lens import Lens
from store.situation import Situation
from tui.screens.dialog import Dialog
from tui.state.views import Views
from tui.widgets.listing import NO_ROW, Listing, Sheet
from tui.widgets.prose import prose
from tui.widgets.runs import Line, Run, cut, fit

_NAME_WIDTH = 20
_STEPS: dict[str, str] = {
    "narrow": "Narrow every pane to what is typed",
    "keep": "Name it, to come back to it here and on the command line",
}
_NO_VIEWS = "No view has a name yet."
_USE = "It can be opened here, and typed as view:NAME wherever a query is: in Find, in --lens, in `sitroom find`."

Step: TypeAlias = Literal["narrow", "keep"]


class View(NamedTuple):
    """A query with a name."""

    name: str
    query: str


class LensScreen(Dialog[Lens]):
    """Asks for a query, or for one of the views; gives the lens that it means."""

    title_text = "Lens"
    keys_text: ClassVar[str] = "↵ takes the row · {remove} removes a view · esc back"
    prompt: ClassVar[str] = 'actor:misrata place:sirte since:2016-05 kind:event words "a phrase" -word'
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+r", "remove", show=False)]

    def __init__(self, situation: Situation, lens: Lens, *, may_keep: bool) -> None:
        super().__init__()
        self._situation = situation
        self._begun_with = lens
        self._kept = situation.views if may_keep and isinstance(situation.views, Views) else None

    def begin(self) -> None:
        """Show the lens that there is as a query, and the views."""
        text = str(query_of(self._begun_with))
        self.line.value = text
        self.line.cursor_position = len(text)
        self._list()
        self._understand()

    def _list(self) -> None:
        steps: tuple[Step, ...] = ("narrow", "keep") if self._kept is not None else ("narrow",)
        views = self._situation.views
        self.list.lay_out(lambda width: _sheet(steps, views, width))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say how the query is understood, and stand on what takes it."""
        message.stop()
        self.list.move_to(0)
        self._understand()

    def _understand(self) -> Lens | None:
        try:
            lens = self._situation.lens(self.line.value)
        except StoreError as error:
            self.tell((Run(str(error), "warn"),))
            return None
        self.tell((Run(self._situation.describe(lens) or "everything", "accent"),))
        return lens

    def action_choose(self) -> None:
        """Take what the row under the cursor stands for."""
        row = self.list.row
        if isinstance(row, View):
            self.line.value = row.query
        lens = self._understand()
        if lens is None:
            return
        if row == "keep":
            self.app.push_screen(NamingScreen(self._situation.views, self.line.value), self._keep)
        else:
            self.dismiss(lens)

    def _keep(self, name: str | None) -> None:
        if name and self._kept is not None:
            self._change(lambda kept: kept.save(name, self.line.value), f"Kept as view:{name}.")

    def action_remove(self) -> None:
        """Forget the view under the cursor; its query is left on the line, to be kept again."""
        row = self.list.row
        if isinstance(row, View) and self._kept is not None:
            self.line.value = row.query
            self._change(lambda kept: kept.remove(row.name), f"The view {row.name} is removed.")

    def _change(self, change: Callable[[Views], None], told: str) -> None:
        assert self._kept is not None
        try:
            change(self._kept)
        except StoreError as error:
            told = str(error)
        self._list()
        self.call_after_refresh(self.tell, (Run(told, "accent"),))


class NamingScreen(Dialog[str]):
    """Asks for the name of a view; gives it."""

    title_text = "Name this view"
    fits = True
    keys_text: ClassVar[str] = "↵ keep it · esc back"
    prompt: ClassVar[str] = "one word"

    def __init__(self, views: Mapping[str, str], query: str) -> None:
        super().__init__()
        self._views = views
        self._query = query
        self._replaced = ""

    def begin(self) -> None:
        """Say what a view is for."""
        self.list.lay_out(lambda width: prose((self._query or "everything", _USE), width))

    def action_choose(self) -> None:
        """Give the name; one that is taken has to be said twice."""
        name = self.line.value.strip()
        if not Views.may_be_called(name):
            self.tell((Run("One word of at most 40 letters, without quotes or a colon.", "warn"),))
        elif name in self._views and name != self._replaced:
            self._replaced = name
            self.tell((Run("A view has this name already: ↵ again puts this in its place.", "warn"),))
        else:
            self.dismiss(name)


def _sheet(steps: tuple[Step, ...], views: Mapping[str, str], width: int) -> Listing:
    named = [View(name, query) for name, query in views.items()]
    lines: list[tuple[Line, int]] = [((Run(_STEPS[step]),), number) for number, step in enumerate(steps)]
    lines += [((), NO_ROW), ((Run("Views", "heading"),), NO_ROW)]
    lines += [(_line(view, width), number) for number, view in enumerate(named, start=len(steps))]
    if not named:
        lines.append(((Run(_NO_VIEWS, "dim"),), NO_ROW))
    return Sheet(lines, [*steps, *named])


def _line(row: View, width: int) -> Line:
    return Run(fit(row.name, _NAME_WIDTH), "accent"), Run(cut(f" {row.query}", max(0, width - _NAME_WIDTH)), "dim")
