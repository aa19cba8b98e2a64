"""What the tests of the command line may ask for."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import fixtures
from tui.cli import main


class Answer(NamedTuple):
    """What a command printed, and its exit code."""

    code: object
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - it can be any JSON
        """What was printed, read as JSON."""
        return json.loads(self.out)


Typed = Callable[..., Answer]


@pytest.fixture(scope="session")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache that the tests share, so that the shipped situation is indexed once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, indexes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test an empty home and no store of choice, and stand in a folder of its own; return that folder."""
    monkeypatch.delenv("SITROOM_STORE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(indexes))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str]) -> Typed:
    """Return what runs a command in this process: `typed("show", "faction:tunisia")`."""

    def run(*words: str | Path) -> Answer:
        with pytest.raises(SystemExit) as exit_:
            main([str(word) for word in words])
        return Answer(exit_.value.code, *capsys.readouterr())

    return run


@pytest.fixture
def refused(typed: Typed) -> Callable[..., str]:
    """Return what runs a command that must be refused: it gives the one line that says why."""

    def run(*words: str | Path) -> str:
        answer = typed(*words)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith("sitroom: ")
        assert answer.err.count("\n") == 1
        assert answer.err.endswith("\n")
        return answer.err.removeprefix("sitroom: ").removesuffix("\n")

    return run


@pytest.fixture
def mine(at_home: Path) -> Path:
    """Return a copy of the shipped situation that may be changed."""
    path = at_home / "mine.json"
    shutil.copyfile(fixtures.SHIPPED, path)
    return path
