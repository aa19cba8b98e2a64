"""`sitroom find`: the query language as a shell hands it over."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.situations import event, faction, write
from tests.tui.cli.conftest import Typed


def refs(out: str) -> list[str]:
    """Return the refs of the lines of an answer."""
    return [line.split()[0] for line in out.splitlines()]


def test_names_come_first_and_each_line_begins_with_a_ref_to_show(typed: Typed) -> None:
    answer = typed("find", "sirte")

    assert answer.code == 0
    assert refs(answer.out)[0] == "location:sirte"
    assert typed("show", refs(answer.out)[-1]).code == 0


def test_words_may_be_one_argument_or_many(typed: Typed) -> None:
    together, apart = typed("find", "kind:event sirte"), typed("find", "kind:event", "sirte")

    assert together.out == apart.out
    assert set(refs(together.out)) < set(refs(typed("find", "sirte", "--limit", "500").out))


def test_words_with_accents_and_in_arabic_are_found(typed: Typed) -> None:
    assert refs(typed("find", "سرت").out) == ["location:sirte"]
    assert refs(typed("find", "SÍRTE", "kind:location").out)[0] == "location:sirte"


@pytest.fixture
def two_roads(tmp_path: Path) -> Path:
    """Return a store in which two words stand together in one event, and apart in another."""
    return write(
        tmp_path / "s.json",
        event("together", "Fire on the coast road", who=["faction:north-front"]),
        event("apart", "Road to the coast is open", who=["faction:front"]),
        faction("north-front", "Northern Front"),
        faction("front", "Front of the North"),
    )


def test_a_phrase_keeps_its_quotes(typed: Typed, two_roads: Path) -> None:
    assert refs(typed("find", '"coast road"', "--store", two_roads).out) == ["event:together"]


def test_among_several_words_one_that_the_shell_kept_together_is_a_phrase(typed: Typed, two_roads: Path) -> None:
    assert refs(typed("find", "coast road", "fire", "--store", two_roads).out) == ["event:together"]
    assert refs(typed("find", "-coast road", "kind:event", "--store", two_roads).out) == ["event:apart"]


def test_a_filter_keeps_a_value_of_several_words(typed: Typed, two_roads: Path) -> None:
    found = typed("find", "actor:Northern Front", "kind:event", "--store", two_roads)

    assert refs(found.out) == ["event:together"]


@pytest.mark.parametrize("words", [("road", "-fire"), ("-fire", "road"), ("road", "--", "-fire"), ("road -fire",)])
def test_a_word_with_a_minus_is_left_out_and_is_no_option(
    typed: Typed, two_roads: Path, words: tuple[str, ...]
) -> None:
    assert refs(typed("find", "--store", two_roads, *words).out) == ["event:apart"]


def test_limit_says_beside_the_answer_how_many_are_left(typed: Typed) -> None:
    some, every = typed("find", "sirte", "--limit", "3"), typed("find", "sirte", "--limit", "500")

    assert refs(some.out) == refs(every.out)[:3]
    assert some.out.count("\n") == 3
    assert some.err == f"sitroom: {len(refs(every.out)) - 3} more: --limit shows them\n"


def test_a_limit_beyond_all_numbers_is_all_there_is(typed: Typed) -> None:
    assert typed("find", "sirte", "--limit", "9" * 30).out == typed("find", "sirte", "--limit", "500").out


def test_nothing_found_is_said_and_exits_1(typed: Typed) -> None:
    assert typed("find", "zzzz", "kind:event") == (1, "", "sitroom: nothing answers zzzz kind:event\n")


def test_json_holds_the_query_as_understood_all_rows_and_the_total(typed: Typed) -> None:
    text, answer = typed("find", "open desert", "kind:quote"), typed("find", "open desert", "kind:quote", "--json").json

    assert answer["query"] == '"open desert" kind:quote'
    assert answer["total"] == len(answer["found"]) == len(refs(text.out))
    assert [row["ref"] for row in answer["found"]] == refs(text.out)
    assert answer["found"][0].keys() == {"ref", "kind", "title", "detail", "context", "status", "near"}


def test_nothing_found_is_json_too(typed: Typed) -> None:
    answer = typed("find", "zzzz", "--json")

    assert (answer.code, answer.err) == (1, "")
    assert answer.json == {"query": "zzzz", "total": 0, "found": []}


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("kind:battle", "kind:battle is none of faction, person"),
        ("who:misrata", "there is no filter who:"),
        ("since:soon", "since:"),
        ("kind:", "kind: has no value"),
        ("-kind:event", "a minus leaves out words"),
    ],
)
def test_what_is_no_query_is_told_with_the_filters_there_are(
    refused: Callable[..., str], query: str, told: str
) -> None:
    line = refused("find", query)

    assert told in line
    assert "as-of:" in line


def test_a_name_that_nobody_has_is_told_with_one_that_is_spelt_nearly_so(refused: Callable[..., str]) -> None:
    assert refused("find", "actor:nobody-at-all") == (
        "no actor is called 'nobody-at-all'; look for it without the filter"
    )
    assert refused("find", "place:sirtte") == "no place is called 'sirtte'; did you mean 'Sirte'?"


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_that_is_no_number_of_rows_is_wrong_usage(refused: Callable[..., str], limit: str) -> None:
    assert "--limit" in refused("find", "sirte", f"--limit={limit}")
