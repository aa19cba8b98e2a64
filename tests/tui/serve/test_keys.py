"""The file of keys: who is in it, in which role; and what is wrong with it, line by line."""

from pathlib import Path

import asyncssh
import pytest

from tests.tui.serve.guests import Keys
from tui.serve.errors import CannotServe
from tui.serve.keys import Keyring

KEY = asyncssh.generate_private_key("ssh-ed25519").convert_to_public()
LINE = KEY.export_public_key().decode().strip() + " Änn\u202e of the desk"
HERE = "192.0.2.7"


def ring(tmp_path: Path, *lines: str) -> Keyring:
    """Return the keys in these lines."""
    path = tmp_path / "keys"
    path.write_text("\n".join(lines))
    path.chmod(0o600)
    return Keyring(path)


@pytest.mark.parametrize(
    ("options", "role"),
    [
        ("", "reader"),
        ("restrict", "reader"),
        ('environment="SITROOM_ROLE=reader"', "reader"),
        ('environment="SITROOM_ROLE=editor"', "editor"),
        ('restrict,environment="SITROOM_ROLE=editor",from="192.0.2.0/24"', "editor"),
        ('no-port-forwarding,no-X11-forwarding,no-agent-forwarding,environment="SITROOM_ROLE=editor"', "editor"),
    ],
)
def test_the_role_stands_before_the_key(tmp_path: Path, options: str, role: str) -> None:
    guest = ring(tmp_path, "# the desk", "", f"{options} {LINE}").admit(KEY, HERE)

    assert guest is not None
    assert guest.role == role
    assert guest.name == "Änn of the desk"
    assert guest.key == KEY.get_fingerprint()


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ('environment="SITROOM_ROLE=admin"', "environment can only be"),
        ('environment="PATH=/tmp"', "environment can only be"),
        ('environment="editor"', "environment can only be"),
        ('command="id"', "the option command has no meaning here"),
        ('expiry-time="20200101"', "the option expiry-time has no meaning here"),
        ("cert-authority", "the option cert-authority has no meaning here"),
        ('permitopen="x:1"', "the option permitopen has no meaning here"),
        ("restrict,nonsense", "the option nonsense has no meaning here"),
        ('from="192.0.2.0', "is no public key"),
    ],
)
def test_an_option_that_is_not_known_is_never_passed_over(tmp_path: Path, options: str, why: str) -> None:
    with pytest.raises(CannotServe, match="keys: line 2") as refused:
        ring(tmp_path, "", f"{options} {LINE}")

    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_key_is_let_in_from_where_it_may_come_only(tmp_path: Path) -> None:
    keyring = ring(tmp_path, f'from="192.0.2.0/24" {LINE}')

    assert keyring.admit(KEY, HERE)
    assert keyring.admit(KEY, "198.51.100.1") is None


def test_a_key_that_is_not_in_it_is_nobodys(tmp_path: Path) -> None:
    assert ring(tmp_path, LINE).admit(asyncssh.generate_private_key("ssh-ed25519").convert_to_public(), HERE) is None


def test_what_is_added_counts_at_the_next_login(keys: Keys) -> None:
    keys.make("ann")
    keyring = Keyring(keys.allowed)
    bob = asyncssh.read_private_key(keys.make("bob")).convert_to_public()

    assert keyring.admit(bob, HERE)


@pytest.mark.parametrize("content", ["", "# nobody\n", "\n\n"])
def test_a_file_without_a_key_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(CannotServe, match="no key is in it"):
        ring(tmp_path, content)


def test_a_file_that_others_may_write_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    path.write_text(LINE)
    path.chmod(0o666)

    with pytest.raises(CannotServe, match="chmod go-w"):
        Keyring(path)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"ssh-ed25519 AAAA\n", b"-----BEGIN OPENSSH PRIVATE KEY-----\n"])
def test_a_file_of_something_else_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "keys"
    path.write_bytes(content)

    with pytest.raises(CannotServe) as refused:
        Keyring(path)
    assert str(refused.value).startswith(f"{path}:")
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotServe, match="No such file"):
        Keyring(tmp_path / "keys")
