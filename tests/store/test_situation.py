"""Every question a situation answers, asked of a store that is known by heart."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from store.errors import StoreError
from store.file.errors import Conflict, ReadOnly
from store.find import NotQuery
from store.lens import Lens
from store.records import Event, Faction
from store.rows import ProfileRow
from store.situation import GaveWay, Situation, UnknownRecord
from store.when import ordinal
from tests import situations
from tests.situations import Made, claim, event, faction, location, quote, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return situations.small(tmp_path / "coast.json")


@pytest.fixture
def situation(path: Path) -> Iterator[Situation]:
    opened = Situation.open(path)
    yield opened
    opened.close()


def about(*refs: str) -> Lens:
    return Lens(about=refs)


def section(situation: Situation, ref: str, heading: str, lens: Lens | None = None) -> list[ProfileRow]:
    return [row for row in situation.profile(ref, lens or Lens()).rows if row.section == heading]


def test_counts_leave_out_what_is_rejected(situation: Situation) -> None:
    assert situation.counts() == {
        "faction": 3,
        "person": 1,
        "location": 4,
        "event": 5,
        "quote": 2,
        "claim": 7,
        "source": 2,
    }


def test_counts_of_a_lens_that_asks_for_a_status(situation: Situation) -> None:
    assert situation.counts(Lens(statuses=("rejected",)))["event"] == 1
    assert situation.counts(Lens(statuses=("draft",)))["event"] == 1


def test_index_lists_by_name_whatever_the_case_and_script(situation: Situation) -> None:
    assert [row.title for row in situation.index("faction").rows] == ["The Blues", "The Reds", "القوات الخضراء"]


def test_index_lists_the_most_named_first(situation: Situation) -> None:
    rows = situation.index("faction", sort="touches").rows
    assert [row.target for row in rows] == ["faction:reds", "faction:blues", "faction:greens"]
    assert rows[2].touches == 1


def test_index_lists_the_newest_first_and_the_undated_last(situation: Situation) -> None:
    rows = situation.index("event", sort="time").rows
    assert [row.target.partition(":")[2] for row in rows] == ["shot", "talks", "clash", "siege", "once"]


def test_index_filter_finds_each_word_anywhere_in_a_name(situation: Situation) -> None:
    assert [row.target for row in situation.index("location", filter="brat").rows] == ["location:sabratah"]
    assert [row.target for row in situation.index("faction", filter="ront re").rows] == ["faction:reds"]
    assert situation.index("faction", filter="nobody").total == 0


def test_index_filter_finds_words_of_titles_by_their_beginning(situation: Situation) -> None:
    assert [row.target for row in situation.index("event", filter="clas gate").rows] == ["event:clash"]


def test_index_position_is_where_the_slice_has_the_record(situation: Situation) -> None:
    for sort in ("name", "touches", "time"):
        for text in ("", "t"):
            rows = situation.index("event", sort=sort, filter=text).rows
            for place, row in enumerate(rows):
                assert situation.index_position("event", row.target, sort=sort, filter=text) == place
    assert situation.index_position("event", "event:nowhere") is None
    assert situation.index_position("faction", "event:clash") is None


def test_index_row_says_what_tells_the_record_from_others(situation: Situation) -> None:
    details = {row.target: row.detail for row in situation.index("location").rows}
    assert details["location:sabratah"] == "city · The coast"


def test_timeline_shows_newest_first_with_the_undated_at_the_end(situation: Situation) -> None:
    rows = situation.timeline(Lens(kinds=("event",))).rows
    assert [row.title for row in rows] == [
        "Some shots",
        "Talks in the port",
        "Clash at the gate",
        "Siege of the town",
        "Once upon a time",
    ]
    assert (rows[-1].year, rows[-1].earliest, rows[-1].latest) == ("undated", None, None)
    assert (rows[2].year, rows[2].when, rows[2].grade) == ("2016", "10 May 2016", "B2")
    assert rows[0].mark == "draft"


def test_timeline_oldest_first_is_newest_first_turned_round_but_for_the_undated(situation: Situation) -> None:
    newest = [row.statement for row in situation.timeline().rows if row.year != "undated"]
    oldest = [row.statement for row in situation.timeline(newest_first=False).rows if row.year != "undated"]
    assert oldest == newest[::-1]
    assert situation.timeline(newest_first=False).rows[-1].title == "Once upon a time"


def test_timeline_of_an_open_beginning_and_an_open_end(tmp_path: Path) -> None:
    path = write(tmp_path / "s.json", event("past", "Past", "[..2015-12-31]"), event("on", "On", "2016-05/.."))
    rows = Situation.open(path).timeline().rows
    assert [(row.title, row.year, row.earliest, row.latest) for row in rows] == [
        ("On", "2016", ordinal(2016, 5, 1), None),
        ("Past", "beginning unknown", None, ordinal(2015, 12, 31)),
    ]


def test_equal_spans_stand_by_title(tmp_path: Path) -> None:
    path = write(tmp_path / "s.json", *(event(name, name.title(), "2016") for name in ("b", "c", "a")))
    assert [row.title for row in Situation.open(path).timeline(newest_first=False).rows] == ["A", "B", "C"]


def test_a_place_takes_in_what_lies_within_it(situation: Situation) -> None:
    titles = {row.title for row in situation.timeline(about("location:land")).rows}
    assert {"Clash at the gate", "Talks in the port", "Once upon a time", "“All that is open desert”"} <= titles


def test_refs_of_one_group_widen_and_groups_narrow(situation: Situation) -> None:
    def events(*refs: str) -> set[str]:
        return {row.target for row in situation.timeline(Lens(about=refs, kinds=("event",))).rows}

    assert events("faction:reds", "faction:blues") == {"event:siege", "event:clash", "event:talks", "event:shot"}
    assert events("faction:blues", "location:port") == {"event:talks"}


def test_a_lens_on_words_tags_and_without_words(situation: Situation) -> None:
    assert [row.target for row in situation.timeline(Lens(tags=("gate",))).rows] == ["event:clash"]
    assert [row.target for row in situation.timeline(Lens(words=("sho",))).rows] == ["event:shot"]
    kept = {row.target for row in situation.timeline(Lens(kinds=("event",), without=("the",))).rows}
    assert kept == {"event:shot", "event:once"}


def test_histogram_chooses_months_and_counts_what_began(situation: Situation) -> None:
    buckets = situation.histogram(Lens(kinds=("event",)))
    assert buckets[0].first == ordinal(2016, 5, 1)
    assert sum(bucket.number for bucket in buckets) == 4
    assert all(later.first == sooner.last + 1 for sooner, later in pairwise(buckets))


def test_histogram_by_month_has_empty_months(situation: Situation) -> None:
    buckets = situation.histogram(Lens(kinds=("event", "quote", "claim")), "month")
    assert [bucket.label for bucket in buckets][:2] == ["Jan 2014", "Feb 2014"]
    assert buckets[1].number == 0
    assert {bucket.label: bucket.number for bucket in buckets}["May 2016"] == 5


def test_histogram_of_nothing_and_of_a_thousand_years(tmp_path: Path) -> None:
    path = write(tmp_path / "s.json", event("old", "Old", "1016"), event("new", "New", "2016"))
    opened = Situation.open(path)
    assert opened.histogram(Lens(words=("nothing",))) == ()
    assert len(opened.histogram()) <= 60
    assert sum(bucket.number for bucket in opened.histogram()) == 2


def test_places_know_who_held_them_on_the_day(situation: Situation) -> None:
    def standing(lens: Lens) -> tuple[str, str]:
        return next((row.standing, row.holders) for row in situation.places(lens).rows if row.title == "Şabrātah")

    assert standing(Lens(as_of=ordinal(2014, 6, 1))) == ("", "")
    assert standing(Lens(as_of=ordinal(2016, 6, 1))) == ("held", "The Reds")
    assert standing(Lens(as_of=ordinal(2016, 7, 15)))[0] == "contested"
    assert standing(Lens()) == ("held", "The Blues")


def test_places_come_with_what_lies_in_them(situation: Situation) -> None:
    assert [(row.title, row.touches) for row in situation.places().rows] == [("Land", 7), ("Şabrātah", 5), ("Port", 2)]
    assert [row.title for row in situation.places(about("faction:blues")).rows] == ["Land", "Şabrātah", "Port"]
    assert [row.title for row in situation.places(about("faction:greens")).rows] == []
    for lens, there in ((Lens(), 3), (about("faction:blues"), 3)):
        for count in range(1, 5):
            found = situation.places(lens, count=count)
            assert (len(found.rows), found.more) == (min(count, there), count < there)


def test_of_very_many_statements_the_newest_tell_of_places(
    situation: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    lens = Lens(about=("faction:blues",), kinds=("event",))
    assert situation.places(lens).newest == 0
    monkeypatch.setattr("store.index.mapping.MANY", 1)
    situation._index.forget()
    found = situation.places(lens)
    assert found.newest == 1
    assert [(row.title, row.touches) for row in found.rows] == [("Land", 1), ("Port", 1)]
    assert situation.places().newest == 0


def test_a_question_gives_way_where_something_else_waits(situation: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.index.database._STEPS", 1)
    with pytest.raises(GaveWay), situation.giving_way(lambda: True):
        situation.timeline()
    with situation.giving_way(lambda: False):
        assert situation.timeline().total == 15
    with pytest.raises(GaveWay), situation.giving_way(lambda: True):
        situation.places(Lens(known_by=ordinal(2016, 6, 10)))
    assert situation.timeline(Lens(known_by=ordinal(2016, 6, 10))).total > 0


def test_quotes_by_or_about_a_faction(situation: Situation) -> None:
    [row] = situation.quotes(about("faction:reds")).rows
    assert (row.words, row.speaker, row.unnamed, row.verbatim) == (
        "They are few and tired",
        "The spokesman",
        False,
        True,
    )
    assert situation.quotes(about("faction:blues")).rows == (row,)
    assert [row.speaker for row in situation.quotes().rows] == ["an officer", "The spokesman"]


def test_profile_of_a_faction(situation: Situation) -> None:
    profile = situation.profile("faction:reds")
    assert (profile.title, profile.subtitle) == ("The Reds", "militia · Land · early 2014")
    assert profile.also == ("Red Front",)
    sections = list(dict.fromkeys(row.section for row in profile.rows))
    assert sections == ["Ties", "Holds", "Estimates", "Quotes about", "Events"]


def test_a_tie_reads_right_from_either_end(situation: Situation) -> None:
    assert [(row.label, row.text, row.target) for row in section(situation, "faction:blues", "Ties")] == [
        ("backed by", "القوات الخضراء", "faction:greens"),
        ("opposed by", "The Reds", "faction:reds"),
    ]
    assert section(situation, "faction:greens", "Ties")[0].label == "backs"


def test_ties_and_holds_that_had_ended_are_not_there_as_of_a_later_day(situation: Situation) -> None:
    later = Lens(as_of=ordinal(2016, 8, 18))
    assert [row.target for row in section(situation, "faction:blues", "Ties", later)] == ["faction:reds"]
    assert section(situation, "faction:reds", "Holds", later) == []
    assert len(section(situation, "faction:reds", "Events", later)) == 3


def test_estimates_say_how_sure_they_are_and_that_they_are_in_conflict(situation: Situation) -> None:
    rows = section(situation, "faction:reds", "Estimates")
    assert ("strength", "2,000 · likely", "conflict") in [(row.label, row.text, row.mark) for row in rows]


def test_profile_of_an_event(situation: Situation) -> None:
    profile = situation.profile("event:clash")
    rows = {(row.section, row.label, row.text) for row in profile.rows}
    assert ("Where", "", "Şabrātah") in rows
    assert ("Who", "", "The Reds") in rows
    assert ("Toll", "deaths", "12 (10–15)") in rows
    assert ("Toll", "civilians", "3") in rows
    assert ("Part of", "", "Siege of the town") in rows
    assert ("Sources", "", "Report from the coast · ¶1") in rows
    assert [row.target for row in section(situation, "event:siege", "Parts")] == ["event:clash"]


def test_profile_of_a_place(situation: Situation) -> None:
    profile = situation.profile("location:sabratah")
    assert profile.subtitle == "city · Land"
    assert [row.text for row in profile.rows if row.section == "Within"] == ["The coast", "Land"]
    assert [row.text for row in section(situation, "location:sabratah", "Held by")] == ["The Blues", "The Reds"]
    assert len(section(situation, "location:coast", "Places within")) == 2


def test_profile_of_a_claim_and_of_a_quote(situation: Situation) -> None:
    rows = {(row.label, row.text) for row in situation.profile("claim:strength-too").rows}
    assert {("subject", "The Reds"), ("value", "800"), ("said in", "“They are few and tired”")} <= rows
    assert [row.target for row in section(situation, "claim:strength-too", "Conflicts with")] == ["claim:strength"]
    rows = {(row.label, row.text) for row in situation.profile("quote:few").rows}
    assert {("by", "The spokesman"), ("for", "The Blues"), ("about", "The Reds")} <= rows
    assert section(situation, "quote:few", "Claims")[0].target == "claim:strength-too"
    assert section(situation, "quote:open", "Said")[0].text == "an officer (unnamed)"


def test_profile_of_a_source_lists_what_rests_on_it(situation: Situation) -> None:
    profile = situation.profile("source:report")
    assert profile.grade == "B"
    assert [row.target for row in profile.rows if row.section == "Events"] == ["event:clash"]
    assert {row.target for row in profile.rows if row.section == "Claims"} == {"claim:oppose", "claim:reds-hold"}


def test_a_long_section_is_cut_and_counted(tmp_path: Path) -> None:
    events = [event(f"e{number}", f"Event {number}", "2016", who=["faction:reds"]) for number in range(40)]
    profile = Situation.open(write(tmp_path / "s.json", faction("reds"), *events)).profile("faction:reds")
    assert len(profile.rows) == 12
    assert profile.counts == {"Events": 40}


def test_an_unknown_record_is_told_with_the_nearest(situation: Situation) -> None:
    with pytest.raises(UnknownRecord, match=r"coast\.json: no faction:redz; the nearest is faction:reds"):
        situation.profile("faction:redz")
    with pytest.raises(UnknownRecord):
        situation.profile("nonsense")
    with pytest.raises(UnknownRecord):
        situation.citations("event:nowhere")


def test_citations_carry_the_source_and_the_place_in_it(situation: Situation) -> None:
    [row] = situation.citations("event:clash")
    assert (row.title, row.publisher, row.reliability, row.credibility) == (
        "Report from the coast",
        "The Gazette",
        "B",
        2,
    )
    assert (row.locator, row.published, row.target) == ("¶1", "18 August 2016", "source:report")


def test_refs_to_nothing_are_shown_as_they_are(tmp_path: Path) -> None:
    opened = Situation.open(
        write(
            tmp_path / "s.json",
            event("e", "Event", "2016", "location:lost", ["faction:ghost"], citations=situations.cited("source:gone")),
            claim("c", "faction:ghost", "backs", "faction:shade"),
            quote("q", "Words", "person:nobody", ["event:never"]),
        )
    )
    assert {"Who", "Where", "Sources"} == {row.section for row in opened.profile("event:e").rows}
    assert [row.text for row in section(opened, "event:e", "Who")] == ["faction:ghost"]
    assert opened.profile("claim:c").title == "faction:ghost backs faction:shade"
    assert opened.citations("event:e")[0].title == "source:gone"
    assert opened.counts()["faction"] == 0
    assert opened.index("faction").rows == ()
    assert opened.title_of("faction:ghost") == "faction:ghost"
    assert opened.timeline(about("faction:ghost")).total == 2
    assert opened.timeline(about("faction:unheard")).total == 0
    assert opened.quotes().rows[0].speaker == "person:nobody"
    assert opened.find("ghost").rows == ()
    with pytest.raises(UnknownRecord):
        opened.profile("faction:ghost")


def test_conflicts_stand_side_by_side(situation: Situation) -> None:
    rows = situation.conflicts().rows
    assert {(row.statement, row.target, row.why) for row in rows} == {
        ("claim:strength", "claim:strength-too", "one strength at a time"),
        ("claim:reds-hold", "claim:blues-hold", "one holder at a time"),
        ("claim:dead", "event:clash", "one toll"),
    }
    assert {row.about for row in situation.conflicts(about("faction:reds")).rows} >= {"The Reds", "Şabrātah"}
    assert situation.conflicts(about("faction:greens")).total == 0


def test_find_shows_names_first_then_titles_then_words(tmp_path: Path) -> None:
    opened = Situation.open(
        write(
            tmp_path / "s.json",
            event("later", "Nothing much", "2017", summary="near the harbour"),
            event("e", "Harbour closed", "2016"),
            location("harbour-town", "Harbour town"),
            location("harbour", "Harbour"),
        )
    )
    rows = opened.find("harbour").rows
    assert [row.target for row in rows] == ["location:harbour", "location:harbour-town", "event:e", "event:later"]
    assert [row.context[start:end] for row in rows for start, end in row.matches] == ["Harbour"] * 3 + ["harbour"]


@pytest.mark.parametrize("typed", ["sabratah", "Sabr", "ŞABRĀTAH", "صبراتة", "صبراته"])
def test_find_knows_a_name_in_any_script_and_accent(situation: Situation, typed: str) -> None:
    assert situation.find(typed).rows[0].target == "location:sabratah"


@pytest.mark.parametrize(
    "typed", ['"', "*", "NEAR", "-", 'a"b', "NEAR(a b)", "a AND", "OR", "^x", "(", "{title}", "a* b*", "''"]
)
def test_find_takes_no_orders_from_what_is_typed(situation: Situation, typed: str) -> None:
    assert situation.find(typed).total >= 0


def test_find_within_a_lens_and_by_filters_alone(situation: Situation) -> None:
    assert [row.target for row in situation.find("gate", lens=about("source:report")).rows] == ["event:clash"]
    assert situation.find("port", lens=about("faction:greens")).total == 0
    assert [row.target for row in situation.find("kind:event actor:reds since:2016-06").rows] == [
        "event:shot",
        "event:siege",
    ]
    assert situation.find("").total == 0


def test_a_query_becomes_a_lens_that_names_records(situation: Situation) -> None:
    lens = situation.lens('actor:"red front" place:صبراتة since:2016-05 as-of:2016-08-18')
    assert lens == Lens(
        about=("faction:reds", "location:sabratah"), since=ordinal(2016, 5, 1), as_of=ordinal(2016, 8, 18)
    )
    assert situation.describe(lens) == "The Reds · Şabrātah · since May 2016 · as of 18 August 2016"
    assert situation.lens("actor:the").about == ("faction:reds", "faction:blues", "person:spokesman", "faction:greens")


def test_a_name_that_nobody_has_is_told(situation: Situation) -> None:
    with pytest.raises(NotQuery, match="no actor is called 'purples'"):
        situation.lens("actor:purples")


def test_span_and_stats(situation: Situation) -> None:
    assert situation.span() == (ordinal(2014, 1, 1), ordinal(2016, 12, 31))
    stats = situation.stats()
    assert (stats.kinds["event"], stats.statuses["rejected"], stats.citations, stats.conflicts) == (6, 1, 6, 3)
    assert situation.title == "A situation"


def test_a_full_record_and_all_documents_of_a_kind(situation: Situation) -> None:
    assert isinstance(situation.record("event:clash"), Event)
    assert [document["id"] for document in situation.documents("faction")] == ["blues", "greens", "reds"]


def test_an_empty_situation_answers_everything(tmp_path: Path) -> None:
    opened = Situation.create(tmp_path / "new.json", "New")
    assert opened.title == "New"
    assert opened.span() == (None, None)
    assert opened.timeline().total == opened.quotes().total == opened.conflicts().total == 0
    assert opened.histogram() == ()
    assert opened.places().rows == ()


def test_a_change_is_written_indexed_and_told(situation: Situation, path: Path) -> None:
    told: list[frozenset[str]] = []
    situation.subscribe(told.append)
    clash = situation.record("event:clash")
    situation.change([clash.model_copy(update={"title": "Battle of the gate"})], ["quote:open"])
    assert told == [frozenset({"event:clash", "quote:open"})]
    assert situation.find("battle").rows[0].target == "event:clash"
    assert situation.find("desert").rows == ()
    assert situation.counts() == Situation.open(path).counts()


def test_a_renamed_faction_renames_the_claims_about_it(situation: Situation) -> None:
    reds = situation.record("faction:reds")
    assert isinstance(reds, Faction)
    name = reds.names[0].model_copy(update={"text": "The Crimsons"})
    situation.change([reds.model_copy(update={"names": (name,)})])
    assert situation.title_of("claim:oppose") == "The Crimsons opposes The Blues"


def test_a_change_of_what_someone_else_changed_is_refused(situation: Situation, path: Path) -> None:
    other = Situation.open(path)
    other.change([], ["quote:open"])
    with pytest.raises(Conflict):
        situation.change([], ["quote:few"])
    assert situation.title_of("quote:few") == "“They are few and tired”"
    assert Situation.open(path).counts()["quote"] == 1


def test_a_read_only_situation_says_how_to_get_one_to_change(path: Path) -> None:
    with pytest.raises(ReadOnly, match=r"sitroom export json -o mine\.json"):
        Situation.open(path, read_only=True).change([], ["quote:open"])


def test_a_progress_that_raises_stops_the_opening(path: Path) -> None:
    class Enough(StoreError):
        pass

    def stop(done: int, total: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        Situation.open(path, progress=stop)


def test_a_first_screen_waits_for_no_heavy_library(path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from store.situation import GaveWay, Situation
situation = Situation.open(Path({str(path)!r}))
situation.index("faction"), situation.profile("faction:reds"), situation.timeline(), situation.histogram()
situation.places(), situation.quotes(), situation.counts(), situation.citations("event:clash")
heavy = {{"pydantic", "tinydb", "platformdirs", "filelock", "textual", "rich", "click", "asyncio"}} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_a_lens_lists_who_and_where_its_statements_name(situation: Situation) -> None:
    gate = Lens(tags=("gate",))
    assert [row.target for row in situation.index("faction", gate).rows] == ["faction:blues", "faction:reds"]
    assert [row.target for row in situation.index("location", gate).rows] == [
        "location:land",
        "location:sabratah",
        "location:coast",
    ]
    assert situation.counts(gate) == {
        "faction": 2,
        "person": 0,
        "location": 3,
        "event": 1,
        "quote": 0,
        "claim": 0,
        "source": 1,
    }
    assert situation.index_position("location", "location:coast", gate) == 2
    assert situation.index("faction", gate, filter="red").total == 1
    assert situation.index("faction", gate._replace(kinds=("event",))).total == 0
    assert situation.counts(Lens(since=ordinal(2016, 8, 15)))["faction"] == 2


@pytest.mark.parametrize("newest_first", [True, False])
def test_the_years_of_the_timeline_are_the_headings_of_its_rows_in_order(
    situation: Situation, newest_first: bool
) -> None:
    rows = situation.timeline(newest_first=newest_first).rows
    assert tuple(
        (heading.label, heading.number) for heading in situation.timeline_headings(newest_first=newest_first)
    ) == tuple((year, len(list(under))) for year, under in groupby(rows, key=lambda row: row.year))


def test_no_short_time_is_left_without_its_year_where_no_heading_says_it(tmp_path: Path) -> None:
    fled = event("fled", "They flee", "[2016-06-06..2016-08-24]", who=["faction:reds"])
    opened = Situation.open(write(tmp_path / "a.json", faction("reds", "Reds"), fled))
    (row,) = (row for row in opened.profile("faction:reds").rows if row.section == "Events")
    assert (row.label, row.when) == ("", "some day, 6 Jun – 24 Aug 2016")
    assert opened.find("flee").rows[0].detail == "6 Jun…24 Aug 2016"


def test_many_statements_list_the_same_as_few(situation: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    lenses = [about(ref) for ref in ("faction:reds", "location:sabratah", "source:radio", "event:clash")]
    few = [situation.counts(lens) for lens in lenses]
    situation.change([], ["quote:open"])  # what has been found out is forgotten
    monkeypatch.setattr("store.index.listing._MANY", 0)
    assert [situation.counts(lens) for lens in lenses] == few


def test_a_time_is_told_in_the_words_of_its_source_too(tmp_path: Path) -> None:
    when = {"edtf": "[2016-06-06..2016-08-24]", "said": "weeks ago", "anchor": "2016-08"}
    path = write(
        tmp_path / "s.json",
        faction("reds", active={"edtf": "2014-37", "said": "early last year", "anchor": "2015"}),
        Made(
            "event", {"id": "flight", "title": "Flight", "when": when, "note": "Hearsay.", "tags": ["exodus", "south"]}
        ),
        Made("claim", {"id": "fled", "subject": "faction:reds", "predicate": "assessment", "text": "So", "when": when}),
        Made("quote", {"id": "word", "words": "They go", "said": {"said": "once", "anchor": "no date"}}),
        Made("source", {"id": "paper", "title": "Paper", "published": {"edtf": "2016-08", "said": "this month"}}),
    )
    opened = Situation.open(path)

    def own(ref: str) -> set[tuple[str, str, str]]:
        return {(row.section, row.label, row.text) for row in opened.profile(ref).rows if row.statement == ref}

    weeks = "“weeks ago”, counted from August 2016"
    assert {("When", "said as", weeks), ("Notes", "", "Hearsay."), ("Notes", "tags", "exodus, south")} <= own(
        "event:flight"
    )
    assert ("Claim", "said as", weeks) in own("claim:fled")
    assert ("Said", "said as", "“once”, counted from no date") in own("quote:word")
    assert ("Active", "said as", "“early last year”, counted from 2015") in own("faction:reds")
    assert ("Published", "said as", "“this month”") in own("source:paper")


def test_a_marking_above_clear_stands_in_the_head(tmp_path: Path) -> None:
    path = write(tmp_path / "s.json", faction("reds", faction_kind="militia", marking="amber+strict"), faction("blues"))
    opened = Situation.open(path)
    assert opened.profile("faction:reds").subtitle == "militia · TLP:AMBER+STRICT"
    assert opened.profile("faction:blues").subtitle == ""


def test_who_said_it_may_not_be_told_at_all(tmp_path: Path) -> None:
    opened = Situation.open(write(tmp_path / "s.json", quote("word", "They go")))
    assert (opened.quotes().rows[0].speaker, opened.quotes().rows[0].unnamed) == ("somebody", True)
    assert ("by", "somebody (unnamed)") in {(row.label, row.text) for row in opened.profile("quote:word").rows}
