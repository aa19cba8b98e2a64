"""Facts on which sources disagree, and what each of them tells."""

from pathlib import Path

import pytest

from store.lens import EVERYTHING
from store.situation import Situation
from tests import situations
from tests.situations import cited, claim, event, faction, location, quote, source, write

TOWN = "location:town"


@pytest.fixture
def opened(tmp_path: Path) -> Situation:
    return Situation.open(situations.small(tmp_path / "s.json"))


def values(opened: Situation, about: str, why: str) -> list[tuple[str, str]]:
    return [(row.value, row.source) for row in opened.accounts(about, why)]


def test_each_disputed_fact_is_one_row_with_what_is_told_of_it(opened: Situation) -> None:
    assert [(row.title, row.matter, row.versions, row.accounts) for row in opened.disputes().rows] == [
        ("Clash at the gate", "how many died", ("30", "12 (10–15)"), 2),
        ("Şabrātah", "who controlled it", ("The Blues", "The Reds"), 2),
        ("The Reds", "how strong it was", ("2,000", "800"), 2),
    ]


def test_a_lens_leaves_the_facts_on_which_one_of_its_accounts_is_disputed(opened: Situation) -> None:
    about_greens = EVERYTHING._replace(about=("faction:greens",))
    assert opened.disputes(about_greens).total == 0
    assert opened.disputes(EVERYTHING._replace(about=("location:sabratah",))).total >= 1


def test_a_lens_on_kinds_leaves_the_facts_of_which_a_record_of_such_a_kind_is_an_account(opened: Situation) -> None:
    events, claims = EVERYTHING._replace(kinds=("event",)), EVERYTHING._replace(kinds=("claim",))
    assert [row.title for row in opened.disputes(events).rows] == ["Clash at the gate"]
    assert opened.disputes(claims) == opened.disputes()
    assert opened.conflicts(events).total == 1


def test_facts_come_in_slices(opened: Situation) -> None:
    found = opened.disputes(start=1, count=1)
    assert ([row.title for row in found.rows], found.start, found.total) == (["Şabrātah"], 1, 3)


def test_an_account_says_when_it_held_when_it_was_said_and_by_whom(opened: Situation) -> None:
    blues, reds = opened.accounts("location:sabratah", "one holder at a time")
    assert (blues.value, blues.held, blues.said, blues.source) == (
        "The Blues",
        "since July 2016",
        "2 June 2016",
        "Coast Radio",
    )
    assert (reds.grade, reds.locator, reds.disputed) == ("B", "¶1", True)


def test_the_toll_of_an_event_stands_among_the_claims_of_it(opened: Situation) -> None:
    assert values(opened, "event:clash", "one toll") == [("30", "Coast Radio"), ("12 (10–15)", "The Gazette")]


def test_an_account_has_a_row_for_each_source_with_its_own_grade(tmp_path: Path) -> None:
    path = write(
        tmp_path / "s.json",
        location("town"),
        faction("reds"),
        faction("blues"),
        source("paper", publisher="Paper", reliability="A"),
        source("radio", publisher="Radio", reliability="D"),
        claim("one", "faction:reds", "controls", TOWN, "2016", citations=cited("source:paper", "source:radio")),
        claim("two", "faction:blues", "controls", TOWN, "2016", citations=cited("source:radio", credibility=4)),
    )
    rows = Situation.open(path).accounts(TOWN, "one holder at a time")
    assert [(row.value, row.source, row.grade) for row in rows] == [
        ("Reds", "Paper", "A"),
        ("Reds", "Radio", "D"),
        ("Blues", "Radio", "D4"),
    ]


def test_accounts_that_nobody_contradicts_stand_beside_the_others(tmp_path: Path) -> None:
    path = write(
        tmp_path / "s.json",
        location("town"),
        faction("reds"),
        faction("blues"),
        claim("early", "faction:reds", "controls", TOWN, "2011"),
        claim("one", "faction:reds", "controls", TOWN, "2016"),
        claim("two", "faction:blues", "controls", TOWN, "2016"),
        claim("never", "faction:blues", "controls", TOWN, "2016", status="rejected"),
        claim("other", "faction:blues", "present-in", TOWN, "2016"),
    )
    rows = Situation.open(path).accounts(TOWN, "one holder at a time")
    assert [(row.statement, row.disputed) for row in rows] == [
        ("claim:one", True),
        ("claim:two", True),
        ("claim:early", False),
    ]


def test_what_is_stated_to_disagree_is_a_fact_of_its_own(tmp_path: Path) -> None:
    path = write(
        tmp_path / "s.json",
        faction("reds"),
        quote("said", "they are finished", when="2016-08-02"),
        claim("weak", "faction:reds", "assessment", "weak", conflicts_with=["claim:strong"], quote="quote:said"),
        claim("strong", "faction:reds", "assessment", "strong", rank="preferred", reasoning="Seen on site."),
    )
    opened = Situation.open(path)
    (fact,) = opened.disputes().rows
    assert (fact.title, fact.matter, fact.accounts) == ("Reds", "stated to disagree", 2)
    strong, weak = opened.accounts(fact.target, fact.why)
    assert (strong.rank, strong.reasoning) == ("preferred", "Seen on site.")
    assert (weak.value, weak.said, weak.source) == ("weak", "2 August 2016", "")


def test_a_fact_about_nothing_that_is_there_is_told_all_the_same(tmp_path: Path) -> None:
    path = write(
        tmp_path / "s.json",
        claim("one", "faction:ghost", "strength", "10"),
        claim("two", "faction:ghost", "strength", "20"),
        event("clash", "Clash"),
    )
    opened = Situation.open(path)
    (fact,) = opened.disputes().rows
    assert (fact.title, set(fact.versions)) == ("faction:ghost", {"10", "20"})
    assert opened.accounts("faction:nobody", "one strength at a time") == ()
