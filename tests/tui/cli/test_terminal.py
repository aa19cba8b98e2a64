"""On a terminal: lines no wider than it is, and how far a long job has come; elsewhere neither."""

from pathlib import Path

import pytest

from tests.situations import event, faction, generate, write
from tests.store.formats.ged import ged
from tests.tui.cli.conftest import Typed
from tests.tui.cli.running import CURSOR_HIDDEN, CURSOR_SHOWN, environment, on_terminal, run


@pytest.mark.parametrize("columns", [60, 120])
def test_long_lines_are_broken_between_words_and_rows_go_on_further_in(columns: int) -> None:
    sitting = on_terminal("show", "faction:islamic-state-in-libya", columns=columns)

    lines = sitting.screen.splitlines()
    assert sitting.code == 0
    assert max(map(len, lines)) <= columns
    assert "\x1b" not in sitting.screen
    assert any(line.startswith("      ") for line in lines[lines.index("Ties") :])


def test_what_is_broken_for_a_terminal_says_the_same_as_what_is_not() -> None:
    words = ("show", "location:sirte")

    assert on_terminal(*words, columns=60).screen.split() == run(*words).stdout.decode().split()


def test_prose_is_broken_without_a_hanging_indent() -> None:
    lines = on_terminal("show", "faction:islamic-state-in-libya", columns=60).screen.splitlines()

    summary = lines[lines.index("") + 1 :][: lines[lines.index("") + 1 :].index("")]
    assert len(summary) > 2
    assert not any(line.startswith(" ") for line in summary)


def test_in_a_pipe_a_row_is_a_line_however_long(typed: Typed, tmp_path: Path) -> None:
    store = write(tmp_path / "s.json", event("e", "word " * 200, who=["faction:a"]), faction("a"))

    assert typed("find", "kind:event", "--store", store).out.count("\n") == 1


def test_an_import_shows_on_a_terminal_how_far_it_is(at_home: Path) -> None:
    (at_home / "ged.csv").write_text(ged(*({"id": f"{number}"} for number in range(40))))

    sitting = on_terminal("import", "ucdp", "ged.csv", "--into", "s.json")

    assert sitting.code == 0
    assert "reading ged.csv" in sitting.screen
    assert "100%" in sitting.screen
    assert sitting.screen.rindex("100%") < sitting.screen.index("40 rows read")
    assert sitting.screen.rindex(CURSOR_SHOWN) > sitting.screen.rindex(CURSOR_HIDDEN)


def test_an_import_shows_none_of_it_in_a_pipe(at_home: Path) -> None:
    (at_home / "ged.csv").write_text(ged({"id": "1"}))

    ended = run("import", "ucdp", "ged.csv", "--into", "s.json")

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"reading" not in ended.stdout


def test_a_small_store_opens_without_a_bar() -> None:
    assert "indexing" not in on_terminal("stats").screen


def test_ctrl_c_while_a_store_is_being_indexed_is_one_line_and_leaves_no_index(at_home: Path, tmp_path: Path) -> None:
    store = generate(at_home / "large.json", events=10_000)

    env = environment(XDG_CACHE_HOME=str(tmp_path / "cache"))
    sitting = on_terminal("stats", store.name, seen=("indexing large.json", b"\x03"), env=env)

    assert sitting.code == 2
    assert sitting.screen.endswith("\nsitroom: stopped\n")
    assert "Traceback" not in sitting.screen
    assert sitting.screen.rfind(CURSOR_SHOWN) >= sitting.screen.rfind(CURSOR_HIDDEN)
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]


def test_a_long_check_tells_how_far_it_is_and_ctrl_c_ends_it_in_one_line(at_home: Path) -> None:
    store = generate(at_home / "large.json", events=10_000)

    sitting = on_terminal("check", store.name, seen=("checking large.json", b"\x03"))

    assert sitting.code == 2
    assert sitting.screen.endswith("\nsitroom: stopped\n")
    assert "problems" not in sitting.screen
