"""The ways back to where one was: along the trail, to what one has marked, to the places where one was last."""

from tui.screens import asked_for
from tui.screens.trailed import TrailedScreen
from tui.state.history import History
from tui.state.stop import Stop


class RetracedScreen(TrailedScreen):
    """A trail that can be gone back along, and whose places can be marked."""

    # -- along the trail

    def action_back(self) -> None:
        """Go back the way one came."""
        self.rest()
        step = self.history.back(self._stop())
        if step is None:
            self.say("This is where the trail begins.")
        else:
            self._go_along(*step)

    def action_forward(self) -> None:
        """Go forward again."""
        self.rest()
        step = self.history.forward(self._stop())
        if step is None:
            self.say("Nothing is ahead: forward goes to where back came from.")
        else:
            self._go_along(*step)

    def _go_along(self, stop: Stop, history: History[Stop]) -> None:
        self._leave(history)
        self._return_to(stop, history)

    # -- to marks and recent places

    async def action_mark(self) -> None:
        """Mark this place with a letter."""
        await self.app.push_screen(asked_for.MarkScreen(self.view.situation, self._marks), self._mark)

    def _mark(self, letter: str | None) -> None:
        if letter:
            self.rest()
            self._marks[letter] = self._stop()
            self.say(f"Marked with {letter}: {self.view.keys.key('places')} and {letter} come back here.")

    async def action_places(self) -> None:
        """Show what is marked, where one was last, and the trail."""
        self.rest()
        places = asked_for.Places(self._marks, self._recent, self.history, self._stop())
        await self.app.push_screen(asked_for.PlacesScreen(self.view.situation, places), self._go)

    def _go(self, stop: Stop | None) -> None:
        if stop is not None:
            self._go_along(stop, self.history.visit(self._stop()))
