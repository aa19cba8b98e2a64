"""The server's own key: made once, whole, and for its owner alone."""

import asyncio
import stat
import sys
from pathlib import Path

import asyncssh
import pytest

from tests.tui.cli.running import environment
from tui.serve.errors import CannotServe
from tui.serve.host_key import host_key


def test_it_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "host_key"
    made = host_key(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert made.get_algorithm() == "ssh-ed25519"
    assert host_key(path) == made
    assert [file.name for file in path.parent.iterdir()] == ["host_key"]


_PRINT = """
import sys
from pathlib import Path
from tui.serve.host_key import host_key
print(host_key(Path(sys.argv[1])).get_fingerprint())
"""


async def test_of_many_that_make_it_at_once_all_get_the_same(tmp_path: Path) -> None:
    path = tmp_path / "host_key"
    many = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", _PRINT, str(path), env=environment(), stdout=asyncio.subprocess.PIPE
        )
        for _ in range(4)
    ]
    told = {(await one.communicate())[0] for one in many}

    assert told == {host_key(path).get_fingerprint().encode() + b"\n"}


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660])
def test_one_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "host_key"
    host_key(path)
    path.chmod(mode)

    with pytest.raises(CannotServe, match="chmod 600"):
        host_key(path)


def test_one_that_is_locked_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "host_key"
    locked = asyncssh.generate_private_key("ssh-rsa").export_private_key("pkcs8-pem", passphrase=str(tmp_path))
    path.write_bytes(locked)
    path.chmod(0o600)

    with pytest.raises(CannotServe, match="Passphrase"):
        host_key(path)


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xff\x00"])
def test_what_is_no_key_is_refused_and_stays(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "host_key"
    path.write_bytes(content)
    path.chmod(0o600)

    with pytest.raises(CannotServe, match="no key of a server"):
        host_key(path)
    assert path.read_bytes() == content


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotServe, match="Is a directory"):
        host_key(tmp_path)
