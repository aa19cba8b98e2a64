"""Refs name records, and what is no ref is told why."""

import pytest

from store import refs


def test_a_ref_is_taken_apart_into_kind_and_id() -> None:
    assert refs.split("faction:misrata-militias") == ("faction", "misrata-militias")


@pytest.mark.parametrize("kind", refs.KINDS)
def test_a_ref_made_of_its_parts_splits_into_them_again(kind: refs.Kind) -> None:
    assert refs.split(refs.make(kind, "a-1")) == (kind, "a-1")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("misrata", "kind:id"),
        ("militia:misrata", "no kind 'militia'"),
        ("faction:", "an id is"),
        ("faction:Misrata", "an id is"),
        ("faction:a--b", "an id is"),
        ("faction:a b", "an id is"),
    ],
)
def test_what_is_no_ref_is_told_why_in_one_line(text: str, reason: str) -> None:
    with pytest.raises(refs.NotRef, match=reason) as caught:
        refs.split(text)
    assert "\n" not in str(caught.value)


def test_every_kind_has_a_table_and_every_table_a_kind() -> None:
    assert set(refs.TABLES) == set(refs.KINDS)
    assert {refs.KIND_OF_TABLE[table]: table for table in refs.TABLES.values()} == refs.TABLES
