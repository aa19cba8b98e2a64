"""The log: JSON, a line each, with nothing in it that a terminal would obey, and no reason to stop serving."""

import io
import json
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.serve.account import LONGEST, Account, told
from tui.serve.errors import CannotServe

NOON = datetime(2016, 8, 18, 12, tzinfo=UTC)


def test_a_line_says_when_what_and_the_facts() -> None:
    stream = io.StringIO()

    Account(stream, lambda: NOON).note("login", user="ann", session=3)

    assert stream.getvalue() == (
        '{"time": "2016-08-18T12:00:00.000+00:00", "event": "login", "user": "ann", "session": 3}\n'
    )


@pytest.mark.parametrize("hostile", ["\x1b[31m", "a\nb", "a\u2028b", "\u202eevil", "\x9b2J", "x" * 10_000, "\x00"])
def test_what_a_client_says_is_one_harmless_line(hostile: str) -> None:
    said = told(hostile)
    stream = io.StringIO()
    Account(stream).note("login", user=said)

    assert said.isprintable()
    assert len(said) <= LONGEST
    assert stream.getvalue().count("\n") == 1
    assert stream.getvalue().isascii()


class FullDisk(io.StringIO):
    """A disk that is full for a while."""

    full = True

    def write(self, text: str) -> int:
        """Write if there is room."""
        if self.full:
            raise OSError(28, "No space left on device")
        return super().write(text)


def test_lines_that_could_not_be_written_are_counted_in_the_next() -> None:
    disk = FullDisk()
    account = Account(disk)
    account.note("login")
    account.note("logout")
    disk.full = False

    account.note("login")
    account.note("logout")

    first, second = map(json.loads, disk.getvalue().splitlines())
    assert first["lines_lost"] == 2
    assert "lines_lost" not in second


def test_a_file_is_added_to_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "log"
    for event in ("start", "stop"):
        account = Account.in_file(path)
        account.note(event)
        account.close()

    assert [json.loads(line)["event"] for line in path.read_text().splitlines()] == ["start", "stop"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_written_is_refused_before_anybody_comes(tmp_path: Path) -> None:
    with pytest.raises(CannotServe, match="--log names a file"):
        Account.in_file(tmp_path)
