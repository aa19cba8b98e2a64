"""First lines are what a dict would tell, whatever refs come, and of however many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.file import slots
from store.first_lines import FirstLines


def test_they_hold_what_a_dict_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "_SLOTS", 2)

    @given(st.lists(st.text(max_size=4) | st.integers(0, 60).map(str)))
    def hold(refs: list[str]) -> None:
        lines, model = FirstLines(), dict[str, int]()
        for line, ref in enumerate(refs, start=2):
            assert lines.note(ref, line) == model.get(ref)
            model.setdefault(ref, line)
        assert list(lines) == list(model.items())
        assert all(ref in lines for ref in refs)
        assert "none of them" not in lines

    hold()
