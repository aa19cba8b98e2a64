"""Terminals of every size and kind, and clients that send what no terminal would."""

import asyncio
import random
from pathlib import Path

import asyncssh
import pytest

from tests.tui.serve.guests import FIRST_ROW, PATIENCE, Running, ask, connected, guest, needs_ssh, until
from tui.serve.client import MOST, USUAL, sized, terminal
from tui.serve.house import Seat
from tui.serve.inlet import Inlet
from tui.serve.served import ServedApp

pytestmark = needs_ssh
HUGE = 0xFFFFFFFF


def app_of(served: Running) -> ServedApp:
    """Return the program of the only guest."""
    [seat] = served.server.house.seats.values()
    return app_at(seat)


def app_at(seat: Seat) -> ServedApp:
    """Return the program of a guest."""
    assert seat._visit is not None
    return seat._visit._app


def inlet_of(served: Running) -> Inlet:
    """Return where the keys of the only guest come in."""
    driver = app_of(served).driver
    assert driver is not None
    return driver._inlet


@pytest.mark.parametrize(
    ("said", "drawn"),
    [((0, 0), USUAL), ((0, 50), (80, 50)), ((HUGE, HUGE), MOST), ((1, 1), (1, 1)), ((120, 36), (120, 36))],
)
def test_a_size_is_what_can_be_drawn(said: tuple[int, int], drawn: tuple[int, int]) -> None:
    assert sized(*said) == drawn


@pytest.mark.parametrize(
    ("said", "codec"),
    [
        ({}, "utf-8"),
        ({"LANG": "de_DE.UTF-8"}, "utf-8"),
        ({"LANG": "C"}, "ascii"),
        ({"LANG": "de_DE.ISO-8859-1"}, "iso8859-1"),
        ({"LANG": "x.undefined"}, "utf-8"),
        ({"LANG": "x.utf-16"}, "utf-8"),
        ({"LANG": "x.base64"}, "utf-8"),
        ({"LANG": "x.\0"}, "utf-8"),
        ({"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"}, "ascii"),
    ],
)
def test_characters_are_those_of_the_clients_locale_if_a_terminal_can_speak_so(
    said: dict[str, str], codec: str
) -> None:
    assert terminal("xterm", 80, 24, said).codec == codec


def test_what_a_terminal_is_called_is_cut_and_harmless() -> None:
    known = terminal("\x1b]0;x\x07xterm\n" * 50, 80, 24, {})

    assert len(known.name) <= 64
    assert known.name.isprintable()


@pytest.mark.parametrize(("size", "drawn"), [((0, 0), USUAL), ((HUGE, HUGE), MOST), ((1, 1), (1, 1))])
async def test_any_size_is_drawn(served: Running, ann: Path, size: tuple[int, int], drawn: tuple[int, int]) -> None:
    async with connected(served, ann) as client:
        channel, _ = await client.create_session(
            asyncssh.SSHClientSession, term_type="xterm", term_size=size, encoding=None
        )
        await until(lambda: served.noted("screen"))
        await until(lambda: app_of(served).is_running)
        assert app_of(served).size == drawn
        channel.change_terminal_size(*size, *size)
        channel.change_terminal_size(100, 30)
        await until(lambda: app_of(served).size == (100, 30))


async def test_without_a_size_there_is_the_usual_one(served: Running, ann: Path) -> None:
    answer = await ask(served, ann, before=["-tt"], typed=b"q")

    assert answer.code == 0
    screen = served.noted("screen")[0]
    assert (screen["columns"], screen["lines"]) == USUAL


async def test_the_picture_follows_the_terminals_size(served: Running, ann: Path) -> None:
    async with guest(served, ann, size=(120, 36)) as reader:
        await reader.shows("5 Quotes")
        for width, height in ((60, 15), (200, 60), (40, 10), (80, 24)):
            reader.resize(width, height)
        await reader.shows("[1 Index]")
        reader.resize(40, 10)
        await reader.shows("40x10: too small, sitroom needs 60x15"[:40])
        reader.resize(80, 24)
        await reader.shows(FIRST_ROW)
        await reader.leave()


