"""What is plainly asked is read without click, and as click reads it; what is not, is left to click."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from unittest.mock import patch

import click
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import fixtures
from tests.situations import small
from tui.cli import asked as quick
from tui.cli import browse as slow
from tui.cli.asked import Asked, plainly_asked
from tui.cli.door import sitroom

XTERM = MappingProxyType({"TERM": "xterm"})
SHIPPED = str(fixtures.SHIPPED)

values = st.sampled_from(
    ["faction:reds", "2016", "early 2014", "-word", "kind:event -tag:x", "", "a=b", "dark", "light", "lean", "stock"]
)
options = st.sampled_from(
    [
        "--at",
        "--as-of",
        "--known-by",
        "--lens",
        "--theme",
        "--wire",
        "--mouse",
        "--no-mouse",
        "--fresh",
        "--the",
        "-h",
        "--",
    ]
)
words = st.one_of(
    options,
    values,
    st.builds("{}={}".format, options, values),
    st.sampled_from([SHIPPED, f"{SHIPPED}.none", "show", "town", "./show", "--help", "--version", "-x"]),
)


@contextmanager
def on_terminal() -> Iterator[None]:
    """Have both readers think that they stand on a terminal, and open nothing."""
    with (
        patch.object(quick, "_on_terminal", lambda _: True),
        patch.object(slow, "on_terminal", lambda _: True),
        patch.object(slow, "open_situation", lambda *_, **__: None),
        patch.object(slow, "require_record", lambda *_: None),
        patch.object(slow, "asked_lens", lambda *_: None),
        patch.object(slow, "sit", lambda asked, *_: asked),
    ):
        yield


def read_by_click(typed: Sequence[str]) -> Asked:
    """Return what click makes of the same words; raises what click does, and StoreError."""
    found = sitroom.main(list(typed), prog_name="sitroom", standalone_mode=False)
    assert isinstance(found, Asked), found
    return found


@given(st.lists(words, max_size=5))
@example(["--at=faction:reds", SHIPPED, "--no-mouse", "--theme", "light"])
@example(["--lens", "--at", "faction:reds"])
@example(["--at", "faction:reds", "--at", "faction:blues"])
def test_what_is_read_quickly_is_what_click_reads(typed: list[str]) -> None:
    with on_terminal(), patch.dict(os.environ, XTERM):
        asked = plainly_asked(typed, XTERM)
        if asked is not None:
            assert asked == read_by_click(typed)


@pytest.mark.parametrize(
    "typed",
    [
        [],
        [SHIPPED],
        ["--fresh", "--no-mouse"],
        ["--at", "faction:reds", "--as-of", "early 2014"],
        ["--lens=actor:reds since:2016", SHIPPED, "--wire", "stock"],
    ],
    ids=" ".join,
)
def test_usual_words_need_no_click(typed: list[str]) -> None:
    with on_terminal(), patch.dict(os.environ, XTERM):
        assert plainly_asked(typed, XTERM) == read_by_click(typed)


@pytest.mark.parametrize(
    "typed",
    [
        ["show", "faction:reds"],
        ["--help"],
        ["town"],
        ["./no-such-store.json"],
        [SHIPPED, SHIPPED],
        ["--fresh", "--fresh"],
        ["--theme", "purple"],
        ["--at"],
        ["--at", "reds"],
        ["--lens", "-word"],
        ["--", SHIPPED],
    ],
    ids=" ".join,
)
def test_whatever_is_in_doubt_is_left_to_click(typed: list[str]) -> None:
    with on_terminal():
        assert plainly_asked(typed, XTERM) is None


def test_the_environment_names_a_store_as_it_does_for_click(tmp_path: Path) -> None:
    store = str(small(tmp_path / "town.json"))
    there = {**XTERM, "SITROOM_STORE": store}
    with on_terminal(), patch.dict(os.environ, there):
        assert plainly_asked([], there) == read_by_click([]) == Asked(store)
        assert plainly_asked([SHIPPED], there) == read_by_click([SHIPPED]) == Asked(SHIPPED)


@pytest.mark.parametrize(
    "there", [{"TERM": "dumb"}, {}, {"TERM": "xterm", "_SITROOM_COMPLETE": "bash_source"}], ids=str
)
def test_without_a_terminal_that_can_move_its_cursor_it_is_left_to_click(there: dict[str, str]) -> None:
    with patch("sys.stdin.isatty", lambda: True), patch("sys.stdout.isatty", lambda: True):
        assert plainly_asked([], there) is None


def test_click_and_the_quick_reader_take_the_same_options() -> None:
    options = [parameter for parameter in slow.browse.params if isinstance(parameter, click.Option)]
    known = {name for option in options for name in (*option.opts, *option.secondary_opts)}
    assert known == {*quick._VALUES, *quick._FLAGS}
