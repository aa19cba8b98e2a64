"""Draws two people in one served situation, each with an SSH client of their own: `python -m docs.together FILE.svg`.

It needs `ssh` and `tmux`. The one on the left may edit, and says which account they prefer; the other, who is reading
that account, sees it at once.
"""

import io
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncssh
from rich.console import Console
from rich.text import Text

import fixtures
from tui.screenshot import portable

SIZE = (100, 30)
"""Columns and lines of each of the two."""
PATIENCE = 30.0
REASON = "counted twice"
EDITOR, READER = "0", "1"
KEYS = ("editor", "reader")
_SETTINGS = ("BatchMode=yes", "IdentitiesOnly=yes", "StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null",
             "LogLevel=ERROR")  # fmt: skip


class Terminals:
    """Two terminals side by side, in a tmux of their own."""

    def __init__(self, folder: Path, commands: tuple[str, str]) -> None:
        self._socket = str(folder / "tmux")
        width, height = SIZE
        self._do("-f", "/dev/null", "new-session", "-d", "-x", str(2 * width + 1), "-y", str(height), commands[0])
        self._do("set", "-g", "status", "off")
        self._do("split-window", "-h", "-l", str(width), commands[1])

    def press(self, pane: str, *keys: str) -> None:
        """Press keys, by tmux's names for them."""
        self._do("send-keys", "-t", pane, *keys)

    def wait(self, pane: str, text: str) -> None:
        """Wait until a text is shown."""
        end = time.monotonic() + PATIENCE
        while text not in self._do("capture-pane", "-p", "-t", pane):
            if time.monotonic() > end:
                sys.exit(f"{text!r} is not shown:\n{self._do('capture-pane', '-p', '-t', pane)}")
            time.sleep(0.05)

    def shown(self, pane: str) -> list[Text]:
        """Return the lines that are shown, as they are coloured."""
        lines = Text.from_ansi(self._do("capture-pane", "-e", "-N", "-p", "-t", pane)).split("\n")
        for line in lines:
            line.truncate(SIZE[0], pad=True)
        return list(lines)

    def close(self) -> None:
        """End both."""
        self._do("kill-server")

    def _do(self, *words: str) -> str:
        command = ["tmux", "-S", self._socket, "-u", *words]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  (words of our own)
        return done.stdout


def draw(target: Path) -> None:
    """Save what both see after the one has changed something."""
    with tempfile.TemporaryDirectory() as made, _serving(Path(made)) as commands:
        terminals = Terminals(Path(made), commands)
        try:
            for pane in (READER, EDITOR):
                _go_to_the_accounts(terminals, pane)
            terminals.press(READER, "Enter")
            terminals.wait(READER, "━2 Profile")
            terminals.press(EDITOR, "p")
            terminals.wait(EDITOR, "Prefer this account")
            terminals.press(EDITOR, "-l", REASON)
            terminals.press(EDITOR, "Enter")
            terminals.wait(EDITOR, "Preferred:")
            terminals.wait(READER, REASON)
            _save(terminals.shown(EDITOR), terminals.shown(READER), target)
        finally:
            terminals.close()


def _go_to_the_accounts(terminals: Terminals, pane: str) -> None:
    """Open the accounts of how strong somebody was, and put the cursor on the first."""
    terminals.wait(pane, "? help")
    terminals.press(pane, "c")
    terminals.wait(pane, "how strong it was")
    terminals.press(pane, "j", "j", "j", "Enter")
    terminals.wait(pane, "Accounts")


def _save(left: list[Text], right: list[Text], target: Path) -> None:
    console = Console(record=True, width=2 * SIZE[0] + 1, file=io.StringIO(), color_system="256", force_terminal=True)
    for one, other in zip(left, right, strict=True):
        console.print(one, "│", other, sep="", no_wrap=True, crop=True)
    target.write_text(portable(console.export_svg(title="an editor and a reader")), encoding="utf-8")


@contextmanager
def _serving(folder: Path) -> Iterator[tuple[str, str]]:
    """Serve a copy of the exercise; give what an editor and a reader type to come in."""
    store, allowed = folder / "alderport.json", folder / "authorized_keys"
    shutil.copy(fixtures.EXERCISE, store)
    allowed.write_text(_make(folder / "editor", 'environment="SITROOM_ROLE=editor" ') + _make(folder / "reader", ""))
    program = [str(Path(sys.executable).with_name("sitroom")), "serve", str(store), "--port", "0"]
    files = ["--keys", str(allowed), "--host-key", str(folder / "host_key"), "--log", str(folder / "log")]
    command = [*program, *files]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603  (words of our own)
        assert process.stdout is not None
        port = process.stdout.readline().split(" -p ")[1].split()[0]
        settings = " ".join(f"-o {setting}" for setting in _SETTINGS)
        try:
            editor, reader = (f"ssh -F none -p {port} -i {folder / name} {settings} 127.0.0.1" for name in KEYS)
            yield editor, reader
        finally:
            process.terminate()


def _make(path: Path, options: str) -> str:
    key = asyncssh.generate_private_key("ssh-ed25519", comment=path.name)
    path.write_bytes(key.export_private_key())
    path.chmod(0o600)
    return options + key.export_public_key().decode()


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