async def test_a_storm_of_sizes_ends_with_the_last(served: Running, ann: Path) -> None:
    async with connected(served, ann) as client:
        channel, _ = await client.create_session(asyncssh.SSHClientSession, term_type="xterm", encoding=None)
        for width in range(20, 500):
            channel.change_terminal_size(width, 24)
        channel.change_terminal_size(77, 25)
        await until(lambda: served.noted("screen") and app_of(served).is_running)
        await until(lambda: app_of(served).size == (77, 25))


async def test_a_terminal_of_few_letters_and_no_colours_gets_none(served: Running, ann: Path) -> None:
    async with guest(served, ann, before=["-o", "SendEnv=LANG"], TERM="vt100", LANG="C") as reader:
        await reader.shows(FIRST_ROW)
        assert reader.said.isascii()
        assert b"\x1b[38;" not in reader.said
        await reader.leave()


async def test_garbage_does_no_harm_to_anybody(served: Running, ann: Path) -> None:
    chance = random.Random(5)
    async with guest(served, ann) as bystander:
        await bystander.shows(FIRST_ROW)
        for _ in range(3):
            async with connected(served, ann) as client:
                channel, _ = await client.create_session(asyncssh.SSHClientSession, term_type="xterm", encoding=None)
                channel.write(chance.randbytes(3000).replace(b"q", b"").replace(b"\x11", b""))
                channel.write_eof()
                await asyncio.wait_for(channel.wait_closed(), PATIENCE)
            await ask(served, ann, before=["-tt"], typed=chance.randbytes(20_000))
        await until(lambda: len(served.server.house.seats) == 1)
        bystander.press(b"?")
        await bystander.shows("In the Index pane")
        await bystander.close_help()
        await bystander.leave()


async def test_a_paste_without_end_is_ended(served: Running, ann: Path) -> None:
    async with connected(served, ann) as client:
        channel, _ = await client.create_session(asyncssh.SSHClientSession, term_type="xterm", encoding=None)
        await until(lambda: served.noted("screen") and app_of(served).driver)
        channel.write(b"/\x1b[200~" + b"sirte " * 30_000 + b"\x1b[201~q")
        await until(lambda: "sirte" in str(getattr(app_of(served).focused, "value", "")))
        inlet = inlet_of(served)
        await until(lambda: not inlet._waiting)
        assert not inlet._skipping
        await until(lambda: str(getattr(app_of(served).focused, "value", "")).endswith("q"))


async def test_what_a_terminal_says_of_its_size_in_its_keys_is_not_believed(served: Running, ann: Path) -> None:
    async with connected(served, ann) as client:
        channel, _ = await client.create_session(
            asyncssh.SSHClientSession, term_type="xterm", term_size=(80, 24), encoding=None
        )
        await until(lambda: served.noted("screen") and app_of(served).is_running)
        channel.write(b"\x1b[48;60000;60000;1;1t\x1b[?2048;1$y\x1b[9999;9999R\x1b[<0;99999;99999M\x1b[<0;99999;99999m?")
        await until(lambda: "HelpScreen" in str(app_of(served).screen_stack[-1]))
        assert app_of(served).size == (80, 24)


@pytest.mark.parametrize(
    ("size", "term"), [((120, 36), "xterm-256color"), ((80, 24), "vt100"), ((50, 12), "xterm-256color")]
)
async def test_the_first_picture_is_what_the_program_draws_then(
    served: Running, ann: Path, size: tuple[int, int], term: str
) -> None:
    async with guest(served, ann, size=size, TERM=term) as reader:
        await until(lambda: served.noted("screen") and app_of(served).driver)
        app, driver = app_of(served), app_of(served).driver
        assert driver is not None
        await until(lambda: not driver._wire._held)
        picture = app.first_picture()
        assert picture is not None
        assert [row.clusters for row in picture] == [row.clusters for row in driver._wire._reading.cells]
        await reader.leave()


async def test_where_letters_or_colours_are_few_the_first_picture_is_the_programs_own(
    served: Running, ann: Path
) -> None:
    for term, locale in (("linux", "C.UTF-8"), ("xterm-256color", "C")):
        async with guest(served, ann, before=["-o", "SendEnv=LANG"], TERM=term, LANG=locale) as reader:
            await reader.shows(FIRST_ROW)
            assert app_of(served).first_picture() is None
            await reader.leave()
        await served.emptied()
