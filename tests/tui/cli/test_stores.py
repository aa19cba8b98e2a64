"""Which store a command is about, and the stores that cannot be opened."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import fixtures
from tests.situations import faction, write
from tests.store.file.conftest import without_privileges
from tests.tui.cli.conftest import Typed


def test_without_a_store_it_is_the_shipped_situation(typed: Typed) -> None:
    assert typed("stats", "--json").json["file"] == str(fixtures.SHIPPED)


def test_the_environment_names_a_store_and_the_command_line_overrules_it(
    typed: Typed, at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen, other = (write(at_home / f"{name}.json", title=name) for name in ("chosen", "other"))
    monkeypatch.setenv("SITROOM_STORE", str(chosen))

    assert typed("stats").out.startswith("chosen\n")
    assert typed("stats", "--store", other).out.startswith("other\n")
    assert typed("stats", other).out.startswith("other\n")
    assert typed("check").out == f"{chosen}: no problems\n"
    assert typed("export", "json").json["situation"]["about"]["title"] == "chosen"


def test_an_empty_choice_in_the_environment_is_none(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITROOM_STORE", "")

    assert typed("stats").out.startswith("Sirte 2016\n")


def test_stats_count_every_kind_and_name_the_file_and_its_span(typed: Typed, mine: Path) -> None:
    lines = dict(line.split(maxsplit=1) for line in typed("stats", mine).out.splitlines())
    answer = typed("stats", mine, "--json").json

    assert lines["file"] == f"{mine}, {mine.stat().st_size:,} bytes"
    assert {table: int(lines[table]) for table in answer["records"]} == answer["records"]
    held = json.loads(mine.read_bytes())
    assert answer["records"] == {table: len(held[table]) for table in answer["records"]}
    assert lines["span"] == " to ".join(answer["span"])


def test_stats_of_an_empty_store_are_noughts(typed: Typed, at_home: Path) -> None:
    answer = typed("stats", write(at_home / "s.json"))

    assert answer.code == 0
    assert "nothing is dated" in answer.out


def test_stats_tell_what_is_not_accepted(typed: Typed, at_home: Path) -> None:
    store = write(at_home / "s.json", faction("a"), faction("b", status="draft"))

    assert "draft      1\n" in typed("stats", store).out


def test_a_store_with_a_commands_name_opens_by_its_path(refused: Callable[..., str], at_home: Path) -> None:
    write(at_home / "show")

    assert "browsing needs a terminal" in refused("./show")
    assert "Missing argument 'REF'" in refused("show")


def cut_short(path: Path) -> None:
    path.write_bytes(fixtures.SHIPPED.read_bytes()[:50_000])


def of_a_later_version(path: Path) -> None:
    path.write_text('{"situation": {"about": {"title": "S", "format": 2}}}')


UNREADABLE: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda path: None, "there is no such file or folder; check the name"),
    "a folder": (Path.mkdir, "it is a folder; name a file"),
    "empty": (Path.touch, "the file is empty; restore it from a copy"),
    "not JSON": (lambda path: path.write_text("factions:\n  - reds\n"), "not JSON at line 1"),
    "not UTF-8": (lambda path: path.write_bytes(b'{"situation": "\xe9"}'), "not UTF-8 text at line 1"),
    "another JSON": (lambda path: path.write_text("[1, 2]"), "holds a list where a store has an object of tables"),
    "cut short": (cut_short, "the file is cut short: it ends at line"),
    "a wrong table": (lambda path: path.write_text('{"soups": {"1": {}}}'), "soups: no table of a store has this name"),
    "a later version": (of_a_later_version, "a later version wrote it (format 2"),
    "a pipe": (os.mkfifo, "it is a pipe or a device; name a file"),
    "a link to itself": (lambda path: path.symlink_to(path), "its links run in a circle"),
    "beyond a file": (lambda path: None, "a part of its path is not a folder; check the name"),
}
QUESTIONS = (("show", "faction:tunisia"), ("find", "tunisia"), ("check",), ("stats",), ("export", "json"))


@pytest.mark.parametrize("state", UNREADABLE)
def test_what_cannot_be_read_is_told_in_one_line_whatever_is_asked(
    refused: Callable[..., str], at_home: Path, state: str
) -> None:
    spoil, told = UNREADABLE[state]
    path = at_home / "spoilt.json"
    spoil(path)
    if state == "beyond a file":
        (at_home / "file").touch()
        path = at_home / "file" / "spoilt.json"

    for question in QUESTIONS:
        line = refused(*question, "--store", path)
        assert line.startswith(str(path))
        assert told in line
    assert told in refused(path)


def test_what_one_has_no_right_to_is_told_as_such(
    typed: Typed, refused: Callable[..., str], mine: Path, at_home: Path
) -> None:
    mine.chmod(0)
    at_home.chmod(0o500)
    typed("export", "json", "-o", "/dev/null/x")  # loads what nobody else may read on this machine
    typed("new", "/dev/null/x")

    with without_privileges():
        lines = [
            *(refused(*question, "--store", mine) for question in QUESTIONS),
            refused(mine),
            refused("new", at_home / "new.json"),
            refused("export", "json", "-o", at_home / "copy.json"),
        ]

    at_home.chmod(0o700)
    assert all("you have no right to it" in line or "you may not write to" in line for line in lines)
    assert list(at_home.iterdir()) == [mine]


def test_a_name_that_is_too_long_is_told(refused: Callable[..., str], at_home: Path) -> None:
    name = "x" * 300 + ".json"

    assert "its name is too long" in refused("stats", name)
    assert "its name is too long" in refused("new", name)


@pytest.mark.parametrize("day", ["soon", "2016-13", "2016-02-31", "99999999999", "..", "2016-05/.."])
def test_a_date_that_is_none_is_told_with_dates_that_are(refused: Callable[..., str], day: str) -> None:
    for command in (("show", "faction:tunisia"), ()):
        assert refused(*command, "--as-of", day).startswith(f"--as-of {day!r} is no date: write 2016-08-18")


def test_what_ships_is_named_by_a_word_wherever_a_store_is(
    typed: Typed, refused: Callable[..., str], at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (at_home / "exercise").write_text("no store")

    assert typed("stats", "exercise").out.startswith("Exercise: ")
    assert typed("find", "--store", "exercise", "market").code == 0
    assert refused("import", "ucdp", "ged.csv", "--into", "exercise").startswith(f"{fixtures.EXERCISE} ships with")
    assert "not JSON" in refused("stats", "./exercise")
    monkeypatch.setenv("SITROOM_STORE", "exercise")
    assert typed("check").code == 0
    assert typed("stats", "sirte").out.startswith("Sirte 2016")
