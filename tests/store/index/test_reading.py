"""A file made by hand may hold anything: it is indexed as far as it goes, and none of it reaches a terminal raw."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.index.reading import time
from store.index.schema import UNDATED
from store.lens import Lens
from store.records import RECORDS
from store.refs import KINDS
from store.situation import Situation
from store.when import NotEdtf, parse
from tests import situations
from tests.situations import Made, claim, event, faction, location, quote, write

HOSTILE = "\x1b[31mred\x07 \u202eevil\u2066 \x9b2J[/] \ud800x"
FIELDS = sorted({field for model in RECORDS.values() for field in model.model_fields if field != "id"})
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**62), 2**62)
    | st.floats(allow_nan=False)
    | st.text(max_size=8)
    | st.sampled_from(["faction:a", "event:a", "location:a", "claim:a", "2016-05", "draft", "controls", "backs"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["text", "kind", "edtf", "said", "source", "actor", "lat", "lon", "best", "locator", "value"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=6,
)


def ask_everything(situation: Situation) -> str:
    """Ask every question there is and return all that was answered."""
    answers: list[object] = [situation.counts(), situation.span(), situation.stats(), situation.conflicts()]
    answers += [situation.timeline(), situation.histogram(), situation.places(), situation.quotes(), situation.title]
    answers += [situation.find("red"), situation.find("a")]
    for kind in KINDS:
        for row in situation.index(kind).rows:
            lens = Lens(about=(row.target,))
            answers += [row, situation.profile(row.target), situation.citations(row.target), situation.timeline(lens)]
            answers += [situation.describe(lens)]
    return "\n".join(strings(answers))


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.items() for text in strings(item)]
    return [text for inner in value for text in strings(inner)] if isinstance(value, list | tuple) else []


@settings(max_examples=150)
@given(
    documents=st.lists(
        st.tuples(st.sampled_from(KINDS), st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=6)), max_size=6
    )
)
def test_no_document_whatever_is_in_it_stops_the_index(
    tmp_path_factory: pytest.TempPathFactory, documents: list[tuple[Any, dict[str, Any]]]
) -> None:
    made = [Made(kind, {"id": "abcdef"[place], **document}) for place, (kind, document) in enumerate(documents)]
    path = write(tmp_path_factory.mktemp("any") / "s.json", *made)
    ask_everything(Situation.open(path))


DAYS = (
    st.dates().map(str)
    | st.from_regex(r"[0-9X]{4}-[0-9X]{2}-[0-9XW]{2}", fullmatch=True)
    | st.sampled_from(["0000-01-01", "2015-02-29", "2016-W1-11", "201\uff16-05-10", "2016-05-10", "2016-13-01"])
)
SPANS = st.tuples(st.sampled_from(["{}/{}", "[{}..{}]", "{{{}..{}}}", "[{}/{}]", "[{}..{}}}"]), DAYS, DAYS).map(
    lambda written: written[0].format(*written[1:])
)


@given(DAYS | SPANS)
@example("2016-05-10/2016-05-10")
@example("[2016-05-10..2016-05-09]")
@example("2016-05-10/2016-05-09")
def test_days_and_spans_of_days_are_read_as_edtf_has_them(edtf: str) -> None:
    try:
        span = parse(edtf)
    except NotEdtf:
        assert time({"when": {"edtf": edtf}}, "when") == (UNDATED, UNDATED, "", edtf)
    else:
        assert time({"when": {"edtf": edtf}}, "when") == (span.earliest, span.latest, edtf, "")


def test_nothing_hostile_gets_through(tmp_path: Path) -> None:
    text = HOSTILE.encode("utf-8", "replace").decode()
    path = write(
        tmp_path / "s.json",
        faction("f", text, text + "2", summary=text, faction_kind=text),
        location("l", text, location_kind=text, point=(1.0, 2.0)),
        event("e", text, text, "location:l", ["faction:f"], event_kind=text, summary=text, tags=[text]),
        quote("q", text, "", ["faction:f"], described_as=text, why_unnamed=text),
        situations.source("s", text, publisher=text, url=text, author=text),
        situations.claim("c", "faction:f", text, text, text=text, reasoning=text),
        title=text,
    )
    shown = ask_everything(Situation.open(path))
    assert "red" in shown
    assert not {sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n"}
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(shown)


def test_what_has_no_title_is_called_by_its_id_and_counted(tmp_path: Path) -> None:
    path = write(
        tmp_path / "s.json", Made("event", {"id": "bare", "title": 5}), Made("faction", {"id": "f", "names": {}})
    )
    opened = Situation.open(path)
    assert [row.title for row in opened.timeline().rows] == ["bare"]
    assert opened.stats().untitled == 2


def test_a_date_that_is_none_is_said_as_it_is_written(tmp_path: Path) -> None:
    [row] = Situation.open(write(tmp_path / "s.json", event("e", "E", "last tuesday"))).timeline().rows
    assert (row.when, row.year) == ("last tuesday", "undated")


def test_places_that_lie_within_each_other_in_a_circle(tmp_path: Path) -> None:
    path = write(
        tmp_path / "s.json",
        location("a", within="location:b", point=(1.0, 1.0)),
        location("b", within="location:a", point=(2.0, 2.0)),
        location("c", within="location:c", point=(3.0, 3.0)),
        event("e", "E", "2016", "location:a"),
    )
    opened = Situation.open(path)
    assert {row.title: row.touches for row in opened.places().rows} == {"A": 1, "B": 1, "C": 0}
    assert [row.text for row in opened.profile("location:a").rows if row.section == "Within"] == ["B", "A"]


def test_a_very_long_line_is_cut_in_lists_and_found_by_its_words(tmp_path: Path) -> None:
    opened = Situation.open(write(tmp_path / "s.json", event("e", "start " + "x" * 100_000, "2016")))
    assert len(opened.timeline().rows[0].title) == 300
    assert len(opened.find("start").rows[0].context) <= 160


def test_ids_that_are_one_when_cleaned_are_two_records_all_the_same(tmp_path: Path) -> None:
    path = write(
        tmp_path / "s.json",
        event("raid\x1b", "The first", "2016"),
        event("raid", "The second", "2017"),
        event(" raid", "The third", "2018"),
        claim("c", "event:raid", "deaths", "3"),
    )
    opened = Situation.open(path)
    assert [row.title for row in opened.index("event").rows] == ["The first", "The second", "The third"]
    assert opened.title_of("event:raid") == "The second"
    assert {row.target for row in opened.timeline().rows} == {"event:raid", "event:raid~2", "event:raid~3", "claim:c"}
    assert [opened.document(ref)["title"] for ref in ("event:raid~2", "event:raid~3")] == ["The first", "The third"]
    assert [row.title for row in opened.find("first").rows] == ["The first"]
