"""The least that Textual can do with rows and a cursor: one Static. Run by its path, so that it loads nothing else."""

from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

ROWS = 1_000


class Bare(App[None]):
    """Shows rows under a cursor: `j` and `k` move it, page down turns the page, `q` leaves."""

    ENABLE_COMMAND_PALETTE = False
    top = 0
    cursor = 0

    def compose(self) -> ComposeResult:
        """Give the one Static."""
        yield Static()

    def on_mount(self) -> None:
        """Show the first rows."""
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """Do what the key says."""
        view = self.size.height
        steps = {"j": 1, "k": -1, "pagedown": view - 1}
        if event.key == "q":
            self.exit()
        elif event.key in steps:
            self.cursor = max(0, min(self.cursor + steps[event.key], ROWS - 1))
            self.top = max(min(self.top, self.cursor), self.cursor - view + 1)
            self._draw()

    def _draw(self) -> None:
        shown = range(self.top, min(self.top + self.size.height, ROWS))
        lines = (f"{'>' if row == self.cursor else ' '} Row {row + 1:,} of a bare program" for row in shown)
        self.query_one(Static).update(Content("\n".join(lines)))


if __name__ == "__main__":
    Bare().run()
