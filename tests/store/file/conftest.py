"""A small store, and a folder where rights count even for the administrator."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.file import room
from store.file.beside import journal_of
from store.file.casefile import Casefile

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the store of this test is."""
    return tmp_path / "sirte.json"


@pytest.fixture
def casefile(path: Path) -> Casefile:
    """Return a store of two records, opened."""
    made = Casefile.create(path, "Sirte")
    with made.change() as change:
        change.put("factions", {"id": "misrata", "names": [{"text": "Misrata militias"}]})
        change.put("locations", {"id": "sirte", "names": [{"text": "سرت"}], "point": {"lat": 31.2, "lon": 16.59}})
    return made


@pytest.fixture
def any_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have small changes of any file wait in a journal, up to the size of the file."""
    monkeypatch.setattr(room, "LARGE", 0)
    monkeypatch.setattr(room, "SHARE", 1.0)


@pytest.fixture
def large(path: Path, any_is_large: None) -> Casefile:
    """Return a store of three records, opened, whose small changes wait in a journal."""
    made = Casefile.create(path, "Sirte")
    with made.change() as change:
        change.put("events", {"id": "long", "note": "x" * 20_000})
        change.put("factions", {"id": "misrata", "names": [{"text": "Misrata militias"}]})
        change.put("locations", {"id": "sirte", "names": [{"text": "سرت"}]})
    assert not journal_of(path).exists()
    return made


@pytest.fixture
def common_folder() -> Iterator[Path]:
    """Return a folder that everyone on the machine may write to."""
    folder = Path(tempfile.mkdtemp(prefix="sitroom-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Be nobody for the length of the block, where the tests run as the administrator, to whom no right is denied."""
    if os.geteuid() != 0:
        yield
        return
    groups = os.getgroups()
    os.setgroups([])
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)
