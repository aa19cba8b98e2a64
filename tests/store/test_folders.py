"""The user's folders are where platformdirs has them, which is loaded where that is not said here."""

import os
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from platformdirs import user_cache_path, user_config_path, user_state_path

from store import folders

places = st.sampled_from(["/home/a", "/", "/tmp/with blank", "//double", "/a/../b", "/a/", "", " ", "relative", "~/b"])


@given(st.dictionaries(st.sampled_from(["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"]), places))
def test_they_are_where_platformdirs_has_them(there: dict[str, str]) -> None:
    with patch.dict(os.environ, there, clear=True):
        assert folders.cache_folder() == user_cache_path("sitroom", appauthor=False)
        assert folders.config_folder() == user_config_path("sitroom", appauthor=False)
        assert folders.state_folder() == user_state_path("sitroom", appauthor=False)


@pytest.mark.skipif(sys.platform != "linux", reason="only there is it said without platformdirs")
def test_on_linux_nothing_is_loaded_for_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setitem(sys.modules, "platformdirs", None)

    assert folders.cache_folder() == tmp_path / "sitroom"
