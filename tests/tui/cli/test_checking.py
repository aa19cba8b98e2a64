"""`sitroom check`: what is wrong, each with its mend; errors fail, warnings are told."""

from pathlib import Path

import pytest

from tests.situations import Made, cited, event, faction, quote, source, write
from tests.tui.cli.conftest import Typed

DANGLING = event("e", "Clash", where="location:nowhere")
UNCITED = quote("q", "we left")


def test_a_sound_store_is_said_to_be(typed: Typed, mine: Path) -> None:
    assert typed("check", mine) == (0, f"{mine}: no problems\n", "")


def test_the_shipped_situation_is_sound(typed: Typed) -> None:
    answer = typed("check")

    assert answer.code == 0
    assert "error" not in answer.out


def test_every_error_is_told_with_its_record_and_its_mend_and_exits_1(typed: Typed, tmp_path: Path) -> None:
    store = write(tmp_path / "s.json", DANGLING, event("f", "Raid", who=["faction:ghosts"]))

    answer = typed("check", store)

    assert (answer.code, answer.err) == (1, "")
    assert answer.out.splitlines() == [
        "event:e: location: no location:nowhere here; add it or correct the ref",
        "event:f: participants.0: no faction:ghosts here; add it or correct the ref",
        f"{store}: 2 errors",
    ]


def test_warnings_alone_are_told_as_such_and_exit_0(typed: Typed, tmp_path: Path) -> None:
    store = write(tmp_path / "s.json", UNCITED)

    answer = typed("check", store)

    assert answer.code == 0
    assert answer.out.splitlines() == [
        "warning: quote:q: citations: nothing says where it was printed; cite its source",
        f"{store}: 1 warning",
    ]


def test_errors_and_warnings_are_counted_apart(typed: Typed, tmp_path: Path) -> None:
    answer = typed("check", write(tmp_path / "s.json", UNCITED, DANGLING))

    assert answer.code == 1
    assert answer.out.splitlines()[-1].endswith("s.json: 1 error, 1 warning")


@pytest.mark.parametrize(("records", "code"), [((), 0), ((UNCITED,), 0), ((UNCITED, DANGLING), 1)])
def test_json_says_the_same_with_the_same_exit_code(
    typed: Typed, tmp_path: Path, records: tuple[Made, ...], code: int
) -> None:
    answer = typed("check", write(tmp_path / "s.json", *records), "--json")

    assert answer.code == code
    assert [(problem["ref"], problem["severity"]) for problem in answer.json] == [
        (record.ref, "warning" if record is UNCITED else "error")
        for record in sorted(records, key=lambda record: record is UNCITED)
    ]


def test_a_record_that_cannot_be_read_is_an_error_and_the_rest_is_looked_at(typed: Typed, tmp_path: Path) -> None:
    broken = faction("reds", faction_kind="gang", shoe_size=44)
    store = write(
        tmp_path / "s.json", broken, quote("q", "we left", by="faction:reds", citations=cited("source:s")), source("s")
    )

    lines = typed("check", store).out.splitlines()

    assert [line.split(": ")[:2] for line in lines[:-1]] == [
        ["faction:reds", "faction_kind"],
        ["faction:reds", "shoe_size"],
    ]


def test_the_store_may_be_named_either_way(typed: Typed, mine: Path) -> None:
    assert typed("check", mine) == typed("check", "--store", mine)
