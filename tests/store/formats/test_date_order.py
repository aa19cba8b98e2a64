"""Dates as a spreadsheet of another country saves them: the whole file tells if day or month comes first."""

import pytest

from store.formats.acled import ACLED
from store.formats.tables.date_order import order_of
from store.formats.ucdp import GED
from tests.store.formats.acled import acled
from tests.store.formats.files import found_in, reasons_in
from tests.store.formats.ged import ged


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["5/6/1967", "29/5/1997"], "day"),
        (["5/6/1967", "5/29/1997 0:00"], "month"),
        (["5-6-67", "29-5-97"], "day"),
        (["5/6/1967", "6/5/1967"], ""),
        (["29/5/1997", "5/29/1997"], ""),
        (["1997-05-29", "", "31/31/1997"], ""),
    ],
)
def test_the_order_is_what_some_dates_tell_and_none_gainsays(cells: list[str], order: str) -> None:
    assert order_of(cells) == order


def both_days(day: str, other: str) -> str:
    return ged({"id": "1", "date_start": day, "date_end": day}, {"id": "2", "date_start": other, "date_end": other})


@pytest.mark.parametrize(("doubtful", "telling"), [("03/04/2015", "13/04/2015"), ("04/03/2015", "04/13/2015")])
def test_a_date_of_ged_that_can_be_two_is_the_one_that_the_others_tell(doubtful: str, telling: str) -> None:
    found = found_in(GED, both_days(doubtful, telling))[0]

    assert found.entry.document["when"] == {"edtf": "2015-04-03"}
    assert found.entry.document["external"]["ucdp-ged"]["date_start"] == "2015-04-03"
    assert "they are kept as year-month-day" in found.cautions[0]
    assert GED.again
    assert GED.again(found.entry.document["external"]["ucdp-ged"]) == found.entry.document


def test_dates_of_ged_that_gainsay_each_other_are_not_guessed_at() -> None:
    text = ged(
        *({"id": day[:2], "date_start": day, "date_end": day} for day in ("13/04/2015", "04/13/2015", "03/04/2015"))
    )

    [(_, reason)] = reasons_in(GED, text)
    assert reason.startswith("date_start ‘03/04/2015’ can be a day of either of two months")


def test_dates_of_acled_with_the_month_first_are_not_taken_for_the_day() -> None:
    found = found_in(ACLED, acled({"event_date": "8/5/2016"}, {"event_id_cnty": "NRT102", "event_date": "8/13/2016"}))

    assert [one.entry.document["when"]["edtf"] for one in found] == ["2016-08-05", "2016-08-13"]
    assert found[0].entry.document["external"]["acled"]["event_date"] == "5/8/2016"
    assert found[0].cautions == (
        "dates have the month first, as others in the file tell: they are kept as day-month-year",
    )


def test_years_of_two_digits_are_read_in_the_order_of_the_others_too() -> None:
    found = found_in(ACLED, acled({"event_date": "8/5/16"}, {"event_id_cnty": "NRT102", "event_date": "8/13/16"}))

    assert [one.entry.document["when"]["edtf"] for one in found] == ["2016-08-05", "2016-08-13"]
