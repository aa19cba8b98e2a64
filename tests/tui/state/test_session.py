"""A session is found again as it was left; whatever else lies in its place is no session, and harms nothing."""

import json
import os
import stat
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.lens import EVERYTHING, Lens
from store.refs import KINDS
from store.text import clean
from store.when.civil import FUTURE, PAST
from tui.commands.command import PaneId
from tui.state.history import History
from tui.state.look import Look
from tui.state.session import LONGEST, NotSession, Session, read, written
from tui.state.session_file import MOST, SessionFile, session_of
from tui.state.stop import Memory, Stop
from tui.widgets.place import Place

PANES: tuple[PaneId, ...] = get_args(PaneId)
refs = st.sampled_from(["faction:reds", "faction:blues", "person:spokesman", "event:clash", "location:sabratah"])
texts = st.text(max_size=5).map(clean)
words = st.lists(texts, max_size=2).map(tuple)
days = st.none() | st.integers(PAST, FUTURE)
lenses = st.builds(
    Lens, st.lists(refs, max_size=2).map(tuple), st.lists(st.sampled_from(KINDS), max_size=2).map(tuple),
    words, words, words, words, words, days, days, days, days, st.lists(refs, max_size=2).map(tuple),
)  # fmt: skip
places = st.builds(Place, st.integers(0, 10_000), st.integers(0, 10_000))
memories = st.dictionaries(st.sampled_from(PANES), st.builds(Memory, places, texts, texts))
stops = st.builds(Stop, refs, lenses, st.sampled_from(PANES), memories)
trails = st.lists(stops, max_size=3).map(tuple)
marks = st.dictionaries(st.sampled_from("abzßñم"), stops, max_size=3)
moments = st.floats(0, 4e9)
looks = st.none() | st.builds(
    Look, texts, moments, moments, st.dictionaries(st.sampled_from(KINDS), st.integers(0, 9), max_size=2)
)
sessions = st.builds(Session, stops, st.booleans(), st.builds(History, trails, trails), marks, trails, looks)

HERE = Stop("event:clash", EVERYTHING, "timeline", {"timeline": Memory(Place(3, 1), "words", "oldest")})
LEFT = Session(HERE, True, History((HERE._replace(subject="faction:reds", pane="index"),)))


def stop(number: int) -> Stop:
    return HERE._replace(subject=f"event:e{number}")


@given(sessions)
def test_what_was_written_is_read_again(session: Session) -> None:
    assert read(written(session)) == session


def test_of_a_long_trail_the_nearest_stops_are_kept() -> None:
    long = tuple(map(stop, range(LONGEST + 50)))

    kept = read(written(Session(HERE, False, History(long, long)))).history

    assert kept.behind == kept.ahead == long[-LONGEST:]


def changed(**found: Any) -> str:  # noqa: ANN401  (whatever JSON has)
    return json.dumps(json.loads(written(LEFT)) | found)


def here(**found: Any) -> str:  # noqa: ANN401  (whatever JSON has)
    return changed(here=json.loads(written(LEFT))["here"] | found)


@pytest.mark.parametrize(
    "text",
    [
        "", "null", "[]", "{}", '"text"', "[" * 100_000, written(LEFT)[:-20],
        changed(**{"sitroom session": 2}), changed(marks={"ab": {}}), changed(marks=[]), changed(marks={"7": {}}),
        changed(zoomed=1), changed(behind={}), changed(ahead=[1]),
        here(subject="nothing"), here(subject=7), here(pane="cellar"), here(memories=[]), here(memories={"map": [1]}),
        here(memories={"map": [-1, 0, "", ""]}), here(memories={"map": [1, True, "", ""]}),
        here(memories={"map": [1, 1, None, ""]}), here(lens={"colour": 1}), here(lens={"about": "faction:reds"}),
        here(lens={"as_of": 10**19}), here(lens={"as_of": "2016"}), here(lens={"kinds": ["army"]}), here(lens=[1]),
    ],
    ids=lambda text: text[-60:],
)  # fmt: skip
def test_what_is_no_session_is_told(text: str) -> None:
    with pytest.raises(NotSession):
        read(text)


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_nothing_else_is_raised_whatever_is_read(text: str) -> None:
    with pytest.raises(NotSession):
        read(text)


def test_what_a_terminal_would_obey_is_not_taken_from_a_file() -> None:
    found = read(here(memories={"index": [0, 0, "a\x1b]52;c;eA==\x07b", ""]}))

    assert found.here.memories["index"].filter == "a]52;c;eA==b"


# -- in a store that has changed meanwhile


def test_who_stood_at_what_has_gone_stands_where_they_came_from() -> None:
    trail = History((stop(1), stop(2)), (stop(3), stop(4)))

    left = Session(stop(5), True, trail).in_store({"event:e1", "event:e4"}.__contains__)

    assert left == Session(stop(1), True, History((), (stop(4),)))


def test_a_lens_loses_what_has_gone() -> None:
    about = HERE._replace(lens=EVERYTHING._replace(about=("faction:reds", "faction:gone")))

    left = Session(about).in_store(lambda ref: ref != "faction:gone")

    assert left is not None
    assert left.here.lens.about == ("faction:reds",)


def test_of_a_store_that_is_another_nothing_is_left() -> None:
    assert LEFT.in_store(lambda _: False) is None


# -- the file


def test_it_is_kept_for_its_owner_alone_and_nothing_else_is_left(tmp_path: Path) -> None:
    file = SessionFile(tmp_path / "state" / "sessions" / "a.json")
    file.save(LEFT)
    file.save(LEFT._replace(zoomed=False))

    assert file.load() == LEFT._replace(zoomed=False)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert list(file.path.parent.iterdir()) == [file.path]


def test_every_store_has_its_own_under_whatever_name(tmp_path: Path) -> None:
    (tmp_path / "one.json").touch()
    (tmp_path / "link.json").symlink_to(tmp_path / "one.json")

    one, link, two = (session_of(tmp_path / name).path for name in ("one.json", "link.json", "two.json"))

    assert one == link != two


def test_where_nothing_is_kept_there_is_none(tmp_path: Path) -> None:
    assert SessionFile(tmp_path / "nowhere" / "a.json").load() is None


def test_what_is_no_file_of_ours_is_left_alone(tmp_path: Path) -> None:
    folder, pipe, binary, large = (tmp_path / name for name in ("folder", "pipe", "binary", "large"))
    folder.mkdir()
    os.mkfifo(pipe)
    binary.write_bytes(b"\xff\xfe\x00")
    large.write_text(written(LEFT) + " " * MOST)

    assert [SessionFile(path).load() for path in (folder, pipe, binary, large)] == [None] * 4


def test_where_it_cannot_be_kept_the_reader_is_not_troubled(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    file = SessionFile(tmp_path / "file" / "a.json")

    file.save(LEFT)

    assert file.load() is None
