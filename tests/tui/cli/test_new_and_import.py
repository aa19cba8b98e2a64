"""`sitroom new` and `sitroom import`: a store is made, filled in one change, and left alone when nothing is new."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

import fixtures
from tests.situations import write
from tests.store.formats.ged import ged, large
from tests.tui.cli.conftest import Typed
from tests.tui.cli.running import CURSOR_HIDDEN, CURSOR_SHOWN, on_terminal


@pytest.fixture
def csv(at_home: Path) -> Path:
    """Return a GED file of three rows, one of which cannot be taken."""
    path = at_home / "ged.csv"
    path.write_text(ged({"id": "1"}, {"id": "2"}, {"id": ""}))
    return path


def files(folder: Path) -> set[str]:
    """Return the names of what can be seen in a folder."""
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def test_new_makes_an_empty_situation_called_after_its_file_and_says_what_comes_next(
    typed: Typed, at_home: Path
) -> None:
    answer = typed("new", "north land.json")

    assert (answer.code, answer.err) == (0, "")
    assert f"sitroom import ucdp FILE --into {shlex.quote('north land.json')}" in answer.out
    assert typed("stats", "north land.json").out.startswith("north land\n")
    assert typed("check", "north land.json").code == 0


def test_new_takes_a_title(typed: Typed) -> None:
    typed("new", "n.json", "--title", "The \x1b[31mNorth")

    assert typed("stats", "n.json").out.startswith("The [31mNorth\n")


def test_new_never_touches_a_file_that_is_there(refused: Callable[..., str], mine: Path) -> None:
    before = mine.read_bytes()

    assert refused("new", mine) == f"{mine}: there is such a file already; open it, or choose another name"
    assert mine.read_bytes() == before


def test_new_in_a_folder_that_is_not_there_is_refused(refused: Callable[..., str]) -> None:
    assert "there is no folder" in refused("new", "nowhere/n.json")


def test_import_makes_a_missing_store_and_accounts_for_every_row(typed: Typed, csv: Path) -> None:
    answer = typed("import", "ucdp", csv, "--into", "s.json")

    assert (answer.code, answer.err) == (0, "")
    assert "3 rows read = 2 created + 0 updated + 0 unchanged + 1 skipped" in answer.out
    assert "line 4 skipped: " in answer.out
    assert all(typed("show", f"event:ucdp-{number}", "--store", "s.json").code == 0 for number in (1, 2))
    assert typed("check", "s.json").code == 0


def test_the_account_is_json_too_and_adds_up(typed: Typed, csv: Path) -> None:
    account = typed("import", "ucdp", csv, "--into", "s.json", "--json").json

    told = sum(account[name] for name in ("created", "updated", "unchanged")) + len(account["skipped"])
    assert account["read"] == told == 3
    assert account["skipped"][0]["line"] == 4


def test_the_same_file_again_leaves_every_byte_as_it_is(typed: Typed, csv: Path, at_home: Path) -> None:
    typed("import", "ucdp", csv, "--into", "s.json")
    before, kept = (at_home / "s.json").read_bytes(), (at_home / "s.json").stat()

    answer = typed("import", "ucdp", csv, "--into", "s.json")

    assert "0 created + 0 updated + 2 unchanged + 1 skipped" in answer.out
    assert (at_home / "s.json").read_bytes() == before
    assert (at_home / "s.json").stat().st_mtime_ns == kept.st_mtime_ns


def test_what_is_in_a_store_stays_there(typed: Typed, csv: Path, mine: Path) -> None:
    before = typed("stats", mine, "--json").json["records"]

    typed("import", "ucdp", csv, "--into", mine)

    after = typed("stats", mine, "--json").json["records"]
    assert all(after[table] >= before[table] for table in before)
    assert after["quotes"] == before["quotes"]
    for ref in ("event:ucdp-1", "faction:tunisia"):
        assert typed("show", ref, "--store", mine).code == 0


@pytest.mark.parametrize("by", ["its name", "a link", "a way round"])
def test_the_shipped_situation_is_never_filled(refused: Callable[..., str], csv: Path, at_home: Path, by: str) -> None:
    link = at_home / "link.json"
    link.symlink_to(fixtures.SHIPPED)
    names = {
        "its name": fixtures.SHIPPED,
        "a link": link,
        "a way round": fixtures.SHIPPED.parent / ".." / fixtures.SHIPPED.parent.name / fixtures.SHIPPED.name,
    }
    before = fixtures.SHIPPED.read_bytes()

    line = refused("import", "ucdp", csv, "--into", names[by])

    assert "nobody changes it: name a store of your own" in line
    assert fixtures.SHIPPED.read_bytes() == before


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda path: None, "there is no such file"),
    "a folder": (Path.mkdir, "it is a folder"),
    "empty": (Path.touch, ""),
    "another table": (lambda path: path.write_text("a,b\n1,2\n"), ""),
}


@pytest.mark.parametrize("state", REFUSED)
def test_a_file_that_is_refused_leaves_no_store_behind(refused: Callable[..., str], at_home: Path, state: str) -> None:
    spoil, told = REFUSED[state]
    spoil(at_home / "in.csv")
    before = files(at_home)

    assert told in refused("import", "ucdp", "in.csv", "--into", "s.json")
    assert files(at_home) == before


@pytest.mark.parametrize("state", REFUSED)
def test_a_file_that_is_refused_leaves_a_store_as_it_was(
    refused: Callable[..., str], at_home: Path, mine: Path, state: str
) -> None:
    REFUSED[state][0](at_home / "in.csv")
    before = mine.read_bytes()

    refused("import", "ucdp", "in.csv", "--into", mine)

    assert mine.read_bytes() == before


def test_a_store_that_cannot_be_read_is_not_filled(refused: Callable[..., str], csv: Path, at_home: Path) -> None:
    (at_home / "s.json").write_text("[]")

    assert "holds a list" in refused("import", "ucdp", csv, "--into", "s.json")
    assert (at_home / "s.json").read_text() == "[]"


@pytest.mark.parametrize("there", [True, False])
def test_ctrl_c_in_an_import_says_so_in_one_line_and_leaves_everything_as_it_was(at_home: Path, there: bool) -> None:
    (at_home / "large.csv").write_text("".join(large(12_000)))
    store = at_home / "s.json"
    before = write(store).read_bytes() if there else b""

    sitting = on_terminal("import", "ucdp", "large.csv", "--into", "s.json", seen=("reading large.csv", b"\x03"))

    assert sitting.code == 2
    assert "Traceback" not in sitting.screen
    assert sitting.screen.rfind(CURSOR_SHOWN) >= sitting.screen.rfind(CURSOR_HIDDEN)
    told = "is as it was" if there else "was not made"
    assert sitting.screen.endswith(f"sitroom: stopped; s.json {told}\n")
    assert (store.read_bytes() if store.exists() else b"") == before
    assert {path.name for path in at_home.iterdir() if path.suffix == ".new"} == set()


@pytest.mark.parametrize("more", [(), ("--json",), ("--dry-run",), ("--dry-run", "--json")])
def test_a_file_of_which_no_row_can_be_taken_ends_with_1(typed: Typed, at_home: Path, more: tuple[str, ...]) -> None:
    for name, ids in (("none", ["", "x"]), ("some", ["", "7"]), ("empty", [])):
        (at_home / f"{name}.csv").write_text(ged(*({"id": id_} for id_ in ids)))

    assert typed("import", "ucdp", "none.csv", "--into", "a.json", *more).code == 1
    assert typed("import", "ucdp", "some.csv", "--into", "b.json", *more).code == 0
    assert typed("import", "ucdp", "empty.csv", "--into", "c.json", *more).code == 0
