"""The query language: what it says, what it refuses, and that it reads back what it prints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.find import FILTERS, NotQuery, NoView, Query, parse_query, query_of
from store.lens import Lens
from store.when import ordinal

PIECES = st.sampled_from(
    [
        *(f"{name}:" for name in FILTERS),
        '"',
        "-",
        " ",
        ":",
        "event",
        "draft",
        "2016-05",
        "sirte",
        "a b",
        "صبراتة",
        "x:y",
    ]
)


def test_words_phrases_and_what_must_not_be() -> None:
    assert parse_query('wall "water trenches" -drone -"air strike"') == Query(
        words=("wall",), phrases=("water trenches",), without=("drone", "air strike")
    )


def test_filters_in_any_case_with_quoted_values() -> None:
    assert parse_query('Kind:events actor:"islamic state" PLACE:sirte source:wsj status:Draft tag:oil') == Query(
        kinds=("event",),
        actors=("islamic state",),
        places=("sirte",),
        sources=("wsj",),
        statuses=("draft",),
        tags=("oil",),
    )


def test_about_takes_a_ref() -> None:
    assert parse_query("about:event:some-id").about == ("event:some-id",)


def test_since_means_the_first_day_and_until_and_as_of_the_last() -> None:
    asked = parse_query("since:2016-05 until:2016-08 as-of:2016-08-18")
    assert (asked.since, asked.until, asked.as_of) == (
        ordinal(2016, 5, 1),
        ordinal(2016, 8, 31),
        ordinal(2016, 8, 18),
    )


def test_news_phrases_count_from_an_anchor() -> None:
    anchor = ordinal(2016, 8, 12)
    assert parse_query('since:"last month"', anchor).since == ordinal(2016, 7, 1)
    with pytest.raises(NotQuery):
        parse_query('since:"last month"')


def test_a_word_with_a_colon_that_is_no_filter_is_a_word() -> None:
    assert parse_query("12:30").words == ("12:30",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("colour:red", "there is no filter colour:"),
        ("kind:tank", "kind:tank is none of faction, person"),
        ("status:wrong", "status:wrong is none of accepted"),
        ("since:someday", "since: 'someday' is not EDTF"),
        ("since:../2016", "since:../2016 has no first day"),
        ("until:2016/..", "until:2016/.. has no last day"),
        ("since:2015 since:2016", "since: is given more than once"),
        ("actor:", "actor: has no value"),
        ("-kind:event", "-kind: a minus leaves out words"),
        ("about:sirte", "about: 'sirte' is not a ref"),
    ],
)
def test_what_is_wrong_is_told_in_one_line_with_the_filters_there_are(text: str, told: str) -> None:
    with pytest.raises(NotQuery) as caught:
        parse_query(text)
    message = str(caught.value)
    assert told in message
    assert message.endswith("the filters are " + ", ".join(f"{name}:" for name in FILTERS))
    assert "\n" not in message


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_any_text_is_a_query_or_is_refused_and_what_is_printed_reads_back(text: str) -> None:
    try:
        query = parse_query(text)
    except NotQuery:
        return
    assert parse_query(str(query)) == query


def test_deep_time_is_asked_for_by_the_year() -> None:
    text = "since:Y-13800000000 until:Y170000002"
    assert str(parse_query(text)) == text


def test_a_view_stands_for_its_query_and_what_is_typed_beside_it_counts() -> None:
    views = {"gate": "clash kind:event since:2015", "both": "view:gate -siege"}
    assert parse_query("view:gate", views=views) == parse_query(views["gate"])
    assert parse_query("view:both", views=views) == parse_query("clash kind:event since:2015 -siege")
    assert parse_query("view:gate talks since:2016", views=views) == parse_query("clash talks kind:event since:2016")


def test_a_view_that_is_not_there_or_leads_to_itself_is_told() -> None:
    for views in ({}, {"a": "view:a"}, {"a": "view:b", "b": "view:a"}):
        with pytest.raises(NoView, match="there is no view 'a'"):
            parse_query("view:a", views=views)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_the_query_of_a_lens_asks_for_it_again(text: str) -> None:
    try:
        asked = parse_query(text)
    except NotQuery:
        return
    lens = Lens(**{name: getattr(asked, name) for name in Lens._fields if name in Query._fields})
    assert parse_query(str(query_of(lens))) == query_of(lens)
