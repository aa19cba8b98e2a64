"""`sitroom matches` and `sitroom import --dry-run`: a person decides, and looks before anything is written."""

from collections.abc import Callable
from pathlib import Path

import pytest

import fixtures
from tests.store.formats.acled import acled
from tests.store.formats.ged import ged
from tests.tui.cli.conftest import Typed

FRONT, ACLED_S = "faction:ucdp-actor-32", "faction:acled-actor-river-front-69f3994f"


@pytest.fixture
def both(typed: Typed, at_home: Path) -> Path:
    """Return a store into which two data sets have brought the same front."""
    (at_home / "ged.csv").write_text(ged({}))
    (at_home / "acled.csv").write_text(acled({}))
    typed("import", "ucdp", "ged.csv", "--into", "s.json")
    assert (
        "may be others under the same name: 2; see `sitroom matches`"
        in typed("import", "acled", "acled.csv", "--into", "s.json").out
    )
    return at_home / "s.json"


def test_matches_are_listed_until_they_are_decided(typed: Typed, both: Path) -> None:
    listed = typed("matches", both)
    assert (listed.code, "2 to decide" in listed.out) == (0, True)
    assert all(f"{ref}  River Front" in listed.out for ref in (FRONT, ACLED_S))
    assert "--same KEPT OTHER" in listed.err

    assert "records changed: 2" in typed("matches", both, "--same", FRONT, ACLED_S).out
    [left] = typed("matches", both, "--json").json
    assert typed("matches", both, "--different", left["one"], left["other"]).code == 0
    assert typed("matches", both).out == f"{both}: nothing to decide\n"
    assert typed("check", both).code == 0


def test_what_cannot_be_decided_is_told_in_one_line(refused: Callable[..., str], both: Path) -> None:
    assert "no such record" in refused("matches", both, "--same", FRONT, "faction:none")
    assert "not two factions, people or places" in refused("matches", both, "--different", FRONT, FRONT)
    assert "is not a ref" in refused("matches", both, "--same", FRONT, "nonsense")
    assert "nobody changes it" in refused("matches", fixtures.SHIPPED, "--same", FRONT, FRONT)


def test_a_dry_run_shows_what_would_be_and_writes_nothing(typed: Typed, both: Path) -> None:
    (both.parent / "more.csv").write_text(ged({"best": "4"}, {"id": "102"}))
    before = both.read_bytes()

    answer = typed("import", "ucdp", "more.csv", "--into", both, "--dry-run")

    assert "2 rows read = 1 created + 1 updated + 0 unchanged + 0 skipped" in answer.out
    assert "the first events, as they would be:" in answer.out
    assert '"id": "ucdp-102"' in answer.out
    assert answer.err == "sitroom: a dry run: nothing was written\n"
    assert both.read_bytes() == before
    first = typed("import", "ucdp", "more.csv", "--into", both, "--dry-run", "--json").json["first"]
    assert [event["id"] for event in first["events"]] == ["ucdp-101", "ucdp-102"]
    assert first["events"][0]["revision"] == 2


def test_a_dry_run_makes_no_store(typed: Typed, both: Path) -> None:
    assert typed("import", "ucdp", "ged.csv", "--into", "other.json", "--dry-run").code == 0
    assert not (both.parent / "other.json").exists()
