"""Many at once, and some of them ill-behaved: nobody is held up, nothing is lost, nothing is left behind."""

import asyncio
import os
import random
import signal
import socket
from contextlib import AsyncExitStack
from pathlib import Path

import asyncssh

from store.situation import Situation
from tests.tui.serve.guests import FIRST_ROW, Keys, Running, connected, guest, needs_ssh, running, until
from tests.tui.serve.test_terminals import app_at, inlet_of
from tui.serve.connection import FULL
from tui.serve.limits import Limits

pytestmark = needs_ssh


async def test_two_in_one_situation_stand_where_each_has_gone(served: Running, keys: Keys, ann: Path) -> None:
    bob = keys.make("bob", 'environment="SITROOM_ROLE=editor"')
    async with guest(served, ann) as one, guest(served, bob, size=(120, 36)) as other:
        await one.shows(FIRST_ROW)
        await other.shows(FIRST_ROW)
        one.press(b"\r")
        await one.shows("[2 Profile]")
        other.press(b"?")
        await other.shows("In the Index pane")
        assert "In the Index pane" not in one.screen.text
        assert "[2 Profile]" not in other.screen.text
        await one.leave()
        other.press(b"\x1b")
        await until(lambda: "In the Index pane" not in other.screen.text)
        await other.leave()
    await served.emptied()
    assert {line["action"] for line in served.noted("action")} == {"follow"}


async def test_a_client_that_never_reads_holds_up_nobody_and_costs_no_memory(served: Running, ann: Path) -> None:
    async with connected(served, ann) as client, guest(served, ann) as bystander:
        channel, _ = await client.create_session(asyncssh.SSHClientSession, term_type="xterm", encoding=None)
        await bystander.shows(FIRST_ROW)
        await until(lambda: len(served.noted("screen")) == 2)
        stuck = next(seat for seat in served.server.house.seats.values() if seat._login.connection.get_extra_info(
            "peername") == client.get_extra_info("sockname"))  # fmt: skip
        await until(lambda: app_at(stuck).is_running)
        client._transport.pause_reading()  # type: ignore[union-attr]
        for _ in range(50):
            channel.write(b"1\x1b[C2345" * 40)
            bystander.press(b"j")
            await asyncio.sleep(0)
        connection = stuck._login.connection
        assert connection.transport is not None
        assert connection.transport.get_write_buffer_size() < FULL * 8
        bystander.press(b"?")
        await bystander.shows("In the Index pane")
        await bystander.close_help()
        await bystander.leave()


async def test_who_does_not_take_our_answers_is_not_heard_either(served: Running, ann: Path) -> None:
    async with connected(served, ann) as client:
        await client.create_session(asyncssh.SSHClientSession, term_type="xterm", encoding=None)
        await until(lambda: served.noted("screen"))
        [login] = served.server.house.seats
        client._transport.pause_reading()  # type: ignore[union-attr]
        assert login.connection.transport is not None
        login.connection.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)
        buffered = 0
        # Requests that want an answer, until the answers fill all there is between here and there.
        while not login.connection.full:
            for _ in range(200):
                client._send_global_request(b"nonsense", want_reply=True)
            await asyncio.sleep(0)
        heard = login.connection.heard
        for _ in range(2000):
            client._send_global_request(b"nonsense", want_reply=True)
        for _ in range(20):
            await asyncio.sleep(0)
            buffered = max(buffered, login.connection.transport.get_write_buffer_size())
        assert buffered < 4 * FULL + 600_000
        assert login.connection.heard <= heard + 600_000


async def test_clients_that_are_killed_leave_nothing_behind(served: Running, ann: Path) -> None:
    chance = random.Random(2)
    async with AsyncExitStack() as crowd:
        guests = [await crowd.enter_async_context(guest(served, ann)) for _ in range(8)]
        for one in guests[:4]:
            await one.shows(FIRST_ROW)
        for one in guests:
            one.press(bytes(chance.choices(b"jk\r12345", k=20)))
            os.kill(one.process.pid, signal.SIGKILL)
        await served.emptied()
    assert {line["reason"] for line in served.noted("logout")} <= {"left", "no screen"}


async def test_a_thousand_connects_let_nobody_in_and_keep_nobody_out(served: Running, ann: Path) -> None:
    here = ("127.0.0.1", served.port)
    chance = random.Random(1)
    async with guest(served, ann) as bystander:
        await bystander.shows(FIRST_ROW)
        for _ in range(10):
            crowd = []
            for _ in range(100):
                one = socket.create_connection(here)
                one.setblocking(False)
                one.send(
                    chance.choice([b"", b"SSH-2.0-x\r\n", b"GET / HTTP/1.0\r\n\r\n", chance.randbytes(300)]) or b"\n"
                )
                crowd.append(one)
                await asyncio.sleep(0)
            house = served.server.house
            assert len(house.entering) <= served.server.limits.entering_from_one
            for one in crowd:
                one.close()
        await until(lambda: not house.entering)
        bystander.press(b"?")
        await bystander.shows("In the Index pane")
        async with guest(served, ann) as late:
            await late.shows(FIRST_ROW)
            await late.leave()
        await bystander.close_help()
        await bystander.leave()
    assert len(served.noted("login")) == 2
    assert sum(line["connections"] for line in served.noted("turned away")) > 0


async def test_many_type_at_once_and_each_gets_where_they_went(shipped: Situation, keys: Keys) -> None:
    ann = keys.make("ann")
    async with running(shipped, keys, Limits(sessions_of_key=30)) as served:
        async with AsyncExitStack() as crowd:
            clients = [await crowd.enter_async_context(connected(served, ann)) for _ in range(16)]
            channels = [
                (await client.create_session(asyncssh.SSHClientSession, term_type="xterm", encoding=None))[0]
                for client in clients
            ]
            for number, channel in enumerate(channels):
                channel.write(b"j" * number)
            house = served.server.house
            await until(lambda: len(served.noted("screen")) == 16)
            seats = list(house.seats.values())

            def rows() -> list[int]:
                apps = [app_at(seat) for seat in seats]
                return [app.screen_stack[0].floor.index.list.place.cursor if app.screen_stack else -1 for app in apps]  # type: ignore[attr-defined]

            await until(lambda: sorted(rows()) == list(range(16)))
        await served.emptied()
        assert not served.noted("failure")


async def test_many_keys_of_one_wait_while_others_have_their_turn(served: Running, ann: Path) -> None:
    async with connected(served, ann) as client, guest(served, ann) as bystander:
        channel, _ = await client.create_session(asyncssh.SSHClientSession, term_type="xterm", encoding=None)
        await bystander.shows(FIRST_ROW)
        channel.write(b"j" * 100_000)
        bystander.press(b"?")
        await bystander.shows("In the Index pane")
        await bystander.close_help()
        await bystander.leave()
        assert len(served.server.house.seats) == 1
        assert len(inlet_of(served)._waiting) <= 64 * 1024
