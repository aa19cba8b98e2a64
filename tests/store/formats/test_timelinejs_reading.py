"""Timelines brought in: slides, eras and sheets, and years far from ours."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import records
from store.file.casefile import Casefile
from store.formats.found import Found, NotThisFormat, Skipped
from store.formats.plain_text import plain_text
from store.formats.timelinejs.reading import TIMELINEJS
from store.formats.timelinejs.writing import WRITER
from tests.situations import small
from tests.store.formats.both_ways import brought_in, handed_on
from tests.store.formats.files import found_in, items_of, reasons_in
from tests.store.formats.pages import block, is_brought_in
from tests.store.formats.workbook import workbook

SLIDE: dict[str, Any] = {"start_date": {"year": 2016}, "text": {"headline": "The mill burns"}}


def timeline(*slides: object, **more: object) -> str:
    return json.dumps({"events": slides, **more})


def event(**fields: object) -> dict[str, Any]:
    [found] = found_in(TIMELINEJS, timeline(SLIDE | fields))
    return found.entry.document


def test_the_example_on_the_page_becomes_what_it_says() -> None:
    [found] = found_in(TIMELINEJS, block("timelinejs.md", "json timeline"))
    assert is_brought_in("timelinejs.md", found)


@pytest.mark.parametrize(
    ("start", "stop", "edtf"),
    [
        ({"year": "2016"}, None, "2016"),
        ({"year": 2016, "month": 5}, {}, "2016-05"),
        ({"year": 2016, "month": 5, "day": 3, "hour": 12}, {"year": "2016", "month": "5", "day": "3"}, "2016-05-03"),
        ({"year": "-44", "month": 3, "day": 15}, None, "-0044-03-15"),
        ({"year": "2016.0"}, {"year": 2017}, "2016/2017"),
        ({"year": "-13800000000"}, None, "Y-13800000000"),
    ],
)
def test_a_time_goes_as_far_as_it_is_known(start: object, stop: object, edtf: str) -> None:
    assert event(start_date=start, end_date=stop)["when"] == {"edtf": edtf}


def test_the_end_of_a_span_too_far_off_is_left_out_and_told() -> None:
    [found] = found_in(TIMELINEJS, timeline(SLIDE | {"start_date": {"year": -20000}, "end_date": {"year": 2016}}))

    assert found.entry.document["when"] == {"edtf": "Y-20000"}
    assert found.cautions == ("its end is left out of the time: EDTF has no span of years so far off",)


@pytest.mark.parametrize(
    ("slide", "told"),
    [
        ({"text": SLIDE["text"]}, "it has no start_date, and TimelineJS would not show it"),
        ({"start_date": SLIDE["start_date"]}, "it has no headline"),
        (SLIDE | {"start_date": {"year": "soon"}}, "start_date.year ‘soon’ is not a whole number"),
        (SLIDE | {"start_date": {"year": "9" * 40}}, f"start_date.year ‘{'9' * 40}’ is not a whole number"),
        (SLIDE | {"start_date": {"year": 2016, "month": 13}}, "start_date, end_date: "),
        (SLIDE | {"start_date": {"year": 2016, "month": 2, "day": 30}}, "start_date, end_date: "),
        (SLIDE | {"end_date": {"year": 2015}}, "start_date, end_date: "),
        (7, "no slide: it is not an object"),
    ],
)
def test_a_slide_that_is_no_event_is_skipped_with_the_reason(slide: object, told: str) -> None:
    [(line, reason)] = reasons_in(TIMELINEJS, timeline(slide))
    assert (line, reason[: len(told)]) == (1, told)


def _without_row(document: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name != "external"}


def test_eras_are_events_and_a_sheet_says_the_same_as_the_json() -> None:
    sheet = """Year,Month,End Year,Headline,Text,Media,Media Credit,Group,Type
