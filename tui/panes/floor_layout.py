"""The plan of the floor as Textual lays out."""

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from tui.panes.arrangement import PANES, Arrangement
from tui.panes.floor_plan import floor_boxes


class FloorLayout(Layout):
    """Puts each pane where the plan has it."""

    name = "floor"

    def __init__(self) -> None:
        self.shown = Arrangement(PANES, tabs=False, broad=False)
        """Which panes there is room for."""
        self._arranged: Arrangement | None = None

    @property
    def pending(self) -> bool:
        """Whether the panes do not stand yet where there is room for them."""
        return self.shown != self._arranged

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """Return where each of the panes stands that are shown."""
        parent.pre_layout(self)
        self._arranged = self.shown
        boxes = {str(pane): Region(*box) for pane, box in floor_boxes(*size, self.shown).items()}
        return [
            WidgetPlacement(boxes[pane.id], NULL_OFFSET, NULL_SPACING, pane) for pane in children if pane.id in boxes
        ]
