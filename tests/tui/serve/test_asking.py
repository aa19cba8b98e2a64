"""What a guest may ask of a connection: a terminal and the program on it, and not one thing more."""

import asyncio
import socket
from pathlib import Path
from typing import cast

import asyncssh
import pytest
from asyncssh.packet import Boolean, String, UInt32

from store.situation import Situation
from tests.tui.serve.guests import FIRST_ROW, PATIENCE, Keys, Running, ask, connected, guest, needs_ssh, running, until
from tui.serve.channel import Channel
from tui.serve.client import VARIABLES
from tui.serve.limits import Limits

pytestmark = needs_ssh


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def client_channels(served: Running) -> list[Channel]:
    """Return the channels of those who are in."""
    connections = [login.connection for login in served.server.house.seats]
    return [cast("Channel", channel) for one in connections for channel in one._channels.values()]


@pytest.mark.parametrize("words", [["id"], ["sh -c id"]], ids=["plain", "in a shell"])
async def test_no_command_is_run(served: Running, ann: Path, words: list[str]) -> None:
    answer = await ask(served, ann, *words)

    assert answer.code != 0
    assert "uid=" not in answer.out
    await served.emptied()
    [refusal] = served.noted("refusal")
    assert refusal["asked"].startswith("exec: ")
    assert served.noted("logout")[0]["reason"] == "no screen"


@pytest.mark.parametrize("name", ["sftp", "netconf"])
async def test_no_subsystem_is_offered(served: Running, ann: Path, name: str) -> None:
    answer = await ask(served, ann, name, before=["-s"])

    assert answer.code != 0
    assert answer.out == ""
    await served.emptied()
    assert served.noted("refusal")[0]["asked"] == f"subsystem: {name}"


async def test_no_port_is_forwarded_here(served: Running, ann: Path) -> None:
    async with guest(served, ann, before=["-R", f"{free_port()}:127.0.0.1:1", "-o", "ExitOnForwardFailure=yes"]) as one:
        assert await one.ended() == 255
        assert b"remote port forwarding failed" in one.said


async def test_no_socket_is_forwarded_here(served: Running, ann: Path, tmp_path: Path) -> None:
    asked = ["-R", f"{tmp_path / 'socket'}:127.0.0.1:1", "-o", "ExitOnForwardFailure=yes"]

    async with guest(served, ann, before=asked) as one:
        assert await one.ended() == 255

    assert not (tmp_path / "socket").exists()


async def test_no_connection_goes_on_from_here(served: Running, ann: Path) -> None:
    async with connected(served, ann) as client:
        with pytest.raises(asyncssh.ChannelOpenError):
            await client.open_connection("127.0.0.1", served.port)
        with pytest.raises(asyncssh.ChannelOpenError):
            await client.open_unix_connection("/run/anything")
        with pytest.raises(asyncssh.ChannelListenError):
            await client.forward_remote_port("127.0.0.1", 0, "127.0.0.1", 1)


@pytest.mark.parametrize("how", ["-L", "-D"])
async def test_a_client_that_listens_for_others_gets_them_nowhere(served: Running, ann: Path, how: str) -> None:
    port = free_port()
    where = f"{port}:127.0.0.1:{served.port}" if how == "-L" else str(port)
    async with guest(served, ann, before=[how, where]) as one:
        await one.shows(FIRST_ROW)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        # For -D: SOCKS 5, no password, on to the server's own port.
        hello = b"" if how == "-L" else b"\x05\x01\x00\x05\x01\x00\x01\x7f\x00\x00\x01" + served.port.to_bytes(2, "big")
        writer.write(hello)
        told = await asyncio.wait_for(reader.read(), PATIENCE)
        writer.close()
        assert b"SSH-" not in told
        await one.leave()


async def test_neither_agent_nor_screen_is_reached_through_a_guest(served: Running, ann: Path) -> None:
    async with connected(served, ann) as client:
        channel, _ = await client.create_session(asyncssh.SSHClientSession, term_type="xterm", encoding=None)
        await until(lambda: served.noted("screen"))
        for wanted in (b"auth-agent-req@openssh.com", b"x11-req"):
            said = [String(b"MIT-MAGIC-COOKIE-1"), String(b"00" * 16), UInt32(0)] if wanted == b"x11-req" else []
            first = [Boolean(False)] if said else []
            assert not await channel._make_request(wanted, *first, *said)


