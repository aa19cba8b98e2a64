"""Who was renamed is called on a day what they were called then, in every pane."""

import re
from pathlib import Path
from typing import Any

import pytest

from store.brief.markdown import as_markdown
from store.briefing import brief
from store.formats.handed import Losses
from store.formats.handing import hand_on
from store.formats.registry import writer
from store.handover import handed
from store.lens import EVERYTHING, Lens
from store.records import Faction
from store.situation import Situation
from store.when import Day, parse
from tests.situations import cited, claim, event, faction, location, quote, source, write

THEN, NOW = "Dawn Brigade", "Northern Guard"
FRONT: dict[str, Any] = {
    "id": "front",
    "names": [
        {"text": NOW},
        {"text": "NG", "kind": "abbreviation", "when": {"edtf": "2012/2013"}},
        {"text": THEN, "kind": "former", "when": {"edtf": "2012/2014-06-30"}},
        {"text": "Never dated", "kind": "former"},
    ],
}


def on(edtf: str) -> Lens:
    return EVERYTHING._replace(as_of=last(edtf))


def last(edtf: str) -> Day:
    day = parse(edtf).latest
    assert day is not None
    return day


@pytest.fixture
def opened(tmp_path: Path) -> Situation:
    front = faction("front")._replace(document=FRONT)
    return Situation.open(
        write(
            tmp_path / "s.json",
            front,
            faction("reds"),
            location("town", point=(32.0, 13.0), location_kind="city"),
            event("raid", "A raid of the brigade", "2013-05", "location:town", ["faction:front"]),
            claim("tie", "faction:reds", "backs", "faction:front", "2012/.."),
            claim("hold", "faction:front", "controls", "location:town", "2012/.."),
            quote("boast", "We hold it", "faction:front", when="2013-04-02", about=["location:town"]),
        )
    )


def test_a_brief_calls_everybody_as_they_were_called(opened: Situation) -> None:
    then = "\n".join(as_markdown(brief(opened, ["faction:front", "faction:reds"], on("2013"))))
    assert f"# {THEN}, Reds" in then
    assert f"## {THEN}" in then
    assert f"- **backs:** {THEN}" in then
    assert f"Also: {NOW}" in then
    today = "\n".join(as_markdown(brief(opened, ["faction:front", "faction:reds"])))
    assert f"# {NOW}, Reds" in today
    assert f"- **backs:** {NOW}" in today


def test_a_lens_is_told_in_the_names_of_its_day(opened: Situation) -> None:
    lens = on("2013")._replace(about=("faction:front",), also=("location:town",))
    assert opened.describe(lens) == f"{THEN} · with Town · as of 31 December 2013"
    assert opened.describe_narrowing(lens) == f"{THEN} · with Town"


@pytest.mark.parametrize("form", ["markdown", "html", "timelinejs", "gexf", "kml", "geojson"])
def test_what_is_handed_on_for_readers_uses_the_name_of_the_day(form: str, opened: Situation) -> None:
    def handed_on(lens: Lens) -> str:
        return b"".join(hand_on(writer(form), handed(opened, lens), Losses())).decode()

    then, today = handed_on(on("2013")), handed_on(EVERYTHING._replace(kinds=("faction", "location", "claim", "event")))
    assert THEN in then.replace("<b>", "").replace("</b>", "")
    lines = re.findall(rf"{NOW} (?:controls|<b>controls)|## {NOW}|<h2[^>]*>{NOW}|label=\"{NOW}\"", then)
    assert (lines, "as of 31 December 2013" in then) == ([], form in ("markdown", "html"))
    assert "as of" not in today


def test_accounts_are_told_as_of_a_day(tmp_path: Path) -> None:
    path = write(
        tmp_path / "s.json",
        faction("front")._replace(document=FRONT),
        faction("reds"),
        location("town"),
        source("early", when="2013-06", publisher="Early"),
        source("late", when="2015-06", publisher="Late"),
        claim("a", "faction:front", "controls", "location:town", "2012/2014", citations=cited("source:early")),
        claim("b", "faction:reds", "controls", "location:town", "2013", citations=cited("source:early", "source:late")),
        claim("c", "faction:reds", "controls", "location:town", "2014/..", citations=cited("source:late")),
    )
    opened = Situation.open(path)

    def told(lens: Lens) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
        [fact] = opened.disputes(lens).rows
        return fact.versions, [(row.value, row.source) for row in opened.accounts(fact.target, fact.why, lens)]

    assert told(on("2013")) == ((THEN, "Reds"), [(THEN, "Early"), ("Reds", "Early"), ("Reds", "Late")])
    known = EVERYTHING._replace(known_by=last("2014"))
    assert told(known) == ((NOW, "Reds"), [(NOW, "Early"), ("Reds", "Early")])
    assert [row.publisher for row in opened.citations("claim:b", known)] == ["Early"]
    assert [row.publisher for row in opened.citations("claim:b")] == ["Early", "Late"]
    assert len(told(EVERYTHING)[1]) == 4


def names(situation: Situation, lens: Lens) -> set[str]:
    """Return what every pane calls it."""
    told = [
        next(row.title for row in situation.index("faction", lens).rows if row.target == "faction:front"),
        situation.profile("faction:front", lens).title,
        next(row.text for row in situation.profile("faction:reds", lens).rows if row.target == "faction:front"),
        next(row.holders for row in situation.places(lens).rows if row.target == "location:town"),
        situation.quotes(lens).rows[0].speaker,
        situation.holdings("location:town", lens)[0].name,
        situation.web("faction:reds", lens)[0].text,
        situation.title_of("faction:front", lens),
        next(row.title for row in situation.timeline(lens).rows if row.target == "claim:tie").removeprefix(
            "Reds backs "
        ),
    ]
    return set(told)


def test_every_pane_uses_the_name_of_the_day(opened: Situation) -> None:
    assert names(opened, on("2013-06")) == {THEN}
    assert names(opened, on("2014-06-30")) == {THEN}
    assert names(opened, on("2014-07-01")) == {NOW}
    assert names(opened, EVERYTHING) == {NOW}


def test_what_was_written_in_words_stays_as_it_was_written(opened: Situation) -> None:
    titles = [row.title for row in opened.timeline(on("2015")).rows]
    assert "A raid of the brigade" in titles


def test_the_other_names_stand_beside_the_one_of_the_day(opened: Situation) -> None:
    assert opened.profile("faction:front", on("2013")).also == (NOW, "NG", "Never dated")
    assert opened.profile("faction:front").also == ("NG", THEN, "Never dated")


def test_a_change_of_name_is_a_change(opened: Situation) -> None:
    changed = opened.changes(last("2014-01-31"), last("2014-12"))
    assert [(row.change, row.title, row.target) for row in changed.rows] == [
        ("renamed", f"{THEN} is called {NOW}", "faction:front")
    ]
    assert [heading.label for heading in opened.change_headings(last("2014-01-31"), last("2014-12"))] == ["Names"]
    assert opened.changes(last("2014-01-31"), last("2014-12"), Lens(about=("location:town",))).total == 0
    assert opened.changes(last("2015"), last("2016")).total == 0


def test_a_record_keeps_when_a_name_was_borne(opened: Situation) -> None:
    record = opened.record("faction:front")
    assert isinstance(record, Faction)
    assert record.names[2].when.edtf == "2012/2014-06-30"
    opened.change([record.model_copy(update={"summary": "A front."})])
    assert opened.title_of("faction:front", on("2013")) == THEN
