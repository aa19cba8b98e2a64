"""How one process is fair to many: whose panes follow next, what has come to rest, when it is swept."""

import asyncio
import gc
import weakref

import pytest

from tests.tui.serve.guests import until
from tui.serve.rest import Rest
from tui.serve.sweeping import Sweeping
from tui.serve.turns import Turns


async def test_who_is_alone_has_their_turn_at_once() -> None:
    had: list[str] = []

    Turns().ask("ann", lambda: had.append("ann"))

    assert had == ["ann"]


async def test_others_have_theirs_in_the_order_in_which_they_asked_first_or_anew() -> None:
    turns, had = Turns(), []
    for guest, what in (("ann", 1), ("bob", 2), ("cy", 3), ("bob", 4)):
        turns.ask(guest, lambda guest=guest, what=what: had.append((guest, what)))  # type: ignore[misc]

    await until(lambda: len(had) == 3)

    assert had == [("ann", 1), ("cy", 3), ("bob", 4)]


async def test_a_turn_that_fails_takes_nobody_elses() -> None:
    turns, had = Turns(), []

    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        turns.ask("ann", fail)
    turns.ask("bob", lambda: had.append("bob"))

    await until(lambda: had)


async def test_what_has_stirred_rests_once() -> None:
    rested: list[int] = []
    rest = Rest(0.01, lambda: rested.append(1))
    for _ in range(5):
        rest.stir()
        await asyncio.sleep(0)
    await until(lambda: rested)
    rest.stir()
    await until(lambda: len(rested) == 2)
    rest.stir()
    rest.stop()

    assert rest._timer is None


class Knot:
    """Something that only the collector frees."""

    def __init__(self) -> None:
        self.self = self


async def test_who_has_gone_is_swept_up_when_it_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.serve.sweeping.QUIET", 0.01)
    sweeping = Sweeping(lambda: 3)
    left = weakref.ref(Knot())
    sweeping.came()
    gc.collect()
    assert left()

    sweeping.went()

    await until(lambda: left() is None)


async def test_many_who_have_gone_are_swept_up_although_somebody_types() -> None:
    sweeping = Sweeping(lambda: 3)
    left = weakref.ref(Knot())
    sweeping.came()

    for _ in range(4):
        assert left()
        sweeping.heard()
        sweeping.went()

    assert left() is None
