"""`sitroom news`: what came since the reader last left the screen, or since a day."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.lens import EVERYTHING
from store.situation import Situation
from tests.situations import event, faction, write
from tests.tui.cli.conftest import Typed
from tui.state.look import look_at
from tui.state.session import Session
from tui.state.session_file import session_of
from tui.state.stop import Stop

OLD = faction("reds", created="2016-01-01T00:00:00Z")
NEW = event("clash", "Clash", created="2999-01-01T00:00:00Z")


@pytest.fixture
def store(at_home: Path) -> Path:
    return write(at_home / "s.json", OLD)


def look(store: Path) -> None:
    """Leave the screen."""
    session = Session(Stop("", EVERYTHING, "index", {}), look=look_at(Situation.open(store)))
    session_of(store).save(session)


def test_it_lists_what_came_since(typed: Typed, store: Path) -> None:
    look(store)
    nothing = typed("news", "--store", store)
    assert (nothing.code, nothing.out) == (1, "")
    assert nothing.err.startswith("sitroom: 0 added, 0 changed since ")
    write(store, OLD, NEW)
    answer = typed("news", "--store", store)
    assert (answer.code, answer.out) == (0, "2999-01-01  added    event:clash  Clash\n")
    found = typed("news", "--store", store, "--json").json
    assert (found["added"], found["changed"], [row["target"] for row in found["news"]]) == (1, 0, ["event:clash"])


def test_a_day_can_be_said_instead(typed: Typed, refused: Callable[..., str], store: Path) -> None:
    assert typed("news", "--since", "2015", "--store", store).out == "2016-01-01  added    faction:reds  Reds\n"
    assert typed("news", "--since", "2016-01-02", "--store", store).code == 1
    assert "is no date" in refused("news", "--since", "soon", "--store", store)


def test_who_has_not_looked_yet_is_told_so(refused: Callable[..., str], store: Path) -> None:
    assert "you have not looked at it on the screen yet" in refused("news", "--store", store)


def test_without_stamps_it_counts(typed: Typed, store: Path) -> None:
    write(store, faction("reds"))
    look(store)
    write(store, faction("reds"), faction("blues"))
    assert typed("news", "--store", store).out == "1 factions more\n"
