"""The rule above a pane: its number, its title, and a note at the right."""

from tui.commands.command import PaneId
from tui.panes.arrangement import PANES
from tui.widgets.runs import Look, Run, Said


def rule(pane: PaneId, note: str, *, active: bool) -> Said:
    """Return the rule of a pane: heavy and coloured while keys go there."""
    stroke = "━" if active else "─"
    look: Look = "accent" if active else "dim"
    title = f"{stroke}{PANES.index(pane) + 1} {pane.capitalize()} "
    return Said((Run(title, look),), (Run(f" {note} ", "dim"),) if note else (), Run(stroke, look))
