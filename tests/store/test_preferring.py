"""Choosing between accounts: the chosen one is preferred for a reason, and nothing is lost."""

from pathlib import Path

import pytest

from store.errors import StoreError
from store.file.errors import ReadOnly
from store.preferring import NotRanked, prefer, prefer_none
from store.situation import Situation, UnknownRecord
from tests.situations import small

BLUES, REDS = "claim:blues-hold", "claim:reds-hold"
TOWN = ("location:sabratah", "one holder at a time")


@pytest.fixture
def opened(tmp_path: Path) -> Situation:
    return Situation.open(small(tmp_path / "s.json"))


def ranks(situation: Situation) -> dict[str, str]:
    return {row.statement: row.rank for row in situation.accounts(*TOWN)}


def test_the_chosen_account_is_preferred_for_a_reason_and_the_others_stay(opened: Situation) -> None:
    prefer(opened, BLUES, [BLUES, REDS], "Two witnesses on the spot.")
    assert ranks(opened) == {BLUES: "preferred", REDS: ""}
    assert opened.accounts(*TOWN)[0].reasoning == "Two witnesses on the spot."
    assert opened.disputes().total == 3


def test_choosing_another_takes_the_preference_of_the_first_but_not_its_reasoning(opened: Situation) -> None:
    prefer(opened, BLUES, [BLUES, REDS], "Two witnesses.")
    prefer(opened, REDS, [BLUES, REDS], "A film.")
    assert ranks(opened) == {BLUES: "", REDS: "preferred"}
    assert {row.reasoning for row in opened.accounts(*TOWN)} == {"Two witnesses.", "A film."}


def test_a_preference_can_be_taken_back(opened: Situation) -> None:
    prefer(opened, BLUES, [], "Two witnesses.")
    prefer_none(opened, BLUES)
    assert ranks(opened) == {BLUES: "", REDS: ""}


def test_it_is_a_person_s_edit_and_durable(opened: Situation) -> None:
    prefer(opened, BLUES, [], "Two witnesses.")
    document = Situation.open(opened.path).document(BLUES)
    assert (document["rank"], document["revision"]) == ("preferred", 2)
    assert "origin" not in document
    assert "modified" in document


def test_what_cannot_be_preferred_is_told_and_changes_nothing(opened: Situation) -> None:
    before = opened.path.read_bytes()
    with pytest.raises(NotRanked, match="only claims"):
        prefer(opened, "event:clash", [], "No.")
    with pytest.raises(UnknownRecord):
        prefer(opened, "claim:nobody", [], "No.")
    with pytest.raises(ReadOnly):
        prefer(Situation.open(opened.path, read_only=True), BLUES, [], "No.")
    assert opened.path.read_bytes() == before
    assert issubclass(NotRanked, StoreError)


def test_who_has_subscribed_is_told_until_they_no_longer_care(opened: Situation) -> None:
    heard: list[frozenset[str]] = []
    stop = opened.subscribe(heard.append)
    prefer(opened, BLUES, [], "One.")
    stop()
    prefer(opened, BLUES, [], "Two.")
    assert heard == [frozenset({BLUES})]
