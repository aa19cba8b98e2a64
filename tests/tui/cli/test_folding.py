"""What waits beside a large store is told, and written into its file when asked."""

import json
from pathlib import Path

import pytest

import fixtures
from store.file import room
from store.file.beside import journal_of
from store.situation import Situation
from tests.situations import small
from tests.tui.cli.conftest import Typed


@pytest.fixture
def waiting(at_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a store of which two changes wait in the journal."""
    monkeypatch.setattr(room, "LARGE", 0)
    monkeypatch.setattr(room, "SHARE", 1.0)
    store = small(at_home / "coast.json")
    situation = Situation.open(store)
    situation.change([], ["quote:open"])
    situation.change([], ["quote:few"])
    return store


def test_what_waits_is_written_into_the_file(typed: Typed, waiting: Path) -> None:
    answer = typed("fold", waiting)
    assert (answer.code, answer.out, answer.err) == (0, f"{waiting}: 2 changes written into the file\n", "")
    assert json.loads(waiting.read_bytes())["quotes"] == {}
    assert not journal_of(waiting).exists()
    assert typed("fold", waiting).out == f"{waiting}: nothing waits\n"


@pytest.mark.parametrize("question", ["stats", "check"])
def test_numbers_and_problems_of_a_store_say_what_its_file_lacks(typed: Typed, waiting: Path, question: str) -> None:
    aside = f"sitroom: {waiting}: 2 changes not in the file yet but in {journal_of(waiting)}; `sitroom fold {waiting}`"
    answer = typed(question, waiting)
    assert answer.err.startswith(aside)
    assert typed(question, waiting, "--json").json is not None
    typed("fold", waiting)
    assert typed(question, waiting).err == ""


def test_an_export_has_what_waits(typed: Typed, waiting: Path, at_home: Path) -> None:
    typed("export", "json", "--store", waiting, "-o", at_home / "copy.json")
    assert json.loads((at_home / "copy.json").read_bytes())["quotes"] == {}
    assert not journal_of(at_home / "copy.json").exists()


def test_a_file_that_another_program_wrote_is_told_in_one_line(typed: Typed, waiting: Path) -> None:
    waiting.write_bytes(waiting.read_bytes().replace(b"Talks in", b"Talks on"))
    for command in (("fold", waiting), ("stats", waiting), ("check", waiting), ("export", "json", "--store", waiting)):
        answer = typed(*command)
        assert answer.code == 2
        assert answer.err.count("\n") == 1
        assert "2 changes wait in" in answer.err
    assert journal_of(waiting).exists()


def test_the_shipped_situation_is_not_folded(typed: Typed) -> None:
    assert typed("fold", fixtures.SHIPPED).code == 2


def test_a_store_that_is_not_there_is_told(typed: Typed, at_home: Path) -> None:
    answer = typed("fold", at_home / "nowhere.json")
    assert (answer.code, answer.out) == (2, "")
    assert "there is no such file" in answer.err


@pytest.mark.parametrize("how", [(), ("--dry-run",)])
def test_a_store_is_not_merged_without_what_waits(
    typed: Typed, waiting: Path, at_home: Path, how: tuple[str, ...]
) -> None:
    answer = typed("import", "json", waiting, "--into", at_home / "mine.json", *how)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "has changes that wait beside it" in answer.err
    assert f"`sitroom fold {waiting}`" in answer.err
    typed("fold", waiting)
    assert typed("import", "json", waiting, "--into", at_home / "mine.json", *how).code == 0
