"""What held on a day, and what was known by it, are two questions."""

from pathlib import Path

import pytest

from store.lens import EVERYTHING, Lens
from store.situation import Situation
from store.values import When
from store.when import Day, parse
from tests.situations import cited, claim, event, faction, location, quote, source, write


def by(edtf: str) -> Lens:
    return EVERYTHING._replace(known_by=last(edtf))


def last(edtf: str) -> Day:
    day = parse(edtf).latest
    assert day is not None
    return day


@pytest.fixture
def opened(tmp_path: Path) -> Situation:
    return Situation.open(
        write(
            tmp_path / "s.json",
            source("early", when="2016-03", reliability="B"),
            source("late", when="2017-01-10"),
            source("found", retrieved={"edtf": "2016-06-01"}),
            source("vague"),
            faction("reds", citations=cited("source:early", "source:late")),
            faction("blues", citations=cited("source:late")),
            location("town", point=(32.0, 13.0), location_kind="city"),
            event("raid", "A raid", "2015-05", "location:town", citations=cited("source:late")),
            event("march", "A march", "2015-06", "location:town", citations=cited("source:late", "source:early")),
            event("vote", "A vote", "2018", citations=cited("source:early")),
            event("fair", "A fair", "2016-09-01"),
            event("feast", "A feast", "2016-10-01", citations=cited("source:vague")),
            event("find", "A find", "2014", citations=cited("source:found")),
            event("legend", "A legend"),
            quote("boast", "We hold it", "faction:reds", when="2016-04-02"),
            claim("reds-hold", "faction:reds", "controls", "location:town", "2015/..", citations=cited("source:early")),
            claim(
                "blues-hold", "faction:blues", "controls", "location:town", "2015/..", citations=cited("source:late")
            ),
        )
    )


def told(situation: Situation, lens: Lens) -> set[str]:
    return {row.target.partition(":")[2] for row in situation.timeline(lens).rows}


def test_a_report_is_known_from_the_day_its_first_source_was_published(opened: Situation) -> None:
    assert told(opened, by("2016-02")) == {"legend"}
    assert told(opened, by("2016-03-01")) == {"legend", "march", "vote", "reds-hold"}
    assert "raid" not in told(opened, by("2017-01-09"))
    assert "raid" in told(opened, by("2017-01-10"))


def test_what_was_to_come_was_known_before_it_held(opened: Situation) -> None:
    assert "vote" in told(opened, by("2016-05"))
    assert "vote" not in told(opened, EVERYTHING._replace(as_of=last("2016-05")))
    assert "vote" not in told(opened, by("2016-05")._replace(as_of=last("2016-05")))


def test_without_a_dated_source_it_was_known_when_it_began_was_said_or_was_retrieved(opened: Situation) -> None:
    assert {"fair", "boast", "feast"} & told(opened, by("2016-04")) == {"boast"}
    assert {"fair", "boast", "feast"} & told(opened, by("2016-10")) == {"fair", "boast", "feast"}
    assert ("find" in told(opened, by("2016-05")), "find" in told(opened, by("2016-06"))) == (False, True)


def test_sources_and_factions_are_there_once_they_were_published(opened: Situation) -> None:
    def listed(kind: str, day: str) -> set[str]:
        return {row.title for row in opened.index(kind, by(day)).rows}  # type: ignore[arg-type]

    assert listed("faction", "2016-12") == {"Reds"}
    assert listed("faction", "2017-02") == {"Reds", "Blues"}
    assert listed("source", "2016-04") == {"Early", "Vague"}
    assert listed("source", "2016-07") == {"Early", "Vague", "Found"}


def test_a_place_stands_as_it_was_known_to_stand(opened: Situation) -> None:
    def standing(lens: Lens) -> tuple[str, str]:
        return next((row.standing, row.holders) for row in opened.places(lens).rows if row.target == "location:town")

    assert standing(by("2016-12")) == ("held", "Reds")
    assert standing(by("2017-12"))[0] == "contested"
    assert standing(EVERYTHING._replace(as_of=last("2016-12")))[0] == "contested"


def test_nobody_had_contradicted_it_yet(opened: Situation) -> None:
    def mark(lens: Lens) -> str:
        return next(row.mark for row in opened.timeline(lens).rows if row.target == "claim:reds-hold")

    assert (mark(by("2016-12")), mark(by("2017-12")), mark(EVERYTHING)) == ("", "conflict", "conflict")
    assert opened.disputes(by("2016-12")).total == 0
    assert opened.disputes(by("2017-12")).total == 1


def test_the_sources_of_a_profile_are_those_published_by_then(opened: Situation) -> None:
    def sources(lens: Lens) -> list[str]:
        return [row.target for row in opened.profile("event:march", lens).rows if row.section == "Sources"]

    assert sources(EVERYTHING) == ["source:late", "source:early"]
    assert sources(by("2016-12")) == sources(EVERYTHING._replace(as_of=last("2016-12"))) == ["source:early"]


def test_both_are_asked_for_by_name_and_told_apart(opened: Situation) -> None:
    lens = opened.lens("as-of:2016-05 known-by:2017")

    assert (lens.as_of, lens.known_by) == (last("2016-05"), last("2017"))
    assert opened.describe(lens) == "as of 31 May 2016 · known by 31 December 2017"


def test_what_was_known_follows_a_change(opened: Situation) -> None:
    lens = by("2016-02")
    assert "raid" not in told(opened, lens)
    late = opened.record("source:late")
    opened.change([late.model_copy(update={"published": When(edtf="2016-01-02")})])
    assert "raid" in told(opened, lens)
