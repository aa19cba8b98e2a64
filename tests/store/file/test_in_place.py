"""A table that is read where it stands is the table that is read whole; what is not laid out so is read whole."""

import errno
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.file import in_place as standing
from store.file import proving, room
from store.file.casefile import Casefile
from store.file.errors import Conflict, Unreadable
from store.file.layout import HEADER, TABLES, LaidOut, edited, encode, header, lay_out, render
from store.file.opening import opened
from store.file.proving import in_place

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4) | st.sampled_from(
    ['"', '\\"', '": ', "\\"]
)
NOTES = st.text(st.characters(exclude_categories=["Cs"]), max_size=6) | st.sampled_from(["\n  }", '},\n    "a": {'])
DOCUMENTS = st.dictionaries(NAMES, st.fixed_dictionaries({}, optional={"note": NOTES, "tags": st.lists(NOTES)}))
EDITS = st.dictionaries(NAMES, st.none() | st.fixed_dictionaries({"note": NOTES}))


def with_ids(documents: Mapping[str, Any]) -> dict[str, Any]:
    return {name: document if document is None else {"id": name, **document} for name, document in documents.items()}


def in_a_file(path: Path, raw: bytes) -> Any:  # noqa: ANN401 - tables, if they can be read so
    path.write_bytes(raw)
    with opened(path) as file:
        return in_place(path, file)


@pytest.mark.parametrize("size", [1, 40, 1 << 18])
def test_it_is_what_the_file_says_and_what_edits_make_of_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(proving, "_SIZE", size)
    monkeypatch.setattr(standing, "_PIECE", size)

    @given(DOCUMENTS, DOCUMENTS, EDITS)
    @settings(max_examples=60)
    def is_the_same(events: dict[str, Any], sources: dict[str, Any], edits: dict[str, Any]) -> None:
        tables = {HEADER: header("S"), **{name: {} for name in TABLES}} | {
            "events": with_ids(events),
            "sources": with_ids(sources),
        }
        raw = encode(tables)
        found = in_a_file(tmp_path / "s.json", raw)
        assert found == tables
        assert b"".join(lay_out(found, {})) == raw
        model = edited(tables, {"events": with_ids(edits)})
        after = edited(found, {"events": with_ids(edits)})
        assert after == model
        assert found == tables
        events_then = after["events"]
        assert isinstance(events_then, LaidOut)
        assert list(events_then.rendered()) == [(name, render(one)) for name, one in sorted(model["events"].items())]
        assert len(events_then) == len(model["events"])
        for name in (*events, *edits, "none of them"):
            assert (name in events_then, events_then.get(name)) == (name in model["events"], model["events"].get(name))

    is_the_same()


TABLES_OF_ONE = {HEADER: header("S"), "events": {"b": {"id": "b", "note": "x"}, "c": {"id": "c"}}}
OURS = encode(TABLES_OF_ONE)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        OURS[:-1],
        OURS + b"\n",
        OURS[: len(OURS) // 2],
        json.dumps(TABLES_OF_ONE).encode(),
        b"\xef\xbb\xbf" + OURS,
        OURS.replace(b'"b": {', b'"d": {'),
        OURS.replace(b'"b"', b'"d"'),
        OURS.replace(b'"id": "b"', b'"id": "e"'),
        OURS.replace(b'"id": "b"', b'"note": "y",\n      "id": "b"'),
        OURS.replace(b'"x"', b'"\xff"'),
        OURS.replace(b'"x"', b"1.50"),
        OURS.replace(b'"c": {', b'"b": {').replace(b'"id": "c"', b'"id": "b"'),
        OURS.replace(b'"format": 1', b'"format": 2'),
        OURS.replace(b'"note": ""', b'"more": ""'),
        OURS.replace(b'"people"', b'"peoples"'),
    ],
)
def test_what_is_not_laid_out_as_we_write_it_is_left_to_be_read_whole(tmp_path: Path, raw: bytes) -> None:
    assert in_a_file(tmp_path / "s.json", OURS) is not None
    assert in_a_file(tmp_path / "s.json", raw) is None


def test_a_large_file_that_is_no_store_is_refused_as_a_small_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "s.json").write_bytes(OURS[:-20])
    told = []
    for large in (room.LARGE, 0):
        monkeypatch.setattr(room, "LARGE", large)
        with pytest.raises(Unreadable) as refusal:
            Casefile.open(tmp_path / "s.json")
        told.append(str(refusal.value))
    assert told[0] == told[1]


def test_a_file_that_is_replaced_meanwhile_is_read_as_it_was_and_one_written_into_is_a_conflict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "LARGE", 0)
    path = tmp_path / "s.json"
    path.write_bytes(OURS)
    before = Casefile.open(path).tables()["events"]
    with Casefile.open(path).change() as change:
        change.remove("events", "b")
    Casefile.open(path).fold()
    assert before["b"] == {"id": "b", "note": "x"}

    path.write_bytes(OURS)
    written_into = Casefile.open(path).tables()["events"]
    with path.open("r+b") as file:
        file.write(OURS.replace(b'"note": "x"', b'"note": ?"?'))
    with pytest.raises(Conflict, match="someone else wrote into it"):
        written_into["b"]


def test_a_disk_that_fails_while_a_document_is_read_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: int) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    events = in_a_file(tmp_path / "s.json", OURS)["events"]
    monkeypatch.setattr(os, "pread", fail)
    with pytest.raises(Unreadable, match="the disk failed"):
        events["b"]