,,,A title,,,,,title
2016,,,The mill burns,,,,,
2014,5,2016,Hard times,,,,,era
"""
    json_ = timeline(
        SLIDE,
        eras=[
            {"start_date": {"year": 2014, "month": 5}, "end_date": {"year": 2016}, "text": {"headline": "Hard times"}}
        ],
    )

    items = items_of(TIMELINEJS, sheet)
    assert [item.reason for item in items if isinstance(item, Skipped)] == ["the title: a situation has one of its own"]
    of_sheet, of_json = (
        [item.entry.document for item in read if isinstance(item, Found)]
        for read in (items, items_of(TIMELINEJS, json_))
    )
    assert [_without_row(one) for one in of_sheet] == [_without_row(one) for one in of_json]
    assert of_json[1]["event_kind"] == "era"
    assert of_json[1]["when"] == {"edtf": "2014-05/2016"}


def test_older_sheets_have_the_month_first_and_workbooks_read_alike() -> None:
    rows = ["Start Date", "End Date", "Headline", "Tag"], ["8/5/2016 10:30", "2017", "The mill burns", "Ford"]
    [found] = found_in(TIMELINEJS, workbook(*rows))

    assert found.entry.document["when"] == {"edtf": "2016-08-05/2017"}
    assert found.entry.document["tags"] == ["Ford"]


@pytest.mark.parametrize(
    ("start", "stop", "edtf"),
    [
        ("2016,8,5,10,30", "2016,8,7", "2016-08-05/2016-08-07"),
        ("2016,08", "", "2016-08"),
        ("2016", None, "2016"),
        ("8/5/2016", "2017", "2016-08-05/2017"),
        ("-44,3,15", "", None),
        ("-44", "", "-0044"),
    ],
)
def test_the_json_of_older_versions_is_read_too(start: str, stop: str | None, edtf: str | None) -> None:
    slide = {"startDate": start, "endDate": stop, "headline": "The <b>mill</b> burns", "text": "<p>Two died.</p>"}
    shown = {"asset": {"media": "https://example.org/mill.jpg", "credit": "The Courier", "caption": "The mill"}}
    era = {"startDate": "2014", "endDate": "2016", "headline": "The war"}
    whole = {"headline": "A war", "type": "default", "date": [slide | shown | {"tag": "Ford"}, 7], "era": [era]}

    items = items_of(TIMELINEJS, json.dumps({"timeline": whole}))

    found = [item for item in items if isinstance(item, Found)]
    reasons = [item.reason for item in items if isinstance(item, Skipped)]
    assert found[-1].entry.document["event_kind"] == "era"
    if edtf is None:
        assert reasons == ["start_date.year ‘-44,3,15’ is not a whole number", "no slide: it is not an object"]
        return
    assert reasons == ["no slide: it is not an object"]
    document = found[0].entry.document
    assert (document["title"], document["summary"], document["when"]) == ("The mill burns", "Two died.", {"edtf": edtf})
    assert (document["tags"], found[0].beside[0].document["publisher"]) == (["Ford"], "The Courier")


@pytest.mark.parametrize("text", ["", "{}", "a,b\n1,2\n", '{"events": {}}', '{"events": [', "[1]"])
def test_what_is_no_timeline_is_refused(text: str) -> None:
    with pytest.raises(NotThisFormat):
        items_of(TIMELINEJS, text)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One<br>two</p><p>three</p>", "One\ntwo\nthree"),
        ("a &amp; b&nbsp;<script>bad()</script> c", "a & b c"),
        ("x < y", "x < y"),
        ("\x1b[31m<b>red", "[31mred"),
        (None, ""),
    ],
)
def test_of_html_what_a_reader_would_read_stays(html: object, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a < b and c > d", "a < b and c > d"),
        ("<script>if (a<b) { '</p>' }</script>after", "after"),
        ("<SCRIPT>never closed", ""),
        ("<!-- a <p> -->b", "b"),
        ("not <!-- closed", "not <!-- closed"),
        ('<!doctype html><p class="a>b">c</p>', "c"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("&lt;b&gt; &amp; &#x41;", "<b> & A"),
        (f"&#{'9' * 5000};", f"&#{'9' * 5000};"),
    ],
)
def test_of_html_that_is_not_well_made_what_a_reader_would_read_is_left(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize("beginning", ["<a ", "<!--", "<![CDATA[", "<?", '<a b="', "<a '>", "<script>", "&", "<"])
def test_beginnings_without_end_are_read_in_one_go(beginning: str) -> None:
    """Python's own parser would take an hour for them."""
    assert isinstance(plain_text(beginning * 200_000), str)


