"""`sitroom views`, and `view:` wherever a query is typed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.situations import small
from tests.tui.cli.conftest import Typed


@pytest.fixture
def town(at_home: Path) -> Path:
    return small(at_home / "town.json")


def test_a_query_that_is_named_is_listed_and_stands_for_itself(typed: Typed, town: Path) -> None:
    assert typed("views", "gate", "kind:event", "place:sabratah", "-siege", "--store", town) == (
        *(0, "", "sitroom: kept as view:gate\n"),
    )
    assert typed("views", "fights", "view:gate", '"at the gate"', "--store", town).code == 0
    assert (
        typed("views", "--store", town).out
        == 'fights  view:gate "at the gate"\ngate    kind:event place:sabratah -siege\n'
    )
    assert typed("views", "gate", "--store", town).out == "kind:event place:sabratah -siege\n"
    assert typed("views", "--store", town, "--json").json["gate"] == "kind:event place:sabratah -siege"
    assert (
        typed("find", "view:gate", "--store", town).out
        == typed("find", "kind:event", "place:sabratah", "-siege", "--store", town).out
    )
    assert typed("find", "view:fights", "--store", town).out.split()[0] == "event:clash"


def test_a_lens_takes_it_too(typed: Typed, town: Path) -> None:
    typed("views", "gate", "clash", "--store", town)
    plain = typed("export", "json", "--lens", "clash", "--store", town)
    assert typed("export", "json", "--lens", "view:gate", "--store", town).out == plain.out


def test_views_are_those_of_one_store(typed: Typed, town: Path, mine: Path) -> None:
    typed("views", "gate", "clash", "--store", town)
    none = typed("views", "--store", mine)
    assert (none.code, none.out, none.err) == (1, "", "sitroom: no views yet; `sitroom views NAME QUERY` names one\n")


def test_removing_one(typed: Typed, refused: Callable[..., str], town: Path) -> None:
    typed("views", "gate", "clash", "--store", town)
    assert typed("views", "gate", "--remove", "--store", town).code == 0
    assert refused("views", "gate", "--store", town) == "there is no view 'gate'; `sitroom views` lists them"


def test_what_cannot_be_asked_is_not_kept(typed: Typed, refused: Callable[..., str], town: Path) -> None:
    assert "kind:battle is none of" in refused("views", "x", "kind:battle", "--store", town)
    assert "there is no view 'y'" in refused("views", "x", "view:y", "--store", town)
    assert "is no name for a view" in refused("views", "a:b", "clash", "--store", town)
    assert typed("views", "--store", town).code == 1
