"""`sitroom changes`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.situations import small
from tests.tui.cli.conftest import Typed


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(small(tmp_path / "s.json"))


def test_changes_stand_under_what_became_of_them(typed: Typed, store: str) -> None:
    answer = typed("changes", "--since", "2016-07", "--until", "2016-08-18", "--store", store)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        "Holds that began: 1",
        "  Jul 2016 –: The Blues controls Şabrātah (conflict) [claim:blues-hold]",
        "",
        "Holds that ended: 1",
        "  2015–1 Aug 2016: The Reds controls Şabrātah (B, conflict) [claim:reds-hold]",
        "",
        "Publications: 1",
        "  18 Aug 2016: Report from the coast [source:report]",
    ]


def test_what_became_known_is_another_question(typed: Typed, store: str) -> None:
    known = typed("changes", "--since", "2016-08-18", "--known", "--store", store).out
    assert "Clash at the gate (B2, conflict) [event:clash]" in known
    assert "Clash at the gate" not in typed("changes", "--since", "2016-08-18", "--store", store).out


def test_changes_keep_to_a_lens_and_a_limit_and_answer_in_json(typed: Typed, store: str) -> None:
    told = ("changes", "--since", "2016", "--store", store, "--lens", "kind:event place:sabratah")
    answer = typed(*told, "--limit", "2", "--json").json
    assert answer["total"] == 3
    assert [row["target"] for row in answer["changes"]] == ["event:siege", "event:clash"]
    assert typed(*told, "--limit", "2").err == "sitroom: 1 more: --limit shows them, --lens narrows them\n"


def test_where_nothing_changed_it_says_so_and_exits_with_1(typed: Typed, store: str) -> None:
    answer = typed("changes", "--since", "1990", "--until", "1991", "--store", store)
    assert (answer.code, answer.out, answer.err) == (1, "", "sitroom: nothing changed\n")


def test_dates_that_are_none_or_the_wrong_way_round_are_refused(refused: Callable[..., str], store: str) -> None:
    assert "--since 'nonsense' is no date" in refused("changes", "--since", "nonsense", "--store", store)
    assert "put the earlier date first" in refused("changes", "--since", "2016", "--until", "2015", "--store", store)


def test_what_was_known_by_a_day_is_shown_apart_from_what_held(typed: Typed, store: str) -> None:
    def shown(*words: str) -> str:
        return typed("show", "faction:reds", "--store", store, *words).out

    assert "Clash at the gate" in shown("--as-of", "2016-06")
    assert "Clash at the gate" not in shown("--known-by", "2016-06")
    assert "Clash at the gate" in shown("--known-by", "2016-08-18")


def test_the_timeline_stands_under_its_headings(typed: Typed, store: str) -> None:
    answer = typed("timeline", "--store", store, "--lens", "kind:event place:sabratah", "--oldest")
    assert answer.out.splitlines() == [
        "2016: 3",
        "  May–Aug 2016: event, Siege of the town [event:siege]",
        "  10 May 2016: event, Clash at the gate (B2, conflict) [event:clash]",
        "  17 Jun…5 Aug: event, Some shots (draft) [event:shot]",
    ]
    then = typed("timeline", "--store", store, "--as-of", "2016-05-10", "--limit", "1", "--json").json
    assert (then["total"], then["timeline"][0]["earliest"]) == (9, "2016-05-10")
    assert typed("timeline", "--store", store, "--known-by", "2010", "--lens", "kind:quote").code == 1


def test_counts_are_told_by_kind_actor_and_place(typed: Typed, store: str) -> None:
    answer = typed("counts", "--store", store, "--limit", "1")
    assert answer.out.splitlines() == [
        "By kind:",
        "  event: 5",
        "  claim: 7",
        "  quote: 2",
        "  source: 2",
        "",
        "By actor:",
        "  The Reds: 8 (militia · Land) [faction:reds]",
        "",
        "By place:",
        "  Land: 8 (country) [location:land]",
    ]
    counted = typed("counts", "--store", store, "--lens", "actor:blues with:location:port", "--json").json
    assert (counted["total"], counted["counts"][0]) == (
        1,
        {"by": "kind", "ref": None, "name": "event", "detail": "", "number": 1},
    )
    assert (
        typed("counts", "--store", store, "--lens", "kind:event since:2030").err
        == "sitroom: there is nothing to count\n"
    )


def test_each_answers_in_words_for_a_screen_reader(typed: Typed, store: str) -> None:
    assert typed("timeline", "--store", store, "--lens", "kind:event place:port", "--plain").out.splitlines() == [
        "2016: 1.",
        "1. June 2016; event; Talks in the port; event:talks.",
        "undated: 1.",
        "1. undated; event; Once upon a time; event:once.",
    ]
    changed = typed("changes", "--since", "2016-07", "--store", store, "--lens", "kind:source", "--plain").out
    assert changed.splitlines()[1] == "1. 18 August 2016; Report from the coast; began; source:report."
    assert typed("counts", "--store", store, "--limit", "1", "--plain").out.startswith("By kind:\n1. event; 5.\n")
