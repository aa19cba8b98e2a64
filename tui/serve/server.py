"""The server: listens until it is told to stop."""

import asyncio
import signal
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import asyncssh

from store.situation import Situation
from tui.palette import ThemeName
from tui.serve.account import LONGEST_TRACE, Account
from tui.serve.connection import Connection
from tui.serve.errors import CannotServe
from tui.serve.house import House
from tui.serve.keys import Keyring
from tui.serve.limits import KEEPALIVE, UNHEARD, Limits
from tui.serve.login import Login
from tui.serve.sweeping import leave_it_to_sweeping
from tui.state.watching import watch
from tui.wire.leaving import SIGNALS

_BACKLOG = 256
_COMPRESSION = ("zlib@openssh.com", "none")
"""Nothing is unpacked for who has not logged in: plain `zlib` would be, from the first byte."""


class Place(NamedTuple):
    """Where a server listens, and by which key it is known."""

    host: str
    port: int
    key: asyncssh.SSHKey


class Server:
    """A house with a door. `stop` may be called at any time."""

    def __init__(
        self,
        situation: Situation,
        keyring: Keyring | None,
        account: Account,
        limits: Limits | None = None,
        theme: ThemeName = "dark",
    ) -> None:
        """Without a keyring everybody may enter."""
        self.limits = limits or Limits()
        self.house = House(situation, account, self.limits, theme)
        self._situation = situation
        self._keyring = keyring
        self._account = account
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Have everybody leave, and end."""
        self._stopping.set()

    async def serve(self, place: Place, ready: Callable[[int], None]) -> None:
        """Serve until stopped; `ready` is told the port. Raises CannotServe where nothing can listen there."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._note_failure)
        options = await asyncssh.SSHServerConnectionOptions.construct(None, **self._options(place.key))
        try:
            listening = await loop.create_server(
                lambda: Connection(loop, options), place.host, place.port, backlog=_BACKLOG
            )
        except OSError as error:
            why = error.strerror or str(error)
            raise CannotServe(f"{place.host}:{place.port}: {why}; choose another --host or --port") from None
        port = listening.sockets[0].getsockname()[1]
        self._account.note("start", host=place.host, port=port, host_key=place.key.get_fingerprint())
        ready(port)
        watching = asyncio.create_task(watch(lambda: self._situation, self._note_change, self.house.trouble))
        await self._stopping.wait()
        watching.cancel()
        listening.close()
        await self.house.empty()
        self._account.note("stop")

    def _note_change(self) -> None:
        self._account.note("store changed", store=str(self._situation.path))

    def _options(self, key: asyncssh.SSHKey) -> dict[str, Any]:
        return {
            "config": None,
            "server_factory": partial(Login, self.house, self._keyring),
            "server_version": "sitroom",
            "server_host_keys": [key],
            "gss_host": None,
            "authorized_client_keys": None,
            "password_auth": False,
            "kbdint_auth": False,
            "host_based_auth": False,
            "agent_forwarding": False,
            "x11_forwarding": False,
            "line_editor": False,
            "encoding": None,
            "compression_algs": _COMPRESSION,
            "login_timeout": self.limits.grace,
            "keepalive_interval": KEEPALIVE,
            "keepalive_count_max": UNHEARD,
        }

    def _note_failure(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Note what went wrong where nobody waited for it: it is a fault of ours, and ends nothing."""
        error = context.get("exception")
        self._account.note("failure", error=repr(error or context.get("message"))[:LONGEST_TRACE])


async def run(server: Server, place: Place, ready: Callable[[int], None]) -> None:
    """Serve until the process is signalled."""
    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:  # nohup wants HUP ignored
            loop.add_signal_handler(number, server.stop)
    leave_it_to_sweeping()
    await server.serve(place, ready)
