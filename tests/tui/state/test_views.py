"""Views keep queries by name in one small file, and nothing that lies there harms anybody."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.find import NoView
from store.text import one_line
from tui.state.views import NotView, Views

NAMES = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=40).filter(
    lambda name: Views.may_be_called(name) and one_line(name) == name
)


@pytest.fixture
def views(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Views:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Views(tmp_path / "store.json")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(NAMES, st.text(st.characters(codec="utf-8")), max_size=4))
def test_what_is_saved_is_there_by_its_name_until_it_is_removed(views: Views, wanted: dict[str, str]) -> None:
    for name, query in wanted.items():
        views.save(name, query)
    assert dict(views) == {name: one_line(query) for name, query in sorted(wanted.items())}
    for name in wanted:
        views.remove(name)
    assert not views


def test_each_store_has_its_own_by_whatever_path(views: Views, tmp_path: Path) -> None:
    views.save("mine", "kind:event")
    assert Views(tmp_path / "." / "store.json")["mine"] == "kind:event"
    assert not Views(tmp_path / "other.json")


def test_nobody_else_may_read_them(views: Views) -> None:
    views.save("mine", "x")
    assert views.path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["", "two words", 'a"b', "a:b", "x" * 41, "a\nb"])
def test_a_name_is_one_word_that_can_be_typed_after_a_colon(views: Views, name: str) -> None:
    with pytest.raises(NotView):
        views.save(name, "x")


def test_what_is_not_there_cannot_be_removed(views: Views) -> None:
    with pytest.raises(NoView):
        views.remove("mine")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"sitroom views": 2, "views": {"a": "b"}}',
        '{"sitroom views": 1, "views": {"a": 1}}',
        '{"sitroom views": 1, "views": []}',
        "[" * 10_000,
    ],
)
def test_a_file_that_holds_something_else_holds_no_views(views: Views, text: str) -> None:
    views.path.parent.mkdir(parents=True)
    views.path.write_text(text)
    assert dict(views) == {}


def test_what_was_put_there_by_others_is_clean(views: Views) -> None:
    views.path.parent.mkdir(parents=True)
    views.path.write_text('{"sitroom views": 1, "views": {"a\\u001b[2J": "b\\u009b31m", "c d": "e"}}')
    assert dict(views) == {"a[2J": "b31m"}


def test_where_they_cannot_be_kept_it_is_told(views: Views) -> None:
    views.path.parent.parent.mkdir(parents=True)
    views.path.parent.write_text("a file where a folder should be")
    with pytest.raises(NotView, match="cannot be kept there"):
        views.save("mine", "x")
