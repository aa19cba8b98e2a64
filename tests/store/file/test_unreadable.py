"""What is not a store gets one clear line: where, what, and what to do."""

import gc
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.file.casefile import Casefile
from store.file.errors import FileError, FromLaterVersion, Unreadable
from store.file.fingerprint import fingerprint
from store.file.layout import ABOUT, HEADER, TABLES, Tables, encode
from store.file.parsing import parse
from store.file.reading import read_tables
from tests.store.file.conftest import without_privileges


def told(path: Path, reader: Callable[[Path], Any] = read_tables) -> str:
    with pytest.raises(Unreadable) as caught:
        reader(path)
    line = str(caught.value)
    assert line.isprintable()
    assert "; " in line
    assert caught.value.where.startswith(str(path))
    return line


def told_of(path: Path, content: object) -> str:
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return told(path)


def test_what_is_no_file_is_named(path: Path, tmp_path: Path) -> None:
    assert "there is no such file" in told(path)
    assert "there is no such file" in told(path, Casefile.open)
    assert "there is no such file" in told(path, fingerprint)
    assert "it is a folder" in told(tmp_path)
    assert "not a folder" in told(Path(__file__) / "store.json")
    assert "name is too long" in told(tmp_path / ("x" * 300))


def test_a_pipe_is_refused_without_waiting_for_it(path: Path) -> None:
    os.mkfifo(path)
    assert "a pipe or a device" in told(path)


def test_a_file_without_right_to_read_is_named(common_folder: Path) -> None:
    path = common_folder / "sirte.json"
    Casefile.create(path, "Sirte")
    path.chmod(0o000)
    with without_privileges():
        assert "you have no right to it" in told(path)


def test_a_store_cut_short_anywhere_says_so(casefile: Casefile, path: Path) -> None:
    whole = path.read_bytes()
    assert "is empty" in told_of(path, b"")
    for length in range(1, len(whole) - 1):
        assert "the file is cut short: it ends" in told_of(path, whole[:length])
    path.write_bytes(whole.removesuffix(b"\n"))
    assert read_tables(path)["locations"].keys() == {"sirte"}


def test_a_syntax_error_is_found_by_line_column_and_byte(path: Path) -> None:
    line = told_of(path, '{\n  "factions": {\n    "é": {"id": oops}\n'.encode())
    assert "not JSON at line 3, column 17, byte 35" in line


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"  \n", "the file is empty"),
        (b'{"factions": {"a": {"note": "\xff"}}}', "not UTF-8 text at line 1, byte 29"),
        ('{"factions": {}}'.encode("utf-16"), "not UTF-8 text at line 1, byte 0"),
        (b'{"factions": {"a": {"note": "\\ud800"}}}', "not JSON at line 1"),
        (b'{"events": {"a": {"lat": NaN}}}', "not JSON at line 1, column 26, byte 25"),
        (b'{"events": {"a": {"lat": 1e999}}}', "not JSON at line 1"),
        (b"[" * 100_000, "not JSON at line 1"),
        (b'{"a":' * 100_000, "not JSON at line 1"),
        (b"\0" * 4096, "not JSON at line 1, column 1, byte 0"),
        (b"{}{}", "not JSON at line 1, column 3, byte 2"),
        ([1], "holds a list"),
        ("text", "holds a text"),
        (None, "holds null"),
        (1.5, "holds a number"),
        ({"event": {"a": {}}}, "event: no table of a store has this name; the tables are situation, factions, people"),
        ({"_default": {"1": {"title": "x"}}}, "_default: no table"),
        ({"events": []}, "events: holds a list where a table has an object of documents"),
        ({"events": {"a": "x"}}, "events/a: is a text where a document is an object"),
        ({"events": {"a": {"id": 7}}}, "events/a: its id is a number; put the id in quotes"),
        ({"events": {"1": {"id": "a"}, "2": {"id": "a"}}}, "events/a: two documents have this id"),
        ({"events": {"a": {}, "2": {"id": "a"}}}, "events/a: two documents have this id"),
        ({HEADER: {ABOUT: {}, "more": {}}}, "situation: holds more than one document"),
        ({HEADER: {ABOUT: {"title": None}}}, "situation/about: its title is null"),
        ({HEADER: {ABOUT: {"format": "1"}}}, "situation/about: its format is a text"),
        ({HEADER: {ABOUT: {"format": 0}}}, "situation/about: its format is a number"),
    ],
)
def test_what_is_wrong_is_said(path: Path, content: object, problem: str) -> None:
    assert problem in told_of(path, content)


def test_a_later_version_is_told_from_a_broken_file(path: Path) -> None:
    path.write_text(json.dumps({HEADER: {ABOUT: {"format": 2}}, "weather": {"a": {}}}))
    with pytest.raises(FromLaterVersion, match=r"format 2.*update sitroom"):
        read_tables(path)
    with pytest.raises(FromLaterVersion):
        Casefile.open(path)


def test_a_byte_order_mark_is_no_obstacle(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + b'{"events": {"a": {}}}')
    assert read_tables(path)["events"] == {"a": {"id": "a"}}
    assert "byte 14" in told_of(path, b"\xef\xbb\xbf" + b'{"events": x}')


def test_a_name_that_stands_twice_is_not_dropped_without_a_word(path: Path) -> None:
    path.write_text('{"events": {"raid": {"title": "one"}, "raid": {"title": "two"}}}')
    assert "“raid” stands twice in one object" in told(path, Casefile.open)


def test_a_store_nested_too_deeply_to_write_again_is_not_opened_for_change(path: Path) -> None:
    path.write_text('{"events": {"a": {"note": ' + "[" * 300 + "]" * 300 + "}}}")
    assert "cannot be written again" in told(path, Casefile.open)


def test_hostile_names_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]52;c;x\x07\n.json"
    assert r"\x1b]52;c;x\x07\n.json" in told(path)
    assert len(told_of(path, {"events": {"\u202e" + "x" * 5000: 1}})) < 400


def test_the_collector_is_left_as_it_was(path: Path, casefile: Casefile) -> None:
    read_tables(path)
    assert gc.isenabled()
    told_of(path, b"{")
    assert gc.isenabled()
    gc.disable()
    try:
        told_of(path, b"{")
        assert not gc.isenabled()
    finally:
        gc.enable()


def parsed_or_told(raw: bytes) -> Tables | None:
    try:
        return parse(Path("sirte.json"), raw)
    except FileError as error:
        line = str(error)
    assert line.isprintable()
    return None


@given(st.binary(max_size=60))
def test_any_bytes_are_a_store_or_an_error_of_ours(raw: bytes) -> None:
    parsed_or_told(raw)


NAMES = st.sampled_from(["id", "title", "format", "note", "1", "\x1b", ABOUT, HEADER, "_default", *TABLES])
SMALL_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=6,
)


@given(st.dictionaries(NAMES, st.dictionaries(NAMES, SMALL_JSON, max_size=3), max_size=4))
def test_any_json_is_a_store_that_stays_as_it_is_or_an_error_of_ours(value: object) -> None:
    tables = parsed_or_told(json.dumps(value).encode())
    assert tables is None or parse(Path("other.json"), encode(tables)) == tables