async def test_of_the_surroundings_only_what_tells_of_the_terminal_is_taken(served: Running, ann: Path) -> None:
    sent: dict[str | bytes, str | bytes] = {
        "LANG": "C",
        "COLORTERM": "truecolor",
        "LD_PRELOAD": "/x",
        "TEXTUAL": "debug",
        "SITROOM_STORE": "/x",
    }
    async with connected(served, ann) as client:
        await client.create_session(asyncssh.SSHClientSession, term_type="xterm", env=sent, encoding=None)
        await until(lambda: served.noted("screen"))
        [channel] = client_channels(served)
        assert channel.said == {"LANG": "C", "COLORTERM": "truecolor"}
        assert set(channel.said) <= VARIABLES
        assert not channel.get_environment()


async def test_variables_without_end_are_not_kept(served: Running, ann: Path) -> None:
    async with connected(served, ann) as client:
        many: dict[str | bytes, str | bytes] = {f"LC_{number}": "x" * 60 for number in range(500)}
        await client.create_session(asyncssh.SSHClientSession, term_type="xterm", env=many, encoding=None)
        [channel] = client_channels(served)
        assert not channel.said


async def test_who_talks_on_and_on_before_there_is_a_screen_is_sent_away(served: Running, ann: Path) -> None:
    async with connected(served, ann) as client:
        endless: dict[str | bytes, str | bytes] = {f"X{number}": "x" * 10_000 for number in range(200)}
        with pytest.raises((asyncssh.Error, OSError)):
            await client.create_session(asyncssh.SSHClientSession, term_type="xterm", env=endless)


async def test_a_connection_has_one_session(served: Running, ann: Path) -> None:
    async with connected(served, ann) as client:
        await client.create_session(asyncssh.SSHClientSession, term_type="xterm", encoding=None)
        with pytest.raises(asyncssh.ChannelOpenError, match="one session"):
            await client.create_session(asyncssh.SSHClientSession, term_type="xterm", encoding=None)


async def test_without_a_terminal_one_line_says_what_is_needed(served: Running, ann: Path) -> None:
    answer = await ask(served, ann, before=["-T"])

    assert answer.code == 2
    assert answer.out == "sitroom: this needs a terminal; connect with `ssh -t`, and without a command.\r\n"


@pytest.mark.parametrize("term", ["dumb", "unknown"])
async def test_a_terminal_that_cannot_move_its_cursor_is_told_so(served: Running, ann: Path, term: str) -> None:
    answer = await ask(served, ann, before=["-tt"], TERM=term)

    assert answer.code == 2
    assert answer.out.startswith("sitroom: TERM says")
    assert answer.out.count("\n") == 1


async def test_who_logs_in_and_asks_for_nothing_is_sent_away(shipped: Situation, keys: Keys) -> None:
    ann = keys.make("ann")
    async with running(shipped, keys, Limits(grace=0.5)) as served:
        answer = await ask(served, ann, before=["-N"])

        assert answer.code == 255
        await served.emptied()
        assert served.noted("refused")[0]["reason"] == "no session was asked for"


async def test_there_are_so_many_places_and_no_more(shipped: Situation, keys: Keys) -> None:
    ann, bob = keys.make("ann"), keys.make("bob")
    async with running(shipped, keys, Limits(sessions=2, sessions_of_key=1)) as served:
        async with guest(served, ann) as one, guest(served, bob) as other:
            await one.shows(FIRST_ROW)
            await other.shows(FIRST_ROW)
            answer = await ask(served, ann, before=["-tt", "-o", "LogLevel=INFO"])
            assert "as many sessions" in answer.err
            await one.leave()
            await other.leave()
        await served.emptied()
        async with guest(served, ann) as again:
            await again.shows(FIRST_ROW)
