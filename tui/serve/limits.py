"""How much a server gives, and to whom at once."""

from typing import NamedTuple


class Limits(NamedTuple):
    """Counts, and times in seconds."""

    sessions: int = 100
    """Sessions at once."""
    sessions_of_key: int = 10
    """Sessions at once by one key."""
    entering: int = 100
    """Connections that have not logged in yet."""
    entering_from_one: int = 40
    """Those of one address: a flood from one place leaves room for others."""
    keys_tried: int = 10
    """Keys that a connection may offer or sign with; who has more in an agent names one (`ssh -i`, IdentitiesOnly)."""
    grace: float = 30.0
    """Time to log in, and then to ask for a screen."""
    idle: float = 30 * 60.0
    """Time without a key after which a session ends."""
    warning: float = 60.0
    """How long before that its reader is warned."""
    unread: float = 1.0
    """Time that a client is given to read the last that it is sent."""


KEEPALIVE, UNHEARD = 60.0, 3
"""Seconds after which a silent client is asked whether it is there, and how often it may leave that unanswered."""
BEFORE_A_SESSION = 256 * 1024
"""Bytes that a connection may send before it has a screen: logging in takes some ten thousand."""
WINDOW, PACKET = 32 * 1024, 32 * 1024
"""Bytes of keys that a client may send ahead of being heard, and of the longest packet."""
