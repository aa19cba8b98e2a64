"""The house: who is at the door, who is inside, and how all of them leave."""

import asyncio
import itertools
from collections import Counter
from contextlib import suppress
from functools import partial

import asyncssh

from store.situation import Situation
from tui.palette import ThemeName
from tui.serve.account import Account, told
from tui.serve.client import ClientTerminal
from tui.serve.commons import Commons
from tui.serve.keys import Guest
from tui.serve.limits import Limits
from tui.serve.line import Line
from tui.serve.login import Login
from tui.serve.readers import ReadersSituation
from tui.serve.sweeping import Sweeping
from tui.serve.turns import Turns
from tui.serve.visit import Visit

STOPPING = 3.0
"""Seconds that everybody has to leave when the server stops."""


class House:
    """Everybody who is connected. What anybody does is noted in the account."""

    def __init__(self, situation: Situation, account: Account, limits: Limits, theme: ThemeName) -> None:
        self.limits = limits
        self._situations = {"editor": situation, "reader": ReadersSituation(situation)}
        self._account = account
        self._theme: ThemeName = theme
        self._commons = Commons(Turns(), Sweeping(lambda: len(self.seats)))
        self._numbers = itertools.count(1)
        self._troubles: set[str] = set()
        self._turned_away: Counter[str] = Counter()
        self.entering: set[Login] = set()
        """Connections that have not logged in."""
        self.inside: set[Login] = set()
        """Connections that have."""
        self.seats: dict[Login, Seat] = {}
        """Those of them that have a session, or are about to."""

    # -- at the door

    def enter(self, login: Login) -> bool:
        """Take a connection in; False where too many are at the door, from everywhere or from one address."""
        from_there = sum(1 for other in self.entering if other.address == login.address)
        if len(self.entering) >= self.limits.entering or from_there >= self.limits.entering_from_one:
            self._turned_away[login.address] += 1
            login.refusal = "turned away"
            return False
        self.entering.add(login)
        for address in list(self._turned_away):
            self._account.note("turned away", address=address, connections=self._turned_away.pop(address))
        return True

    def logged_in(self, login: Login) -> None:
        """Let a connection in from the door."""
        self.entering.discard(login)
        self.inside.add(login)

    def leave(self, login: Login, error: Exception | None) -> None:
        """Let a connection go."""
        self.entering.discard(login)
        self.inside.discard(login)
        seat = self.seats.pop(login, None)
        if seat is not None:
            seat.left(error)
        elif login.refusal != "turned away":
            self._account.note(
                "refused",
                address=login.address,
                user=login.user,
                keys=login.fingerprints,
                reason=login.refusal or ("no key was accepted" if login.user else "left before it logged in"),
                error=told(str(error or "")),
            )

    def trouble(self, error: Exception) -> None:
        """Note what the operator has to mend, once."""
        if str(error) not in self._troubles:
            self._troubles.add(str(error))
            self._account.note("trouble", error=str(error))

    # -- inside

    def seat(self, login: Login) -> "Seat":
        """Give who has logged in a place. Raises asyncssh.ChannelOpenError where there is none."""
        guest = login.guest
        assert guest is not None
        of_key = sum(1 for seat in self.seats.values() if guest.key and seat.guest.key == guest.key)
        if len(self.seats) >= self.limits.sessions or of_key >= self.limits.sessions_of_key:
            login.refusal = "no place"
            what = "your key has" if of_key >= self.limits.sessions_of_key else "there are"
            raise asyncssh.ChannelOpenError(
                asyncssh.OPEN_RESOURCE_SHORTAGE, f"sitroom: as many sessions as {what} room for are open; come later"
            )
        note = partial(self._account.note, session=next(self._numbers))
        seat = self.seats[login] = Seat(self, login, guest, note)
        return seat

    def visit(self, seat: "Seat", at: ClientTerminal, line: Line) -> Visit:
        """Make a visit."""
        situation = self._situations[seat.guest.role]
        return Visit(situation, at, line, self.limits, seat.note, self._commons, self._theme)

    # -- the end

    async def empty(self) -> None:
        """Have everybody leave, those at the door at once; who does not go in time is put out."""
        connections = [login.connection for login in (*self.entering, *self.inside)]
        for login in (*self.entering, *(self.inside - self.seats.keys())):
            login.connection.abort()
        for seat in list(self.seats.values()):
            seat.stop()
        leaving = [seat.task for seat in self.seats.values() if seat.task is not None]
        if leaving:
            await asyncio.wait(leaving, timeout=STOPPING)
        for connection in connections:
            connection.abort()
            await connection.wait_closed()


class Seat:
    """The place of one guest: what the session may ask the house for."""

    def __init__(self, house: House, login: Login, guest: Guest, note: "partial[None]") -> None:
        self.guest = guest
        self.note = note
        self.task: asyncio.Task[None] | None = None
        self._house = house
        self._login = login
        self._visit: Visit | None = None
        self._line: Line | None = None
        self._begun = asyncio.get_running_loop().time()
        note("login", address=login.address, user=login.user, role=guest.role, key=guest.key, name=guest.name)

    def begin(self, at: ClientTerminal, line: Line) -> Visit:
        """Begin the visit."""
        self._login.stop_waiting()
        self._line = line
        visit = self._visit = self._house.visit(self, at, line)
        columns, lines = at.size
        self.note("screen", terminal=at.name, columns=columns, lines=lines)
        self.task = asyncio.create_task(self._run(visit))
        return visit

    async def _run(self, visit: Visit) -> None:
        try:
            await visit.run()
            # A client goes by itself when it has read the last; asyncssh would throw away what it has not.
            with suppress(TimeoutError):
                await asyncio.wait_for(self._login.connection.wait_closed(), self._house.limits.unread)
        finally:
            self._login.connection.abort()

    def refuse(self, what: str) -> None:
        """Note that something was asked for that there is not."""
        self.note("refusal", asked=what)

    def stop(self) -> None:
        """Ask the guest to leave: the server stops."""
        if self._visit is not None:
            self._visit.end("stopping")
        else:
            self._login.connection.abort()

    def left(self, error: Exception | None) -> None:
        """Note that the guest has left."""
        reason = self._visit.reason if self._visit is not None else "no screen"
        seconds = round(asyncio.get_running_loop().time() - self._begun, 1)
        self.note(
            "logout",
            reason=reason,
            seconds=seconds,
            bytes_out=self._line.sent if self._line is not None else 0,
            bytes_in=self._login.connection.heard,
            error=told(str(error or "")),
        )
