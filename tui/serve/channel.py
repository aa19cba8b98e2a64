"""The channel of a session, which takes from a client's surroundings what we use, and nothing else."""

import asyncio

import asyncssh
from asyncssh.packet import SSHPacket

from tui.serve.client import LONGEST_VALUE, VARIABLES


class Channel(asyncssh.SSHServerChannel[bytes]):
    """asyncssh keeps every variable that a client sends, without end: this one keeps those few that mean something."""

    def __init__(self, connection: asyncssh.SSHServerConnection, window: int, packet: int) -> None:
        super().__init__(
            connection,
            asyncio.get_running_loop(),
            allow_pty=True,
            line_editor=False,
            line_echo=False,
            line_history=0,
            max_line_length=0,
            encoding=None,
            errors="strict",
            window=window,
            max_pktsize=packet,
        )
        self.said: dict[str, str] = {}

    def _process_env_request(self, packet: SSHPacket) -> bool:
        name = packet.get_string().decode("ascii", "replace")
        value = packet.get_string()
        packet.check_end()
        if name not in VARIABLES or len(value) > LONGEST_VALUE:
            return False
        self.said[name] = value.decode("ascii", "ignore")
        return True