ODD = (
    st.none()
    | st.integers()
    | st.floats()
    | st.text(max_size=9)
    | st.sampled_from([{"year": 1e300}, {"year": []}, [], {"url": 3}, {"headline": "<p>"}])
)


def test_a_slide_of_a_record_that_is_here_adds_nothing_and_elsewhere_it_is_an_event(tmp_path: Path) -> None:
    theirs, mine = Casefile.open(small(tmp_path / "theirs.json")), Casefile.create(tmp_path / "mine.json", "Mine")
    content, before = handed_on(theirs.path, WRITER), theirs.path.read_bytes()

    account = brought_in(theirs, TIMELINEJS, content)

    assert theirs.path.read_bytes() == before
    assert account.read == account.skips > 0
    assert account.skipped[0].reason.startswith("shows event:")
    assert account.skipped[0].reason.endswith(", which is here whole")
    assert brought_in(mine, TIMELINEJS, content).rows.created == account.read
    assert not brought_in(mine, TIMELINEJS, content).changed


@pytest.mark.parametrize("odd", [7, "", "event", "army:x", "event:A b", ["event:x"]])
def test_what_is_no_ref_of_ours_shows_none(odd: object) -> None:
    slide = {"start_date": {"year": "2016"}, "text": {"headline": "Fire"}, "x_sitroom": odd}
    assert found_in(TIMELINEJS, json.dumps({"events": [slide]}))[0].shows == ""


def test_a_day_without_a_month_is_left_out_and_told() -> None:
    slide = {"start_date": {"year": "2016", "day": "5"}, "text": {"headline": "Fire"}}
    [found] = found_in(TIMELINEJS, json.dumps({"events": [slide]}))
    assert (found.entry.document["when"], found.cautions) == (
        {"edtf": "2016"},
        ("a day without a month is left out of the time",),
    )


@given(
    st.dictionaries(
        st.sampled_from(["start_date", "end_date", "text", "media", "group", "unique_id", "display_date", "other"]),
        ODD,
        max_size=4,
    )
)
def test_any_slide_is_taken_whole_or_told_in_one_line(odd: dict[str, Any]) -> None:
    for item in items_of(TIMELINEJS, timeline(SLIDE | odd))[1:]:
        if isinstance(item, Skipped):
            assert "\n" not in item.reason
        elif isinstance(item, Found):
            for kind, document in (item.entry, *item.beside):
                assert records.write(records.read(kind, document)) == document


def test_a_timeline_of_ours_is_one_again_with_its_dates(tmp_path: Path) -> None:
    casefile = Casefile.create(tmp_path / "mine.json", "Mine")
    account = brought_in(casefile, TIMELINEJS, handed_on(small(tmp_path / "theirs.json"), WRITER))

    assert account.skips == 0
    assert {found["title"]: found["when"]["edtf"] for found in casefile.tables()["events"].values()}[
        "Clash at the gate"
    ] == "2016-05-10"


@pytest.mark.parametrize(
    "name", ["contrib_women_in_computing.csv", "src_template_cosmo.json", "src_template_eras.json"]
)
def test_the_timelines_of_others_add_up_and_come_in_once(name: str, tmp_path: Path, samples: Path) -> None:
    content = (samples / "data" / "timelinejs" / name).read_bytes()
    casefile = Casefile.create(tmp_path / "s.json", "S")

    first = brought_in(casefile, TIMELINEJS, content)

    assert (
        first.rows.created
        == {"contrib_women_in_computing.csv": 10, "src_template_cosmo.json": 7, "src_template_eras.json": 23}[name]
    )
    assert not brought_in(casefile, TIMELINEJS, content).changed
