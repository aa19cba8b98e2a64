"""`--plain`: what is heard says all that is seen, a statement a line, in words."""

import re

import orjson
import pytest

import fixtures
from tests.tui.cli.conftest import Typed
from tests.tui.cli.running import on_terminal
from tui.cli.spoken import grade, locator, said, time, toll
from tui.commands.registry import WITH_KEYS

SIGNS = re.compile("[≈≤≠¶§·•»▸│─—–…↵⌫↑↓←→⇧]|  |^ ", re.MULTILINE)
"""What a screen reader skips, spells, or takes for a pause; and columns, which it cannot see."""


@pytest.mark.parametrize(
    ("seen", "heard"),
    [
        ("18 Apr – 2 May 2009", "18 April to 2 May 2009"),
        ("some day, 17 Jun…5 Aug", "some day, 17 June to 5 August"),
        ("≈ Aug 2016", "about August 2016"),
        ("May 2016 –", "May 2016, still going on"),
        ("≤ Mar 2015", "by March 2015"),
        ("2009?", "2009, doubtful"),
        ("early 2014", "early 2014"),
        ("", ""),
    ],
)
def test_a_time_is_said_in_words(seen: str, heard: str) -> None:
    assert time(seen) == heard


def test_grades_locators_and_tolls_are_said_in_words() -> None:
    assert grade("B2") == "source usually reliable, information probably true"
    assert grade("F6") == "source cannot be judged, information cannot be judged"
    assert (grade("A"), grade("3"), grade("")) == ("source completely reliable", "information possibly true", "")
    assert [locator(seen) for seen in ("¶10", "p. 2", "l. 9", "§ 3", "cell B7")] == [
        *("paragraph 10", "page 2", "line 9", "section 3"),
        "cell B7",
    ]
    assert toll("1,200 (900–2,000)") == "1,200, between 900 and 2,000"
    assert toll("the 1990–1995 war") == "the 1990–1995 war"
    assert said("It ended.", "", "  so they say; ") == "It ended; so they say."


def refs() -> list[str]:
    tables = orjson.loads(fixtures.EXERCISE.read_bytes())
    kinds = {"people": "person", "factions": "faction", "locations": "location", "events": "event"}
    kinds |= {"claims": "claim", "quotes": "quote", "sources": "source"}
    return [f"{kind}:{name}" for table, kind in kinds.items() for name in tables[table]]


def test_nothing_in_it_has_to_be_seen(typed: Typed) -> None:
    actor = "faction:orange-movement"
    asked: list[tuple[str, ...]] = [("show", ref) for ref in refs()]
    asked += [
        ("find", "alderport"),
        ("conflicts",),
        ("ties", actor),
        ("holds", actor),
        ("ties", actor, "--to", "faction:blue-army"),
    ]
    for words in asked:
        answer = typed(*words, "--plain", "--store", "exercise")
        assert answer.code == 0
        assert not SIGNS.search(answer.out), SIGNS.search(answer.out)


def test_a_contested_hold_is_heard_with_all_that_the_screen_shows_of_it(typed: Typed) -> None:
    heard = typed("show", "location:alderport", "--plain", "--store", "exercise").out.splitlines()
    assert heard[0] == "Alderport; city, Alderland."
    at = heard.index("Held by: 5.")
    assert heard[at + 1] == (
        "1. controlled by: Orange Movement; since about 2 May 2009; source usually reliable, information probably "
        "true; contested: another account contradicts it; faction:orange-movement, "
        "claim:orange-holds-alderport-mission."
    )


def test_an_account_is_heard_with_its_source_its_words_and_why_it_is_preferred(typed: Typed) -> None:
    heard = typed("conflicts", "--plain", "--store", "exercise", "--lens", "place:alderport kind:claim").out
    assert "Alderport, who controlled it: 3 accounts. location:alderport." in heard
    assert "according to White Mission; paragraph 2; said 12 May 2009" in heard
    assert "very likely; preferred; in the words: “Orange posts at every gate”; because: The patrol saw it" in heard


def test_finds_are_counted_first_and_both_ends_of_a_tie_are_named(typed: Typed) -> None:
    assert typed("find", "market", "--plain", "--store", "exercise").out.startswith("7 found.\n1. ")
    ties = typed("ties", "faction:orange-movement", "--plain", "--store", "exercise").out.splitlines()
    assert ties[2].startswith("2. step 2; Purple State, recognises: Blue Government; since 1998;")


def test_keys_are_heard_by_name(typed: Typed) -> None:
    heard = typed("keys", "--plain").out
    assert heard.count("\n") == len(WITH_KEYS)
    assert "\nbackspace or left square bracket: Go back the way you came.\n" in heard
    assert not SIGNS.search(heard)


def test_on_a_terminal_too_a_statement_is_one_line() -> None:
    sitting = on_terminal("show", "location:sirte", "--plain", columns=40)
    assert any(len(line) > 100 for line in sitting.screen.splitlines())


def test_what_has_a_time_is_heard_under_its_year(typed: Typed) -> None:
    heard = typed("timeline", "--plain", "--store", "exercise", "--lens", "kind:event").out.splitlines()
    assert heard[:2] == [
        "2009: 9.",
        "1. 1 June 2009, still going on; event; Ceasefire at the river Birch; source usually reliable, "
        "information confirmed by other sources; event:ceasefire.",
    ]
