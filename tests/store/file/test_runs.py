"""Runs hold what a dict of lists would hold, however often they are written to the disk."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.file import runs
from store.file.pile import Piles
from store.file.runs import Disk, Runs

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=3) | st.sampled_from(["a", "b", "ab"])
SAID = st.lists(st.tuples(NAMES, st.none() | st.binary(max_size=3)) | st.just("write"), max_size=40)


def _together(texts: list[bytes | None]) -> bytes:
    return repr(texts).encode()


@pytest.fixture(params=[1, 2, 32])
def _names_in_a_block(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_NAMES", request.param)
    monkeypatch.setattr(runs, "_BLOCKS", request.param)


@pytest.mark.usefixtures("_names_in_a_block")
def test_values_come_back_by_name_and_in_the_order_of_runs(tmp_path: Path) -> None:
    @given(SAID)
    def holds(said: list[tuple[str, bytes | None] | str]) -> None:
        model: dict[str, list[bytes | None]] = {}
        since: set[str] = set()
        with closing(Disk(tmp_path / "store.json")) as disk:
            kept = Runs(disk)
            for one in said:
                if isinstance(one, str):
                    kept.write()
                    since.clear()
                    continue
                name, value = one
                kept.latest[name] = value
                values = model.setdefault(name, [])
                if name in since:
                    values.pop()
                since.add(name)
                values.append(value)
            assert all(kept.find(name) == values for name, values in model.items())
            assert kept.find("none of them") == []
            several = {name: values[0] if len(values) == 1 else _together(values) for name, values in model.items()}
            assert list(kept.merged(_together)) == sorted(several.items())

    holds()


def test_a_pile_is_a_dict_of_the_last_edits_wherever_they_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @given(st.lists(st.tuples(NAMES, st.none() | st.binary(min_size=1, max_size=3), st.booleans()), max_size=40))
    def holds(edits: list[tuple[str, bytes | None, bool]]) -> None:
        model: dict[str, bytes | None] = {}
        with closing(Piles(tmp_path / "store.json")) as piles:
            pile = piles.of("events")
            for name, rendered, stays in edits:
                pile[name] = model[name] = rendered
                if not stays:
                    del pile[name], model[name]
            assert list(pile.items()) == sorted(model.items())
            assert dict(pile) == model
            assert (len(pile), "none of them" in pile) == (len(model), False)
            assert piles.all() == ({"events": model} if model else {})

    for in_memory in (0, 4, 1_000):
        monkeypatch.setattr("store.file.pile._IN_MEMORY", in_memory)
        holds()


def test_nothing_is_left_in_the_folder(tmp_path: Path) -> None:
    with closing(Disk(tmp_path / "store.json")) as disk:
        disk.write(b"text")
    assert list(tmp_path.iterdir()) == []
