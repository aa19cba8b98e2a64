"""JSON read a member at a time: the same as read whole, wherever the pieces of the text end."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.formats.found import NotThisFormat
from store.formats.members import Member, members

JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def cut(text: str, length: int) -> Iterator[str]:
    return (text[start : start + length] for start in range(0, len(text), length))


def values(text: str, *lists: str) -> list[tuple[str, object]]:
    return [(member.key, member.value) for member in members(cut(text, 5), lists)]


@settings(max_examples=25)
@given(st.lists(JSON, max_size=5), st.integers(1, 40), st.sampled_from([None, 1]))
def test_a_list_comes_one_by_one(written: list[object], length: int, indent: int | None) -> None:
    text = json.dumps(written, indent=indent, ensure_ascii=False)

    assert [member.value for member in members(cut(text, length))] == written


@settings(max_examples=25)
@given(st.lists(st.dictionaries(st.text(), JSON), max_size=5), st.integers(1, 40))
def test_one_value_a_line_comes_one_by_one_with_its_line(written: list[object], length: int) -> None:
    text = "\n".join(json.dumps(value) for value in written)

    assert list(members(cut(text, length))) == [Member(line, "", value) for line, value in enumerate(written, 1)]


@settings(max_examples=25)
@given(st.dictionaries(st.text(), JSON, max_size=5), st.lists(JSON, max_size=3))
def test_an_object_is_gone_into_where_lists_are_named(others: dict[str, object], rows: list[object]) -> None:
    others.pop("data", None)
    text = json.dumps({**others, "data": rows})

    assert values(text, "data") == [*others.items(), *(("data", row) for row in rows)]


def test_lines_are_those_that_values_begin_on() -> None:
    text = '\n{"a":\n\n 1, "data": [\n{"x":\n2},\n\n\n3]}'

    assert [(one.line, one.value) for one in members([text], ["data"])] == [(4, 1), (5, {"x": 2}), (9, 3)]


def test_what_is_no_number_comes_as_a_word() -> None:
    assert values("[NaN, Infinity, -Infinity]") == [("", "NaN"), ("", "Infinity"), ("", "-Infinity")]


BROKEN = {
    "[1, 2": "line 1: ‘,’ is missing",
    "[1,\n2 3]": "line 2: ‘,’ is missing",
    '["a\n': "line 1: Invalid control character at",
    '["a': "line 1: Unterminated string starting at",
    "[": "line 1: it breaks off",
    '[{"a": }]': "line 1: Expecting value",
    "[" * 100_000: "line 1: it nests too deep",
    "[" + "9" * 10_000 + "]": "line 1: a number in it is too long",
    "<html>": "line 1: Expecting value",
}


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_broken_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(NotThisFormat) as refusal:
        list(members(cut(text, 3_000)))
    assert f"not JSON that can be read: {BROKEN[text]}" in str(refusal.value)


def test_a_member_beyond_all_measure_is_refused_before_it_fills_the_memory() -> None:
    endless = iter(lambda: "x" * 1_000_000, "")

    with pytest.raises(NotThisFormat, match="what begins there has more than 16,000,000 characters"):
        list(members(iter(['["', *(next(endless) for _ in range(40))])))
