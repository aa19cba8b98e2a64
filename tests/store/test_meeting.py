"""What several rows say of one record, put together."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from store.meeting import joined

NAMES = st.lists(st.fixed_dictionaries({"text": st.sampled_from("aAbc")}), min_size=1, max_size=2)
ROWS = st.fixed_dictionaries({"row": st.dictionaries(st.sampled_from("xy"), st.sampled_from("12"))})
SAID = st.fixed_dictionaries(
    {"id": st.just("ford"), "names": NAMES},
    optional={"note": st.sampled_from("12"), "point": st.sampled_from("12"), "external": ROWS},
)


@given(SAID, SAID, SAID)
def test_it_comes_out_the_same_whichever_two_are_put_together_first(one: Any, other: Any, third: Any) -> None:  # noqa: ANN401
    after, before = joined(joined(one, other), third), joined(one, joined(other, third))

    assert after == before
    assert list(after) == list(before)  # the fields stand in one order in the file, too
