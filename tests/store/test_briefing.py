"""A brief on records of a situation: what is told, by whom it is told, and where that is contradicted."""

from pathlib import Path

import pytest

from store.brief.brief import Brief, Statement
from store.briefing import brief
from store.lens import EVERYTHING
from store.situation import Situation, UnknownRecord
from store.when import ordinal
from tests.situations import cited, claim, event, faction, small, source, write


@pytest.fixture
def town(tmp_path: Path) -> Situation:
    return Situation.open(small(tmp_path / "town.json"))


def told(made: Brief, heading: str) -> list[Statement]:
    sections = [*made.sections, *(section for part in made.parts for section in part.sections)]
    return [statement for section in sections if section.heading == heading for statement in section.statements]


def test_it_says_who_somebody_is_and_what_is_stated_of_them_from_their_end(town: Situation) -> None:
    made = brief(town, ["faction:blues"])
    assert [part.title for part in made.parts] == ["The Blues"]
    assert made.parts[0].subtitle == "government · Land"
    assert [(tie.label, tie.text) for tie in told(made, "Ties")] == [
        ("backed by", "القوات الخضراء"),
        ("opposed by", "The Reds"),
    ]


def test_every_statement_names_its_sources_by_the_numbers_of_the_list(town: Situation) -> None:
    made = brief(town, ["faction:reds"])
    listed = {source.number: source.title for source in made.sources}
    (clash,) = [happened for happened in told(made, "What happened") if happened.text.startswith("Clash")]
    assert [(listed[each.number], each.locator, each.grade) for each in clash.cited] == [
        ("Report from the coast", "¶1", "B2")
    ]
    assert sorted(listed) == list(range(1, len(listed) + 1))


def test_a_contested_fact_stands_with_all_its_accounts_even_those_of_others(town: Situation) -> None:
    made = brief(town, ["faction:reds"])
    holder = next(matter for matter in made.contested if matter.matter == "who controlled it")
    assert holder.title == "Şabrātah"
    assert [version.text for version in holder.versions] == ["The Reds", "The Blues"]
    assert [hold.mark for hold in told(made, "Holds")] == ["contested"]


def test_the_toll_that_an_event_tells_itself_stands_beside_the_claims(town: Situation) -> None:
    made = brief(town, ["event:clash"])
    deaths = next(matter for matter in made.contested if matter.matter == "how many died")
    assert sorted(version.text for version in deaths.versions) == ["12 (10–15)", "30"]


def test_what_is_preferred_stands_first_with_its_reason(tmp_path: Path) -> None:
    store = write(
        tmp_path / "s.json",
        faction("reds"),
        claim("few", "faction:reds", "strength", "800", "2016-05"),
        claim("many", "faction:reds", "strength", "2,000", "2016-05", rank="preferred", reasoning="They were counted."),
    )
    (matter,) = brief(Situation.open(store), ["faction:reds"]).contested
    assert [(version.text, version.rank) for version in matter.versions] == [("2,000", "preferred"), ("800", "")]
    assert matter.versions[0].reasoning == "They were counted."


def test_what_is_rejected_is_not_told_and_a_draft_says_that_it_is_one(town: Situation) -> None:
    made = brief(town, ["location:port", "faction:reds"])
    texts = {statement.text: statement.mark for statement in told(made, "What happened")}
    assert not any("rumour" in text for text in texts)
    assert next(mark for text, mark in texts.items() if text.startswith("Some shots")) == "draft"


def test_as_of_a_day_tells_what_held_by_then(town: Situation) -> None:
    made = brief(town, ["faction:blues"], EVERYTHING._replace(as_of=ordinal(2016, 1, 1)))
    assert [tie.label for tie in told(made, "Ties")] == ["opposed by"]
    assert told(made, "What happened") == []
    assert "as of 1 January 2016" in made.scope


def test_its_marking_is_the_strictest_of_all_that_is_in_it(tmp_path: Path) -> None:
    store = write(
        tmp_path / "s.json",
        faction("reds"),
        faction("blues"),
        event("open", "An open thing", "2016", who=["faction:reds"], marking="green"),
        event("known", "Known to few", "2016", who=["faction:reds"], citations=cited("source:friend")),
        source("friend", "A friend", marking="amber"),
    )
    situation = Situation.open(store)
    assert brief(situation, ["faction:reds"]).marking == "amber"
    assert brief(situation, ["faction:blues"]).marking == "clear"


def test_a_source_that_is_missing_goes_by_its_ref(tmp_path: Path) -> None:
    store = write(
        tmp_path / "s.json", faction("reds"), event("e", "E", who=["faction:reds"], citations=cited("source:gone"))
    )
    (listed,) = brief(Situation.open(store), ["faction:reds"]).sources
    assert (listed.title, listed.details) == ("source:gone", ("not in this store",))


def test_there_is_none_on_a_record_that_is_not_there(town: Situation) -> None:
    with pytest.raises(UnknownRecord):
        brief(town, ["faction:nobody"])


def test_a_quote_or_a_claim_can_be_briefed_on_too(town: Situation) -> None:
    made = brief(town, ["quote:few", "claim:oppose"])
    assert [said.text for said in told(made, "What was said")] == ["“They are few and tired”"]
    assert "The Reds opposes The Blues" in [stated.text for stated in told(made, "Also stated")]
