"""`sitroom show`: one record as text or JSON."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.situations import cited, claim, event, faction, person, quote, source, write
from tests.tui.cli.conftest import Typed

OF_EACH_KIND = (
    ("faction:islamic-state-in-libya", "Islamic State in Libya", "opposed by: Misrata militias"),
    ("person:john-kerry", "John Kerry", "backs: Government in Tripoli"),
    ("location:sirte", "Sirte", "controlled by: Islamic State in Libya"),
    ("event:exodus-from-sirte", "Hundreds of fighters flee Sirte", "some day, 6 Jun – 24 Aug 2016"),
    ("quote:officer-open-desert", "“All that space was open desert for them to escape”", "unnamed: "),
    ("claim:branch-founded", "Islamic State in Libya: founded announced in early 2014", "early 2014"),
    ("source:sirte-report", "Newspaper report: where Islamic State fighters go after Sirte", "B, usually reliable"),
)


@pytest.mark.parametrize(("ref", "title", "stated"), OF_EACH_KIND)
def test_a_record_of_every_kind_is_shown(typed: Typed, ref: str, title: str, stated: str) -> None:
    answer = typed("show", ref)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"{title} [{ref}]\n")
    assert stated in answer.out


@pytest.mark.parametrize("ref", [ref for ref, _, _ in OF_EACH_KIND])
def test_json_holds_the_record_and_everything_that_the_text_says(typed: Typed, ref: str) -> None:
    answer = typed("show", ref, "--json").json

    assert answer["record"]["id"] == ref.partition(":")[2]
    assert (answer["ref"], answer["kind"]) == (ref, ref.partition(":")[0])
    text = typed("show", ref).out
    assert all(row["text"] in text for row in answer["rows"] if row["section"] != "Sources")
    assert all(citation["locator"] in text for citation in answer["citations"])


def test_a_statement_gives_the_ref_of_whom_it_names_and_of_the_record_that_it_rests_on(typed: Typed) -> None:
    shown = typed("show", "faction:islamic-state-in-libya").out

    assert "[faction:misrata-militias, claim:misrata-militias-oppose-islamic-state]" in shown
    assert "[faction:islamic-state-in-libya, " not in shown


def test_what_one_source_says_in_several_places_is_cited_once(typed: Typed) -> None:
    shown = typed("show", "location:sirte").out

    assert shown.count("Newspaper report: where Islamic State fighters go after Sirte") == 1
    assert "¶1, ¶3, ¶4, ¶6" in shown


def test_citations_that_say_different_things_stay_apart(typed: Typed, tmp_path: Path) -> None:
    citations = [
        {"source": "source:s", "locator": {"kind": "page", "value": "2"}, "credibility": 2},
        {"source": "source:s", "locator": {"kind": "page", "value": "3"}, "credibility": 4},
        {"source": "source:s", "locator": {"kind": "page", "value": "4"}, "words": "they left", "credibility": 2},
    ]
    store = write(tmp_path / "s.json", faction("reds", citations=citations), source("s", reliability="B"))

    shown = typed("show", "faction:reds", "--store", store).out.splitlines()

    assert shown[-3:] == [
        "  S, p. 2, B2 [source:s]",
        "  S, p. 3, B4 [source:s]",
        "  S, p. 4, B2: “they left” [source:s]",
    ]


def test_as_of_shows_what_held_on_that_day_in_text_and_json(typed: Typed) -> None:
    then = ("show", "faction:islamic-state-in-libya", "--as-of", "early 2014")

    assert "Sirte is fully surrounded" not in typed(*then).out
    assert "Islamic State announces its Libyan branch" in typed(*then).out
    assert not any("surrounded" in row["text"] for row in typed(*then, "--json").json["rows"])


def test_what_is_shown_in_part_says_how_much_more_there_is(typed: Typed, tmp_path: Path) -> None:
    events = [
        event(f"e{number}", f"Clash {number}", when=f"2016-01-{number:02}", who=["faction:a"])
        for number in range(1, 21)
    ]
    store = write(tmp_path / "s.json", faction("a"), *events)

    assert "  and 8 more\n" in typed("show", "faction:a", "--store", store).out


def test_a_draft_says_so(typed: Typed, tmp_path: Path) -> None:
    store = write(tmp_path / "s.json", faction("a", status="draft"))

    assert "status: draft\n" in typed("show", "faction:a", "--store", store).out


def test_conflicting_accounts_are_marked(typed: Typed, tmp_path: Path) -> None:
    store = write(
        tmp_path / "s.json",
        faction("a"),
        claim("c1", "faction:a", "strength", "200", when="2016", citations=cited("source:s")),
        claim("c2", "faction:a", "strength", "900", when="2016", citations=cited("source:s")),
        source("s"),
    )

    shown = typed("show", "faction:a", "--store", store).out

    assert "strength: 200 (2016, conflict) [claim:c1]" in shown
    assert "strength: 900 (2016, conflict) [claim:c2]" in shown


def test_a_record_that_names_what_is_not_there_is_shown_all_the_same(typed: Typed, tmp_path: Path) -> None:
    store = write(
        tmp_path / "s.json",
        quote("q", "“we left”", by="person:nobody", about=["faction:none"], citations=cited("source:lost")),
    )

    shown = typed("show", "quote:q", "--store", store)

    assert shown.code == 0
    assert "source:lost" in shown.out


def test_a_record_whose_id_is_no_slug_can_be_looked_at(typed: Typed, tmp_path: Path) -> None:
    store = write(tmp_path / "s.json", person("Ali_Baba", "Ali"))

    assert typed("show", "person:Ali_Baba", "--store", store).out.startswith("Ali [person:Ali_Baba]\n")


def test_a_ref_that_is_nearly_right_is_answered_with_the_nearest(refused: Callable[..., str]) -> None:
    assert refused("show", "faction:misrata-milita").endswith(
        "no faction:misrata-milita; the nearest is faction:misrata-militias"
    )


def test_a_ref_that_nothing_comes_near_to_leads_to_find(refused: Callable[..., str]) -> None:
    assert refused("show", "faction:zzzzzz").endswith("no faction:zzzzzz; `sitroom find` looks for names")


@pytest.mark.parametrize(
    ("ref", "told"),
    [
        ("tunisia", "'tunisia' is not a ref: write kind:id"),
        ("actor:tunisia", "no kind 'actor'; the kinds are faction, person"),
        ("faction:Misrata Militias", "an id is small letters, digits and single hyphens"),
        ("faction:", "an id is small letters"),
        ("", "'' is not a ref"),
    ],
)
def test_what_is_no_ref_is_told_how_to_write_one(refused: Callable[..., str], ref: str, told: str) -> None:
    assert told in refused("show", ref)
