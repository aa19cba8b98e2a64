"""`sitroom serve`: the situation for people who come with any SSH client."""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.errors import StoreError
from tui.cli.opening import open_situation
from tui.cli.printing import write_lines
from tui.cli.stores import STORE, settled
from tui.palette import THEME_NAMES, ThemeName

if TYPE_CHECKING:
    from tui.serve.limits import Limits

PORT = 2222
EXTRA = "serving needs asyncssh, which is not installed: pip install 'sitroom[serve]'"


@click.command()
@click.argument("path", type=STORE, default=settled("store"), envvar="SITROOM_STORE", metavar="[STORE]")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The address to listen on; :: and 0.0.0.0 are all."
)
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes a free one.")
@click.option(
    "--keys",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Who may enter: public keys as in authorized_keys; read again at each login.",
)
@click.option("--open", "is_open", is_flag=True, help="Let anybody on this machine in, as a reader, without a key.")
@click.option(
    "--host-key",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The server's own key; made where it is missing. Default: one kept in your state folder.",
)
@click.option("--sessions", type=click.IntRange(1, 10_000), default=100, show_default=True, help="How many at once.")
@click.option(
    "--idle",
    type=click.FloatRange(0.1, 10_000),
    default=30,
    show_default=True,
    metavar="MINUTES",
    help="How long a session may be without a key.",
)
@click.option("--log", type=click.Path(path_type=Path), metavar="FILE", help="Default: standard error.")
@click.option("--theme", type=click.Choice(THEME_NAMES), default="dark", show_default=True, help="How it is coloured.")
def serve(
    path: Path,
    host: str,
    port: int,
    keys: Path | None,
    is_open: bool,
    host_key: Path | None,
    sessions: int,
    idle: float,
    log: Path | None,
    theme: ThemeName,
) -> None:
    """Serve a situation over SSH, to those whose keys are known.

    There is no shell, no file transfer and no forwarding, and guests need no account here. A key's line in the file of
    --keys may begin with environment="SITROOM_ROLE=editor"; without it a key is a reader's. TERM or INT ends it; it
    tells everybody first. The log is a line of JSON for each login, action and logout.
    """
    _require_one_door(keys, is_open, host)
    if find_spec("asyncssh") is None:
        raise click.UsageError(EXTRA)
    from tui.serve.limits import Limits

    limits = Limits(sessions=sessions, idle=idle * 60.0, warning=min(60.0, idle * 60.0 / 2))
    _serve(path, host, port, keys, host_key, log, limits, theme)


def _serve(
    path: Path,
    host: str,
    port: int,
    keys: Path | None,
    host_key: Path | None,
    log: Path | None,
    limits: "Limits",
    theme: ThemeName,
) -> None:
    import asyncio

    from tui.serve.surroundings import forget

    forget()  # before Textual is loaded, which looks at its surroundings then
    from tui.serve.account import Account
    from tui.serve.host_key import host_key as known_by
    from tui.serve.keys import Keyring
    from tui.serve.server import Place, Server, run

    keyring = Keyring(keys) if keys is not None else None
    situation = open_situation(path)
    situation.views = {}  # those of whoever serves are nobody else's
    key = known_by(host_key or default_host_key())
    account = Account.in_file(log) if log is not None else Account(sys.stderr)

    def ready(port: int) -> None:
        write_lines([f"{situation.title}: ssh -p {port} {host}, host key {key.get_fingerprint()}"])

    async def begin() -> None:
        await run(Server(situation, keyring, account, limits, theme), Place(host, port, key), ready)

    asyncio.run(begin())


def default_host_key() -> Path:
    """Return where the server's key is kept if nobody says."""
    from store.folders import state_folder

    return state_folder() / "host_key"


def _require_one_door(keys: Path | None, is_open: bool, host: str) -> None:
    if keys is not None and is_open:
        raise click.UsageError("--open lets everybody in, --keys only some: choose one")
    if keys is None and not is_open:
        raise click.UsageError(
            "--keys FILE names the public keys that may enter; --open lets in whoever is on this machine"
        )
    if is_open and not _is_loopback(host):
        raise StoreError(f"--open is for this machine alone, and {host} is reached from others: use --keys FILE")


def _is_loopback(host: str) -> bool:
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
