"""The registry in the command palette."""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.commands.bindings import keymap_of
from tui.commands.command import Command
from tui.commands.registry import COMMANDS

# Moving is what keys are for; a palette that lists "Up" is in the way.
_OFFERED = tuple(command for command in COMMANDS if command.group != "Move" and command.id != "palette")


class RoomCommands(Provider):
    """Every command by its name, with its key and what it does."""

    async def discover(self) -> Hits:
        """List all of them before anything is typed."""
        for command in self._offered():
            yield DiscoveryHit(_title(command), self._run(command), help=command.help)

    async def search(self, query: str) -> Hits:
        """List those whose title or sentence holds the letters typed."""
        matcher = self.matcher(query)
        for command in self._offered():
            text = f"{command.title}: {command.help}"
            if (score := matcher.match(text)) > 0:
                yield Hit(score, matcher.highlight(_title(command)), self._run(command), help=command.help)

    def _offered(self) -> Iterator[Command]:
        return map(keymap_of(self.app).bound, _OFFERED)

    def _run(self, command: Command) -> Callable[[], Awaitable[object]]:
        return partial(self.screen.run_action, command.id)


def _title(command: Command) -> str:
    return f"{command.title} ({command.key})"
