"""A small program on the local driver that does, at a key, what the room does not do on purpose."""

import sys
from pathlib import Path

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

from tui.wire.local import LocalDriver

TEXT, MEANWHILE, WORKING, GIVING_WAY = "shown here", "another program", "at work", "gave way"
CRASH, SUSPEND, WORK, YIELD, QUIT = b"x", b"s", b"w", b"y", b"q"


class Shown(App[None]):
    """Shows one text."""

    def __init__(self) -> None:
        super().__init__(driver_class=LocalDriver)

    def compose(self) -> ComposeResult:
        """Show it."""
        yield Static(TEXT)

    def keep(self) -> None:
        """Keep something, where there is a place for it."""
        for path in sys.argv[1:]:
            Path(path).write_text(TEXT)

    def on_key(self, event: events.Key) -> None:
        """Do what the key is for."""
        key = (event.character or "").encode()
        if key == QUIT:
            self.exit()
        elif key == CRASH:
            1 / 0  # noqa: B018  (it is to fail)
        elif key == SUSPEND:
            with self.suspend():
                print(MEANWHILE, flush=True)
        elif key == WORK:
            self.query_one(Static).update(WORKING)
            self.call_after_refresh(self._work_for_ever)

        elif key == YIELD:
            self.call_after_refresh(self._work_until_a_key_waits)

    def _work_until_a_key_waits(self) -> None:
        driver = self._driver
        assert isinstance(driver, LocalDriver)
        while not driver.key_waits:
            continue
        self.query_one(Static).update(GIVING_WAY)

    def _work_for_ever(self) -> None:
        while self.is_running:
            continue


if __name__ == "__main__":
    app = Shown()
    app.run()
    sys.exit(app.return_code)
