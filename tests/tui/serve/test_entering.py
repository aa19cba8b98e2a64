"""Who gets in: by a key of the operator's file and by nothing else."""

from pathlib import Path

import pytest

from store.situation import Situation
from tests.tui.serve.guests import FIRST_ROW, Keys, Running, ask, guest, needs_ssh, running

pytestmark = needs_ssh


async def test_a_known_key_is_in_the_situation_and_both_ends_of_the_visit_are_noted(served: Running, ann: Path) -> None:
    async with guest(served, ann) as reader:
        await reader.shows(FIRST_ROW)
        await reader.leave()
    await served.emptied()

    [login], [logout] = served.noted("login"), served.noted("logout")
    assert (login["user"], login["role"], login["name"], login["address"]) == ("somebody", "reader", "ann", "127.0.0.1")
    assert login["key"].startswith("SHA256:")
    assert logout["session"] == login["session"]
    assert logout["reason"] == "quit"
    assert logout["bytes_out"] > 1000


async def test_a_role_is_an_option_of_the_key(served: Running, keys: Keys) -> None:
    bob = keys.make("bob", 'environment="SITROOM_ROLE=editor"')

    async with guest(served, bob) as editor:
        await editor.shows(FIRST_ROW)

    [login] = served.noted("login")
    assert (login["name"], login["role"]) == ("bob", "editor")


async def test_a_key_that_is_taken_out_of_the_file_does_not_get_in_again(
    served: Running, keys: Keys, ann: Path
) -> None:
    async with guest(served, ann) as reader:
        await reader.shows(FIRST_ROW)
    keys.allowed.write_text("# nobody\n")

    answer = await ask(served, ann, before=["-tt"])

    assert answer.code == 255
    assert "Permission denied (publickey)" in answer.err


@pytest.mark.parametrize(
    "before",
    [
        ["-o", "PreferredAuthentications=none"],
        ["-o", "PreferredAuthentications=password", "-o", "BatchMode=no", "-o", "NumberOfPasswordPrompts=3"],
        ["-o", "PreferredAuthentications=keyboard-interactive", "-o", "BatchMode=no"],
        ["-o", "PreferredAuthentications=hostbased", "-o", "HostbasedAuthentication=yes"],
        ["-o", "PreferredAuthentications=gssapi-with-mic", "-o", "GSSAPIAuthentication=yes"],
    ],
    ids=["none", "password", "keyboard", "host", "gssapi"],
)
async def test_there_is_no_other_way_in(served: Running, before: list[str]) -> None:
    answer = await ask(served, None, before=["-tt", *before])

    assert answer.code == 255
    assert "Permission denied (publickey)" in answer.err
    await served.emptied()
    assert not served.noted("login")
    [refused] = served.noted("refused")
    assert refused["user"] == "somebody"


async def test_a_key_that_nobody_allowed_is_refused_and_noted(served: Running, keys: Keys) -> None:
    eve = keys.make("eve", allow=False)

    answer = await ask(served, eve, before=["-tt"])

    assert answer.code == 255
    await served.emptied()
    [refused] = served.noted("refused")
    assert refused["reason"] == "no key was accepted"
    assert len(refused["keys"]) == 1


async def test_who_offers_too_many_keys_is_sent_away(served: Running, keys: Keys, ann: Path) -> None:
    many = [keys.make(f"eve{number}", allow=False) for number in range(served.server.limits.keys_tried + 2)]

    answer = await ask(served, many[0], before=["-tt", *(word for key in many for word in ("-i", str(key)))])

    assert answer.code == 255
    assert "too many keys" in answer.err
    await served.emptied()
    assert served.noted("refused")[0]["reason"] == "too many keys"


async def test_a_keys_file_that_was_spoilt_lets_nobody_in_and_is_noted_once(
    served: Running, keys: Keys, ann: Path
) -> None:
    keys.allowed.write_text(keys.allowed.read_text() + "ssh-ed25519 nonsense\n")

    for _ in range(2):
        assert (await ask(served, ann, before=["-tt"])).code == 255

    [trouble] = served.noted("trouble")
    assert trouble["error"].endswith(
        "line 2 is no public key: it should be `ssh-ed25519 AAAA… name`, with options before it or none"
    )


async def test_an_open_door_lets_anybody_in_as_a_reader(shipped: Situation, keys: Keys) -> None:
    async with running(shipped, keys, is_open=True) as served, guest(served, None) as reader:
        await reader.shows(FIRST_ROW)
        [login] = served.noted("login")
        assert (login["role"], login["key"]) == ("reader", "")
        await reader.leave()


async def test_a_long_user_name_is_cut_in_the_log(served: Running, ann: Path) -> None:
    async with guest(served, ann, before=["-l", "x" * 300]) as reader:
        await reader.shows(FIRST_ROW)

    assert served.noted("login")[0]["user"] == "x" * 99 + "…"


async def test_a_user_name_that_is_no_text_is_refused_in_order(served: Running, ann: Path) -> None:
    answer = await ask(served, ann, before=["-tt", "-l", "\u202esomebody"])

    assert answer.code == 255
    await served.emptied()
    [refused] = served.noted("refused")
    assert "\u202e" not in str(refused)


async def test_who_asks_for_compression_gets_it(served: Running, ann: Path) -> None:
    async with guest(served, ann, before=["-C"]) as reader:
        await reader.shows(FIRST_ROW)
        [login] = served.server.house.seats
        assert login.connection.get_extra_info("send_compression") == "zlib@openssh.com"
        await reader.leave()
