"""The files that the program reads and writes."""

import json
import os
from pathlib import Path

import pytest

import fixtures
from store.index import cache
from tests.situations import event, write
from tests.store.formats.ged import ged
from tests.tui.cli.conftest import Typed
from tests.tui.cli.running import environment, run
from tui.first.kept import picture_of
from tui.state.session_file import session_of
from tui.state.settings import settings_path
from tui.state.views import Views


def listed(typed: Typed, *words: str | Path) -> dict[str, Path]:
    """Return what `paths` lists."""
    answer = typed("paths", *words)
    assert (answer.code, answer.err) == (0, "")
    return {line[:10].strip(): Path(line[11:]) for line in answer.out.splitlines()}


def test_paths_are_those_of_the_store_that_is_meant(typed: Typed, mine: Path, indexes: Path) -> None:
    (mine.parent / "link.json").symlink_to(mine)

    found = listed(typed, "link.json")

    assert found == {
        "store": mine,
        "its lock": mine.with_name(".mine.json.lock"),
        "journal": mine.with_name(".mine.json.journal"),
        "indexes": indexes / "sitroom" / "index",
        "session": session_of(mine).path,
        "picture": picture_of(mine),
        "views": Views(mine).path,
        "settings": settings_path(os.environ),
        "shipped": fixtures.SHIPPED,
        "exercise": fixtures.EXERCISE,
        "outlines": fixtures.OUTLINES,
    }
    assert listed(typed, "--store", mine) == found
    assert listed(typed)["store"] == fixtures.SHIPPED


def test_paths_are_told_of_a_store_that_is_not_there_yet(typed: Typed, at_home: Path) -> None:
    assert listed(typed, "later.json")["store"] == at_home / "later.json"


def test_no_file_is_touched_that_paths_does_not_list(
    typed: Typed, tmp_path: Path, at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "LARGE", 1_000)  # so that an index is kept
    given = write(tmp_path / "given.json", *(event(f"e{number}", f"Clash {number}") for number in range(50)))
    (tmp_path / "ged.csv").write_text(ged({"id": "1"}))
    asked_for = {given, tmp_path / "ged.csv", at_home / "part.json", at_home / "new.json"}
    before = given.read_bytes()

    for words in (
        ("stats",),
        ("find", "clash"),
        ("show", "event:e1"),
        ("check",),
        ("export", "json", "--lens", "clash", "-o", "part.json"),
    ):
        assert typed(*words, "--store", given).code == 0
    assert given.read_bytes() == before
    typed("new", "new.json")
    typed("import", "ucdp", tmp_path / "ged.csv", "--into", "new.json")
    typed("stats", "new.json")

    known = {path for store in (given, "new.json") for path in listed(typed, store).values()} | asked_for
    touched = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert touched - known == {path for path in touched if listed(typed)["indexes"] in path.parents}
    assert len(touched - known) == 2


def test_a_process_leaves_nothing_in_a_home_but_indexes(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    env = environment(HOME=str(home))
    del env["XDG_CACHE_HOME"]

    assert run("stats", env=env).returncode == 0
    assert json.loads(run("find", "sirte", "--json", env=env).stdout)["total"] > 0
    listed = dict(line.split(maxsplit=1) for line in run("paths", env=env).stdout.decode().splitlines()[2:])
    left = [path for path in home.rglob("*") if path.is_file()]
    assert {path.parent for path in left} <= {Path(listed["indexes"])}
