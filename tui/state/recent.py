"""The places where a reader was last, whichever way they went on from there."""

from tui.state.stop import Stop

MOST_RECENT = 9


def with_recent(recent: tuple[Stop, ...], stop: Stop) -> tuple[Stop, ...]:
    """Return the recent places with one more, the last one first: of each record the last one."""
    others = (other for other in recent if other.subject != stop.subject)
    return (stop, *others)[:MOST_RECENT]
